// What is told of a file only until an instant: a correction that is dated ahead. Clean builds, builds that remember and
// builds of one page say the same.

import { afterAll, expect, test } from 'vitest';
import { article, removeSites, testSite } from './site.ts';

afterAll(removeSites);

const keys = 'title: Crue\ndate: 2026-03-01\ncorrections:\n  - date: 2026-03-07\n    text: Sept mètres.';
const ahead = { code: 'bad-date', line: 5, message: 'The date of the correction lies ahead.' };

test('a correction that is dated ahead is told by every build until its day', async () => {
  const site = testSite(`=== articles/crue.md\n${article(keys)}`);
  const day = '2026-03-07T00:00:00+01:00';
  expect(await site.build()).toMatchObject({ findings: [ahead], next: Date.parse(day) });
  expect(await site.build()).toMatchObject({ findings: [ahead], written: 0 });
  site.write(`=== articles/crue.md\n${article(keys, 'Un autre texte.')}`);
  const { findings } = await site.build({ at: '2026-03-06T12:00:00+01:00' });
  expect(findings).toMatchObject([ahead]);
  expect(findings[0]).not.toHaveProperty('until');
  expect(await site.build({ at: day })).toMatchObject({ findings: [], next: null });
});
