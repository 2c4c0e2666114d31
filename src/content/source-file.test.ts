// Bytes to text: encodings that newsrooms send, and what is no text.

import { describe, expect, test } from 'vitest';
import { decode } from './source-file.ts';

function read(bytes: Uint8Array): { text: string | null; found: string[] } {
  const { value, findings } = decode({ path: 'articles/x.md', bytes });
  return {
    text: value?.text ?? null,
    found: findings.map(({ code, severity, line, column }) => `${severity} ${code} ${line ?? '-'}:${column ?? '-'}`),
  };
}

describe('a file', () => {
  test('in UTF-8 is read as it is, without BOM, with lines that end in LF', () => {
    expect(read(Buffer.from('\ufeffÉté\r\nhiver\rfin'))).toEqual({ text: 'Été\nhiver\nfin', found: [] });
  });

  test.each([
    ['with a BOM', Buffer.from('\ufeffÉté à Paris', 'utf16le')],
    ['with a BOM, big end first', Buffer.from('\ufeffÉté à Paris', 'utf16le').swap16()],
    ['without a BOM', Buffer.from('Été à Paris', 'utf16le')],
  ])('in UTF-16 %s is read, with a warning', (_, bytes) => {
    expect(read(bytes)).toEqual({ text: 'Été à Paris', found: ['warning wrong-encoding -:-'] });
  });

  test('in Windows-1252 is read, with a warning at the first byte that is not UTF-8', () => {
    const bytes = Buffer.from('Hier\nun \xe9t\xe9 \x80 5', 'latin1');
    expect(read(bytes)).toEqual({ text: 'Hier\nun été € 5', found: ['warning wrong-encoding 2:4'] });
  });

  test('that mixes both is read right on both sides', () => {
    const bytes = Buffer.concat([Buffer.from('été '), Buffer.from('\xe9t\xe9', 'latin1')]);
    expect(read(bytes).text).toBe('été été');
  });

  test('with NUL is refused, and the place is told', () => {
    expect(read(Buffer.from('---\ntitle: a\0b\n---\n'))).toEqual({ text: null, found: ['error not-text 2:9'] });
  });

  test('that is a picture is refused', () => {
    const png = Buffer.from('89504e470d0a1a0a0000000d49484452000000100000001008060000001ff3ff61', 'hex');
    expect(read(png).text).toBeNull();
  });

  test('with control characters loses them, with a warning', () => {
    expect(read(Buffer.from('a\u0007b\u0092c\fd'))).toEqual({
      text: 'ab’c d',
      found: ['warning control-character 1:2'],
    });
  });
});
