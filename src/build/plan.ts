// The plan: every file of text that a library makes, in the order in which they are brought in.
// A sheet is a path and a function that makes its job; nothing is made before it is asked for, so that memory stays
// flat however many pages there are.
// Invariant: pure. The same context gives the same sheets, and no two sheets have one path.

import { renderBody } from '../content/body.ts';
import type { Html } from '../base/html.ts';
import { type ArchivePeriod, daysOf, monthsOf, newestCount } from '../library/archives.ts';
import { listsOf } from '../library/lists.ts';
import type { Entry, List } from '../library/types.ts';
import { textFiles } from '../output/text-files.ts';
import type { ViewContext } from '../view/context.ts';
import { chooseFront, makeFrontPage } from '../view/front-view.ts';
import { bare } from '../view/head.ts';
import { makeArchivePage, makeListPage } from '../view/list-view.ts';
import { listsUrl, makeListsPage } from '../view/lists-view.ts';
import {
  makeLatest,
  makeNotFoundPage,
  makeOfflinePage,
  makeStaticPage,
  notFoundPath,
  offlinePath,
} from '../view/page-view.ts';
import { makeSearchPage } from '../view/search-view.ts';
import { makeTextFront, textPath } from '../view/text-view.ts';
import { makeCommentsPage, threadPages, threadPath } from '../view/thread-view.ts';
import type { FileWords } from '../view/types.ts';
import type { ArticleFile } from './article-jobs.ts';
import type { Job } from './job.ts';
import type { Marks } from './marks.ts';

/** One file of text; an article's are made apart from the others, of its text (see article-jobs.ts). */
export type Sheet = {
  readonly path: string;
  /** See marks.ts; absent: the view must be made to know whether it changed. */
  readonly mark?: () => number;
} & (
  | { readonly kind: Exclude<Job['kind'], 'article' | 'text-article'>; readonly make: () => Job }
  /** `text`: path of its text edition, or null. */
  | { readonly kind: 'article'; readonly entry: Entry; readonly text: string | null }
);

/** What a plan is made of. */
interface Plan {
  readonly context: ViewContext;
  /** The theme's, for the files that nobody designs. */
  readonly words: FileWords;
  /** Absent: sheets have no mark. */
  readonly marks?: Marks;
  /** Of which articles; absent: of all. */
  readonly entries?: readonly Entry[];
}

/** Every sheet of a site: articles, lists and archives, pages, then the front page and the feeds. */
export function* planSheets(plan: Plan): Generator<Sheet> {
  yield* planArticles(plan);
  yield* planOthers(plan);
}

/** The sheets of articles, and of comments beyond those that stand in them. */
export function* planArticles({ context, marks, entries }: Omit<Plan, 'words'>): Generator<Sheet> {
  for (const entry of entries ?? context.library.entries) {
    const text = context.site.textEdition === null ? null : textPath(entry.path);
    yield { path: entry.path, kind: 'article', entry, text, ...(marks && { mark: () => marks.article(entry) }) };
    yield* commentSheets(entry, context);
  }
}

/** All sheets but those of articles. */
export function* planOthers(plan: Plan): Generator<Sheet> {
  const { context, words, marks = null } = plan;
  const { library } = context;
  const lists = listsOf(library);
  for (const list of lists) yield* listSheets(list, context, marks);
  const months = monthsOf('/', library.entries);
  yield* archiveSheets({ list: null, periods: [...months, ...daysOf('/', library.entries)], context, marks });
  for (const page of library.pages) {
    const path = `${page.path}index.html`;
    const make = (): Job => ({
      path,
      kind: 'page',
      view: makeStaticPage(page, textOf(page.page.file, page.page.body, context), context),
    });
    yield { path, kind: 'page', make };
  }
  for (const tombstone of [null, ...library.tombstones]) {
    const path = tombstone?.path ?? notFoundPath;
    const make = (): Job => ({ path, kind: 'not-found', view: makeNotFoundPage(context, tombstone) });
    yield { path, kind: 'not-found', make };
  }
  if (context.site.offline) {
    const path = offlinePath;
    yield { path, kind: 'not-found', make: () => ({ path, kind: 'not-found', view: makeOfflinePage(context) }) };
  }
  const own = `${listsUrl}index.html`;
  yield { path: own, kind: 'lists', make: () => ({ path: own, kind: 'lists', view: makeListsPage(context) }) };
  yield { path: '/index.html', kind: 'front', make: () => frontJob(months, context) };
  if (context.site.search !== null) {
    const path = `${context.site.search}index.html`;
    yield { path, kind: 'search', make: () => ({ path, kind: 'search', view: makeSearchPage(context, months) }) };
  }
  if (context.site.textEdition !== null) {
    const path = '/texte/index.html';
    yield { path, kind: 'text-front', make: () => ({ path, kind: 'text-front', view: makeTextFront(context) }) };
  }
  const latest = '/fragments/dernieres.html';
  yield { path: latest, kind: 'latest', make: () => ({ path: latest, kind: 'latest', view: makeLatest(context) }) };
  for (const { path, entries, make } of textFiles({ ...context, words })) {
    const mark = marks && entries ? { mark: () => marks.entries(null, entries, path) } : {};
    yield { path, kind: 'text', make: () => ({ path, kind: 'text', text: make() }), ...mark };
  }
}

/** The files of an article: its page, and its text where there is a text edition. */
export function articlePages(sheet: Extract<Sheet, { readonly kind: 'article' }>): readonly ArticleFile[] {
  const { path, text } = sheet;
  return [{ kind: 'article', path }, ...(text === null ? [] : [{ kind: 'text-article' as const, path: text }])];
}

/** Comments beyond those that stand in the article. */
function* commentSheets(entry: Entry, context: ViewContext): Generator<Sheet> {
  for (let number = 2; number <= threadPages(entry, context); number++) {
    const path = threadPath(entry.path, number);
    const make = (): Job => ({ path, kind: 'comments', view: makeCommentsPage(entry, number, context) });
    yield { path, kind: 'comments', make };
  }
}

function frontJob(months: readonly ArchivePeriod[], context: ViewContext): Job {
  const { choice } = chooseFront(context.library);
  return { path: '/index.html', kind: 'front', view: makeFrontPage({ choice, months, context }) };
}

function* listSheets(list: List, context: ViewContext, marks: Marks | null): Generator<Sheet> {
  const path = `${list.path}index.html`;
  const months = monthsOf(list.path, list.entries);
  const { term } = list;
  const hasText = term !== null && term.body.trim() !== '';
  const make = (): Job => {
    const body = hasText ? textOf(term.file, term.body, context) : null;
    return { path, kind: 'list', view: makeListPage({ list, months, body, context }) };
  };
  const shown = list.entries.slice(0, newestCount);
  // A text may name articles that the list does not show: where its links lead is known when it is made.
  const mark = marks && !hasText ? { mark: () => marks.entries(list, shown, monthsText(months)) } : {};
  yield { path, kind: 'list', make, ...mark };
  yield* archiveSheets({ list, periods: months, context, marks });
}

/** What a list page shows of its archives. */
function monthsText(months: readonly ArchivePeriod[]): string {
  return months.map(({ year, month, count, sheets }) => `${year}-${month} ${count} ${sheets.length}`).join();
}

function* archiveSheets(input: {
  readonly list: List | null;
  readonly periods: readonly ArchivePeriod[];
  readonly context: ViewContext;
  readonly marks: Marks | null;
}): Generator<Sheet> {
  const { list, periods, context, marks } = input;
  for (const period of periods) {
    for (const sheet of period.sheets) {
      const path = `${sheet.path}index.html`;
      const make = (): Job => ({ path, kind: 'archive', view: makeArchivePage({ list, period, sheet, context }) });
      const before = period.sheets[sheet.number - 2]?.url ?? '';
      const mark = marks ? { mark: () => marks.entries(list, sheet.entries, `${path} ${before}`) } : {};
      yield { path, kind: 'archive', make, ...mark };
    }
  }
}

/** The text of a page's or a list's file. */
function textOf(file: string, markdown: string, context: ViewContext): Html {
  return renderBody(markdown, {
    lang: context.site.lang,
    resolve: {
      link: (href) => context.library.leadsTo(href, file),
      picture: (src) => bare(context.picture(file, src)),
    },
  });
}
