// Everything that a text points at is known, however it was written.

import { expect, test } from 'vitest';
import { readBody } from './body.ts';

const read = (markdown: string): ReturnType<typeof readBody>['facts'] =>
  readBody(markdown, { lang: 'fr', firstLine: 5, file: 'a.md', own: 'https://gazette.example' }).facts;

test.each([
  ['of Markdown', '![Une rue](https://example.org/b.jpg)'],
  ['without a scheme', '![Une rue](//example.org/b.jpg)'],
  ['of HTML', '<img src="https://example.org/b.jpg">'],
])('a picture on another server is known as a picture of the text: %s', (_, markdown) => {
  expect(read(`Texte.\n\n${markdown}`).pictures).toMatchObject([
    { href: expect.stringContaining('//example.org/b.jpg'), line: 7 },
  ]);
});

test('a picture of Markdown whose data stand in its address is told as one of HTML is', () => {
  const codes = (markdown: string): string[] => read(markdown).findings.map(({ code }) => code);
  expect(codes('Un ![point](data:image/gif;base64,R0lGOD).')).toEqual(['removed-html']);
  expect(codes('Un <img src="data:image/gif;base64,R0lGOD">.')).toEqual(['removed-html']);
});

test.each([
  ['behind another link', '[a](https://a.fr) [js](javascript:alert(1))', '5:19+25'],
  ['on the next line', '[a](https://a.fr) [un\nmot](javascript:x)', '6:6+12'],
  ['within angles', 'Un ![[mot]](<javascript:x y>)', '5:4+26'],
  ['below the text', 'Un [mot][1].\n\nFin.\n\n[1]: javascript:x', '9:6+12'],
  ['above the text', '[1]: javascript:x\n\nUn [mot][1].', '5:6+12'],
  ['of a picture', '![a](a.jpg) ![b](data:image/png;base64,x)', '5:13+29'],
])('an address that runs is told where it stands: %s', (_, markdown, place) => {
  const [finding] = read(markdown).findings;
  expect(`${finding?.line}:${finding?.column}+${finding?.length} ${finding?.code}`).toBe(`${place} removed-html`);
});

test('a tag with more attributes than anybody writes, and a block of links, are read in one go', () => {
  expect(read(`<div><a ${'x="" '.repeat(2_000_000)}`).links).toEqual([]);
  const { links } = read('<p><a href=x>y</a>\n'.repeat(20_000));
  expect([links.length, links.at(-1)]).toEqual([20_000, { href: 'x', line: 20_004 }]);
});

test.each([
  ['a link without an address', 'Un [mot]().', 'broken-link The link has no address'],
  ['a link with an address to come', 'Un [mot](#).', 'broken-link The link has no address'],
  ['a link of HTML without an address', 'Un <a href="">mot</a>.', 'broken-link The link has no address'],
  ['a picture without an address', 'Une ![rue]().', 'missing-picture The picture has no address'],
  ['a picture of HTML without an address', 'Une <img src="" alt="rue">.', 'missing-picture The picture has no address'],
  [
    'a link to a heading that is not there',
    'Un [mot](#nulle)\n\n## Part',
    'broken-link The link to "#nulle" leads to no place',
  ],
  [
    'the same in a footnote',
    'Un mot[^1].\n\n[^1]: [Voir](#nulle).',
    'broken-link The link to "#nulle" leads to no place',
  ],
])('what leads nowhere is told: %s', (_, markdown, told) => {
  const findings = read(markdown).findings.map(({ code, message, line }) => `${line} ${code} ${message}`);
  expect(findings).toEqual([expect.stringContaining(`${markdown.includes('[^1]:') ? 7 : 5} ${told}`)]);
});

test.each([
  ['to a heading', '[Bilan](#le-bilan)\n\n## Le bilan'],
  ['to a heading with a number', '[Bilan](#bilan-2)\n\n## Bilan\n\n## Bilan'],
  ['to an anchor of HTML', '[Bilan](#x)\n\n<a name="x"></a>Texte'],
  ['to the top', '[Haut](#top)'],
  ['to a heading with an id of its own', '[Bilan](#b)\n\n## Le bilan {#b}'],
  ['to an anchor before a block', '[Bilan](#x)\n\n<a name="x"></a>\n\n- Un\n- Deux'],
  ['in a comment', 'Texte.\n\n<!-- <a href="#nulle">x</a> <img src=""> [y](#nulle) -->'],
  ['in code', 'Le `[mot](#nulle)`.'],
])('what leads to a place of the text is not told: %s', (_, markdown) => {
  expect(read(markdown).findings).toEqual([]);
});

test('links in a comment are no links', () => {
  const { links, pictures } = read(
    'Un <!-- <a href="/x.html">x</a> <img src="b.jpg"> --> mot.\n\n<!--\n<a href="/y.html">y</a> -->',
  );
  expect([links, pictures]).toEqual([[], []]);
});
