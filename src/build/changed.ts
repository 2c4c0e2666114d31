// Which sheets must be drawn: those whose file was made from something else, is missing, or is not as it was written.
// A mark that is the same passes a sheet over without its view. Else the view is made, and its digests decide: here for
// lists and files of text, and for articles by the hands that draw them.

import { type Brief, createBriefer } from './brief.ts';
import type { KeepBrief, KeptPage } from './edition.ts';
import { createLiner, differences, type PageDigests } from './inputs.ts';
import type { Job } from './job.ts';
import type { Ledger } from './ledger.ts';
import { createMarks, type Marks } from './marks.ts';
import { articlePages, planArticles, planOthers, planSheets, type Sheet } from './plan.ts';
import type { Progress } from './progress.ts';
import type { PreparedSite } from './site.ts';
import type { Entry } from '../library/types.ts';
import type { FileWords, Teaser } from '../view/types.ts';

/** What became of one page of an article. */
export interface MadePage {
  /** What it was made from: see inputs.ts. */
  readonly line: string;
  /** False: the old file may stay. */
  readonly isDrawn: boolean;
}

/** What hands are asked for: a page that must be drawn, or an article whose pages may have to be. */
export type Work =
  | { readonly kind: Exclude<Job['kind'], 'article' | 'text-article'>; readonly make: () => Job }
  | {
      readonly kind: 'article';
      readonly brief: Brief;
      /** Teasers of its related articles, with their ranks. */
      readonly teasers: readonly (readonly [number, Teaser])[];
      /** Told what became of the brief's pages, in their order. */
      readonly settle: (made: readonly MadePage[]) => void;
    };

/** The work of a build, in two parts that may be done at once; each gives its work as it is asked for it. */
export interface Works {
  readonly articles: Iterable<Work>;
  /** Lists, pages and files of text. */
  readonly others: Iterable<Work>;
}

interface Input {
  readonly site: PreparedSite;
  readonly ledger: Ledger;
  readonly digests: PageDigests;
  readonly words: FileWords;
  /** Makes every view, and throws when one changed whose mark did not. */
  readonly verify: boolean;
  /** False: nothing is passed over or remembered by its mark, because articles say more than the library knows; true when absent. */
  readonly isMarked?: boolean;
  /** The articles whose pages are looked at, and nothing else; absent: all sheets are. */
  readonly only?: readonly Entry[];
  /** Told what was said of each article whose pages were made; absent: nobody is. */
  readonly keepBrief?: KeepBrief | null;
  /** Told how many sheets were looked at. */
  readonly progress: Progress;
}

/**
 * The work of a build; every sheet is noted in the ledger, articles when they are settled. A file that the newsroom put
 * into static/ stands instead of ours: robots.txt, favicon, a page of its own.
 */
export function changedSheets(input: Input): Works {
  const { site, digests, words, progress, only, isMarked = true } = input;
  const { context } = site;
  const marks = isMarked ? { marks: marksOf(site, digests) } : {};
  const plan = { context, words, ...marks, ...(only && { entries: only }) };
  const total = progress.isWatched ? countOf(planSheets({ context, words })) : null;
  let looked = 0;
  const look = (): void => progress.phase('drawing', looked++, total);
  return {
    articles: changedOf(planArticles(plan), { ...input, look }),
    others: only ? [] : changedOf(planOthers(plan), { ...input, look }),
  };
}

function* changedOf(sheets: Iterable<Sheet>, input: Input & { readonly look: () => void }): Generator<Work> {
  const { site, ledger, digests, verify, look, keepBrief } = input;
  const { context } = site;
  const lineOf = createLiner(digests);
  const briefOf = createBriefer(context);
  /** True when the mark tells that a page is the one that lies there, or that its file is to be made again all the same. */
  const marked = (path: string, mark: number): boolean => mark !== 0 && ledger.before(path)?.mark === mark;
  const passes = (path: string, mark: number): boolean =>
    marked(path, mark) && !verify && ledger.note(path, ledger.before(path)?.inputs as string, mark);
  const check = (path: string, mark: number, line: string): void => {
    const before = ledger.before(path)?.inputs ?? '';
    if (marked(path, mark) && line !== before) throw untold(path, before, line);
  };
  for (const sheet of sheets) {
    look();
    const mark = sheet.mark?.() ?? 0;
    const isDue = ({ path }: { readonly path: string }): boolean => !site.copies.has(path) && !passes(path, mark);
    if (sheet.kind === 'article') {
      const asked = articlePages(sheet)
        .filter(isDue)
        .map((page) => ({ ...page, before: ledger.intact(page.path) }));
      if (asked.length === 0) continue;
      const place = site.reading.place(sheet.entry.card.file);
      const { brief, related } = briefOf(sheet.entry, { pages: asked, place });
      yield {
        kind: 'article',
        brief,
        teasers: related.map((entry) => [entry.rank, context.teaser(entry)]),
        settle: (made) => {
          for (const [index, { line, isDrawn }] of made.entries()) {
            const { path } = asked[index] as (typeof asked)[number];
            check(path, mark, line);
            ledger.settle(path, { inputs: line, mark, stays: !isDrawn });
          }
          keepBrief?.({ brief, related, teaser: () => context.teaser(sheet.entry), pages: linesOf(sheet, ledger) });
        },
      };
      continue;
    }
    if (!isDue(sheet)) continue;
    const job = sheet.make();
    const line = lineOf(job);
    check(sheet.path, mark, line);
    if (!ledger.note(sheet.path, line, mark)) yield { kind: sheet.kind, make: () => job };
  }
}

/** An article's pages, with what they are made of now; empty when one of them is not ours. */
function linesOf(sheet: Extract<Sheet, { readonly kind: 'article' }>, ledger: Ledger): KeptPage[] {
  const pages = articlePages(sheet);
  return pages.flatMap((page) => {
    const line = ledger.files.get(page.path)?.inputs;
    return line === undefined ? [] : [{ ...page, line }];
  });
}

function countOf(sheets: Iterable<unknown>): number {
  let count = 0;
  for (const _ of sheets) count++;
  return count;
}

function untold(path: string, before: string, now: string): Error {
  return new Error(`The mark of ${path} does not tell what changed: ${differences(before, now).join('; ')}.`);
}

function marksOf({ context, ground }: PreparedSite, { program, theme }: PageDigests): Marks {
  const themes = (['article', 'text-article', 'list', 'archive'] as const).map(theme);
  return createMarks(context, [ground, program, ...themes].join(' '));
}
