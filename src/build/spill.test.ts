import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { closeSpill, openSpill, readSpill, type TextPlace } from './spill.ts';

test('what was put is read again, whatever its length, also from a file that grew', () => {
  const folder = mkdtempSync(join(tmpdir(), 'depeche-spill-'));
  try {
    const texts = [0, 5, 349_525, 349_526, 400_000, 2_000_000, 7].map((length) => 'é’\u{1f5de}a'.repeat(length / 5));
    const put: { readonly place: TextPlace; readonly head: string; readonly markup: string | null }[] = [];
    for (const round of ['first', 'second']) {
      const spill = openSpill(folder);
      for (const [i, text] of texts.entries()) {
        const head = `${round} ${i}`;
        const markup = i % 3 === 2 ? null : text;
        const place = spill.put(head, markup, i % 2 === 0 ? text : null);
        if (!place) throw new Error('There is no file.');
        put.push({ place, head, markup });
      }
      spill.close();
    }
    for (const [i, { place, head, markup }] of put.entries()) {
      const read = readSpill(place);
      const text = texts[i % texts.length] as string;
      expect(read.head).toBe(head);
      expect(read.markup?.toString() ?? null).toBe(markup);
      expect(read.text?.toString() ?? null).toBe((i % texts.length) % 2 === 0 ? text : null);
    }
  } finally {
    closeSpill();
    rmSync(folder, { recursive: true });
  }
});

test('a folder that is gone keeps nothing', () => {
  const spill = openSpill(join(tmpdir(), 'depeche-no-such-folder'));
  expect(spill.put('head', null, null)).toBeNull();
  spill.close();
});
