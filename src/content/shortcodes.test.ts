import fc from 'fast-check';
import { expect, test } from 'vitest';
import { replaceShortcodes, shortcodeFindings } from './shortcodes.ts';

const clean = (text: string): string => replaceShortcodes(text, 'fr').text;
const names = (text: string): string[] => replaceShortcodes(text, 'fr').found.map(({ name }) => name);

const cases: readonly (readonly [string, string, string])[] = [
  ['a Hugo command in a sentence goes with its space', 'Voir {{< x a="b" >}}, puis.', 'Voir, puis.'],
  ['the text of a pair stays', '{{% note %}}Le texte.{{% /note %}}', 'Le texte.'],
  ['an escaped command shows itself', 'Tapez {{</* x */>}} ici', 'Tapez {{\\< x >}} ici'],
  ['a reference in a link is its target', '[a]({{< ref "/b c.md" >}})', '[a](/b%20c.md)'],
  ['a reference without an ending is a file', '[a]({{< relref "posts/b#c" >}})', '[a](posts/b.md#c)'],
  ['a post of Jekyll is a file', '[a]({% post_url 2014-03-01-b %})', '[a](2014-03-01-b.md)'],
  ['a post of Hexo is a link', '{% post_link b "Le titre" %}', '[Le titre](b.md)'],
  ['a path with a filter is the path', '[a]({{ "/b/" | relative_url }})', '[a](/b/)'],
  ['the address of the site is the root', '[a]({{ site.baseurl }}/b/)', '[a](/b/)'],
  ['a path in an attribute is the path', '<img src="{{ "/a.png" | url }}" alt="b">', '<img src="/a.png" alt="b">'],
  ['an image is an image', '{% image "assets/a.png" "Un [alt]" %}', '![Un \\[alt\\]](assets/a.png)'],
  ['a figure has its caption', '{{< figure src="a.jpg" alt="b" caption="c" >}}', '![b](a.jpg "c")'],
  [
    'a picture within HTML is HTML',
    '<div>\n{{< img src="a.jpg" >}}\n</div>',
    '<div>\n<img src="a.jpg" alt="">\n</div>',
  ],
  ['an include without a picture leaves nothing', 'a {% include b.html c="d" %} e', 'a e'],
  [
    'a film is a link',
    '{{< youtube abcdefghijk >}}',
    '[À voir sur YouTube](https://www.youtube.com/watch?v=abcdefghijk)',
  ],
  ['raw braces stay', '{% raw %}{{ x }}{% endraw %}', '{{ x }}'],
  ['a comment goes', 'a {# b #} c {% comment %}d{% endcomment %}', 'a c'],
  ['an embed is a link', '[embed]https://youtu.be/x[/embed]', '[YouTube](https://youtu.be/x)'],
  ['a gallery goes', 'a [gallery ids="1,2"] b', 'a b'],
  [
    'a caption is a figure',
    '[caption id="1"]<img src="a.jpg"> Légende[/caption]',
    '<figure><img src="a.jpg"><figcaption>Légende</figcaption></figure>',
  ],
  ['code that a pair holds stays code', '{{< highlight go >}}\nx {{ y }}\n{{< /highlight >}}', '```go\nx {{ y }}\n```'],
];

for (const [name, text, expected] of cases) {
  test(name, () => expect(clean(text).trimEnd()).toBe(expected));
}

const untouched = [
  '`{{ a }}` et ``{% b %}``',
  '```\n{{< a >}}\n{% b %}\n```',
  'Un exemple :\n\n    {{< a >}}\n',
  '<code>{{ a }}</code>',
  'deux accolades {{ seules',
  'de {{ }} vides',
  'des mots {{ entre des accolades }} ici',
  '[texte] et [video](a.md) et [audio] et [caption]',
  '## Titre {#id}',
  'un { et %} et #}',
];

for (const text of untouched) {
  test(`is text: ${text.replaceAll('\n', '⏎')}`, () => {
    expect(clean(text)).toBe(text);
    expect(names(text)).toEqual([]);
  });
}

test('a finding names each command once, with its place and its line', () => {
  const source = 'a\n\nVoir {{< x >}} et {{< x >}} et {% y %}';
  const findings = shortcodeFindings(replaceShortcodes(source, 'fr').found, { file: 'a.md', firstLine: 5, source });
  expect(findings.map(({ line, column, length, text }) => [line, column, length, text])).toEqual([
    [7, 6, 9, 'Voir {{< x >}} et {{< x >}} et {% y %}'],
    [7, 32, 7, 'Voir {{< x >}} et {{< x >}} et {% y %}'],
  ]);
});

test('the address of the site is told by the name that was written', () => {
  expect(names('[a]({{ site.baseurl }}/b/) [c]({{ base_path }}/d/)')).toEqual(['site.baseurl', 'base_path']);
});

test('lines stay in number, whatever the text', () => {
  const piece = fc.constantFrom(
    '{{<',
    '>}}',
    '{{%',
    '%}}',
    '{%',
    '%}',
    '{{',
    '}}',
    '{# ',
    '#}',
    ' x',
    ' a="b"',
    '\n',
    '\r\n',
    '`',
    '```',
    '<pre>',
    '[caption id=1]',
    '[/caption]',
    '[gallery ids=1]',
    'raw',
    'endraw',
    '/',
    '<div>',
    ' | url',
    '"',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      const lines = (value: string): number => value.split(/\r\n?|\n/).length;
      expect(lines(clean(text))).toBe(lines(text));
    }),
    { numRuns: 2000 },
  );
});

test('very many commands of different names are told as soon as one', () => {
  const source = Array.from({ length: 100_000 }, (_, i) => `[[a]] {{< n${i} >}} mot`).join(' ');
  const { found } = replaceShortcodes(source, 'fr');
  const findings = shortcodeFindings(found, { file: 'a.md', firstLine: 5, source });
  expect(findings).toHaveLength(100_000);
  expect(findings.at(-1)).toMatchObject({ line: 5, column: source.length - '{{< n99999 >}} mot'.length + 1 });
}, 60_000);
