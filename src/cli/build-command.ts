// `build`: makes the site once and says what it came to; for `serve`, again and again in one process, whose code is warm.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../base/findings.ts';
import { build } from '../build/build.ts';
import type { BuildOptions, BuildReport, NotBuilt } from '../build/types.ts';
import type { PageDigests } from '../build/inputs.ts';
import { explain } from '../build/explain.ts';
import { settleOut } from '../build/out-folder.ts';
import { pointFindings } from '../build/point-findings.ts';
import { abandon, BroughtInPartly } from '../build/staging.ts';
import type { BuildSession } from '../build/touch-up.ts';
import { setEngine } from './engine.ts';
import { failureSentence } from './failure.ts';
import { folderMistake } from './folders.ts';
import type { Options } from './options.ts';
import { countFindings, findingsText, mostOfACode } from './print-findings.ts';
import { createProgress } from './progress.ts';
import type { BuildAsked, BuildNews } from './rebuilder.ts';
import type { Screen } from './screen.ts';
import { createCrew } from './wire.ts';

/** Exit status of a build that did not happen. */
const statusOf: Record<NotBuilt['reason'], number> = { locked: 75, 'not-ours': 2, nothing: 1 };

export async function buildCommand(options: Options, screen: Screen): Promise<number> {
  const session: Session = { close: async () => {} };
  endWell(options, screen, session);
  const status = await buildOnce(options, screen, session);
  if (!options.stay || !process.send) return status;
  return new Promise((resolve) => {
    process.on('message', ({ changed }: BuildAsked) => void buildOnce(options, screen, session, new Set(changed)));
    process.on('disconnect', () => resolve(status));
  });
}

/** What one build leaves to the next of its process. */
interface Session extends BuildSession {
  /** Ends the threads of the build that runs. */
  close: () => Promise<void>;
  digests?: PageDigests;
  /** What the last build found, as it was told. */
  findings?: readonly Finding[];
}

/** One build and where it is told. */
interface Run {
  readonly options: Options;
  readonly screen: Screen;
  readonly session: Session;
  /** When it began, by `performance.now()`. */
  readonly start: number;
}

async function buildOnce(
  options: Options,
  screen: Screen,
  session: Session,
  touched?: ReadonlySet<string>,
): Promise<number> {
  const run: Run = { options, screen, session, start: performance.now() };
  const mistake = folderMistake(options);
  if (mistake) {
    session.last = undefined;
    await sayNotBuilt({ reason: 'usage', message: mistake, findings: [] }, run);
    return 2;
  }
  const progress = createProgress(process.stderr, process.env);
  const pictures = options.why !== null ? 'aside' : options.cacheUse ? 'make' : 'anew';
  const crew = await createCrew({ ...options, pictures, progress, digests: session.digests });
  Object.assign(session, { close: () => (progress.clear(), crew.close()), digests: crew.digests });
  let report: BuildReport | NotBuilt;
  let findings: readonly Finding[] = [];
  try {
    const asked = askedOf(run, touched);
    if (options.why !== null) {
      screen.answer(await explain(options.why, asked, crew));
      return 0;
    }
    report = await build(asked, crew);
    findings = pointFindings(report.findings, options.content, mostOfACode);
  } catch (error) {
    progress.clear();
    const changed = error instanceof BroughtInPartly ? null : [];
    await sayNotBuilt({ reason: 'failed', message: notBuilt(error, options.out), findings: [], changed }, run);
    return 1;
  } finally {
    await crew.close();
    setEngine('ordinary');
  }
  progress.clear();
  if (findings.length > 0) screen.tell(`${findingsText(findings, screen.paint)}\n`);
  if ('reason' in report) {
    await sayNotBuilt({ ...report, shown: findings }, run);
    return statusOf[report.reason];
  }
  await sayBuilt(report, findings, run);
  return options.strict && countFindings(report.findings).error > 0 ? 1 : 0;
}

/** What the build is asked for. */
function askedOf({ options, session }: Run, touched: ReadonlySet<string> | undefined): BuildOptions {
  return {
    ...buildOptions(options),
    ...(options.stay && { session }),
    ...(touched && { changed: touched }),
    onBegun: (changed: readonly string[]) =>
      void bring({ built: true, changed, isLast: false, message: null, findings: session.findings ?? [] }),
  };
}

/** Says what was built; then makes the search index, which changes nothing about the pages, and says what came of it. */
async function sayBuilt(report: BuildReport, findings: readonly Finding[], run: Run): Promise<void> {
  const { options, screen, session, start } = run;
  const ms = Math.round(performance.now() - start);
  session.findings = findings;
  await bring({ built: true, changed: report.changed, isLast: true, message: null, findings });
  screen.tell(summary(report, ms, options.out, screen));
  const isWanted = report.searchLang !== null || existsSync(join(options.out, 'pagefind'));
  // Loaded late: most builds of most folders need none of it.
  const found = isWanted
    ? await (await import('./search-command.ts')).searchAfter(report.searchLang, options, screen)
    : [];
  if (options.json) {
    screen.answer(JSON.stringify(reportJson({ ...report, findings: [...report.findings, ...found] }, ms)));
  }
}

type NotMade = Omit<NotBuilt, 'reason' | 'refused'> & {
  readonly reason: NotBuilt['reason'] | 'failed' | 'usage';
  readonly refused?: number;
  /** Files of the site that changed all the same; null: any may have. */
  readonly changed?: readonly string[] | null;
  /** What the process that listens shows. */
  readonly shown?: readonly Finding[];
};

/** Says that nothing was made and why; as JSON also how much of the content was in the way. */
async function sayNotBuilt(
  { reason, message, refused = 0, findings, changed = [], shown = [] }: NotMade,
  { options, screen, start }: Run,
): Promise<void> {
  screen.tell(reason === 'failed' ? screen.paint.red(message) : message);
  if (options.json) {
    const ms = Math.round(performance.now() - start);
    screen.answer(JSON.stringify({ reason, message, articles: 0, refused, findings: countFindings(findings), ms }));
  }
  await bring({ built: false, changed, isLast: true, message, findings: shown });
}

function buildOptions(options: Options): BuildOptions {
  const { content, out, wait, allowLost, releases } = options;
  const skip = new Set([out, `${out}.releases`, options.cache]);
  const cache = options.cacheUse ? join(options.cache, 'depeche.db') : null;
  return { content, out, cache, skip, at: options.at ?? Date.now(), wait, allowLost, releases };
}

/** Brings news to the process that started this one, if it listens: `serve`. */
function bring(news: BuildNews): Promise<void> {
  return new Promise((resolve) => {
    if (!process.send) resolve();
    else process.send(news, () => resolve());
  });
}

function notBuilt(error: unknown, out: string): string {
  return error instanceof BroughtInPartly
    ? `The new site is made, but only a part of it is in ${out}; the next build brings in the rest: ${failureSentence(error.cause)}`
    : `The site was not built, and ${out} is as it was: ${failureSentence(error)}`;
}

/**
 * However a build ends before the new tree is brought in, it leaves the old one, no staging and no lock: after a
 * signal, and after an error that a package throws where nobody can catch it.
 */
function endWell(options: Options, screen: Screen, session: Session): void {
  const end = (status: number): void => {
    // Threads first: what they are writing would come back after it was taken away.
    void session.close().finally(() => {
      const places = settleOut(options.out, options.releases);
      if (!('refused' in places)) abandon(places);
      process.exit(status);
    });
  };
  process.once('SIGINT', () => end(130));
  process.once('SIGTERM', () => end(143));
  process.once('uncaughtException', (error) => {
    screen.tell(screen.paint.red(notBuilt(error, options.out)));
    end(1);
  });
}

function reportJson(report: BuildReport, ms: number): object {
  const { findings, next, searchLang: _, changed: _paths, ...counts } = report;
  return {
    ...counts,
    findings: countFindings(findings),
    next: next === null ? null : new Date(next).toISOString(),
    ms,
  };
}

function summary(report: BuildReport, ms: number, out: string, { paint }: Screen): string {
  const { error, warning } = countFindings(report.findings);
  const number = (value: number, one: string, many: string): string => `${value} ${value === 1 ? one : many}`;
  const left = [
    report.withheld > 0 && `${report.withheld} withheld`,
    report.refused > 0 && paint.red(`${report.refused} refused`),
    report.lost > 0 && paint.red(`${report.lost} lost`),
  ].filter(Boolean);
  const found = [
    error > 0 && paint.red(number(error, 'error', 'errors')),
    warning > 0 && paint.yellow(number(warning, 'warning', 'warnings')),
  ].filter(Boolean);
  const articles = [paint.bold(number(report.articles, 'article', 'articles')), ...left].join(', ');
  const files = `${report.drawn} drawn, ${report.written} written, ${report.kept} kept, ${report.deleted} deleted`;
  const seconds = `${(ms / 1000).toFixed(ms < 9950 ? 2 : 1)} s`;
  return [
    `${articles} → ${out} in ${seconds}`,
    `files: ${files}`,
    ...(found.length > 0 ? [found.join(', ')] : []),
  ].join('\n');
}
