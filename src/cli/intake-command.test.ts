// The intake and moderation as real processes: what was accepted survives kill -9 of either, and one who reads the
// newspaper sees nothing before a person approved it.

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { openStore } from '../intake/store.ts';
import { run } from '../test/command.ts';
import { article, removeSites, testSite, type TestSite } from '../test/site.ts';
import { projectRoot } from '../base/project-folder.ts';

const main = join(projectRoot, 'src/cli/main.ts');
const children = new Set<ChildProcess>();
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  removeSites();
});

const page = '/2026/03/05/crue.html';
const gazette = `=== site.md
---
name: La Gazette
address: https://gazette.example
comments:
  intake: https://avis.gazette.example/
---
=== articles/2026/03/05/crue.md
${article('title: La crue\ndate: 2026-03-05 08:00')}`;

interface Running {
  readonly url: string;
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
}

async function startIntake(site: TestSite, db: string): Promise<Running> {
  const args = [main, 'intake', '--content', site.content, '--out', site.out, '--db', db, '--port', '0'];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, INIT_CWD: undefined },
  });
  children.add(child);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => resolve(text.trim()));
    void ended.then(() => reject(new Error('The intake ended.')));
  });
  return { url, child, ended };
}

async function send(url: string, text: string): Promise<{ status: number; code: string }> {
  const headers = { origin: 'https://gazette.example', accept: 'application/json' };
  const asked = await fetch(`${url}stamp?article=crue`);
  const { stamp } = (await asked.json()) as { stamp: string };
  const fields = { article: 'crue', page, author: 'Camille', text, stamp };
  const post = async (): Promise<Response> =>
    fetch(`${url}comment`, { method: 'POST', headers, body: new URLSearchParams(fields) });
  await sleep(3050);
  const response = await post();
  return { status: response.status, code: ((await response.json()) as { code: string }).code };
}

test('a comment goes from the form to the page, by way of a person, though everything is killed in between', async () => {
  const site = testSite(gazette);
  await site.build();
  const db = join(site.folder, 'intake/comments.db');
  const intake = await startIntake(site, db);
  expect(await send(intake.url, 'Un avis.')).toEqual({ status: 201, code: 'received' });
  intake.child.kill('SIGKILL');
  await intake.ended;

  const moderate = (...words: readonly string[]) =>
    run(main, ['moderate', ...words, '--content', site.content, '--db', db]);
  const listed = await moderate();
  expect(listed.stdout).toContain('Un avis.');
  await site.build();
  expect(site.read(page)).not.toContain('Un avis.');
  const id = /^\d{8}-\d{6}-[a-z0-9]{6}/m.exec(listed.stdout)?.[0] as string;
  const approved = await moderate('approve', id);
  expect([approved.status, approved.stdout.trim()]).toEqual([0, join(site.content, 'comments/crue', `${id}.md`)]);
  await site.build({ at: '2100-01-01T00:00:00Z' });
  expect(site.read(page)).toContain(`id="d_comment-${id}"`);
  expect((await moderate('approve', 'rien')).status).toBe(1);
  expect((await moderate('aprove', id)).status).toBe(2);
  expect((await moderate()).stdout).toContain('0 comments wait.');

  const again = await startIntake(site, db);
  again.child.kill('SIGTERM');
  expect(await again.ended).toBe(143);
});

test('where there is no folder articles/, no comment is written: its file would be taken for an article', async () => {
  const site = testSite(`=== crue.md\n---\ntitle: Crue\ndate: 2026-03-01\n---\nUn texte.\n`);
  const args = ['--content', site.content, '--db', join(site.folder, 'comments.db')];
  const closed = await run(main, ['moderate', 'close', 'crue', ...args]);
  expect(closed).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('no folder articles/') });
  expect(readdirSync(site.content)).toEqual(['crue.md']);
});

test('the secret of an intake is readable by its owner alone, from its first moment on', async () => {
  const site = testSite(gazette);
  await site.build();
  const db = join(site.folder, 'intake/comments.db');
  const intake = await startIntake(site, db);
  intake.child.kill('SIGTERM');
  await intake.ended;
  expect(statSync(`${db}.key`).mode & 0o777).toBe(0o600);
});

test('approving many, killed at any moment and begun again, loses none and writes each file whole', async () => {
  const site = testSite(gazette);
  const db = join(site.folder, 'comments.db');
  const store = openStore(db);
  const ids = Array.from({ length: 120 }, (_, i) => `20260305-091244-a${String(i).padStart(5, '0')}`);
  for (const id of ids) {
    const text = `Avis ${id}. ${'mot '.repeat(300)}fin`;
    const rest = { page, replyTo: null, author: 'Camille', created: Date.parse('2026-03-05T08:12:44Z'), address: null };
    await store.addComment({ id, article: 'crue', text, print: id, ...rest });
  }
  store.close();
  const args = ['moderate', 'approve', ...ids, '--content', site.content, '--db', db];
  const folder = join(site.content, 'comments/crue');
  const written = (): string[] =>
    existsSync(folder) ? readdirSync(folder).filter((name) => !name.startsWith('.')) : [];
  for (let round = 0; round < 6; round++) {
    const before = written().length;
    const child = spawn(process.execPath, [main, ...args], { stdio: 'ignore' });
    const ended = new Promise((resolve) => child.on('close', resolve));
    // Killed as soon as it has written a few more.
    const until = Date.now() + 10_000;
    while (written().length < before + 5 + round && written().length < ids.length && Date.now() < until) await sleep(1);
    child.kill('SIGKILL');
    await ended;
    for (const name of written()) expect(readFileSync(join(folder, name), 'utf8')).toMatch(/^---\n.* fin\n$/s);
  }
  await run(main, args);
  expect(written()).toHaveLength(ids.length);
  const after = openStore(db);
  expect(after.waiting()).toEqual([]);
  after.close();
});

test('npm start shows the newspaper with its intake, at one address', async () => {
  const site = testSite(gazette.replace('https://avis.gazette.example/', '/intake/'));
  const port = await freePort();
  const db = join(site.folder, 'comments.db');
  const args = ['serve', '--content', site.content, '--out', site.out, '--db', db, '--port', String(port)];
  const child = spawn(process.execPath, [main, ...args], { stdio: ['ignore', 'ignore', 'pipe'] });
  children.add(child);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  await new Promise<void>((resolve) => {
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (said.includes('end with Ctrl+C')) resolve();
    });
  });
  const url = `http://127.0.0.1:${port}`;
  expect(await (await fetch(url + page)).text()).toContain('action="/intake/comment"');
  const body = new URLSearchParams({ article: 'crue', page, author: 'Camille', text: 'Un avis.' });
  const answer = await fetch(`${url}/intake/comment`, { method: 'POST', headers: { origin: url }, body });
  expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('Relisez, puis envoyez')]);
  child.kill('SIGTERM');
  expect(await ended).toBe(143);
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test('an address is forgotten after the days of site.md, though nobody writes any more', async () => {
  const site = testSite(gazette);
  const db = join(site.folder, 'forget.db');
  const day = 24 * 3600_000;
  const common = { article: 'crue', page, replyTo: null, author: 'Camille', text: 'Merci.' };
  const before = openStore(db);
  for (const [id, days] of [
    ['old', 31],
    ['new', 29],
  ] as const) {
    await before.addComment({ ...common, id, print: id, address: 'hash', created: Date.now() - days * day });
  }
  before.close();
  const { child, ended } = await startIntake(site, db);
  child.kill('SIGTERM');
  await ended;
  const after = openStore(db);
  expect(after.waiting().map(({ id, address }) => [id, address])).toEqual([
    ['old', null],
    ['new', 'hash'],
  ]);
  after.close();
});
