// What a footnote points at is known as if it stood in the text.

import { expect, test } from 'vitest';
import { readBody, renderBody } from './body.ts';

const read = (markdown: string): ReturnType<typeof readBody> =>
  readBody(markdown, { lang: 'fr', firstLine: 5, file: 'a.md', own: 'https://gazette.example' });

test('links of a footnote are links of the text, on their own lines', () => {
  const { links } = read(`Un mot[^a], [ici](ici.md).

[^a]: Voir [un](un.md)
  et [deux](deux)
  et <a href="trois.md">trois</a>.

  Puis https://gazette.example/quatre.html

> Cité[^b].
>
> [^b]:
>   [cinq](cinq)`).facts;
  expect(links.map(({ href, line }) => `${line} ${href}`)).toEqual([
    '5 ici.md',
    '7 un.md',
    '8 deux',
    '9 trois.md',
    '11 https://gazette.example/quatre.html',
    '16 cinq',
  ]);
});

test('so are those of a footnote to which only a footnote refers, and not those of one that is not shown', () => {
  const { links } = read('Un mot[^a].\n\n[^a]: Une note[^b].\n[^b]: [x](x.md)\n[^c]: [y](y.md)').facts;
  expect(links).toEqual([{ href: 'x.md', line: 8 }]);
});

test('pictures of a footnote are pictures of the text', () => {
  const { pictures } = read('Un mot[^a].\n\n[^a]: ![Une digue](digue.jpg) et <img src="quai.jpg">.').facts;
  expect(pictures.map(({ href }) => href)).toEqual(['digue.jpg', 'quai.jpg']);
});

test('HTML that is taken out of a footnote is told', () => {
  const { findings } = read('Un mot[^a].\n\n[^a]: Ici <b onclick="x()">là</b>.').facts;
  expect(findings.map(({ code, line, column }) => `${line}:${column} ${code}`)).toEqual(['7:11 removed-html']);
});

test('a footnote counts no words and gives no excerpt', () => {
  const { words, excerpt } = read('Un mot[^a].\n\n[^a]: Une note.').facts;
  expect([words, excerpt]).toEqual([2, 'Un mot.']);
});

test('marks are numbered and counted once, whether the text was read before or not', () => {
  const markdown = 'Un[^a], deux[^b], un encore[^a].\n\n[^a]: Voir[^c] [x](x.md).\n[^b]: B[^c].\n[^c]: C[^a].';
  const resolve = { link: () => undefined, picture: () => null };
  const { html } = renderBody(markdown, { lang: 'fr', resolve });
  expect(read(markdown).markup('').html).toBe(html);
  expect(html.match(/<sup id="t-fnref-\d">/g)).toEqual([1, 2, 3].map((number) => `<sup id="t-fnref-${number}">`));
  expect(html.match(/<li id="t-fn-\d">/g)).toHaveLength(3);
});
