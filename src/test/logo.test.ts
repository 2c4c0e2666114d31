// The newspaper's logo in the masthead: shown, read out as the name, on both grounds; and what a wrong one comes to.

/// <reference lib="dom" />

import { afterAll, beforeAll, expect, test } from 'vitest';
import { createReader, type Reader } from './reader.ts';
import { pointFindings } from '../build/point-findings.ts';
import { article, removeSites, testSite } from './site.ts';

const settings = (logo: string): string =>
  `=== site.md\n---\nname: La Gazette\naddress: https://gazette.example\nlogo: ${logo}\n---\n`;
const drawing = (colour: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 50" width="200" height="50"><rect width="200" height="50" fill="${colour}"/></svg>`;
const story = `=== articles/un.md\n${article('title: Un\ndate: 2026-03-05 08:00')}`;
const both = `=== static/logo.svg\n${drawing('black')}\n=== static/logo-dark.svg\n${drawing('white')}\n`;

let reader: Reader;

beforeAll(async () => {
  const site = testSite(`${settings('logo.svg')}${both}${story}`);
  expect((await site.build()).findings).toEqual([]);
  reader = await createReader(site.out);
}, 120_000);

afterAll(async () => {
  await reader?.close();
  removeSites();
});

test.each([
  ['light', false, '/logo.svg'],
  ['dark', true, '/logo-dark.svg'],
])('it stands for the name on the %s ground, and leads to the front page', async (_, dark, file) => {
  for (const path of ['/', '/2026/03/05/un.html']) {
    for (const width of [360, 1280]) {
      await reader.look(path, { dark, width, script: false }, async (page) => {
        const logo = page.locator('.masthead').getByRole('img', { name: 'La Gazette' });
        const seen = await logo.evaluate((image: HTMLImageElement) => ({
          file: new URL(image.currentSrc).pathname,
          loaded: image.naturalWidth > 0,
          isSeen: image.clientWidth > 90 && image.clientHeight > 30,
        }));
        expect(seen).toEqual({ file, loaded: true, isSeen: true });
        expect(await page.locator('.masthead').getByRole('link', { name: 'La Gazette' }).getAttribute('href')).toBe(
          '/',
        );
        if (path === '/') expect(await page.getByRole('heading', { level: 1, name: 'La Gazette' }).count()).toBe(1);
      });
    }
  }
});

test('without the key the name stands in letters, and the logo is for search engines only', async () => {
  const site = testSite(`=== site.md\n---\nname: La Gazette\n---\n${both}${story}`);
  await site.build();
  expect(site.read('/index.html')).toContain('<a href="/">La Gazette</a>');
  expect(site.read('/2026/03/05/un.html')).toContain('https://example.org/logo.svg');
});

test.each(['perdu.svg', '../../etc/passwd', 'https://evil.example/x.svg', 'logo.html', '"a\\"b.svg"'])(
  'what is no picture in static/ is told, and the letters stay: %s',
  async (logo) => {
    const site = testSite(`${settings(logo)}${story}`);
    const { findings } = await site.build();
    expect(findings.map(({ code, file }) => [code, file])).toEqual([['site-settings', 'site.md']]);
    expect(site.read('/index.html')).toContain('<a href="/">La Gazette</a>');
  },
);

test('a logo that is not in static/ is told at its line', async () => {
  const site = testSite(`${settings('perdu.svg')}${story}`);
  const { findings } = await site.build();
  const [found] = pointFindings(findings, site.content);
  expect(found?.text?.slice((found.column ?? 1) - 1)).toBe('perdu.svg');
});
