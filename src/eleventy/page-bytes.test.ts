import { describe, expect, it } from 'vitest';
import { PageBytes } from './page-bytes.ts';

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString();

describe('the bytes of pages', () => {
  it('stay as they are while others are added, whatever their length', () => {
    const bytes = new PageBytes();
    const pages = [10, 300_000, 2_000_000, 349_525, 349_526, 5, 0, 100_000].map(
      (length, i) => `${'é’\u{1f5de}'[i % 3] ?? ''}${'a’é'.repeat(length / 3)}`,
    );
    const made = pages.map(bytes.of);
    expect(made.map(text)).toEqual(pages.map((page) => Buffer.from(page).toString()));
    expect(made.every((page) => !Buffer.isBuffer(page))).toBe(true);
  });

  it('give their room to the next run', () => {
    const bytes = new PageBytes();
    const first = bytes.of('the first run');
    bytes.clear();
    const second = bytes.of('the second');
    expect(second.buffer).toBe(first.buffer);
    expect(text(second)).toBe('the second');
    expect(text(bytes.of('and more'))).toBe('and more');
    expect(text(second)).toBe('the second');
  });
});
