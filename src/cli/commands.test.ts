// Commands as real processes: exit statuses, and what stands on which stream.

import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { placesOf } from '../build/staging.ts';
import { command, type Outcome, run } from '../test/command.ts';
import { projectRoot } from '../base/project-folder.ts';
import { healthy } from '../test/healthy-site.ts';
import { photo } from '../test/picture-files.ts';
import { article, noon, removeSites, testSite, type TestSite } from '../test/site.ts';

afterAll(removeSites);

const at = ['--at', noon];
const broken = `=== articles/2026/03/04/mauvais.md\n${article('title: Sans fin\ndate: 2026-02-30\nstatus: presque')}`;

function buildOf({ content, out, folder }: TestSite, ...more: readonly string[]): Promise<Outcome> {
  return command('build', '--content', content, '--out', out, '--cache', join(folder, 'cache'), ...at, ...more);
}

/** The object on the last line of standard output, which must be the only one. */
function answerOf({ stdout }: Outcome): Record<string, unknown> {
  expect(stdout.trimEnd().split('\n')).toHaveLength(1);
  return JSON.parse(stdout) as Record<string, unknown>;
}

describe.concurrent('the exit status of a build is', () => {
  test('0 when it is done, with one JSON object and nothing else on standard output', async () => {
    const site = testSite(healthy);
    const outcome = await buildOf(site, '--json');
    expect(outcome.status).toBe(0);
    const answer = answerOf(outcome);
    const fields = 'articles withheld refused ignored lost drawn written kept deleted findings next ms';
    expect(Object.keys(answer).toSorted()).toEqual(fields.split(' ').toSorted());
    expect(answer).toMatchObject({
      articles: 3,
      withheld: 0,
      refused: 0,
      ignored: 3,
      lost: 0,
      kept: 0,
      deleted: 0,
      findings: { error: 0, warning: 0 },
    });
    // The folder's mark is no file of the site.
    const pages = [...site.tree().keys()].filter((path) => !path.startsWith('/pagefind/'));
    expect(answer['written']).toBe(pages.length);
    expect(answer['next']).toBeNull();
    expect(outcome.stderr).toContain('3 articles');
  });

  test('0 when articles were refused, which are told with place, caret and hint', async () => {
    const site = testSite(healthy + broken);
    const outcome = await buildOf(site);
    expect(outcome.status).toBe(0);
    expect(outcome.stdout).toBe('');
    expect(outcome.stderr).toContain('articles/2026/03/04/mauvais.md:4:9  error  bad-value');
    expect(outcome.stderr).toContain('  4 │ status: presque\n    │         ^^^^^^^\n');
    expect(outcome.stderr).toContain('3 articles, 1 refused');
  });

  test('1 with --strict when there is any error', async () => {
    const site = testSite(healthy + broken);
    expect((await buildOf(site, '--strict')).status).toBe(1);
    expect(site.has('/index.html')).toBe(true);
  });

  test('0 for an empty folder, which gives an empty site', async () => {
    const site = testSite();
    const outcome = await buildOf(site, '--json');
    expect(outcome.status).toBe(0);
    expect(answerOf(outcome)).toMatchObject({ articles: 0, refused: 0, ignored: 0, next: null });
    expect(site.has('/index.html')).toBe(true);
  });

  test('1 when nothing could be published though files exist, and the old site stays', async () => {
    const site = testSite(healthy);
    await site.build();
    const before = site.tree();
    rmSync(join(site.content, 'articles'), { recursive: true });
    site.write(broken);
    const outcome = await buildOf(site, '--json');
    expect(outcome).toMatchObject({ status: 1, stderr: expect.stringContaining('mauvais.md') });
    expect(answerOf(outcome)).toMatchObject({ reason: 'nothing', articles: 0, refused: 1, findings: { error: 2 } });
    expect(site.tree()).toEqual(before);
  });

  test('2 when there is no content folder', async () => {
    const site = testSite();
    rmSync(site.content, { recursive: true });
    expect(await buildOf(site)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(site.content) });
    expect(site.has('/')).toBe(false);
  });

  test('2 when the output folder holds files of somebody else, which are not touched', async () => {
    const site = testSite(healthy);
    mkdirSync(site.out);
    writeFileSync(join(site.out, 'these.doc'), 'dix ans');
    expect((await buildOf(site)).status).toBe(2);
    expect([...site.tree()]).toEqual([['/these.doc', 'dix ans']]);
  });

  test('2 when the output folder is a file', async () => {
    const site = testSite(healthy);
    writeFileSync(site.out, 'un fichier');
    expect((await buildOf(site)).status).toBe(2);
    expect(readFileSync(site.out, 'utf8')).toBe('un fichier');
  });

  test('2 when the output folder is the content folder', async () => {
    const site = testSite(healthy);
    expect((await buildOf({ ...site, out: site.content })).status).toBe(2);
  });

  test('2 when the command line is wrong, with the usage', async () => {
    const outcome = await command('build', '--ouput', 'x');
    expect(outcome).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('Usage: npm run build') });
  });

  test('75 while another process holds the lock, at once or after waiting', async () => {
    const site = testSite(healthy);
    const { lock } = placesOf(site.out);
    writeFileSync(lock, JSON.stringify({ pid: process.pid, host: hostname() }));
    const outcomes = await Promise.all([buildOf(site, '--wait', '0'), buildOf(site, '--wait', '1')]);
    expect(outcomes.map(({ status }) => status)).toEqual([75, 75]);
    expect(outcomes[0]?.stderr).toContain(String(process.pid));
    expect(site.has('/')).toBe(false);
    expect(readFileSync(lock, 'utf8')).toContain(String(process.pid));
  });
});

test.runIf(process.platform === 'linux')('an answer for which there is no room is told, with 1', async () => {
  const site = testSite(healthy);
  const main = join(projectRoot, 'src/cli/main.ts');
  const flags = ['--content', site.content, '--out', site.out, '--cache', join(site.folder, 'cache'), ...at, '--json'];
  const full = openSync('/dev/full', 'w');
  const child = spawn(process.execPath, [main, 'build', ...flags], { stdio: ['ignore', full, 'pipe'] });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (part: string) => void (said += part));
  expect(await new Promise((resolve) => child.once('close', resolve))).toBe(1);
  expect(said).toContain('The answer could not be written: ENOSPC');
  closeSync(full);
});

test('a content folder that is not there is told as JSON, too, with 2', async () => {
  const site = testSite(healthy);
  const outcome = await command('build', '--content', join(site.folder, 'nulle-part'), '--out', site.out, '--json');
  expect(outcome.status).toBe(2);
  expect(JSON.parse(outcome.stdout)).toMatchObject({ reason: 'usage', message: expect.stringContaining('nulle-part') });
});

describe.concurrent('check', () => {
  const check = ({ content }: TestSite, ...more: readonly string[]): Promise<Outcome> =>
    command('check', '--content', content, ...at, ...more);

  test('finds nothing in a healthy folder, answers 0, and writes nothing', async () => {
    const site = testSite(healthy);
    expect(await check(site)).toEqual({ status: 0, stdout: '', stderr: expect.stringContaining('3 articles') });
    expect(site.has('/')).toBe(false);
  });

  test('names what stays away, and why', async () => {
    const site = testSite(
      [
        healthy,
        `=== articles/d.md\n${article('title: D\ndate: 2026-03-01\ndraft: true')}`,
        `=== articles/e.md\n${article('title: E\ndate: 2026-03-01\nembargo: 2030-01-02 08:00')}`,
        `=== articles/f.md\n${article('title: F\ndate: 2026-03-01\nexpires: 2026-03-02')}`,
      ].join(''),
    );
    const { stderr, status } = await check(site);
    expect(status).toBe(0);
    expect(stderr).toContain(
      'Withheld: articles/d.md (draft), articles/e.md (from 2030-01-02T07:00Z), articles/f.md (until 2026-03-01T23:00Z).',
    );
  });

  test('names a page, too, that is not published because of its address', async () => {
    const site = testSite(`${healthy}=== pages/images.md\n${article('title: Images')}`);
    const { stderr, status } = await check(site);
    expect([status, stderr]).toEqual([1, expect.stringContaining('Not published as they stand: pages/images.md.')]);
  });

  test('prints findings as text and answers 1 when one is an error', async () => {
    const { status, stdout } = await check(testSite(healthy + broken));
    expect(status).toBe(1);
    expect(stdout).toContain('articles/2026/03/04/mauvais.md:3:7  error  bad-date');
    expect(stdout).toContain('articles/2026/03/04/mauvais.md:4:9  error  bad-value');
  });

  test('answers 0 for a warning, and 1 with --strict', async () => {
    const site = testSite(
      `${healthy}=== articles/w.md\n${article('title: W\ndate: 2026-03-01\ntitel: x\nsection: monde')}`,
    );
    expect((await check(site)).status).toBe(0);
    expect((await check(site, '--strict')).status).toBe(1);
  });

  test('prints all findings as one JSON array', async () => {
    const { stdout } = await check(testSite(healthy + broken), '--format', 'json');
    const findings = JSON.parse(stdout) as { code: string; file: string; line: number }[];
    expect(findings.map(({ code, line }) => [code, line])).toEqual([
      ['bad-date', 3],
      ['bad-value', 4],
    ]);
  });

  test('prints annotations for GitHub', async () => {
    const { stdout, status } = await check(testSite(healthy + broken), '--format', 'github');
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error file=.*mauvais\.md,line=3,col=7,title=bad-date::The date "2026-02-30"/);
    expect(stdout.trimEnd().split('\n')).toHaveLength(2);
  });

  test('names files for GitHub by their place in the repository that was checked out', async () => {
    const { content, folder } = testSite(healthy + broken);
    const main = join(projectRoot, 'src/cli/main.ts');
    const env = { GITHUB_WORKSPACE: folder };
    const { stdout } = await run(main, ['check', '--content', content, ...at, '--format', 'github'], { env });
    expect(stdout).toMatch(/^::error file=content\/articles\/2026\/03\/04\/mauvais\.md,line=3,/);
  });

  test('answers 2 when there is no such folder', async () => {
    expect((await command('check', '--content', '/nulle/part')).status).toBe(2);
  });
});

describe('build --why', () => {
  test('says which part of a page changed, and writes nothing', async () => {
    const site = testSite(healthy);
    expect((await buildOf(site, '--why', '/monde/')).stdout).toContain('nothing is known of what lies in');
    await buildOf(site);
    const before = site.tree();
    expect((await buildOf(site, '--why', '/monde/')).stdout).toContain('/monde/index.html would be kept');
    site.write(`=== articles/2026/03/04/neuf.md\n${article('title: Neuf\ndate: 2026-03-04 08:00\nsection: monde')}`);
    expect((await buildOf(site, '--why', '/monde/')).stdout).toContain('- the articles that it lists changed');
    expect((await buildOf(site, '--why', '/2026/03/04/neuf.html')).stdout).toContain('it is new');
    expect((await buildOf(site, '--why', '/2026/03/02/tour.html')).stdout).toContain('would be kept');
    writeFileSync(join(site.out, 'sport/index.html'), 'x');
    expect((await buildOf(site, '--why', '/sport/')).stdout).toContain('not the one that was written');
    rmSync(join(site.out, 'sport/index.html'));
    expect((await buildOf(site, '--why', '/sport/')).stdout).toContain('missing');
    expect((await buildOf(site, '--why', '/rien/')).stdout).toContain('no page that this site draws');
    expect(site.has('/2026/03/04/neuf.html')).toBe(false);
    expect([...site.tree().keys()]).toEqual([...before.keys()].filter((path) => path !== '/sport/index.html'));
  });

  test('leaves the cache as it is, also where a picture has to be made', async () => {
    const site = testSite(healthy);
    site.writeBytes('articles/2026/03/02/p.png', await photo(80, 60).png().toBuffer());
    const shown = article('title: Image\ndate: 2026-03-02 08:00\nsection: monde', '![Une image](p.png)');
    site.write(`=== articles/2026/03/02/image.md\n${shown}`);
    const cache = join(site.folder, 'cache');
    const files = (): string[] => (existsSync(cache) ? readdirSync(cache, { recursive: true, encoding: 'utf8' }) : []);
    expect((await buildOf(site, '--why', '/2026/03/02/image.html')).status).toBe(0);
    expect(files()).toEqual([]);
    await buildOf(site);
    const before = files();
    site.writeBytes('articles/2026/03/02/p.png', await photo(90, 60).png().toBuffer());
    expect((await buildOf(site, '--why', '/2026/03/02/image.html')).stdout).toContain('would be drawn');
    expect((await buildOf(site, '--why', '/monde')).stdout).toContain('/monde/index.html would be kept');
    expect(files()).toEqual(before);
  });

  test('wants an address', async () => {
    expect((await buildOf(testSite(healthy), '--why', 'monde')).status).toBe(2);
  });
});
