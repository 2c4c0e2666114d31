// The work that can be done on any thread: reading articles and drawing jobs. One pair of hands per thread.
// It knows one content folder and one theme; it never holds the library.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { drawJob, type Job } from '../build/job.ts';
import { readFile, type ReadingRules } from '../build/read-content.ts';
import { type ArticleResult, readArticle, readBodyText } from '../content/article.ts';
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
  readonly read: (files: readonly string[], rules: ReadingRules) => ArticleResult[];
  /** What draws one job to text. */
  readonly drawer: () => Promise<(job: Job) => string>;
  readonly draw: (jobs: readonly Job[], places: { readonly out: string; readonly empty: string }) => Promise<void>;
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
  const readText = (file: string): string => {
    return readBodyText({ path: file, bytes: readFileSync(join(setup.content, file)) });
  };
  const drawer = async (): Promise<(job: Job) => string> => {
    const theme = await loadTheme(setup.templates);
    return (job) => drawJob(job, theme, readText);
  };
  return {
    drawer,
    read: (files, rules) =>
      files.map((path) => {
        const { file, findings } = readFile(setup.content, path);
        return file ? readArticle(file, rules) : { kind: 'refused', file: path, guess: '', findings };
      }),
    draw: async (jobs, { out, empty }) => {
      // Loaded when pages are drawn: reading needs none of it.
      const { drawPages } = await import('../eleventy/draw.ts');
      const drawOne = await drawer();
      const byPath = new Map(jobs.map((job) => [job.path, job]));
      const draw = (path: string): string => drawOne(byPath.get(path) as Job);
      await drawPages({ out, input: empty, keys: keysByKind(jobs), draw, config: setup.config });
    },
  };
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
