// The work that can be done on any thread: reading articles and drawing jobs. One pair of hands per thread.
// It knows one content folder and one theme; it never holds the library.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Where } from '../build/build.ts';
import { type BodyPlace, drawJob, type Job } from '../build/job.ts';
import { isParcel, type Parcel, unpack } from '../build/parcel.ts';
import { openSpill, readMarkup, type Spill } from '../build/spill.ts';
import { type FileReport, readFile, type ReadBatch, type ReadOrder, type ReadingRules } from '../build/read-content.ts';
import { readArticleAndBody, readBodyText } from '../content/article.ts';
import { cardOf } from '../content/card.ts';
import { digestOf } from '../content/source-file.ts';
import type { Configure } from '../eleventy/pages.ts';
import type { Theme } from '../view/types.ts';

/** What hands are given once. Paths are absolute; data that can be sent to a thread. */
export interface HandsSetup {
  readonly content: string;
  readonly templates: string;
  /** `eleventy.config.js` when it does more than nothing; else null. */
  readonly config: string | null;
}

export interface Hands {
  readonly read: (order: ReadOrder) => ReadBatch;
  /** What draws one job to text. */
  readonly drawer: () => Promise<(job: Job) => string>;
  readonly draw: (jobs: readonly (Job | Parcel)[], where: Where) => Promise<void>;
}

/** Loads a theme: `index.ts` of its folder exports `theme`. */
export async function loadTheme(templates: string): Promise<Theme> {
  const module = (await import(pathToFileURL(join(templates, 'index.ts')).href)) as { theme?: Theme };
  if (!module.theme) throw new Error(`${templates}/index.ts exports no theme.`);
  return module.theme;
}

/** Loads the default export of an Eleventy configuration. */
export async function loadConfigure(path: string): Promise<Configure> {
  const module = (await import(pathToFileURL(path).href)) as { default?: Configure };
  if (typeof module.default !== 'function') throw new Error(`${path} has no function as its default export.`);
  return module.default;
}

/** Makes hands. */
export function createHands(setup: HandsSetup): Hands {
  const markdown = (file: string): string =>
    readBodyText({ path: file, bytes: readFileSync(join(setup.content, file)) });
  const drawer = async (): Promise<(job: Job) => string> => {
    const theme = await loadTheme(setup.templates);
    return (job) => drawJob(job, theme, { markdown, markup: readMarkup });
  };
  return {
    drawer,
    read: ({ files, digests, rules, spill }) => {
      const spilled = spill === null ? null : openSpill(spill);
      const read = files.map((path, index) =>
        readOne(setup.content, { path, known: digests[index] ?? null, rules, spill: spilled }),
      );
      spilled?.close();
      return {
        reports: JSON.stringify(read.map(({ report }) => report)),
        heads: read.map(({ head }) => head),
        bodies: read.map(({ body }) => body ?? null),
      };
    },
    draw: async (jobs, { out, empty, site }) => {
      // Loaded when pages are drawn: reading needs none of it.
      const { drawPages } = await import('../eleventy/draw.ts');
      const drawOne = await drawer();
      const byPath = new Map(jobs.map((job) => [job.path, job]));
      const draw = (path: string): string => {
        const job = byPath.get(path) as Job | Parcel;
        return drawOne(isParcel(job) ? unpack(job, site) : job);
      };
      await drawPages({ out, input: empty, keys: keysByKind(jobs), draw, config: setup.config });
    },
  };
}

/** Reads one file: what is kept of it, and its head apart. */
function readOne(
  content: string,
  asked: {
    readonly path: string;
    readonly known: string | null;
    readonly rules: ReadingRules;
    readonly spill: Spill | null;
  },
): { report: FileReport | null; head: string | null; body?: BodyPlace | null } {
  const { path, known, rules, spill } = asked;
  const { file, findings } = readFile(content, path);
  if (!file) return { report: { kind: 'refused', file: path, digest: '', guess: '', findings }, head: null };
  const digest = digestOf(file.bytes);
  if (digest === known) return { report: null, head: null };
  const { result, markup } = readArticleAndBody(file, rules);
  if (result.kind !== 'article') return { report: { ...result, digest }, head: null };
  const report = {
    kind: 'article' as const,
    file: path,
    digest,
    card: cardOf(result.article),
    findings: result.findings,
  };
  const body = spill && markup ? spill.put(markup()) : null;
  return { report, head: JSON.stringify(result.article), body };
}

/** Paths by kind of page. */
export function keysByKind(pages: Iterable<{ readonly kind: string; readonly path: string }>): Map<string, string[]> {
  const keys = new Map<string, string[]>();
  for (const { kind, path } of pages) {
    const paths = keys.get(kind);
    if (paths) paths.push(path);
    else keys.set(kind, [path]);
  }
  return keys;
}
