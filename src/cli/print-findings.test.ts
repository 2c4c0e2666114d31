// Findings as people and machines see them.

import { describe, expect, test } from 'vitest';
import type { Finding } from '../base/findings.ts';
import {
  countFindings,
  createPaint,
  findingsGithub,
  findingsJson,
  findingsText,
  findingText,
} from './print-findings.ts';

const plain = createPaint(false);
const finding: Finding = {
  code: 'unknown-section',
  severity: 'error',
  file: 'articles/2026/03/05/crue.md',
  line: 4,
  column: 10,
  length: 7,
  text: 'section: wetaher',
  message: 'There is no section "wetaher". Did you mean "weather"?',
  hint: 'A section is a file in content/sections/.',
};

test('a finding stands with its place, its line, a caret, what happened and what to do', () => {
  expect(findingText(finding, plain)).toBe(`articles/2026/03/05/crue.md:4:10  error  unknown-section
  4 │ section: wetaher
    │          ^^^^^^^
  There is no section "wetaher". Did you mean "weather"?
  A section is a file in content/sections/.`);
});

describe('the caret stands under the right column', () => {
  const carets = (more: Partial<Finding>): string[] =>
    findingText({ ...finding, ...more }, plain)
      .split('\n')
      .slice(1, 3);

  test('where the number of the line has more digits', () => {
    expect(carets({ line: 1234 })).toEqual(['  1234 │ section: wetaher', '       │          ^^^^^^^']);
  });

  test('where tabs stand before it: each is one space here', () => {
    expect(carets({ text: '\tsrc:\tx.jpg', column: 7, length: 5 })).toEqual(['  4 │  src: x.jpg', '    │       ^^^^^']);
  });

  test('at the end of the line', () => {
    expect(carets({ text: 'title:', column: 7, length: 1 })).toEqual(['  4 │ title:', '    │       ^']);
  });

  test('and never goes beyond the line', () => {
    expect(carets({ length: 500 })).toEqual(['  4 │ section: wetaher', '    │          ^^^^^^^']);
  });

  test('and is one character when no length is known', () => {
    const { length: _, ...unmeasured } = finding;
    expect(findingText(unmeasured, plain)).toContain('    │          ^\n');
  });

  test('and is not there when the column lies beyond what is shown', () => {
    expect(carets({ column: 400 })).toEqual([
      '  4 │ section: wetaher',
      '  There is no section "wetaher". Did you mean "weather"?',
    ]);
  });
});

test('of a line that is too long for a terminal the part around the mark is shown', () => {
  const text = `${'a'.repeat(150)}wetaher${'b'.repeat(43)}`;
  const lines = findingText({ ...finding, column: 351, length: 7, text, textFrom: 201 }, plain).split('\n');
  expect(lines[1]).toBe(`  4 │ …${'a'.repeat(50)}wetaher${'b'.repeat(43)}…`);
  expect(lines[2]?.indexOf('^^^^^^^')).toBe(lines[1]?.indexOf('wetaher'));
});

test('a finding about a whole file has no line and no caret', () => {
  const { line: _, column: __, length: ___, text: ____, hint: _____, ...whole } = finding;
  expect(findingText({ ...whole, severity: 'warning', code: 'empty-file', message: 'The file is empty.' }, plain)).toBe(
    'articles/2026/03/05/crue.md  warning  empty-file\n  The file is empty.',
  );
});

test('a file cannot steer the terminal, nor turn its text around', () => {
  const evil = '\u001b[2J\u001b]0;titre\u0007\u009b1A\r\n\u202e\u2066';
  const text = findingText({ ...finding, file: `${evil}.md`, text: evil, message: evil, hint: evil }, plain);
  expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/);
  expect(text.split('\n')).toHaveLength(5);
});

test('colours are ours alone, and only where they are wanted', () => {
  expect(findingText(finding, createPaint(true))).toContain('\u001b[31merror\u001b[0m');
  expect(findingText(finding, plain)).not.toContain('\u001b');
});

test('of one code twenty are shown and the rest is counted; other codes are not pushed out', () => {
  const many = Array.from({ length: 25 }, (_, i) => ({ ...finding, file: `${i}.md` }));
  const text = findingsText([...many, { ...finding, code: 'missing-date', file: 'last.md' }], plain);
  expect(text.match(/error {2}unknown-section/g)).toHaveLength(20);
  expect(text).toContain('last.md:4:10  error  missing-date');
  expect(text).toContain('… and 5 more of unknown-section');
  expect(JSON.parse(findingsJson(many))).toHaveLength(25);
});

describe('for GitHub', () => {
  test('a finding is one line with its place', () => {
    expect(findingsGithub([finding], 'content/')).toBe(
      '::error file=content/articles/2026/03/05/crue.md,line=4,col=10,title=unknown-section::' +
        'There is no section "wetaher". Did you mean "weather"? A section is a file in content/sections/.',
    );
  });

  test('no text can begin a command of its own', () => {
    const evil = 'x\n::set-output name=a::b\r,line=9:%';
    const lines = findingsGithub([{ ...finding, file: evil, message: evil, hint: evil }], '').split('\n');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/^::error file=x%0A%3A%3Aset-output name=a%3A%3Ab%0D%2Cline=9%3A%25,line=4,/);
  });
});

test('errors and warnings are counted', () => {
  expect(countFindings([finding, finding, { ...finding, severity: 'warning' }])).toEqual({ error: 2, warning: 1 });
});
