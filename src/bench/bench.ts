// `npm run bench -- [N]`: how long builds of a newspaper of N articles take, and how much memory; as whole processes,
// from starting Node to its end, without the search index. The last column of the table is what the build reported.
// Two more rows are what an author waits for under `npm start`.
// It asserts nothing and is no part of the tests: figures belong to a machine.

import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { measureSaving } from './saving.ts';
import { benchmarkArticle, benchmarkInstant, writeArticle, writeNewspaper } from './newspaper.ts';

const root = join(import.meta.dirname, '../..');

/** What one build took. */
interface Measured {
  readonly what: string;
  readonly seconds: number;
  /** Largest memory of the process and its threads, MB. */
  readonly memory: number;
  readonly files: string;
}

/** What a build says with `--json`. */
interface Report {
  readonly articles: number;
  readonly drawn: number;
  readonly written: number;
  readonly deleted: number;
}

/** Runs one build as a process; its last act is to say how much memory it took. */
function measure(what: string, folder: string): Measured {
  const main = join(root, 'src/cli/main.ts');
  const at = (name: string): string => join(folder, name);
  const memory = at('memory');
  const note = `process.on('exit',()=>require('fs').writeFileSync(${JSON.stringify(memory)},String(process.resourceUsage().maxRSS)))`;
  const hook = pathToFileURL(at('hook.cjs')).pathname;
  writeArticle(folder, { path: 'hook.cjs', text: `if(require('worker_threads').isMainThread){${note}}\n` });
  const places = ['--content', at('content'), '--out', at('_site'), '--cache', at('.cache')];
  const flags = ['--at', benchmarkInstant, '--search', 'off', '--json'];
  const start = performance.now();
  const done = spawnSync(process.execPath, ['--require', hook, main, 'build', ...places, ...flags], {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', INIT_CWD: undefined },
  });
  const seconds = (performance.now() - start) / 1000;
  if (done.status !== 0) throw new Error(`The build ended with ${done.status}: ${done.stderr}`);
  const { articles, drawn, written, deleted } = JSON.parse(done.stdout) as Report;
  const files = `${articles} articles; ${drawn} drawn, ${written} written, ${deleted} deleted`;
  return { what, seconds, memory: Number(readFileSync(memory, 'utf8')) / 1024, files };
}

/** One row for people and for docs/benchmarks.md. */
function row({ what, seconds, memory, files }: Measured): string {
  return `| ${what.padEnd(26)} | ${seconds.toFixed(2).padStart(7)} | ${memory.toFixed(0).padStart(6)} | ${files} |\n`;
}

const articles = Number(process.argv[2] ?? 10_000);
if (!Number.isInteger(articles) || articles < 100) {
  process.stderr.write('Usage: npm run bench -- [number of articles, at least 100]\n');
  process.exit(2);
}
const folder = mkdtempSync(join(tmpdir(), 'depeche-bench-'));
try {
  const content = join(folder, 'content');
  writeNewspaper(content, articles);
  const { version, arch } = process;
  const gigabytes = (totalmem() / 2 ** 30).toFixed(0);
  process.stdout.write(`${articles} articles; ${cpus()[0]?.model ?? arch}, ${availableParallelism()} cores, ${gigabytes} GB; Node ${version}\n\n`); // prettier-ignore
  process.stdout.write('| build                      | seconds |     MB | files |\n|---|---:|---:|---|\n');
  process.stdout.write(row(measure('cold', folder)));
  // The first run made social cards; this one has them, as every later cold build has.
  rmSync(join(folder, '_site'), { recursive: true });
  rmSync(join(folder, '.cache/depeche.db'));
  process.stdout.write(row(measure('cold, cards made', folder)));
  process.stdout.write(row(measure('no change', folder)));
  const { path, text } = benchmarkArticle(Math.floor(articles / 3), 0);
  writeArticle(content, { path, text: `${text}\nUne phrase de plus.\n` });
  process.stdout.write(row(measure('one text changed', folder)));
  writeArticle(content, benchmarkArticle(Math.floor(articles / 2), 1));
  process.stdout.write(row(measure('one title changed', folder)));
  const added = benchmarkArticle(0, 2);
  writeArticle(content, { ...added, path: added.path.replace('depeche-0', 'depeche-neuve') });
  process.stdout.write(row(measure('one new article', folder)));
  for (const { what, seconds } of await measureSaving(folder, Math.floor(articles / 3))) {
    process.stdout.write(
      `| ${what.padEnd(26)} | ${seconds.toFixed(2).padStart(7)} |        | its page is new; median of 5 |\n`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
