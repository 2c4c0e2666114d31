// The site as `serve` shows it, asked over a real socket, also by those who ask for what is not theirs.

import { createServer, type Server } from 'node:http';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { type AddressInfo, connect } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
function ask(path: string): Promise<{ status: number; head: string; body: string }> {
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
    socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
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

test('an open page is told of a build, and of what the build found', async () => {
  const response = await fetch(`http://127.0.0.1:${port}/__depeche/events`);
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const next = async (): Promise<string> => new TextDecoder().decode((await reader.read()).value);
  expect(await next()).toBe('event: findings\ndata: ""\n\n');
  live.reload('\u001b[31merror\u001b[0m\n<b>');
  expect(await next()).toContain('event: reload');
  await reader.cancel();
  const again = (await fetch(`http://127.0.0.1:${port}/__depeche/events`)).body as ReadableStream<Uint8Array>;
  const other = again.getReader();
  expect(new TextDecoder().decode((await other.read()).value)).toBe('event: findings\ndata: "error\\n<b>"\n\n');
  await other.cancel();
});
