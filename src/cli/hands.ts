// The work that can be done on any thread: reading articles and drawing jobs. One pair of hands per thread.
// It knows one content folder and one theme; it never holds the library.

import type { Teaser } from '../view/types.ts';
import { articleJobs, readAgain, readForPage, type ReadText } from '../build/article-jobs.ts';
import { type Brief, openSite, type SharedSite } from '../build/brief.ts';
import type { Where } from '../build/types.ts';
import type { MadePage } from '../build/changed.ts';
import { createLiner } from '../build/inputs.ts';
import { drawJob, type Job } from '../build/job.ts';
import { writePages } from '../build/write-pages.ts';
import { type KeptTexts, openSpill, openTexts, type Spill, type TextPlace } from '../build/spill.ts';
import type { FileReport, ReadBatch, ReadOrder, ReadingRules } from '../build/read-content.ts';
import { readFileAndState } from '../build/read-file.ts';
import { readArticleAndBody, readBodyText } from '../content/article.ts';
import { textsOf } from '../content/card.ts';
import { digestOf } from '../content/source-file.ts';
import type { Article } from '../content/types.ts';
import { takeTeasers } from './held-teasers.ts';
import { loadTheme } from './load.ts';

/** What hands are given once. Paths are absolute; data that can be sent to a thread. */
export interface HandsSetup {
  readonly content: string;
  readonly templates: string;
  /** `eleventy.config.js` when it does more than nothing; else null. */
  readonly config: string | null;
}

/** Pages to make, as data. */
export interface DrawOrder {
  readonly briefs: readonly Brief[];
  /** By rank; those that the briefs name, and no order since hands last had to forget has brought. */
  readonly teasers: readonly (readonly [number, Teaser])[];
  /** True: teasers that came before are brought again where they are named. */
  readonly forgets: boolean;
  /** Pages that are made already, and only have to be written. */
  readonly pages: readonly { readonly path: string; readonly text: string }[];
}

export interface Hands {
  readonly read: (order: ReadOrder) => ReadBatch;
  /** What draws one job to text. */
  readonly drawer: () => Promise<(job: Job) => string>;
  /** Loads what drawing needs. */
  readonly prepare: () => Promise<void>;
  /** Begins a site; what is drawn afterwards belongs to it. */
  readonly begin: (where: Where) => void;
  /** Answers what became of each brief's pages. */
  readonly draw: (order: DrawOrder) => Promise<readonly (readonly MadePage[])[]>;
}

/** What hands are asked, on whatever thread they are. */
export type Order =
  | { readonly type: 'read'; readonly order: ReadOrder }
  | { readonly type: 'prepare' }
  | { readonly type: 'begin'; readonly where: Where }
  | { readonly type: 'draw'; readonly order: DrawOrder };

/** Does what an order says. */
export function obey(hands: Hands, order: Order): unknown {
  switch (order.type) {
    case 'read':
      return hands.read(order.order);
    case 'prepare':
      return hands.prepare();
    case 'begin':
      return hands.begin(order.where);
    case 'draw':
      return hands.draw(order.order);
  }
}

/** Makes hands. */
export function createHands(setup: HandsSetup): Hands {
  const drawer = async (): Promise<(job: Job) => string> => {
    const theme = await loadTheme(setup.templates);
    return (job) => drawJob(job, theme);
  };
  let site: OpenSite | null = null;
  return {
    drawer,
    read: ({ files, digests, rules, stillSince, spill, keepsTexts }) => {
      const spilled = spill === null ? null : openSpill(spill);
      try {
        const read = files.map((path, index) => {
          const known = digests[index] ?? null;
          return readOne(setup.content, { path, known, rules, stillSince, spill: spilled, keepsTexts });
        });
        return {
          stats: read.map(({ state }) => state),
          reports: `[${read.map(({ report }) => report).join()}]`,
          places: read.map(({ place }) => place),
        };
      } finally {
        spilled?.close();
      }
    },
    prepare: async () => {
      await drawer();
      if (setup.config !== null) await import('../eleventy/draw.ts');
    },
    begin: (where) => {
      site = openWhere(where);
    },
    draw: async (order) => {
      if (!site) throw new Error('Nothing can be drawn before a site was begun.');
      const { rules } = site;
      const kept = openTexts(order.briefs.flatMap(({ place }) => place ?? []));
      try {
        const textOf = (brief: Brief): ReadText => textFor(brief, { content: setup.content, kept, rules });
        const { pages, made } = decide(order, site, textOf);
        const texts = new Map(order.pages.map(({ path, text }) => [path, text]));
        const drawJob = await drawer();
        const draw = (path: string): string => texts.get(path) ?? drawJob((pages.get(path) as DuePage).job());
        await write(site, { config: setup.config, texts: [...texts.keys()], pages: [...pages.values()], draw });
        return made;
      } finally {
        kept.close();
      }
    },
  };
}

/** Through Eleventy only where the newsroom's configuration does something to pages: its run takes as long as drawing. */
async function write(
  { out, empty }: OpenSite,
  due: {
    readonly config: string | null;
    /** Paths. */
    readonly texts: readonly string[];
    readonly pages: readonly DuePage[];
    readonly draw: (path: string) => string;
  },
): Promise<void> {
  const { config, draw } = due;
  const all = [...due.texts.map((path) => ({ kind: 'text', path })), ...due.pages];
  if (all.length === 0) return;
  if (config === null) {
    writePages({ out, paths: all.map(({ path }) => path), draw });
    return;
  }
  const { drawPages } = await import('../eleventy/draw.ts');
  await drawPages({ out, input: empty, keys: keysByKind(all), draw, config });
}

/** A site that pages are made for. */
interface OpenSite extends Pick<Where, 'out' | 'empty'> {
  readonly rules: ReadingRules;
  readonly subjectOf: ReturnType<typeof openSite>;
  readonly lineOf: ReturnType<typeof createLiner>;
  /** Teasers by rank: those of one portion are named by the next as well, and are drawn and digested already. */
  readonly teasers: Map<number, Teaser>;
}

function openWhere({ out, empty, shared }: Where): OpenSite {
  const { program, themes, rules } = shared;
  const theme = (kind: Job['kind']): string => themes[kind as keyof SharedSite['themes']];
  return {
    out,
    empty,
    rules,
    subjectOf: openSite(shared),
    lineOf: createLiner({ program, theme }),
    teasers: new Map(),
  };
}

/** A page that is to be drawn. */
interface DuePage {
  readonly kind: Job['kind'];
  readonly path: string;
  readonly job: () => Job;
}

/**
 * Which pages of an order's articles have to be drawn, and what became of all. A view that decides nothing, because the
 * page has no old file, is made when the page is drawn: it need not wait in memory, and `made` is complete then.
 */
function decide(
  order: DrawOrder,
  { subjectOf, lineOf, teasers }: OpenSite,
  textOf: (brief: Brief) => ReadText,
): { readonly pages: ReadonlyMap<string, DuePage>; readonly made: MadePage[][] } {
  takeTeasers(teasers, order);
  const due = new Map<string, DuePage>();
  const made = order.briefs.map((brief) => {
    const { pages } = brief;
    const makeJobs = (): readonly Job[] => {
      const text = textOf(brief);
      const subject = subjectOf(brief, text.article, (rank) => teasers.get(rank) as Teaser);
      return articleJobs({ subject, text, pages });
    };
    if (pages.length === 1 && pages[0]?.before === null) {
      const [page] = pages;
      const result: MadePage[] = [];
      const job = (): Job => {
        const [only] = makeJobs() as [Job];
        result[0] = { line: lineOf(only), isDrawn: true };
        return only;
      };
      due.set(page.path, { ...page, job });
      return result;
    }
    return makeJobs().map((job, index): MadePage => {
      const line = lineOf(job);
      const isDrawn = pages[index]?.before !== line;
      if (isDrawn) due.set(job.path, { kind: job.kind, path: job.path, job: () => job });
      return { line, isDrawn };
    });
  });
  return { pages: due, made };
}

/** An article as its page shows it: what reading its file has kept, or the file read again. */
function textFor(
  brief: Brief,
  from: { readonly content: string; readonly kept: KeptTexts; readonly rules: ReadingRules },
): ReadText {
  const { content, kept, rules } = from;
  if (!brief.place) return readForPage(content, brief, rules);
  const { head, markup, text } = kept.read(brief.place);
  const article = JSON.parse(head) as Article;
  return {
    article,
    markup: markup && (() => markup.toString()),
    markdown: () => text?.toString() ?? readBodyText(readAgain(content, article)),
  };
}

/** Reads one file: what is remembered of it (JSON of a FileReport, or of null), and where the rest lies. */
function readOne(
  content: string,
  asked: {
    readonly path: string;
    readonly known: string | null;
    readonly rules: ReadingRules;
    readonly stillSince: number;
    readonly spill: Spill | null;
    readonly keepsTexts: boolean;
  },
): { readonly state: string; readonly report: string; readonly place: TextPlace | null } {
  const { path, known, rules, stillSince, spill, keepsTexts } = asked;
  const { file, findings, state } = readFileAndState(content, path, stillSince);
  const without = (report: FileReport | null): ReturnType<typeof readOne> => ({
    state,
    report: JSON.stringify(report),
    place: null,
  });
  if (!file) return without({ kind: 'refused', file: path, digest: '', guess: '', findings });
  const digest = digestOf(file.bytes);
  if (digest === known) return without(null);
  const { result, markup } = readArticleAndBody({ ...file, digest }, rules);
  if (result.kind !== 'article') return without({ ...result, digest });
  const { article, card } = textsOf(result.article);
  // A card is written once, for the report and for the article's page.
  const about = JSON.stringify({ kind: 'article', file: path, digest, findings: result.findings });
  const text = keepsTexts ? readBodyText(file) : null;
  return {
    state,
    report: `${about.slice(0, -1)},"card":${card}}`,
    place: spill && spill.put(article, markup && markup(), text),
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
