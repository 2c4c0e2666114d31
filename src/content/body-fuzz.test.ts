import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderBody, readBody } from './body.ts';

const picture = { src: '/a.jpg', width: 1, height: 1, sources: [], alt: '', caption: null, credit: null };
const resolve = {
  link: (href: string): string | null | undefined => (href.length % 3 === 0 ? null : undefined),
  picture: (src: string): typeof picture | null => (src.length % 2 === 0 ? picture : null),
};
const soup = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...'<p>|<p class=MsoListParagraph>· |<p class=MsoListParagraph style="mso-list:l0 level2 lfo1">a) |</p>|<div>|</div>|<table>|<tr>|<td>|<td colspan=3 rowspan=9>|</table>|<li>|<ul>|</ul>|<a href="javascript:x">|<a href=x.md>|</a>|<img src=x onerror=y>|<img src="ab" alt="c">|<b>|</b>|<h3>|</h3>|<script>|</script>|<svg onload=a>|<iframe src=javascript:x>|<iframe src="https://a.b/c"></iframe>|<figure>|<figcaption>|<details>|<summary>|<dl>|<dt>|<dd>|<pre>|</pre>|<!--|-->|<![CDATA[|<p>https://a.b/?c&d|<p id=a>|<blockquote>|<caption>|<object data=x>|<video src=y>|<span lang=en>|<math>|<style>|<select>|<time>|<bdo dir=rtl>|<section>|<em>|<code>|<br>|<hr>|<q>|<ol>'.split(
          '|',
        ),
      ),
      fc.constantFrom(
        ...'*¦**¦_¦`¦```¦~~~¦[¦](¦)¦![¦{{<¦>}}¦{%¦%}¦{{¦}}¦{title="a"}¦[^1]¦[^1]: a¦#¦## ¦> ¦- ¦1. ¦    ¦| a | b |¦|---|--:|¦---¦===¦<https://a.b>¦https://a.b/¦javascript:a¦data:a¦&lt;p&gt;¦&#106;avascript&colon;¦\\¦<¦>¦"¦(Reportage A B)¦PARIS (AFP) - ¦[caption]¦[/caption]'.split(
          '¦',
        ),
      ),
      fc.constantFrom('\n', '\n\n', ' ', 'a', 'Un mot', '\t', '\r\n', '\0', '\ud800', 'é', '👩‍👦'),
      fc.string({ maxLength: 6 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));
const anything = fc.oneof(soup, fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 300 }));

const tag = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"<>]*")?)*)>/g;
const voids = new Set(['br', 'hr', 'img', 'source']);
const blocks =
  /^(?:p|h[1-6]|div|ul|ol|li|dl|dt|dd|table|thead|tbody|tfoot|tr|td|th|caption|blockquote|figure|figcaption|pre|details|summary|section|hr)$/;
const parents: Record<string, RegExp> = {
  li: /^[uo]l$/,
  dt: /^dl$/,
  dd: /^dl$/,
  tr: /^(?:thead|tbody|tfoot)$/,
  td: /^tr$/,
  th: /^tr$/,
  tbody: /^table$/,
  thead: /^table$/,
  tfoot: /^table$/,
  caption: /^table$/,
  figcaption: /^figure$/,
  summary: /^details$/,
  source: /^picture$/,
};

/** Throws where markup is not balanced, an element stands where it may not, or something is not safe. */
function checkMarkup(markup: string): void {
  const stack: string[] = [];
  const ids = new Set<string>();
  for (const [, slash, name = '', attributes = ''] of markup.matchAll(tag)) {
    if (slash === '/') {
      expect(stack.pop()).toBe(name);
      continue;
    }
    const parent = stack.at(-1) ?? 'body';
    expect(name).not.toMatch(/^(?:script|style|iframe|object|embed|svg|math|form|input|select|template|video|audio)$/);
    expect(attributes).not.toMatch(/ on| style=|(?:href|src)="\s*(?:javascript|data|vbscript):/i);
    if (blocks.test(name))
      expect(parent).not.toMatch(/^(?:p|h[1-6]|a|b|em|strong|span|summary|dt|caption|pre|code|sup)$/);
    if (parents[name] !== undefined) expect(parent).toMatch(parents[name]);
    if (name === 'a') expect(stack).not.toContain('a');
    if (/^(?:ul|ol)$/.test(parent)) expect(name).toBe('li');
    const id = / id="([^"]*)"/.exec(attributes)?.[1];
    if (id !== undefined) {
      expect(ids.has(id)).toBe(false);
      expect(id).toMatch(/^t-/);
      ids.add(id);
    }
    if (!voids.has(name)) stack.push(name);
  }
  expect(stack).toEqual([]);
  // Every other "<" would be markup that the expression above does not know.
  expect(markup.replace(tag, '')).not.toContain('<');
  expect(markup).not.toMatch(/<p><\/p>/);
}

test('whatever an author writes, the markup is balanced, well placed and safe', () => {
  fc.assert(
    fc.property(anything, (text) => {
      checkMarkup(renderBody(text, { lang: 'fr', resolve }).html);
    }),
    { numRuns: 3000 },
  );
});

test('whatever an author writes, the facts keep their promises', () => {
  fc.assert(
    fc.property(anything, (text) => {
      const facts = readBody(text, { lang: 'en', firstLine: 3, file: 'a.md' }).facts;
      expect(facts.excerpt.length).toBeLessThanOrEqual(260);
      if (!text.includes('<') && !text.includes('&')) expect(facts.excerpt).not.toMatch(/<\/?[a-z]/i);
      const lines = text.split(/\r\n?|\n/).length;
      for (const { line } of [...facts.links, ...facts.pictures]) expect(line).toBeLessThan(lines + 3);
      for (const finding of facts.findings) expect(finding.line).toBeLessThan(lines + 3);
    }),
    { numRuns: 2000 },
  );
});

test('a credit line is either shown or told', () => {
  const text = 'Le texte.\n\n(Jean Dupont, édité par Marie Durand)';
  const shown = renderBody(text, { lang: 'fr', resolve }).html.includes('Dupont');
  expect(shown).toBe(readBody(text, { lang: 'fr', firstLine: 1, file: 'a.md' }).facts.creditLine === null);
});

const units =
  '[¦*¦>¦> ¦<¦(¦`¦_¦![¦](¦<!--¦<b>¦<div>¦<div>\n\n¦</p>¦{{<¦{%¦{{¦{#¦[caption]¦**a ¦- ¦a `b¦&¦&#¦\\¦~~¦|¦https://¦<a href="¦[^1]¦[^1]: a\n\n¦#¦# a\n\n¦{a="¦([¦(Reportage A, ¦A. ¦A, ¦( ¦<table><tr><td>¦<li>¦<p>a\n\n¦[a](b ¦{{ "¦1. a\n\n¦    <p>\n\n<i>\n\n¦a|b\n-|-\n¦< a¦<a b=c ¦<img ¦• ¦• a\n\n'.split(
    '¦',
  );

/** What this thread worked for something (ms), whatever else the machine did meanwhile. */
function effort(work: () => unknown): number {
  const { user, system } = process.threadCpuUsage();
  work();
  const after = process.threadCpuUsage();
  return (after.user - user + after.system - system) / 1000;
}

for (const unit of units) {
  test(`a megabyte of "${unit.replaceAll('\n', '⏎')}" ends soon`, () => {
    const most = Math.floor(1_000_000 / unit.length);
    const [eighth, whole] = [Math.floor(most / 8), most].map((count) => {
      const text = unit.repeat(count);
      const read = effort(() => readBody(text, { lang: 'fr', firstLine: 1, file: 'a.md' }));
      return { read, rendered: effort(() => renderBody(text, { lang: 'fr', resolve })) };
    }) as [{ read: number; rendered: number }, { read: number; rendered: number }];
    // Eight times the text is eight times the work, and not sixty-four times.
    expect(whole.read).toBeLessThan(24 * eighth.read + 500);
    expect(whole.rendered).toBeLessThan(24 * eighth.rendered + 500);
  }, 120_000);
}
