// Lists that were pasted from Word, as Word, its "filtered" files and WordPress write them.

import { expect, test } from 'vitest';
import { readBody, renderBody } from './body.ts';
import { listsOfWord } from './word-lists.ts';

const resolve = { link: () => undefined, picture: () => null };
const render = (markdown: string): string => renderBody(markdown, { lang: 'fr', resolve }).html.trim();

/** An item as Word writes it to the clipboard. */
const item = (mark: string, text: string, { level = 1, place = 'Middle' } = {}): string =>
  `<p class=MsoListParagraphCxSp${place} style='text-indent:-18.0pt;mso-list:l0 level${level} lfo1'><!--[if !supportLists]--><span
style='font-family:Symbol'><span style='mso-list:Ignore'>${mark}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><!--[endif]-->${text}<o:p></o:p></p>`;

test('paragraphs with bullets become a list, and those with numbers a numbered one', () => {
  const bullets = [item('·', 'Un', { place: 'First' }), item('·', 'Deux <b>gras</b>', { place: 'Last' })].join('\n\n');
  expect(render(`<p>Avant&nbsp;:</p>\n\n${bullets}\n\n<p>Après</p>`).replace(/\s*\n\s*/g, '')).toBe(
    '<p>Avant\u00a0:</p><ul><li>Un</li><li>Deux <b>gras</b></li></ul><p>Après</p>',
  );
  const numbers = [item('3.', 'Trois'), item('4.', 'Quatre')].join('\n');
  expect(render(numbers).replace(/\s*\n\s*/g, '')).toBe('<ol start="3"><li>Trois</li><li>Quatre</li></ol>');
});

test('levels become lists within lists, whichever comes first', () => {
  const list = [
    item('o', 'a', { level: 2 }),
    item('o', 'b', { level: 2 }),
    item('·', 'c'),
    item('§', 'd', { level: 3 }),
    item('ii)', 'e', { level: 2 }),
  ];
  expect(render(list.join('\n')).replace(/\s*\n\s*/g, '')).toBe(
    '<ul><li>a</li><li>b</li></ul><ul><li>c<ul><li>d</li></ul><ol><li>e</li></ol></li></ul>',
  );
});

test('marks typed into a paragraph of the class are marks, too', () => {
  const list = '<p class="MsoListParagraph">-&nbsp;&nbsp; Un</p>\n<p class="MsoListParagraph"><b>1)</b> Deux</p>';
  expect(render(list).replace(/\s*\n\s*/g, '')).toBe('<ul><li>Un</li></ul><ol><li>Deux</li></ol>');
});

test.each([
  ['without a mark', '<p class="MsoListParagraph">Un paragraphe en retrait.</p>'],
  ['with a number that belongs to the sentence', '<p class="MsoListParagraph">12.5 millions</p>'],
  ['with an initial', '<p class="MsoListParagraph">M. Dupont est venu.</p>'],
  ['with a dash before words that somebody says', '<p class="MsoListParagraph">– Oui.</p>'],
  ['with a hyphen that belongs to the word', '<p class="MsoListParagraph">-Frappes</p>'],
  ['that is never closed', '<p class="MsoListParagraph">· Un'],
])('a paragraph of the class %s stays', (_, markup) => {
  expect(listsOfWord(markup)).toBe(markup);
});

test('the items are in no excerpt, and places of findings hold', () => {
  const list = [item('·', 'Un'), item('·', '<script>x</script>Deux')].join('\n');
  const { facts } = readBody(`<p>Le texte commence ici, avec assez de mots.</p>\n${list}\n<p onclick="x">Fin</p>`, {
    lang: 'fr',
    firstLine: 1,
    file: 'a.md',
  });
  expect(facts.excerpt).toBe('Le texte commence ici, avec assez de mots.');
  expect(facts.findings.map(({ code, line }) => [code, line])).toStrictEqual([
    ['removed-html', 5],
    ['removed-html', 6],
  ]);
});

test('a long text of paragraphs that are not closed takes no longer than one can wait', () => {
  const soup = '<p class="MsoListParagraph">· '.repeat(200_000);
  expect(listsOfWord(soup)).toBe(soup);
  const unmarked = '<p class="MsoListParagraph">M. Dupont '.repeat(200_000);
  expect(listsOfWord(`${unmarked}</p>`)).toBe(`${unmarked}</p>`);
  const items = '<p class="MsoListParagraph">· Un</p>\n'.repeat(200_000);
  expect(listsOfWord(items).split('\n')).toHaveLength(200_001);
  expect(listsOfWord(`${soup}</p>`)).toMatch(/^<ul><li><p class=.*<\/li><\/ul>$/);
});
