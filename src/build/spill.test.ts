import { mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSpill, openTexts, type TextPlace } from './spill.ts';

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
    // In whatever order, and again.
    const all = [...put.entries()];
    const kept = openTexts(put.map(({ place }) => place));
    for (const [i, { place, head, markup }] of [...all.filter(([i]) => i % 2 === 0), ...all.toReversed()]) {
      const read = kept.read(place);
      const text = texts[i % texts.length] as string;
      expect(read.head).toBe(head);
      expect(read.markup?.toString() ?? null).toBe(markup);
      expect(read.text?.toString() ?? null).toBe((i % texts.length) % 2 === 0 ? text : null);
    }
    kept.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('what was cut off is told, and not shown', () => {
  const folder = mkdtempSync(join(tmpdir(), 'depeche-spill-'));
  try {
    const spill = openSpill(folder);
    const places = ['a', 'b', 'c'].map((name) => spill.put(name, 'x'.repeat(20_000), null) as TextPlace);
    spill.close();
    truncateSync((places[0] as TextPlace).file, 50_000);
    const kept = openTexts(places);
    expect(() => places.map((place) => kept.read(place).head)).toThrow('was cut off while the site was built');
    kept.close();
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('a folder that is gone keeps nothing', () => {
  const spill = openSpill(join(tmpdir(), 'depeche-no-such-folder'));
  expect(spill.put('head', null, null)).toBeNull();
  spill.close();
});
