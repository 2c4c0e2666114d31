// Text that is shown as it was typed is told, with the line where it begins.

import { expect, test } from 'vitest';
import { readBody } from './body.ts';

const found = (markdown: string): string[] =>
  readBody(markdown, { lang: 'fr', firstLine: 5, file: 'a.md' }).facts.findings.map(
    ({ code, line, column }) => `${line}:${column} ${code}`,
  );

const dense = Array.from({ length: 700 }, (_, i) => `mot[^n${i}]`).join(' ');
const nested = (levels: number): string => `${'> '.repeat(levels)}mot`;

test.each([
  ['a long paragraph', 'Un mot de plus. '.repeat(2000)],
  ['a paragraph with many marks', 'Un *mot* de plus. '.repeat(400)],
  ['a quote in a quote in a quote', nested(3)],
  ['a list in a list in a list', '- a\n  - b\n    - c\n      - d'],
])('%s is no mistake', (_, markdown) => expect(found(markdown)).toEqual([]));

test('a paragraph with thousands of marks is told where it begins, once', () => {
  expect(found(`Un mot.\n\n${dense}\n\n${dense}`)).toEqual(['7:1 as-typed']);
});

test.each([
  ['quotes', nested(60)],
  ['lists', Array.from({ length: 40 }, (_, i) => `${'  '.repeat(i)}- mot ${i}`).join('\n')],
])('%s nested too deep are told, once', (_, markdown) => {
  expect(found(`${markdown}\n\n${markdown}`)).toEqual([expect.stringMatching(/^\d+:\d+ as-typed$/)]);
});
