import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findDateline } from './dateline.ts';

const fixtures = readFileSync(new URL('fixtures/datelines.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

for (const line of fixtures) {
  const [text = '', expected] = line.split(' => ');
  test(`${expected === 'none' ? 'leaves alone' : 'finds the dateline of'} "${text}"`, () => {
    const found = findDateline(text);
    const dateline = found?.dateline;
    const shown = dateline === undefined ? 'none' : `${dateline.place} | ${dateline.text} | ${dateline.agency ?? '-'}`;
    expect(shown).toBe(expected);
    if (found !== null) expect(text.slice(found.end)).toMatch(/^\p{Lu}/u);
  });
}
