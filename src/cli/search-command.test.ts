import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, test } from 'vitest';
import { article, noon, removeSites, testSite } from '../test/site.ts';
import { projectRoot } from '../base/project-folder.ts';

afterAll(removeSites);

const newspaper = `=== site.md
---
search: true
---
=== crue.md
${article('title: La crue\ndate: 2026-03-05T08:00')}`;

const cases = [
  { command: 'search', signal: 'SIGINT', status: 130 },
  { command: 'search', signal: 'SIGTERM', status: 143 },
  { command: 'build', signal: 'SIGINT', status: 130 },
  { command: 'build', signal: 'SIGTERM', status: 143 },
] as const;

test.each(cases)(
  '$signal while $command makes the index ends it with $status, and the next one need not wait',
  { timeout: 60_000 },
  async ({ command, signal, status }) => {
    const site = testSite(newspaper);
    const cache = join(site.folder, '.cache');
    const folders = ['--content', site.content, '--out', site.out, '--cache', cache];
    const args = command === 'build' ? ['build', ...folders, '--at', noon] : ['search', ...folders];
    if (command === 'search') await site.build();
    const child = spawn(process.execPath, [join(projectRoot, 'src/cli/main.ts'), ...args], { stdio: 'ignore' });
    const ended = new Promise((resolve) => child.once('close', resolve));
    const lock = join(site.folder, '._site.search.lock');
    while (!existsSync(lock) && child.exitCode === null) await sleep(2);
    child.kill(signal);
    expect(await ended).toBe(status);
    expect(readdirSync(site.folder).filter((name) => name.includes('lock'))).toEqual([]);
    expect(site.read('/2026/03/05/crue.html')).toContain('La crue');
  },
);
