/// <reference lib="dom" />

// The configurations in docs/hosts: one policy in all of them, no page that breaks under it, and nginx for real.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../base/project-folder.ts';
import { updateSearch } from '../search/update-search.ts';
import { buildDemo, type Demo } from './demo.ts';
import { findNginx, type Nginx } from './nginx.ts';
import { createReader, type Reader } from './reader.ts';

const hosts = join(projectRoot, 'docs/hosts');
const text = (name: string): string => readFileSync(join(hosts, name), 'utf8');

/** The value of a header in a file of any of the hosts. */
function headerIn(name: string, header: string): string | null {
  const line = new RegExp(`^[^#\\n]*\\b${header}:?\\s+("?)(.+?)\\1(?: always)?;?$`, 'm').exec(text(name));
  return line?.[2] ?? null;
}

const policy = headerIn('nginx.conf', 'Content-Security-Policy') as string;
const files = ['nginx.conf', '_headers', 'htaccess', 'Caddyfile'];

test.each(files)('%s sends the same headers as all others', (name) => {
  for (const header of [
    'Content-Security-Policy',
    'X-Content-Type-Options',
    'Referrer-Policy',
    'Permissions-Policy',
    'Cross-Origin-Opener-Policy',
  ]) {
    expect(headerIn(name, header), header).not.toBeNull();
    expect(headerIn(name, header), header).toBe(headerIn('nginx.conf', header));
  }
  expect(text(name)).toContain('public, max-age=31536000, immutable');
  expect(text(name)).toContain('no-cache');
});

test('the policy lets nothing in from elsewhere and runs nothing inline; the README shows it as it is', () => {
  expect(policy).toMatch(/^default-src 'self';/);
  expect(policy).not.toMatch(/unsafe-inline|'unsafe-eval'|https?:|\*/);
  expect(text('README.md').replaceAll(/\s+/g, ' ')).toContain(policy);
});

let demo: Demo;
let reader: Reader;

beforeAll(async () => {
  demo = await buildDemo();
  await updateSearch({ out: demo.out, cache: join(demo.out, '../c'), lang: 'fr', mode: 'all', budget: 120_000 });
  reader = await createReader(demo.out, { 'content-security-policy': policy });
}, 300_000);

afterAll(async () => {
  await reader?.close();
  demo?.remove();
});

describe('under the policy nothing is stopped on', () => {
  test.each([
    '/',
    '/2021/12/02/biden-poutine-blinken.html',
    '/2026/02/28/dernier-train-de-la-vallee.html',
    '/2026/03/05/top-5-ia-2026-03-04.html',
    '/monde/',
    '/sources/reuters/',
    '/auteurs/hortense-dumayet/',
    '/valeurs/moderna/',
    '/2026/03/',
    '/a-propos/',
    '/404.html',
    '/texte/',
    '/texte/2021/12/02/biden-poutine-blinken.html',
    '/recherche/?q=train',
    ...(existsSync(join(projectRoot, 'templates/islands/lists.ts')) ? ['/mes-listes/'] : []),
  ])('%s', async (path) => {
    const stopped = await reader.look(
      path,
      {
        before:
          "window.stopped = []; addEventListener('securitypolicyviolation', (event) => window.stopped.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile ?? ''}`));",
      },
      async (page) => {
        await page.waitForTimeout(400);
        if (path.includes('?q=')) await page.waitForSelector('[data-search="list"] li');
        for (const picture of await page.locator('img').all()) await picture.scrollIntoViewIfNeeded().catch(() => {});
        return page.evaluate(() => (window as unknown as { stopped: string[] }).stopped);
      },
    );
    expect(stopped).toEqual([]);
  });
});

const nginx = findNginx();

describe.runIf(nginx !== null)('nginx with our configuration', () => {
  // Not asked where there is none.
  const { program, types } = nginx ?? ({ program: '', types: '' } as Nginx);
  const folder = mkdtempSync(join(tmpdir(), 'depeche-nginx-'));
  const servers: ChildProcess[] = [];
  let url: string;

  /** Serves a folder with the configuration, perhaps changed; answers its address. */
  async function serve(root: string, change = (conf: string): string => conf): Promise<string> {
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    const own = join(folder, String(port));
    const site = change(text('nginx.conf'))
      .replace(/listen 80;/, `listen 127.0.0.1:${port};`)
      .replace(/listen \[::\]:80;/, '')
      .replace('/srv/depeche/_site', root)
      .replace('/etc/nginx/mime.types', types);
    mkdirSync(join(own, 'logs'), { recursive: true });
    writeFileSync(
      join(own, 'nginx.conf'),
      `daemon off; master_process off; user root; pid ${own}/pid; error_log ${own}/logs/error.log;
events {}
http { access_log off; client_body_temp_path ${own}/a; proxy_temp_path ${own}/b; fastcgi_temp_path ${own}/c; uwsgi_temp_path ${own}/d; scgi_temp_path ${own}/e;
${site}
}`,
    );
    const flags = ['-p', own, '-c', join(own, 'nginx.conf')];
    const tried = spawnSync(program, ['-t', ...flags], { encoding: 'utf8' });
    expect({ status: tried.status, said: tried.stderr }).toMatchObject({ status: 0 });
    servers.push(spawn(program, flags, { stdio: 'ignore' }));
    const isUp = (): Promise<boolean> =>
      fetch(address).then(
        () => true,
        () => false,
      );
    for (let i = 0; i < 50 && !(await isUp()); i++) await sleep(100);
    return address;
  }

  beforeAll(async () => {
    url = await serve(demo.out);
  });

  afterAll(() => {
    for (const server of servers) server.kill();
    rmSync(folder, { recursive: true, force: true });
  });

  test('puts the newest articles into an old page, where its line is taken in', async () => {
    const root = join(folder, 'site');
    mkdirSync(join(root, 'fragments'), { recursive: true });
    writeFileSync(join(root, 'fragments/dernieres.html'), '<ul class="teasers"><li>Du jour</li></ul>');
    writeFileSync(
      join(root, 'old.html'),
      '<p>Avant</p><!--#include virtual="/fragments/dernieres.html" --><p>Après</p>',
    );
    const whole = '<p>Avant</p><ul class="teasers"><li>Du jour</li></ul><p>Après</p>';
    const put = (conf: string): string => conf.replace(/# (location ~ .*ssi on;.*)/, '$1');
    expect(put(text('nginx.conf'))).not.toBe(text('nginx.conf'));
    const served = await fetch(`${await serve(root, put)}/old.html`);
    expect(await served.text()).toBe(whole);
    expect(served.headers.get('content-security-policy')).toBe(policy);
    // A cache must not keep the news of another day under the date of the page.
    expect(served.headers.get('last-modified')).toBeNull();
    expect(await (await fetch(`${await serve(root)}/old.html`)).text()).not.toBe(whole);
  });

  test('shows pages with their headers, compressed, and answers 304 to who has them', async () => {
    const page = await fetch(`${url}/2021/12/02/biden-poutine-blinken.html`);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.headers.get('content-security-policy')).toBe(policy);
    expect(page.headers.get('cache-control')).toBe('no-cache');
    expect(page.headers.get('content-encoding')).toBe('gzip');
    const again = await fetch(`${url}/2021/12/02/biden-poutine-blinken.html`, {
      headers: { 'if-none-match': page.headers.get('etag') as string },
    });
    expect(again.status).toBe(304);
  });

  test('shows feeds and sitemaps compressed, with their encoding', async () => {
    for (const path of ['/rss.xml', '/atom.xml', '/sitemap.xml', '/news-sitemap.xml', '/feed.json']) {
      const { headers } = await fetch(url + path);
      const isSmall = Number(headers.get('content-length') ?? Infinity) < 512;
      expect([path, isSmall || headers.get('content-encoding')]).toEqual([path, isSmall || 'gzip']);
      expect([path, headers.get('content-type')]).toEqual([path, expect.stringContaining('utf-8')]);
    }
  });

  test('keeps what is named by its content, and asks again for the rest', async () => {
    const cache = async (path: string): Promise<string | null> =>
      (await fetch(url + path)).headers.get('cache-control');
    const image = readdirSync(join(demo.out, 'images')).find((name) => name.endsWith('.jpg')) as string;
    expect(await cache(`/images/${image}`)).toContain('immutable');
    expect(await cache('/assets/site.css?v=1')).toContain('max-age=3600');
    const fragment = readdirSync(join(demo.out, 'pagefind/2026/fragment'))[0] as string;
    expect(await cache(`/pagefind/2026/fragment/${fragment}`)).toContain('immutable');
    for (const path of ['/', '/pagefind/shards.json', '/pagefind/2026/pagefind.js', '/rss.xml'])
      expect(await cache(path)).toBe('no-cache');
  });

  test('unknown addresses get our page and 404; folders their slash; marks are not shown', async () => {
    const missing = await fetch(`${url}/nulle-part/`);
    expect(missing.status).toBe(404);
    expect(await missing.text()).toContain('Cette page n’existe pas');
    expect(missing.headers.get('content-security-policy')).toBe(policy);
    const folderless = await fetch(`${url}/monde`, { redirect: 'manual' });
    expect([folderless.status, folderless.headers.get('location')]).toEqual([301, '/monde/']);
    expect((await fetch(`${url}/.depeche`)).status).toBe(404);
  });

  test('types are right: scripts run, feeds and pictures are what they are', async () => {
    const type = async (path: string): Promise<string | null> => (await fetch(url + path)).headers.get('content-type');
    expect(await type('/assets/islands/page.js')).toMatch(/javascript; charset=utf-8/);
    expect(await type('/assets/site.css')).toBe('text/css; charset=utf-8');
    expect(await type('/favicon.svg')).toMatch(/^image\/svg\+xml/);
    const avif = readdirSync(join(demo.out, 'images')).find((name) => name.endsWith('.avif'));
    if (avif !== undefined) expect(await type(`/images/${avif}`)).toBe('image/avif');
  });
});

test('the blocks of the configuration of nginx are closed', () => {
  const open = text('nginx.conf')
    .replace(/#.*$/gm, '')
    .replace(/"[^"]*"/g, '');
  expect(open.split('{').length).toBe(open.split('}').length);
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
