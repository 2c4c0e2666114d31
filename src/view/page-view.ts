// Views of the pages that stand alone: about, legal notice …, the 404 page, and the fragment of the newest.

import type { Html } from '../base/html.ts';
import { typeset } from '../base/typography.ts';
import type { SitePage, Tombstone } from '../library/types.ts';
import type { ViewContext } from './context.ts';
import { home, makeHead } from './head.ts';
import type { LatestFragment, NotFoundPage, StaticPage } from './types.ts';

/** How many teasers the fragment of the newest holds. */
const latestCount = 6;

/** Makes a static page. `body` is its text, ready. */
export function makeStaticPage({ page, url }: SitePage, body: Html, { site }: ViewContext): StaticPage {
  const head = makeHead({ site, title: page.title, description: page.summary, url, jsonLd: null });
  return {
    kind: 'page',
    site,
    head,
    trail: [home(site)],
    title: typeset(page.title, site.lang),
    summary: page.summary && typeset(page.summary, site.lang),
    body,
  };
}

/** Where the page stands for addresses that lead nowhere. */
export const notFoundPath = '/404.html';

/** Makes the 404 page, or the notice that stands where an article was withdrawn. Not to be indexed. */
export function makeNotFoundPage({ site }: ViewContext, tombstone: Tombstone | null): NotFoundPage {
  const url = tombstone?.url ?? notFoundPath;
  // A theme has better words for it.
  const title = tombstone === null ? '404' : '410';
  const head = makeHead({ site, title, description: null, url, robots: 'noindex', jsonLd: null });
  const reason = tombstone === null ? 'missing' : 'withdrawn';
  const note = tombstone?.withdrawal ?? null;
  const withdrawal = note && { date: note.date?.iso ?? null, kind: note.kind, text: typeset(note.text, site.lang) };
  return { kind: 'not-found', reason, withdrawal, site, head, trail: [] };
}

/** Where the page stands that a browser shows when there is no network. */
export const offlinePath = '/hors-ligne.html';

/** Makes it. Not to be indexed. */
export function makeOfflinePage({ site }: ViewContext): NotFoundPage {
  const head = makeHead({ site, title: '', description: null, url: offlinePath, robots: 'noindex', jsonLd: null });
  return { kind: 'not-found', reason: 'offline', withdrawal: null, site, head, trail: [] };
}

/** Makes the fragment of the newest articles. */
export function makeLatest({ site, library, teaser }: ViewContext): LatestFragment {
  return { kind: 'latest', site, teasers: library.entries.slice(0, latestCount).map(teaser) };
}
