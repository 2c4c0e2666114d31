// Reading comment files, and writing them so that they read the same.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanLines, oneLine } from '../base/text.ts';
import { readComment, readThreadFile } from './comment.ts';
import { writeComment, writeThread } from './write-comment.ts';

const file = (text: string, path = 'comments/crue/c1.md') => ({ path, bytes: Buffer.from(text) });
const read = (text: string, path?: string) => readComment(file(text, path), 'Europe/Paris');
const codes = (text: string, path?: string) => read(text, path).findings.map(({ code }) => code);

describe('a comment', () => {
  test('has an author, a date, a text, and perhaps what it answers', () => {
    const { value, findings } = read(
      '---\nauthor: Camille\ndate: 2026-03-05 09:12\nreply-to: c0.md\n---\n\nOui.\n\nNon.\n',
    );
    expect(findings).toEqual([]);
    expect(value).toMatchObject({ article: 'crue', id: 'c1', author: 'Camille', replyTo: 'c0', text: 'Oui.\n\nNon.' });
    expect(value?.date.iso).toBe('2026-03-05T09:12:00+01:00');
  });

  test('keeps markup in the pseudonym and the text as it was typed', () => {
    const { value } = read('---\nauthor: "<b>Z</b> *x*"\ndate: 2026-03-05\n---\n<script>1</script> [a](b)\n');
    expect(value).toMatchObject({ author: '<b>Z</b> *x*', text: '<script>1</script> [a](b)' });
  });

  test('without date, without text, or outside the folder of an article is a finding, never silence', () => {
    expect(codes('---\nauthor: A\n---\nTexte\n')).toEqual(['missing-date']);
    expect(codes('---\nauthor: A\ndate: hier\n---\nTexte\n')).toEqual(['bad-date']);
    expect(codes('---\nauthor: A\ndate: 2026-03-05\n---\n\n')).toEqual(['empty-file']);
    expect(codes('---\ndate: 2026-03-05\n---\nA\n', 'comments/c1.md')).toEqual(['misplaced-comment']);
    expect(codes('---\ndate: 2026-03-05\n---\nA\n', 'comments/crue/2026/c1.md')).toEqual(['misplaced-comment']);
  });

  test('with a status that is no status is withheld, and said', () => {
    const text = '---\ndate: 2026-03-05\nstatus: aproved\n---\nA\n';
    expect(read(text).value?.status).toBe('removed');
    expect(codes(text)).toEqual(['bad-value']);
  });

  test.each([
    ['staus: removed', 'Did you mean "status"?'],
    ['Statu: retiré', 'Did you mean "status"?'],
    ['statut: removed', 'Did you mean "status"?'],
    ['état: x', 'There is no key "état" here.'],
    ['draft: true', 'There is no key "draft" here.'],
    ['supprimé: oui', 'There is no key "supprimé" here.'],
  ])('with %s is withheld, and said', (line, said) => {
    const { value, findings } = read(`---\ndate: 2026-03-05\n${line}\n---\nA\n`);
    expect(value?.status).toBe('removed');
    expect(findings).toMatchObject([{ code: 'unknown-key', severity: 'error', line: 3, column: 1 }]);
    expect(findings[0]?.message).toContain(said);
  });

  test.each(['staus: approved', 'staus:', 'draft: false', 'motto: removed', '_staus: removed'])(
    'with %s is shown',
    (line) => {
      const { value, findings } = read(`---\ndate: 2026-03-05\n${line}\n---\nA\n`);
      expect(value?.status).toBe('approved');
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    },
  );

  test('loses overrides of direction and control characters, and keeps its emoji', () => {
    const { value } = read('---\nauthor: "a\u202Eb"\ndate: 2026-03-05\n---\nx\u202Ey\u0007 👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿\n');
    expect(value).toMatchObject({ author: 'ab', text: 'xy 👩‍👩‍👧 🏴󠁧󠁢󠁥󠁮󠁧󠁿' });
  });
});

test('what is written reads the same, whatever was typed', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({ maxLength: 60 }),
    fc.constantFrom(
      '---',
      'a: b',
      '"',
      "'",
      '\\',
      '- x',
      '# t',
      '{{ x }}',
      'true',
      '1.10',
      '\n---\n',
      '+++',
      '=== x',
      '{"a":1}',
    ),
  );
  const property = fc.property(anything, anything, fc.boolean(), (name, body, removed) => {
    const author = oneLine(cleanLines(name)).text.slice(0, 60).toWellFormed() || null;
    const text = cleanLines(body);
    fc.pre(text.trim() !== '');
    const status = removed ? 'removed' : 'approved';
    const written = writeComment({ author, text, status, date: '2026-03-05T09:12:00+01:00', replyTo: 'c0' });
    const { value, findings } = read(written);
    expect(findings).toEqual([]);
    expect(value).toMatchObject({ author, text, status, replyTo: 'c0' });
  });
  fc.assert(property, { numRuns: 500 });
});

test('a thread’s file closes it; one that is unclear closes it too, and is a finding', () => {
  const closed = (text: string) => readThreadFile(file(text, 'comments/crue/thread.md'));
  expect(closed(writeThread(true)).value).toMatchObject({ article: 'crue', closed: true });
  expect(closed(writeThread(false)).value?.closed).toBe(false);
  expect(closed('---\nclosed: peut-être\n---\n')).toMatchObject({
    value: { closed: true },
    findings: [{ code: 'bad-value' }],
  });
  expect(closed('---\nclosd: true\n---\n')).toMatchObject({
    value: { closed: true },
    findings: [{ code: 'unknown-key', severity: 'error', line: 2 }],
  });
  expect(closed('---\nclosd: false\n---\n').value?.closed).toBe(false);
});
