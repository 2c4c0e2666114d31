// Addresses of other sites whose beginning was forgotten.

import { expect, test } from 'vitest';
import { meantOutward } from './outward.ts';

test.each([
  ['www.lemonde.fr', 'https://www.lemonde.fr'],
  ['WWW.Lemonde.fr/monde/?x=1#y', 'https://WWW.Lemonde.fr/monde/?x=1#y'],
  ['lemonde.fr', 'https://lemonde.fr'],
  ['data.gouv.fr/x', 'https://data.gouv.fr/x'],
  ['http//www.lemonde.fr/x', 'http://www.lemonde.fr/x'],
  ['https//lemonde.fr', 'https://lemonde.fr'],
  ['HTTP/lemonde.fr', 'http://lemonde.fr'],
])('%s is %s', (written, meant) => {
  expect(meantOutward(written)).toBe(meant);
});

test.each([
  'https://lemonde.fr',
  'http://localhost:8080/x',
  'crue.md',
  'rapport.pdf',
  'plan.com.pdf',
  '../www.lemonde.fr',
  '/www.lemonde.fr',
  'www.',
  'com',
  '.fr',
  'httpster.fr.md',
  'la-crue',
  'http',
  '',
])('%j stays', (written) => {
  expect(meantOutward(written)).toBeNull();
});

test('hosts of a hundred thousand letters take no longer than one can wait', () => {
  expect(meantOutward(`${'a-'.repeat(100_000)}.`)).toBeNull();
  expect(meantOutward(`${'a.'.repeat(100_000)}x`)).toBeNull();
}, 30_000);
