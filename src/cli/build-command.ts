// `build`: makes the site once and says what it came to.

import { existsSync, statSync } from 'node:fs';
import { build, type BuildReport, type NotBuilt } from '../build/build.ts';
import { abandon, placesOf } from '../build/staging.ts';
import type { Options } from './options.ts';
import { countFindings, findingsText } from './print-findings.ts';
import type { Screen } from './screen.ts';
import { createCrew } from './wire.ts';

/** Exit status of a build that did not happen. */
const statusOf: Record<NotBuilt['reason'], number> = { locked: 75, 'not-ours': 2, nothing: 1 };

export async function buildCommand(options: Options, screen: Screen): Promise<number> {
  const start = performance.now();
  if (!existsSync(options.content) || !statSync(options.content).isDirectory()) {
    screen.tell(`There is no content folder ${options.content}.`);
    return 2;
  }
  if (options.search !== 'off') screen.tell('Search is not made by this version; the pages are.');
  giveUpOnSignals(options);
  const crew = await createCrew(options);
  let report: BuildReport | NotBuilt;
  try {
    const { content, out, wait, allowLost } = options;
    const skip = new Set([out, options.cache]);
    report = await build({ content, out, skip, at: options.at ?? Date.now(), wait, allowLost }, crew);
  } catch (error) {
    screen.tell(screen.paint.red(`The site was not built, and ${options.out} is as it was: ${reasonOf(error)}`));
    return 1;
  } finally {
    await crew.close();
  }
  const ms = Math.round(performance.now() - start);
  if (report.findings.length > 0) screen.tell(`${findingsText(report.findings, screen.paint)}\n`);
  if ('reason' in report) {
    screen.tell(report.message);
    return statusOf[report.reason];
  }
  screen.tell(summary(report, ms, options.out, screen));
  if (options.json) screen.answer(JSON.stringify(reportJson(report, ms)));
  return options.strict && countFindings(report.findings).error > 0 ? 1 : 0;
}

function reasonOf(error: unknown): string {
  const { code, path } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC') return 'the disk is full.';
  if (code === 'EACCES' || code === 'EPERM') return `there is no permission to write ${path ?? 'there'}.`;
  if (code === 'EMFILE' || code === 'ENFILE') return 'the system allows no more open files.';
  return causesOf(error).join(' ');
}

/** An error's message and those of its causes, each once: Eleventy wraps what a page or a filter throws. */
function causesOf(error: unknown): string[] {
  const messages: string[] = [];
  const seen = new Set<unknown>();
  for (let at = error; at instanceof Error && !seen.has(at);) {
    seen.add(at);
    if (!messages.some((message) => message.includes((at as Error).message))) messages.push(at.message);
    at = (at as Error & { originalError?: unknown }).originalError ?? at.cause;
  }
  return messages.length > 0 ? messages : [String(error)];
}

/** A signal before the new tree is brought in leaves the old one, and no lock. */
function giveUpOnSignals({ out }: Options): void {
  const signals = { SIGINT: 130, SIGTERM: 143 } as const;
  for (const [signal, status] of Object.entries(signals)) {
    process.once(signal, () => {
      abandon(placesOf(out));
      process.exit(status);
    });
  }
}

function reportJson(report: BuildReport, ms: number): object {
  const { findings, next, ...counts } = report;
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
