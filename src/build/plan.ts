// The plan: every file of text that a library makes, in the order in which they are brought in.
// A sheet is a path and a function that makes its job; nothing is made before it is asked for, so that memory stays
// flat however many pages there are.
// Invariant: pure. The same context gives the same sheets, and no two sheets have one path.

import { renderBody } from '../content/body.ts';
import type { Html } from '../base/html.ts';
import { type ArchivePeriod, daysOf, monthsOf } from '../library/archives.ts';
import type { List } from '../library/types.ts';
import { textFiles } from '../output/text-files.ts';
import { bodyNeeds, makeArticleDraft } from '../view/article-view.ts';
import type { ViewContext } from '../view/context.ts';
import { chooseFront, makeFrontPage } from '../view/front-view.ts';
import { bare } from '../view/head.ts';
import { makeArchivePage, makeListPage } from '../view/list-view.ts';
import { makeLatest, makeNotFoundPage, makeStaticPage } from '../view/page-view.ts';
import type { Job } from './job.ts';

/** One file of text. */
export interface Sheet {
  readonly path: string;
  readonly kind: Job['kind'];
  readonly make: () => Job;
}

/** Every sheet of a site: articles, lists and archives, pages, then the front page and the feeds. */
export function* planSheets(context: ViewContext): Generator<Sheet> {
  const { library } = context;
  for (const entry of library.entries) {
    const { path } = entry;
    yield {
      path,
      kind: 'article',
      make: () => ({
        path,
        kind: 'article',
        draft: makeArticleDraft(entry, context),
        needs: bodyNeeds(entry, context),
      }),
    };
  }
  const lists = [...library.sections, ...library.topics, ...library.sources, ...library.authors, ...library.securities];
  for (const list of lists) yield* listSheets(list, context);
  const months = monthsOf('/', library.entries);
  yield* archiveSheets(null, [...months, ...daysOf('/', library.entries)], context);
  for (const page of library.pages) {
    const path = `${page.path}index.html`;
    const make = (): Job => ({
      path,
      kind: 'page',
      view: makeStaticPage(page, textOf(page.page.file, page.page.body, context), context),
    });
    yield { path, kind: 'page', make };
  }
  const notices = [{ path: '/404.html', url: null }, ...library.tombstones];
  for (const { path, url } of notices) {
    yield { path, kind: 'not-found', make: () => ({ path, kind: 'not-found', view: makeNotFoundPage(context, url) }) };
  }
  yield { path: '/index.html', kind: 'front', make: () => frontJob(months, context) };
  const latest = '/fragments/dernieres.html';
  yield { path: latest, kind: 'latest', make: () => ({ path: latest, kind: 'latest', view: makeLatest(context) }) };
  for (const { path, make } of textFiles(context)) {
    yield { path, kind: 'text', make: () => ({ path, kind: 'text', text: make() }) };
  }
}

function frontJob(months: readonly ArchivePeriod[], context: ViewContext): Job {
  const { choice } = chooseFront(context.library);
  return { path: '/index.html', kind: 'front', view: makeFrontPage({ choice, months, context }) };
}

function* listSheets(list: List, context: ViewContext): Generator<Sheet> {
  const path = `${list.path}index.html`;
  const months = monthsOf(list.path, list.entries);
  const make = (): Job => {
    const { term } = list;
    const body = term && term.body.trim() !== '' ? textOf(term.file, term.body, context) : null;
    return { path, kind: 'list', view: makeListPage({ list, months, body, context }) };
  };
  yield { path, kind: 'list', make };
  yield* archiveSheets(list, months, context);
}

function* archiveSheets(list: List | null, periods: readonly ArchivePeriod[], context: ViewContext): Generator<Sheet> {
  for (const period of periods) {
    for (const sheet of period.sheets) {
      const path = `${sheet.path}index.html`;
      const make = (): Job => ({ path, kind: 'archive', view: makeArchivePage({ list, period, sheet, context }) });
      yield { path, kind: 'archive', make };
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
