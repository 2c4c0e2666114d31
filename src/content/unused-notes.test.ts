// Footnotes that are not shown are told, with the line of the note.

import { expect, test } from 'vitest';
import { readBody, renderBody } from './body.ts';

const found = (markdown: string): string[] =>
  readBody(markdown, { lang: 'fr', firstLine: 5, file: 'a.md' }).facts.findings.map(
    ({ code, line, column, message }) => `${line}:${column} ${code} ${message}`,
  );

test.each([
  ['a mark', 'Un mot[^1].\n\n[^1]: Note.'],
  ['a mark before a colon', 'Il le dit[^1]: non.\n\n[^1]: Note.'],
  ['a mark in a note', 'Un mot[^1].\n\n[^1]: Note[^b].\n[^b]: Autre.'],
])('%s is no mistake', (_, markdown) => expect(found(markdown)).toEqual([]));

test('a note without a mark is told where it stands', () => {
  expect(found('Un mot[^1].\n\n[^1]: Note.\n[^deux]: Perdue.')).toEqual([
    '8:1 unused-note The footnote "deux" has no mark in the text, and is not shown.',
  ]);
});

test('a second note of one name is told where it stands, unless it says the same', () => {
  expect(found('Un mot[^1].\n\n[^1]: Note.\n[^1]: Autre.')).toEqual([
    '8:1 unused-note The footnote "1" stands there a second time, and is not shown.',
  ]);
  expect(found('Un mot[^1].\n\n[^1]: Note.\n\n[^1]: Note.')).toEqual([]);
});

test('however many notes there are, all are shown', () => {
  const marks = Array.from({ length: 700 }, (_, i) => `[^n${i}]`);
  const text = `${marks.join('\n\n')}\n\n${marks.map((mark, i) => `${mark}: Note ${i}.`).join('\n')}`;
  const markup = renderBody(text, { lang: 'fr', resolve: { link: () => undefined, picture: () => null } }).html;
  expect(markup).toContain('Note 699.');
  expect(markup.match(/<li id="t-fn-\d+">/g)).toHaveLength(700);
});

test('a text of nothing but notes and empty lines is read in one go', () => {
  const notes = Array.from({ length: 4000 }, (_, i) => `[^n${i}]: Note.`);
  expect(found(`Un mot.\n\n${notes.join('\n\n')}${'\n'.repeat(60_000)}Fin[^n0].`)).toHaveLength(3999);
});
