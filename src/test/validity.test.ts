// Every page of the demo newspaper: valid HTML, no broken link inside the site, feeds and sitemaps that lead to pages.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { HtmlValidate } from 'html-validate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../base/project-folder.ts';
import { buildDemo, type Demo } from './demo.ts';
import { feedFaults } from './feed-rules.ts';

let demo: Demo;
beforeAll(async () => {
  demo = await buildDemo();
});
afterAll(() => demo.remove());

const read = (path: string): string => readFileSync(demo.out + path, 'utf8');
/** Whole pages; the fragments are parts of pages. */
const pages = (): string[] => demo.paths.filter((path) => path.endsWith('.html') && !path.startsWith('/fragments/'));

test('the demo newspaper is a whole newspaper', () => {
  expect(pages().length).toBeGreaterThan(150);
});

test('html-validate finds no error in any page', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:recommended'],
    rules: {
      // Scrolling tables are regions, so that their names are read out.
      'prefer-native-element': ['error', { exclude: ['region'] }],
    },
  });
  const faults: string[] = [];
  for (const path of pages()) {
    const report = await validator.validateString(read(path), path);
    for (const { messages } of report.results) {
      for (const { line, ruleId, message } of messages) faults.push(`${path}:${line} ${ruleId} ${message}`);
    }
  }
  expect(faults).toEqual([]);
});

test('the Nu checker finds no error where there is a Java to run it', () => {
  const java = spawnSync('java', ['-version']).status === 0;
  if (!java) {
    process.stdout.write('No Java on this machine: the Nu checker was not asked.\n');
    return;
  }
  const jar = join(projectRoot, 'node_modules/vnu-jar/build/dist/vnu.jar');
  const files = pages().map((path) => demo.out + path);
  const { stderr, status } = spawnSync('java', ['-Xss4m', '-jar', jar, '--errors-only', ...files], {
    encoding: 'utf8',
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
}, 180_000);

test('every link, picture and stylesheet of every page is there', () => {
  const there = new Set(demo.paths);
  const broken: string[] = [];
  for (const path of demo.paths.filter((name) => name.endsWith('.html'))) {
    const text = read(path);
    const ids = new Set([...text.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
    for (const [, address] of text.matchAll(/ (?:href|src)="([^"]*)"/g)) {
      // The intake is a server beside the site.
      if (address === undefined || /^(https?:|mailto:|tel:|\/intake\/)/.test(address)) continue;
      const [bare, fragment] = address
        .replaceAll('&amp;', '&')
        .replace(/\?[^#]*/, '')
        .split('#');
      if (bare === '') {
        if (fragment && !ids.has(decodeURIComponent(fragment))) broken.push(`${path} → ${address}`);
        continue;
      }
      const file = decodeURIComponent(bare as string);
      if (!there.has(file.endsWith('/') ? `${file}index.html` : file)) broken.push(`${path} → ${address}`);
    }
  }
  expect(broken).toEqual([]);
});

test('every address in feeds and sitemaps is a page', () => {
  const there = new Set(demo.paths);
  const broken: string[] = [];
  for (const path of demo.paths.filter((name) => /\.(xml|json)$/.test(name))) {
    for (const [, address] of read(path).matchAll(/https:\/\/depeche\.example([^"<\s\\]*)/g)) {
      const file = decodeURIComponent((address as string).replace(/[#?].*/, '')) || '/';
      if (!there.has(file.endsWith('/') ? `${file}index.html` : file)) broken.push(`${path} → ${address}`);
    }
  }
  expect(broken).toEqual([]);
});

test('every feed and every sitemap keeps the rules of its format', () => {
  expect(demo.paths.flatMap((path) => feedFaults(path, read(path), 'https://depeche.example'))).toEqual([]);
});

test('every page has one h1, one main, a skip link, a canonical address, and data that parses', () => {
  const faults: string[] = [];
  for (const path of pages()) {
    const text = read(path);
    if (text.includes('http-equiv="refresh"')) continue;
    const count = (pattern: RegExp): number => [...text.matchAll(pattern)].length;
    if (count(/<h1[ >]/g) !== 1) faults.push(`${path}: h1`);
    if (count(/<main[ >]/g) !== 1) faults.push(`${path}: main`);
    if (count(/<link rel="canonical"/g) !== 1) faults.push(`${path}: canonical`);
    if (!/<body[^>]*>\s*<a [^>]*href="#/.test(text)) faults.push(`${path}: skip link`);
    for (const [, json] of text.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs))
      JSON.parse(json as string);
    const scripts =
      /<script(?! type="application\/ld\+json"| type="module" src="\/assets\/islands\/[a-z-]+\.js\?v=\d+"><)/g;
    if (count(scripts) !== 0) faults.push(`${path}: script`);
  }
  expect(faults).toEqual([]);
});
