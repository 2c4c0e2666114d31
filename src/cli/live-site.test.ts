// The site as `serve` shows it, asked over a real socket, also by those who ask for what is not theirs.

import { createServer, type Server } from 'node:http';
import { mkdirSync, readdirSync, readlinkSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { healthy } from '../test/healthy-site.ts';
import { removeSites, testSite, type TestSite } from '../test/site.ts';
import { createLiveSite, type LiveSite } from './live-site.ts';

let site: TestSite;
let live: LiveSite;
let server: Server;
let port: number;

beforeAll(async () => {
  site = testSite(`${healthy}=== static/été/plan.txt\nle plan\n`);
  await site.build();
  writeFileSync(join(site.folder, 'secret.txt'), 'SECRET');
  mkdirSync(`${site.out}-voisin`);
  writeFileSync(join(`${site.out}-voisin`, 'secret.txt'), 'SECRET');
  symlinkSync(join(site.folder, 'secret.txt'), join(site.out, 'lien.txt'));
  live = createLiveSite(site.out);
  server = createServer(live.answer);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  ({ port } = server.address() as AddressInfo);
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
  removeSites();
});

/** Sends a path as it is: fetch would tidy it first. */
function ask(
  path: string,
  host = 'localhost:8080',
  method = 'GET',
): Promise<{ status: number; head: string; body: string }> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    socket.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    socket.on('error', reject);
    socket.on('close', () => {
      const [head = '', ...rest] = text.split('\r\n\r\n');
      resolve({ status: Number(head.split(' ')[1]), head: head.toLowerCase(), body: rest.join('\r\n\r\n') });
    });
    socket.write(`${method} ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
  });
}

describe('nothing outside the folder is served', () => {
  test.each([
    '/../secret.txt',
    '/../../../../../../etc/passwd',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/monde/..%2f..%2fsecret.txt',
    '/..%5csecret.txt',
    '/..\\secret.txt',
    '/../_site-voisin/secret.txt',
    '/index.html%00.txt',
    '/%00',
    '/%',
    '/%ff%fe',
    '//etc/passwd',
    '/....//secret.txt',
    '/lien.txt',
  ])('%s', async (path) => {
    const { status, body } = await ask(path);
    expect(status).toBe(404);
    expect(body).not.toMatch(/SECRET|root:/);
  });
});

describe('a visitor', () => {
  test('gets the front page and the index of a folder', async () => {
    expect(await ask('/')).toMatchObject({ status: 200, body: expect.stringContaining('La Gazette') });
    expect(await ask('/monde/?a=1')).toMatchObject({ status: 200, body: expect.stringContaining('<h1') });
  });

  test('is led from a folder’s name to the folder, and never to another host', async () => {
    const { status, head } = await ask('/monde');
    expect(status).toBe(301);
    expect(head).toContain('location: /monde/');
    expect((await ask('//monde')).head).toContain('location: /monde/');
    expect((await ask('/%2fmonde')).head).not.toContain('location: //');
    expect((await ask('/%5cmonde')).head).not.toContain('location: /\\');
  });

  test('gets the 404 page with its status', async () => {
    const { status, body } = await ask('/jamais.html');
    expect(status).toBe(404);
    expect(body).toContain('</html>');
  });

  test('gets files under their encoded names, with their type', async () => {
    const { status, head, body } = await ask(encodeURI('/été/plan.txt'));
    expect([status, body.includes('le plan')]).toEqual([200, true]);
    expect(head).toContain('content-type: text/plain; charset=utf-8');
    expect((await ask('/assets/site.css')).head).toContain('content-type: text/css');
    expect((await ask('/rss.xml')).head).toContain('content-type: application/xml');
  });

  test('gets the script that reloads in pages only', async () => {
    const script = '/__depeche/live.js';
    for (const path of ['/', '/2026/03/01/crue.html', '/jamais.html']) expect((await ask(path)).body).toContain(script);
    for (const path of ['/rss.xml', '/assets/site.css', '/fragments/dernieres.html', '/robots.txt']) {
      expect((await ask(path)).body).not.toContain(script);
    }
    expect((await ask(script)).head).toContain('content-type: text/javascript');
    expect(site.read('/index.html')).not.toContain(script);
  });
});

test.runIf(process.platform === 'linux')('a file is closed when its reader goes away in the middle', async () => {
  const file = join(site.out, 'film.mp4');
  writeFileSync(file, Buffer.alloc(20_000_000));
  const isOpen = (): boolean =>
    readdirSync('/proc/self/fd').some((fd) => {
      try {
        return readlinkSync(`/proc/self/fd/${fd}`) === file;
      } catch {
        return false;
      }
    });
  const socket = connect(port, '127.0.0.1');
  socket.write('GET /film.mp4 HTTP/1.1\r\nHost: localhost:8080\r\n\r\n');
  await new Promise((resolve) => socket.once('data', resolve));
  expect(isOpen()).toBe(true);
  socket.destroy();
  await vi.waitFor(() => expect(isOpen()).toBe(false), 10_000);
  rmSync(file);
});

describe('others than this machine’s browser', () => {
  test.each(['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example:8080', '192.168.1.9', ''])(
    'get nothing by the name "%s"',
    async (host) => {
      for (const path of ['/', '/__depeche/events', '/__depeche/live.js']) {
        const { status, body } = await ask(path, host);
        expect(status).toBe(403);
        expect(body).not.toContain('Gazette');
      }
    },
  );

  test.each(['localhost', 'LOCALHOST:3000', '127.0.0.1:8080', '[::1]:8080'])(
    'are this machine as "%s"',
    async (host) => {
      expect((await ask('/', host)).status).toBe(200);
    },
  );

  test('cannot post', async () => {
    expect((await ask('/', 'localhost', 'POST')).status).toBe(405);
  });
});

/** Reads the next event that pages hear. */
async function listen(): Promise<{ next: () => Promise<Record<string, unknown>>; end: () => Promise<void> }> {
  const response = await fetch(`http://127.0.0.1:${port}/__depeche/events`);
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  return {
    next: async () => {
      const text = new TextDecoder().decode((await reader.read()).value);
      expect(text).toMatch(/^(retry: 5000\n)?event: news\ndata: .*\n\n$/);
      return JSON.parse(text.replace(/^[^]*?data: /, '')) as Record<string, unknown>;
    },
    end: () => reader.cancel(),
  };
}

test('open pages hear of each build: what it found, and what changed', async () => {
  const page = await listen();
  const first = await page.next();
  expect(first).toMatchObject({ message: null, findings: [], errors: 0, warnings: 0 });
  const finding = {
    code: 'missing-title',
    severity: 'error',
    file: 'articles/a.md',
    message: 'There is no title.',
  } as const;
  const news = { built: true, isLast: true, message: null, findings: [finding] };
  live.tell({ ...news, changed: [] });
  expect(await page.next()).toEqual({
    build: first['build'],
    changed: null,
    message: null,
    findings: [finding],
    errors: 1,
    warnings: 0,
  });
  const warning = { ...finding, severity: 'warning' as const };
  live.tell({ ...news, changed: ['/a.html'], findings: [...Array.from({ length: 50 }, () => warning), finding] });
  const second = await page.next();
  expect(second).toMatchObject({
    build: (first['build'] as number) + 1,
    changed: ['/a.html'],
    errors: 1,
    warnings: 50,
  });
  // Errors first, for not all are sent.
  expect((second['findings'] as unknown[]).slice(0, 2)).toEqual([finding, warning]);
  expect(second['findings']).toHaveLength(20);
  // News of a build that changed nothing says what the last one changed: somebody may have missed that.
  live.tell({ ...news, changed: [], findings: [] });
  const third = await page.next();
  expect(third).toMatchObject({ build: second['build'], changed: ['/a.html'], errors: 0 });
  await page.end();
  const late = await listen();
  expect(await late.next()).toEqual(third);
  await late.end();
});

test('of more pages than a browser has connections for, those that listened first let go', async () => {
  const pages = [];
  for (let i = 0; i < 6; i++) {
    pages.push(await listen());
    await pages.at(-1)?.next();
  }
  live.tell({ built: true, changed: [], isLast: true, message: null, findings: [] });
  await pages[2]?.next();
  await pages[5]?.next();
  for (const page of pages.slice(0, 2)) await expect(page.next()).rejects.toThrow();
  for (const page of pages) await page.end();
});

test('a page knows its file, and the build that was the last when it was asked for', async () => {
  const tag = async (path: string): Promise<string | undefined> =>
    /data-build="\d+" data-file="[^"]*"/.exec((await ask(path)).body)?.[0];
  const before = await tag('/monde/');
  expect(before).toMatch(/^data-build="\d+" data-file="\/monde\/index.html"$/);
  live.tell({ built: true, changed: null, isLast: true, message: null, findings: [] });
  expect(await tag('/monde/')).not.toBe(before);
  expect(await tag('/rien.html')).toContain('data-file="/404.html"');
});

test('a site that is not there yet is a page that waits for it', async () => {
  const empty = createServer(createLiveSite(join(site.folder, 'nulle-part')).answer);
  await new Promise<void>((resolve) => empty.listen(0, '127.0.0.1', resolve));
  const response = await fetch(`http://127.0.0.1:${(empty.address() as AddressInfo).port}/`);
  expect([response.status, await response.text()]).toEqual([404, expect.stringContaining('/__depeche/live.js')]);
  empty.closeAllConnections();
  empty.close();
});
