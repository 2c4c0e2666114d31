// What tests of faults stand on: a newspaper in its old and its new state, builds as real processes that can be killed
// or starved, and the question that is asked after every fault: is each file whole, is the tree old or new, and does
// the next build heal it.
// A fault of what lies on the disk is a function (site → void); `damages` lists them.

import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { markName, placesOf } from '../build/staging.ts';
import { listTree } from '../build/tree.ts';
import { projectRoot } from '../base/project-folder.ts';
import { editCorpus, writeCorpus } from './fault-corpus.ts';
import { noon } from './site.ts';

/** Path → digest of its bytes. */
export type Tree = ReadonlyMap<string, string>;

/** One newspaper on disk, of which one build is tried. */
export interface FaultSite {
  readonly folder: string;
  readonly content: string;
  readonly out: string;
  readonly cache: string;
  /** More flags of every build: `--releases`. */
  readonly flags: readonly string[];
}

/** A build that runs. */
export interface Running {
  readonly child: ChildProcess;
  readonly isOver: () => boolean;
  readonly outcome: Promise<{ readonly status: number | null; readonly signal: string | null; readonly said: string }>;
}

/**
 * Goes before a build for which permissions hold, though root started the tests: root without the right to override
 * them. Another user might not even reach the program, where its folder is root's alone.
 */
export const heedsPermissions: readonly string[] =
  process.getuid?.() === 0 ? ['setpriv', '--bounding-set=-dac_override,-dac_read_search'] : [];

/** How a build is started: `wrap` goes before it, as in `['bash', '-c', 'ulimit -n 40; exec "$@"', 'bash']`. */
export interface Start {
  readonly wrap?: readonly string[];
  readonly flags?: readonly string[];
}

/** Starts a build of a site as a process of its own. */
export function startBuild(site: FaultSite, { wrap = [], flags = [] }: Start = {}): Running {
  const { content, out, cache } = site;
  const main = join(projectRoot, 'src/cli/main.ts');
  const places = ['--content', content, '--out', out, '--cache', cache, '--at', noon, '--search', 'off'];
  const [program, ...args] = [...wrap, process.execPath, main, 'build', ...places, ...site.flags, ...flags];
  const child = spawn(program as string, args, {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', INIT_CWD: undefined },
  });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (part: string) => {
    said += part;
  });
  const outcome = new Promise<Awaited<Running['outcome']>>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status, signal) => resolve({ status, signal, said }));
  });
  return { child, outcome, isOver: () => child.exitCode !== null || child.signalCode !== null };
}

/** Builds and fails when the build does. */
export async function mustBuild(site: FaultSite): Promise<void> {
  const { status, signal, said } = await startBuild(site).outcome;
  if (status !== 0) throw new Error(`The build ended with ${status ?? signal}: ${said}`);
}

/** Every file below a folder but the mark, with a digest of its bytes. Empty when there is no such folder. */
export function treeOf(out: string): Tree {
  const root = existsSync(out) ? realpathSync(out) : out;
  const paths = listTree(root).filter((path) => path !== `/${markName}`);
  return new Map(
    paths.map((path) => [
      path,
      createHash('sha1')
        .update(readFileSync(root + path))
        .digest('hex'),
    ]),
  );
}

/** True when two trees hold the same files. */
export function sameTree(a: Tree, b: Tree): boolean {
  return a.size === b.size && [...a].every(([path, digest]) => b.get(path) === digest);
}

/** A newspaper before and after an edit, built cleanly, from which sites for trials are copied. */
export interface Ground {
  /** The folder of all sites of this ground. */
  readonly folder: string;
  readonly content: string;
  readonly old: Tree;
  readonly new: Tree;
  /** How long (ms) the build of the edit takes, from the old site and from nothing. */
  readonly time: { readonly edit: number; readonly full: number };
  /** Copies the old site to a folder: its output and its cache. Its content is the edited one. */
  readonly site: (folder: string, flags?: readonly string[]) => FaultSite;
  /** A site that was never built. */
  readonly emptySite: (folder: string, flags?: readonly string[]) => FaultSite;
  readonly remove: () => void;
}

/** Makes the ground for trials. With `--releases` among the flags the old site is a release. */
export async function makeGround(articles: number, flags: readonly string[] = []): Promise<Ground> {
  const folder = mkdtempSync(join(tmpdir(), 'depeche-faults-'));
  const content = join(folder, 'content');
  const places = (name: string): FaultSite => ({
    folder: join(folder, name),
    content,
    out: join(folder, name, '_site'),
    cache: join(folder, name, '.cache'),
    flags,
  });
  writeCorpus(content, articles);
  const before = places('old');
  await mustBuild(before);
  editCorpus(content, articles);
  const clean = places('new');
  let start = performance.now();
  await mustBuild(clean);
  const full = performance.now() - start;
  const site = (at: string, more: readonly string[] = flags): FaultSite => {
    mkdirSync(at, { recursive: true });
    cpSync(before.folder, at, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
    return { folder: at, content, out: join(at, '_site'), cache: join(at, '.cache'), flags: more };
  };
  const trial = site(join(folder, 'timing'));
  start = performance.now();
  await mustBuild(trial);
  const edit = performance.now() - start;
  rmSync(trial.folder, { recursive: true });
  return {
    folder,
    content,
    old: treeOf(before.out),
    new: treeOf(clean.out),
    time: { edit, full },
    site,
    emptySite: (at, more = flags) => {
      mkdirSync(at, { recursive: true });
      return { folder: at, content, out: join(at, '_site'), cache: join(at, '.cache'), flags: more };
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** What a fault left behind. */
export interface Aftermath {
  /** `old` and `new`: exactly that; `between`: every file is whole, some old and some new. */
  readonly tree: 'old' | 'new' | 'none' | 'between';
  /** True when the journal is complete and not yet carried out. */
  readonly journal: boolean;
}

/** Looks at a site after a fault. Throws when a file is neither old nor new, or when the tree was touched too early. */
export function inspect(site: FaultSite, ground: Pick<Ground, 'old' | 'new'>): Aftermath {
  const journal = existsSync(placesOf(site.out).journal);
  const now = treeOf(site.out);
  for (const [path, digest] of now) {
    if (digest !== ground.old.get(path) && digest !== ground.new.get(path)) {
      throw new Error(`${path} is neither the old nor the new file (${readFileSync(site.out + path).length} bytes).`);
    }
  }
  if (sameTree(now, ground.new)) return { tree: 'new', journal };
  if (sameTree(now, ground.old)) return { tree: 'old', journal };
  if (now.size === 0) return { tree: 'none', journal };
  if (!journal) throw new Error('The tree is between old and new, and no journal says how to go on.');
  return { tree: 'between', journal };
}

/** Builds again; the tree must then be that of a clean build, and nothing else may lie beside it. */
export async function heal(site: FaultSite, ground: Pick<Ground, 'new'>): Promise<void> {
  await mustBuild(site);
  const now = treeOf(site.out);
  if (!sameTree(now, ground.new)) {
    const wrong = [...new Set([...now.keys(), ...ground.new.keys()])].filter((p) => now.get(p) !== ground.new.get(p));
    throw new Error(`The next build differs from a clean one: ${wrong.slice(0, 5).join(', ')} (${wrong.length})`);
  }
  const left = readdirSync(site.folder).filter((name) => !/^(_site|_site\.releases|\.cache)$/.test(name));
  if (left.length > 0) throw new Error(`Left beside the site: ${left.join(', ')}`);
}
