import { expect, test } from 'vitest';
import { renderBody, readBody, type BodyLinks, type BodyPicture } from './body.ts';

const view: BodyPicture = {
  src: '/images/vue.jpg',
  width: 800,
  height: 600,
  sources: [{ type: 'image/avif', srcset: '/images/vue.avif 400w' }],
  alt: 'Une vue',
  caption: null,
  credit: null,
};
const resolve: BodyLinks = {
  link: (href) => (href.startsWith('gone') ? null : href === 'autre.md' ? '/2026/03/05/autre.html' : undefined),
  picture: (src) => (src.includes('missing') ? null : view),
};
const render = (text: string, lang = 'fr'): string => renderBody(text, { lang, resolve }).html.trim();
const scan = (text: string): ReturnType<typeof readBody>['facts'] =>
  readBody(text, { lang: 'fr', firstLine: 5, file: 'a.md' }).facts;
const image =
  '<picture><source type="image/avif" srcset="/images/vue.avif 400w" sizes="(min-width:42em) 38.5rem,92vw"><img src="/images/vue.jpg" alt="b" width="800" height="600" loading="lazy" decoding="async"></picture>';

const pairs: readonly (readonly [string, string, string])[] = [
  [
    'a dispatch has its dateline marked',
    'PARIS, 3 mars (AFP) - Le *Sénat*.',
    '<p><span class="dateline">PARIS, 3 mars (AFP)</span> – Le <em>Sénat</em>.</p>',
  ],
  [
    'a byline may stand before the dateline',
    'Par Jean Dupont\n\nPARIS, 3 mars (AFP) - Le Sénat.',
    '<p>Par Jean Dupont</p>\n<p><span class="dateline">PARIS, 3 mars (AFP)</span> – Le Sénat.</p>',
  ],
  ['items typed with a hyphen stand on lines of their own', 'Le point:\n-Frappes', '<p>Le point:<br>\n-Frappes</p>'],
  ['bold with a space inside of its marks', 'et** Jeanne Roy** dit', '<p>et<strong> Jeanne Roy</strong> dit</p>'],
  ['bold that ends on a dash', '**Le point—**Un texte', '<p><strong>Le point—</strong>Un texte</p>'],
  ['asterisks between spaces', '2 ** 3 et 4 ** 5', '<p>2 ** 3 et 4 ** 5</p>'],
  ['a bold place is the dateline', '**PARIS** — Le Sénat.', '<p><span class="dateline">PARIS</span> – Le Sénat.</p>'],
  [
    'emphasis over the dash goes on behind it',
    '**PARIS (AFP) - Le Sénat** vote.',
    '<p><span class="dateline">PARIS (AFP)</span> – <strong>Le Sénat</strong> vote.</p>',
  ],
  [
    'a credit line on the last line of a paragraph is left out',
    'Le *texte*.\\\n(Jean Dupont, édité par Marie Durand)',
    '<p>Le <em>texte</em>.</p>',
  ],
  [
    'a credit line behind the last sentence is left out',
    'Le texte. (Jean Dupont, édité par Marie Durand)',
    '<p>Le texte.</p>',
  ],
  ['other parentheses at the end stay', 'Le texte.\n(Voir Jean Dupont)', '<p>Le texte.\n(Voir Jean Dupont)</p>'],
  [
    'a dateline alone on its line goes before the story',
    'PARIS, 3 mars (AFP) -  \nLe Sénat vote.',
    '<p><span class="dateline">PARIS, 3 mars (AFP)</span> – Le Sénat vote.</p>',
  ],
  [
    'and so it does in HTML',
    '<p>PARIS, 3 mars (AFP) -<br>Le Sénat vote.</p>',
    '<p><span class="dateline">PARIS, 3 mars (AFP)</span> – Le Sénat vote.</p>',
  ],
  [
    'what only looks like a tag is shown as it was typed',
    'Il dit <<oui>> au <chiffre> et à <Jean Dupont>.',
    '<p>Il dit «\u00a0oui\u00a0» au &lt;chiffre&gt; et à &lt;Jean Dupont&gt;.</p>',
  ],
  [
    'and elements that are none go, with what they hold staying',
    'Un <Callout type="x">mot</Callout><o:p></o:p>, un <nom>autre</nom>.',
    '<p>Un mot, un autre.</p>',
  ],
  [
    'a dateline alone in its paragraph goes before the story',
    'Par Jean Dupont\n\n**PARIS, 3 mars (AFP) -**\n\nLe *Sénat* vote.',
    '<p>Par Jean Dupont</p>\n<p><span class="dateline">PARIS, 3 mars (AFP)</span> – Le <em>Sénat</em> vote.</p>',
  ],
  [
    'and is marked where it stands when something else follows',
    'PARIS, 3 mars (AFP) -\n\n> Une citation.',
    '<p><span class="dateline">PARIS, 3 mars (AFP)</span></p>\n<blockquote>\n<p>Une citation.</p>\n</blockquote>',
  ],
  [
    'a dateline behind points in brief is marked',
    '- Un\n- Deux\n\nPARIS, 3 mars (AFP) - Le Sénat vote.',
    '<ul>\n<li>Un</li>\n<li>Deux</li>\n</ul>\n<p><span class="dateline">PARIS, 3 mars (AFP)</span> – Le Sénat vote.</p>',
  ],
  ['a credit line is left out', 'Le texte.\n\n*(Jean Dupont, édité par Marie Durand)*', '<p>Le texte.</p>'],
  [
    'headings begin at h2 and skip no level',
    '### A\n\n#### B\n\n# C\n\n## A',
    '<h2 id="t-a">A</h2>\n<h3 id="t-b">B</h3>\n<h2 id="t-c">C</h2>\n<h3 id="t-a-2">A</h3>',
  ],
  ['an empty heading goes', '## \n\nTexte.', '<p>Texte.</p>'],
  [
    'attributes of other programs go',
    '## Titre {#id}\n\n[a](autre.md){title="T"} et [b](x.md){:target="_blank"}.\n\nTexte\n{: .class}',
    '<h2 id="t-id">Titre</h2>\n<p><a href="/2026/03/05/autre.html" title="T">a</a> et <a href="x.md">b</a>.</p>\n<p>Texte\n</p>',
  ],
  ['braces of the author stay', 'un {mot} et f(x){y}', '<p>un {mot} et f(x){y}</p>'],
  ['a target that is not visible leaves its text', 'Voir [là](gone.md).', '<p>Voir là.</p>'],
  ['a link without text goes', 'a [](b.md) c', '<p>a  c</p>'],
  [
    'an unsafe address leaves its text',
    '[a](javascript:alert(1)) [b](data:text/html,x) [c](//x.org/y)',
    '<p>a b <a href="https://x.org/y">c</a></p>',
  ],
  [
    'a full address is a link',
    'Voir https://example.org/a.',
    '<p>Voir <a href="https://example.org/a">https://example.org/a</a>.</p>',
  ],
  [
    'an address with spaces is a link',
    '[a](mailto:a@b.org?subject=Deux mots)',
    '<p><a href="mailto:a@b.org?subject=Deux%20mots">a</a></p>',
  ],
  [
    'an anchor of the text is a link, another is not',
    '## Titre\n\n[a](#titre) [b](#rien)',
    '<h2 id="t-titre">Titre</h2>\n<p><a href="#t-titre">a</a> b</p>',
  ],
  [
    'an id of braces is the heading’s, once',
    '## A {#a}\n\n## B {#a}\n\n## A\n\n[a](#a)',
    '<h2 id="t-a">A</h2>\n<h2 id="t-a-2">B</h2>\n<h2 id="t-a-3">A</h2>\n<p><a href="#t-a">a</a></p>',
  ],
  [
    'an id of braces may stand in a text, once',
    'Un mot {#z} puis [là](#z). {#z}',
    '<p>Un mot<span id="t-z"></span> puis <a href="#t-z">là</a>.</p>',
  ],
  [
    'an anchor before a heading goes into it',
    '<a name="x"></a>\n\n## A\n\n[a](#x)',
    '<h2 id="t-a"><span id="t-x"></span>A</h2>\n<p><a href="#t-x">a</a></p>',
  ],
  [
    'an anchor before a list is its id, one behind all stands at the end',
    '<a name="x"></a>\n\n- [a](#x) [b](#y)\n\nFin.\n\n<p id="y"></p>',
    '<ul id="t-x"><li><a href="#t-x">a</a> <a href="#t-y">b</a></li>\n</ul>\n<p>Fin.<span id="t-y"></span></p>',
  ],
  [
    'an anchor before a dateline stays',
    '<a id="x"></a>PARIS, 3 mars (AFP) - Le [Sénat](#x).',
    '<p><span id="t-x"></span><span class="dateline">PARIS, 3 mars (AFP)</span> – Le <a href="#t-x">Sénat</a>.</p>',
  ],
  [
    'a link that leads nowhere stays a place for others',
    '<a href="#rien" id="x">A</a> et [b](#x)',
    '<p><span id="t-x"></span>A et <a href="#t-x">b</a></p>',
  ],
  [
    'a lone picture is a figure',
    '![b](vue.jpg "Légende (Crédit : X)")',
    `<figure>${image}<figcaption>Légende <span class="credit"><span class="unseen">Crédit photo\u00a0: </span>X</span></figcaption></figure>`,
  ],
  [
    'a title may hold a credit alone',
    '![b](vue.jpg "| X")',
    `<figure>${image}<figcaption><span class="credit"><span class="unseen">Crédit photo\u00a0: </span>X</span></figcaption></figure>`,
  ],
  [
    'a lone picture in a link is a figure',
    '[![b](vue.jpg)](autre.md)',
    `<figure><a href="/2026/03/05/autre.html">${image}</a></figure>`,
  ],
  ['a picture in a sentence stays there', 'a ![b](vue.jpg) c', `<p>a ${image} c</p>`],
  [
    'a missing picture leaves its description',
    '![Une vue](missing.jpg)',
    '<p class="missing-picture">Image non disponible : Une vue</p>',
  ],
  ['a missing picture without description leaves nothing', 'a\n\n![](missing.jpg)', '<p>a</p>'],
  [
    'a table scrolls in a region',
    '| a | b |\n|---|--:|\n| 1 | 2 |',
    '<section class="table" tabindex="0" aria-label="Tableau"><table>\n<thead>\n<tr>\n<th scope="col">a</th>\n<th scope="col" data-align="right">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n<td>1</td>\n<td data-align="right">2</td>\n</tr>\n</tbody>\n</table></section>',
  ],
  ['code has no class', '```js\na < b\n```', '<pre tabindex="0"><code>a &lt; b\n</code></pre>'],
  ['entities stay text', 'a &lt;p&gt; b', '<p>a &lt;p&gt; b</p>'],
  [
    'a footnote goes there and back',
    'a[^1] b\n\n[^1]: Note.',
    '<p>a<sup id="t-fnref-1"><a href="#t-fn-1">1</a></sup> b</p>\n<section aria-label="Notes"><ol>\n<li id="t-fn-1"><p>Note. <a href="#t-fnref-1" aria-label="Retour à l’appel de note 1">↩</a></p>\n</li>\n</ol></section>',
  ],
  ['HTML of the author stays HTML', '<p>a <b>b</b></p>', '<p>a <b>b</b></p>'],
  ['paragraphs never nest', '<p>a\n\nb</p>', '<p>a</p>\n<p>b</p>'],
  ['blocks leave an open paragraph', 'a <div>b</div> c', '<p>a</p>\n<p>b</p>\n<p>c</p>'],
  [
    'scripts, styles and forms go with what they hold',
    'a\n\n<script>x()</script>\n<style>p{}</style>\n<form><input> b</form>\n<svg><text>c</text></svg>',
    '<p>a</p>',
  ],
  [
    'handlers, styles and classes go',
    '<p onclick="x()" style="a" class="b" id="c" lang="en">d</p>',
    '<p id="t-c" lang="en">d</p>',
  ],
  [
    'a frame is a link',
    '<iframe src="https://www.youtube.com/embed/abcdefghijk" title="Le film"></iframe>',
    '<p><a href="https://www.youtube.com/watch?v=abcdefghijk">Vidéo : Le film</a></p>',
  ],
  [
    'a film is a link to its source',
    '<video controls><source src="https://example.org/a.mp4">non</video>',
    '<p><a href="https://example.org/a.mp4">Vidéo : example.org</a></p>',
  ],
  [
    'what WordPress embeds is a link',
    '<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\nhttps://www.youtube.com/watch?v=a&amp;t=1\n</div><figcaption>c</figcaption></figure>',
    '<figure><p><a href="https://www.youtube.com/watch?v=a&amp;t=1">https://www.youtube.com/watch?v=a&amp;t=1</a></p>\n<p>c</p>\n</figure>',
  ],
  [
    'an address in a paragraph with more stays text',
    '<p>Voir https://a.example/b</p>',
    '<p>Voir https://a.example/b</p>',
  ],
  ['bold around nothing goes', '****Un *mot*.', '<p>Un <em>mot</em>.</p>'],
  ['comments vanish', 'a <!-- b --> c\n\n<!-- d -->', '<p>a  c</p>'],
  ['indented HTML within HTML is no code', '<div>\n\n    <p>a</p>\n\n</div>', '<p>a</p>'],
  [
    'a broken tag is no text',
    'a <img src="x.jpg" alt="b "c" d"> e',
    `<p>a ${image.replace('alt="b"', 'alt="b "').replace('alt="b "', 'alt="b"')} e</p>`,
  ],
  ['a picture in HTML is resolved', '<img src="vue.jpg" alt="b" style="float:left">', `<figure>${image}</figure>`],
  [
    'a figure in HTML keeps its caption',
    '<figure><img src="vue.jpg" alt="b"><figcaption>c <b>d</b></figcaption></figure>',
    `<figure>${image}<figcaption>c <b>d</b></figcaption></figure>`,
  ],
  [
    'a loose cell makes a table',
    '<table border="1" width="5"><caption>C</caption><tr><td align="left">a<tr><td>b<td>c</table>',
    '<section class="table" tabindex="0" aria-label="C"><table>\n<caption>C</caption><tbody><tr><td>a</td><td></td></tr>\n<tr><td>b</td><td>c</td></tr>\n</tbody>\n</table></section>',
  ],
  ['items without a list get one', '<li>a<li>b', '<ul><li>a</li>\n<li>b</li>\n</ul>'],
  ['emphasis around blocks goes', '<b><p>a</p><ul><li>c</li></ul></b>', '<p>a</p>\n<ul><li>c</li>\n</ul>'],
  ['Markdown within HTML is read as CommonMark does', '<div>\n\n*a*\n\n</div>', '<p><em>a</em></p>'],
];

for (const [name, text, expected] of pairs) test(name, () => expect(render(text)).toBe(expected));

test('links and pictures are told with their lines, as written', () => {
  const facts = scan(
    'a [b](é t.md) [c](<d e.md>)\n[f](/g/) [h](https://x.org) [i](#j) [k](mailto:l)\n\n![m](n.jpg) ![o](https://x.org/p.jpg)\n\n<img src="q.jpg"> <a href="r.md">s</a>',
  );
  expect(facts.links).toEqual([
    { href: 'd e.md', line: 5 },
    { href: '/g/', line: 6 },
    { href: 'r.md', line: 10 },
  ]);
  expect(facts.pictures).toEqual([
    { href: 'n.jpg', line: 8 },
    { href: 'https://x.org/p.jpg', line: 8 },
    { href: 'q.jpg', line: 10 },
  ]);
});

test('each kind of unsafe HTML is told once, with its place', () => {
  const { findings } = scan(
    'a\n\n<script>a</script>\n<p onclick="a">b</p>\n\n<iframe src="c"></iframe> <script>d</script>\n\n[e](javascript:f)',
  );
  expect(findings.map(({ code, line, column }) => [code, line, column])).toEqual([
    ['removed-html', 7, 1],
    ['removed-html', 10, 1],
    ['removed-html', 8, 1],
    ['removed-html', 12, 1],
  ]);
});

test('HTML that is harmless makes no finding', () => {
  expect(scan('<div class="a" style="b"><!-- <script> --></div>\n\n<b>c</b> d < e').findings).toEqual([]);
});

test.each([
  ['lists', Array.from({ length: 60 }, (_, i) => `${'  '.repeat(i)}- mot${i}`).join('\n')],
  ['quotes', Array.from({ length: 60 }, (_, i) => `${'>'.repeat(i + 1)} mot${i}`).join('\n\n')],
])('%s in each other keep every word, however deep', (_, markdown) => {
  const markup = render(markdown);
  for (let i = 0; i < 60; i++) expect(markup).toMatch(new RegExp(`mot${i}\\b`));
});

test('words are counted without code', () => {
  expect(scan('Un *deux* trois [quatre](b.md) – cinq.\n\n```\nsix sept\n```').words).toBe(5);
});

test('a web address with slashes too many leads where browsers lead', () => {
  expect(render('[Film](https:///video.example/a)')).toContain('href="https://video.example/a"');
});

test.each([
  ['Le *texte*.\n\n(Jean Dupont, édité par Marie Durand)'],
  ['Le *texte*.\n(Jean Dupont, édité par Marie Durand)'],
  ['Le *texte*.  \n*(Jean Dupont, édité par Marie Durand)*'],
  ['Le *texte*. (Jean Dupont, édité par Marie Durand)'],
])('wherever a credit line ends the text, it is read, and not shown: %j', (markdown) => {
  const { facts, markup } = readBody(markdown, { lang: 'fr', firstLine: 1, file: 'a.md' });
  expect(facts).toMatchObject({ creditLine: 'Jean Dupont, édité par Marie Durand', excerpt: 'Le texte.' });
  expect(String(markup('').html).trim()).toBe('<p>Le <em>texte</em>.</p>');
});

test('a dateline alone in its paragraph is known, and what follows is the lead', () => {
  const facts = readBody('**PARIS, 3 mars (AFP)**\n\nLe Sénat vote, et', {
    lang: 'fr',
    firstLine: 1,
    file: 'a.md',
  }).facts;
  expect(facts).toMatchObject({ excerpt: 'Le Sénat vote, et…', dateline: { place: 'PARIS', agency: 'AFP' } });
});

test('an excerpt leaves points in brief and a byline out when a dateline follows', () => {
  const markdown = '* Un plan\n* Un vote\n\nPar Jean Dupont\n\nPARIS, 3 mars (AFP) - Le Sénat vote.';
  const { facts } = readBody(markdown, { lang: 'fr', firstLine: 1, file: 'a.md' });
  expect(facts).toMatchObject({ excerpt: 'Le Sénat vote.', dateline: { place: 'PARIS' } });
});
