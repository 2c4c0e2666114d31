// The same content, options and instant give the same tree, mark included, whatever surrounds the build: time zone,
// locale, order and times of the files, where the folders lie, how many cores there are. Without the search index:
// Pagefind orders its filters differently from run to run, so that its files change names.

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listTree } from '../build/tree.ts';
import { projectRoot } from '../base/project-folder.ts';
import { healthy } from './healthy-site.ts';
import { noon, removeSites, testSite } from './site.ts';

afterAll(removeSites);

/** Enough articles for threads. */
const many = 700;

const words = ['Élection', 'crue', 'Œuvre', 'ırmak', 'sommet', 'budget', 'île', 'zèbre'];

function filesOf(): readonly (readonly [string, string])[] {
  const base = healthy
    .split(/^=== /m)
    .slice(1)
    .map((part) => [part.slice(0, part.indexOf('\n')).trim(), part.slice(part.indexOf('\n') + 1)] as const);
  const more = Array.from({ length: many }, (_, i) => {
    const day = String(1 + (i % 28)).padStart(2, '0');
    const title = `${words[i % 8]} ${words[(i * 3) % 8]} ${i}`;
    const head = `title: "${title}"\ndate: 2026-02-${day} ${String(i % 24).padStart(2, '0')}:30\nsection: monde\ntopics: [${words[i % 5]}]`;
    return [
      `articles/2026/02/${day}/a${i}.md`,
      `---\n${head}\n---\n\nPARIS, 5 mars (Reuters) - Le texte ${i} : voir.\n`,
    ] as const;
  });
  return [...base, ...more];
}

/** Writes the newspaper into a folder of its own, builds it in a process, and answers every file with its bytes. */
function built(how: {
  readonly backwards?: boolean;
  readonly time?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly cores?: string;
}): ReadonlyMap<string, string> {
  const site = testSite();
  const files = how.backwards ? filesOf().toReversed() : filesOf();
  for (const [path, text] of files) {
    const file = join(site.content, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    if (how.time) utimesSync(file, how.time, how.time);
  }
  const node = join(projectRoot, 'node_modules/.bin/node');
  const main = join(projectRoot, 'src/cli/main.ts');
  const args = [
    main,
    'build',
    '--content',
    site.content,
    '--out',
    site.out,
    '--no-cache',
    '--search',
    'off',
    '--at',
    noon,
  ];
  const [program, given] = how.cores ? ['taskset', ['-c', how.cores, node, ...args]] : [node, args];
  const { status, stderr } = spawnSync(program, given, {
    cwd: site.folder,
    env: { ...process.env, ...how.env },
    encoding: 'utf8',
  });
  expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
  return new Map(
    listTree(site.out)
      .toSorted()
      .map((path) => [path, readFileSync(site.out + path, 'latin1')]),
  );
}

let usual: ReadonlyMap<string, string>;
beforeAll(() => {
  usual = built({});
}, 60_000);

/** What surrounds a build. */
type Surroundings = Parameters<typeof built>[0];

const surroundings: readonly (readonly [string, Surroundings])[] = [
  ['time zone and locale', { env: { TZ: 'Pacific/Apia', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' } }],
  ['another time zone', { env: { TZ: 'America/St_Johns', LC_ALL: 'C' } }],
  ['the order and the times of the files', { backwards: true, time: 1_000_000_000 }],
  ...(process.platform === 'linux' ? [['the number of cores', { cores: '0' }] as const] : []),
];

test.each(surroundings)('the tree does not depend on %s', { timeout: 60_000 }, (_, how) => {
  const other = built(how);
  expect([...other.keys()].filter((path) => !usual.has(path))).toEqual([]);
  expect(other.size).toBe(usual.size);
  expect([...other].filter(([path, text]) => usual.get(path) !== text).map(([path]) => path)).toEqual([]);
});
