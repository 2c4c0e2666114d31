// Marks of footnotes that have no footnote are told, where they stand.

import { expect, test } from 'vitest';
import { readBody } from './body.ts';

const found = (markdown: string): string[] =>
  readBody(markdown, { lang: 'fr', firstLine: 5, file: 'a.md' }).facts.findings.map(
    ({ code, line, column, length }) => `${line}:${column}+${length} ${code}`,
  );

test.each([
  ['in a paragraph', 'Un mot[^absente].', '5:7+10'],
  ['on its second line', 'Un <b>mot</b>\net **un[^absente]** autre.', '6:8+10'],
  ['in a list in a quote', 'Un mot.\n\n> - un[^absente]', '7:7+10'],
  ['in a table', '| a | b |\n|---|---|\n| c | d[^absente] |', '7:8+10'],
  ['in a heading', '## Un titre[^absente]', '5:12+10'],
  ['in a link', 'Un [mot[^absente]](https://a.fr).', '5:8+10'],
  ['in another note', 'Un mot[^1].\n\n[^1]: Voir\n  là[^absente].', '8:5+10'],
  [
    'behind the same in code',
    'Un `mot[^absente]` et ``un ` [^absente]`` et \\[^absente] et un mot[^absente].',
    '5:67+10',
  ],
])('a mark without a note is told %s', (_, markdown, place) => {
  expect(found(markdown)).toEqual([`${place} missing-note`]);
});

test.each([
  ['with its note', 'Un mot[^1].\n\n[^1]: Note.'],
  ['in code', 'Un `[^absente]`.\n\n```\n[^absente]\n```\n\n    [^absente]'],
  ['behind a backslash', 'Un \\[^absente].'],
  ['that is a link', 'Un [^absente](https://a.fr).'],
  ['in an attribute', 'Un <a href="https://a.fr" title="[^absente]">lien</a>.'],
  ['that holds a space', 'Un mot [^pas ici].'],
])('nothing is told of a mark %s', (_, markdown) => expect(found(markdown)).toEqual([]));

test('a name is told once, and each name is', () => {
  expect(found('Un[^a] deux[^b] trois[^a].\n\nQuatre[^b].')).toEqual(['5:3+4 missing-note', '5:12+4 missing-note']);
});

test('a table of nothing but such marks is read in one go', () => {
  const cells = Array.from({ length: 20_000 }, (_, i) => `[^n${i}]`);
  expect(found(`| a |\n|---|\n${cells.map((cell) => `| ${cell} |`).join('\n')}`)).toHaveLength(20_000);
});
