import { mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openRecords, type Records } from './records.ts';

const folder = mkdtempSync(join(tmpdir(), 'depeche-records-'));
afterAll(() => rmSync(folder, { recursive: true }));

const lengths = [0, 5, 87_380, 87_385, 262_144, 262_145, 2_000_000, 7];
const texts = lengths.map((length, i) => `${i} ${'é’\u{1f5de}a'.repeat(length / 5)}`);

function opened(name: string): Records {
  const records = openRecords(join(folder, name));
  if (!records) throw new Error('There is no file.');
  return records;
}

describe('a text is found by its number', () => {
  test('when it was added a moment ago', () => {
    const records = opened('at once');
    for (const text of texts) expect(records.read(records.add(text))).toBe(text);
    records.close();
  });

  test('when many were added since', () => {
    const records = opened('later');
    const many = Array.from({ length: 3000 }, (_, i) => `${i} ${'é🗞'.repeat(i % 200)}`);
    const all = [...texts, ...many, ...texts];
    const numbers = all.map(records.add);
    for (const i of [...all.keys()].toReversed()) expect(records.read(numbers[i] as number)).toBe(all[i]);
    records.close();
  });
});

test('a file that was cut off is told', () => {
  const records = opened('cut');
  const number = records.add(texts[6] as string);
  records.add(texts[6] as string);
  truncateSync(join(folder, 'cut'), 100);
  expect(() => records.read(number)).toThrow(/was cut off while the site was built/);
  records.close();
});

test('nothing is made where there is no folder, or a file already', () => {
  expect(openRecords(join(folder, 'no-such-folder', 'x'))).toBeNull();
  const records = opened('twice');
  expect(openRecords(join(folder, 'twice'))).toBeNull();
  records.close();
});
