// `npm start` as a real process with a real browser: it follows changes, shows findings over the page, takes them away,
// and survives what authors do on a bad day.

import AxeBuilder from '@axe-core/playwright';
import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '../base/project-folder.ts';
import { findChromium } from './chromium.ts';
import { healthy } from './healthy-site.ts';
import { article, noon, removeSites, testSite, type TestSite } from './site.ts';

let site: TestSite;
let templates: string;
let server: ChildProcess;
let url: string;
let browser: Browser;
let page: Page;
const shots = process.env['SHOTS'];

beforeAll(async () => {
  site = testSite(healthy);
  templates = join(site.folder, 'theme');
  // The theme imports the program by relative paths.
  cpSync(join(projectRoot, 'templates'), join(site.folder, 'theme'), { recursive: true, filter: (path) => !path.includes('goldens') }); // prettier-ignore
  cpSync(join(projectRoot, 'src'), join(site.folder, 'src'), { recursive: true });
  const flags = ['--content', site.content, '--templates', templates, '--out', site.out];
  flags.push('--cache', join(site.folder, 'cache'), '--at', noon, '--port', '0');
  server = spawn(process.execPath, [join(projectRoot, 'src/cli/main.ts'), 'serve', ...flags], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, INIT_CWD: undefined, NO_COLOR: '1' },
  });
  url = await new Promise((resolve, reject) => {
    let said = '';
    server.stderr?.setEncoding('utf8').on('data', (part: string) => {
      said += part;
      const found = /http:\/\/127\.0\.0\.1:\d+\//.exec(said)?.[0];
      if (found) resolve(found);
    });
    server.once('exit', () => reject(new Error(said)));
  });
  browser = await chromium.launch({
    executablePath: findChromium() as string,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  page = await (await browser.newContext()).newPage();
}, 120_000);

afterAll(async () => {
  await browser?.close();
  server?.kill('SIGKILL');
  removeSites();
});

const box = (): ReturnType<Page['locator']> => page.locator('depeche-findings');
const patience = { timeout: 45_000 };

test('a new article appears on an open page by itself', { timeout: 90_000 }, async () => {
  await page.goto(url);
  expect(await page.getByText('Une course neuve').count()).toBe(0);
  site.write(`=== articles/2026/03/04/neuf.md\n${article('title: Une course neuve\ndate: 2026-03-04 09:00\nsection: sport')}`); // prettier-ignore
  await page.getByText('Une course neuve').first().waitFor(patience);
  expect(await box().count()).toBe(0);
});

test('an open page is loaded again when it changed, and not when only others did', { timeout: 90_000 }, async () => {
  const write = (title: string): void =>
    site.write(
      `=== articles/2026/03/04/neuf.md\n${article(`title: ${title}\ndate: 2026-03-04 09:00\nsection: sport`)}`,
    );
  const other = await page.context().newPage();
  await other.goto(`${url}404.html`);
  await other.evaluate(() => Object.assign(globalThis, { stayed: true }));
  const reader = await page.context().newPage();
  await reader.goto(`${url}2026/03/04/neuf.html`);
  write('Une course plus neuve');
  await reader.locator('h1').getByText('Une course plus neuve').waitFor(patience);
  // The pages that list it come after its own.
  await expect.poll(async () => (await fetch(url)).text(), patience).toContain('Une course plus neuve');
  write('Une course neuve');
  await reader.locator('h1').getByText('Une course neuve').waitFor(patience);
  await expect.poll(async () => (await fetch(url)).text(), patience).not.toContain('Une course plus neuve');
  expect(await other.evaluate(() => 'stayed' in globalThis)).toBe(true);
  // Both stay open: to close a page that is being loaded again hangs some browsers.
});

test('a mistake stands over the page, readable, and goes away when it is put right', { timeout: 120_000 }, async () => {
  site.write(`=== articles/2026/03/04/faux.md\n${article('title: Faux\ndate: 2026-02-30 09:00\nsektion: sport')}`);
  await box().waitFor(patience);
  expect(await page.locator('depeche-findings li').first().innerText()).toContain('articles/2026/03/04/faux.md:3:7');
  expect(await page.locator('depeche-findings h2').innerText()).toMatch(/1 error/);
  const looked = await new AxeBuilder({ page }).include('depeche-findings').analyze();
  expect(looked.violations.map(({ id }) => id)).toEqual([]);
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    if (shots) await page.screenshot({ path: join(shots, `serve-${width}.png`) });
  }
  await page.keyboard.press('Escape');
  expect(await box().count()).toBe(0);
  site.write(`=== articles/2026/03/04/faux.md\n${article('title: Faux\ndate: 2026-02-31 09:00\nsektion: sport')}`);
  await box().waitFor(patience);
  await page.getByRole('button', { name: 'Close' }).click();
  expect(await box().count()).toBe(0);
  site.write(`=== articles/2026/03/04/faux.md\n${article('title: Vrai\ndate: 2026-03-04 10:00\nsection: sport')}`);
  await page.getByText('Vrai').first().waitFor(patience);
  expect(await box().count()).toBe(0);
});

test(
  'a deleted content folder is told, the last site stays, and all goes on when it is back',
  { timeout: 120_000 },
  async () => {
    renameSync(site.content, `${site.content}-away`);
    await page.locator('depeche-findings').getByText('There is no content folder').first().waitFor(patience);
    if (shots) await page.screenshot({ path: join(shots, 'serve-deleted.png') });
    await page.goto(url);
    await page.getByText('Une course neuve').first().waitFor(patience);
    mkdirSync(site.content);
    rmSync(site.content, { recursive: true });
    renameSync(`${site.content}-away`, site.content);
    await box().waitFor({ state: 'detached', ...patience });
    site.write(`=== articles/2026/03/04/encore.md\n${article('title: Encore une course\ndate: 2026-03-04 11:00\nsection: sport')}`); // prettier-ignore
    await page.getByText('Encore une course').first().waitFor(patience);
  },
);

test('a change of the theme is picked up, and a theme that does not run is told', { timeout: 120_000 }, async () => {
  const file = 'styles/tokens.css';
  site.writeBytes(join('../theme', file), Buffer.from(':root { --serve-test: 7; '));
  await page.locator('depeche-findings').getByText('was not built').first().waitFor(patience);
  cpSync(join(projectRoot, 'templates', file), join(templates, file));
  await box().waitFor({ state: 'detached', ...patience });
});

test('an interrupt ends it with 130, and leaves nothing behind', { timeout: 60_000 }, async () => {
  const ended = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGINT');
  expect(await ended).toBe(130);
  expect(readdirSync(site.folder).filter((name) => name.startsWith('.'))).toEqual([]);
});

test(
  'a theme that is broken from the start stops neither the pages nor, for want of its answers, the command',
  {
    timeout: 90_000,
  },
  async () => {
    const own = testSite(`${healthy}=== site.md\n---\nname: Gazette\ncomments: { intake: /intake/ }\n---\n`);
    const broken = join(site.folder, 'broken');
    cpSync(templates, broken, { recursive: true });
    writeFileSync(join(broken, 'parts/teaser.ts'), 'export functio drawTeaser() {}\n');
    const flags = ['--content', own.content, '--templates', broken, '--out', own.out, '--port', '0'];
    flags.push('--cache', join(own.folder, 'cache'), '--db', join(own.folder, 'comments.db'), '--at', noon);
    const child = spawn(process.execPath, [join(projectRoot, 'src/cli/main.ts'), 'serve', ...flags], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, INIT_CWD: undefined, NO_COLOR: '1' },
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (part: string) => (said += part));
    await expect.poll(() => said, patience).toMatch(/http:\/\/127\.0\.0\.1:\d+\//);
    expect(said).toMatch(/Comments cannot be sent from these pages .*teaser\.ts:1:8\)/);
    expect(said).not.toMatch(/^\s+at /m);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGINT');
    expect(await ended).toBe(130);
  },
);
