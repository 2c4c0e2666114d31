// Views of the pages that hold teasers: section, topic, source, author and security pages, and month archives.

import type { Html } from '../base/html.ts';
import { typeset } from '../base/typography.ts';
import { type ArchivePeriod, type ArchiveSheet, newestCount } from '../library/archives.ts';
import type { List } from '../library/types.ts';
import type { ViewContext } from './context.ts';
import { home, makeHead, threeFeeds } from './head.ts';
import { listJsonLd } from './json-ld.ts';
import { linkTo } from './teaser.ts';
import type { ArchivePage, ArchiveYear, Head, Link, ListPage, Teaser } from './types.ts';

/** True when a list offers an Atom feed: sections always, others when they have a file of their own. */
export function hasFeed(list: List): boolean {
  return list.kind === 'section' || list.term !== null;
}

function feedsOf(list: List, title: string): Head['feeds'] {
  if (list.kind === 'section') return threeFeeds(title, list.url);
  return hasFeed(list) ? [{ title: `${title} (Atom)`, type: 'application/atom+xml', url: `${list.url}atom.xml` }] : [];
}

/** Makes the page of a list. `body` is the text of its file, ready. */
export function makeListPage(input: {
  readonly list: List;
  readonly months: readonly ArchivePeriod[];
  readonly body: Html | null;
  readonly context: ViewContext;
}): ListPage {
  const { list, months, body, context } = input;
  const { site } = context;
  const term = list.term;
  const teasers = list.entries.slice(0, newestCount).map(context.teaser);
  const trail = [home(site)];
  const description = term?.summary ?? (list.kind === 'section' ? null : list.label);
  return {
    kind: list.kind,
    site,
    head: makeHead({
      site,
      title: list.label,
      description,
      url: list.url,
      card: context.card(list),
      feeds: feedsOf(list, list.label),
      jsonLd: listJsonLd({ site, name: list.label, url: list.url, trail, teasers, description: description ?? '' }),
    }),
    trail,
    name: list.label,
    summary: term?.summary ? typeset(term.summary, site.lang) : null,
    body,
    role: term?.role ?? null,
    address: term?.address ?? null,
    rights: term?.rights ? typeset(term.rights, site.lang) : null,
    security: securityOf(list),
    teasers,
    archives: archiveYears(months),
  };
}

function securityOf({ kind, id, term }: List): ListPage['security'] {
  if (kind !== 'security') return null;
  return { id, isin: term?.isin ?? null, ticker: term?.ticker ?? null, market: term?.market ?? null };
}

/** Months as a list page offers them: newest year first, months of a year in order. */
export function archiveYears(months: readonly ArchivePeriod[]): ArchiveYear[] {
  const years = new Map<number, ArchiveYear['months'][number][]>();
  for (const { year, month, count, sheets } of months) {
    const pages = sheets.map((sheet) => sheet.url);
    const item = { month, url: pages[0] as string, count, pages };
    const group = years.get(year);
    if (group) group.unshift(item);
    else years.set(year, [item]);
  }
  return [...years].map(([year, items]) => ({ year, months: items }));
}

/** Makes one archive page. `list` is null for the archives of the whole site. */
export function makeArchivePage(input: {
  readonly list: List | null;
  readonly period: ArchivePeriod;
  readonly sheet: ArchiveSheet;
  readonly context: ViewContext;
}): ArchivePage {
  const { list, period, sheet, context } = input;
  const { site } = context;
  const link: Link = list ? linkTo(list) : home(site);
  const trail = list ? [home(site), link] : [link];
  const teasers: Teaser[] = sheet.entries.map(context.teaser);
  return {
    kind: 'archive',
    site,
    head: makeHead({
      site,
      title: link.label,
      description: list?.term?.summary ?? null,
      url: sheet.url,
      card: list && context.card(list),
      jsonLd: listJsonLd({ site, name: link.label, url: sheet.url, trail, teasers, description: '' }),
    }),
    trail,
    list: link,
    year: period.year,
    month: period.month,
    day: period.day,
    number: sheet.number,
    monthUrl: period.day === null ? null : (period.sheets[0]?.url.replace(/[^/]+\/$/, '') ?? null),
    before: period.sheets[sheet.number - 2]?.url ?? null,
    teasers,
  };
}
