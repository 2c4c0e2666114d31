// Most links are not looked at twice: they are what they would become.

import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { judgedAddress, safeAddress } from './addresses.ts';

it.each([
  'https://www.example.org/2026/11/28/un-article.html',
  'http://a-b.example.co.uk/~x/_y/../z.',
  'https://example.fr',
])('an ordinary address stays as it is: %s', (href) => {
  expect(safeAddress(href)).toBe(href);
  expect(judgedAddress(href)).toBe(href);
});

it('an address is the same whether it is judged or not', () => {
  const parts =
    'a b1 xn-- é - . / // % %20 ? # : @ \\ _ ~ 1 " < \u200b https:// http:// HTTPS:// www. example .org .fr/ javascript: ..';
  const piece = fc.constantFrom(...parts.split(' '), ' ', '\n');
  const address = fc.oneof(
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
    fc.array(piece, { maxLength: 6 }).map((pieces) => `https://${pieces.join('')}`),
  );
  let kept = 0;
  fc.assert(
    fc.property(address, (href) => {
      const safe = safeAddress(href);
      if (safe === href) kept++;
      expect(safe).toBe(judgedAddress(href));
    }),
    { numRuns: 5000 },
  );
  expect(kept).toBeGreaterThan(200);
});
