// Which drawings are safe, and that the answer comes however they are broken.

import { expect, test } from 'vitest';
import { isSafeSvg } from './svg.ts';

const isSafe = (inside: string): boolean =>
  isSafeSvg(Buffer.from(`<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg">${inside}</svg>`));

test.each([
  ['a comment', '<!-- <a> & "b -->', true],
  ['a comment that does not end', '<!-- <g>', false],
  ['text in a section of its own', '<style><![CDATA[ g > path { fill: red } ]]></style>', true],
  ['a section that does not end', '<![CDATA[ <g>', false],
  ['a sign in quotes', '<path d="M0 0" data-a="<b>"/>', true],
  ['a stray sign', '<path d="M0 0"/> < ', false],
  ['an escape in a style sheet', '<style>g{fill:\\75 rl(a)}</style>', false],
  ['an attribute that runs something', '<path aaa onload="x"/>', false],
])('%s', (_, inside, expected) => {
  expect(isSafe(inside)).toBe(expected);
});

test.each([
  ['comments without end', '<!--'],
  ['sections without end', '<![CDATA['],
  ['instructions without end', '<?'],
  ['style sheets', '<style>'],
  ['quotes without end', '<path a="'],
])(
  'a drawing of many %s is answered soon',
  (_, unit) => {
    expect(isSafe(unit.repeat(1_000_000))).toBe(unit === '<style>');
  },
  60_000,
);

test('a drawing with a very long name is answered soon', () => {
  expect(isSafe(`<path ${'a'.repeat(3_000_000)}/>`)).toBe(true);
}, 60_000);
