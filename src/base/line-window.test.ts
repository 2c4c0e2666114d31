// What is shown of a line that is too long to be shown.

import { expect, test } from 'vitest';
import { partOfLine } from './line-window.ts';

test('a line that fits is shown whole', () => {
  expect(partOfLine('title: x', { column: 8, length: 1 })).toEqual({ text: 'title: x' });
});

test('of a long line the part around the mark is shown, wherever the mark is', () => {
  const line = Array.from({ length: 3000 }, (_, i) => String.fromCharCode(97 + (i % 26))).join('');
  for (let column = 1; column <= line.length + 1; column += 7) {
    const { text, textFrom = 1 } = partOfLine(line, { column, length: 5 }, 80);
    expect(text).toBe(line.slice(textFrom - 1, textFrom + 79));
    expect(text).toHaveLength(80);
    expect(column).toBeGreaterThanOrEqual(textFrom);
    expect(column).toBeLessThanOrEqual(textFrom + 80);
  }
});

test('no letter of two units is cut in two at the beginning', () => {
  const line = '😀'.repeat(300);
  for (const column of [401, 403, 405]) {
    expect(partOfLine(line, { column, length: 2 }, 81).text.charCodeAt(0)).toBe(0xd83d);
  }
});
