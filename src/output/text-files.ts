// Every file of text that nobody designs: feeds, sitemaps, robots.txt, and the pages of former addresses.
// Each is a path and a function that makes its text, so that what has not changed need not be made.

import { listsOf } from '../library/lists.ts';
import type { Entry, List } from '../library/types.ts';
import type { ViewContext } from '../view/context.ts';
import { absolute } from '../view/head.ts';
import { hasFeed } from '../view/list-view.ts';
import { partnerOf } from '../view/teaser.ts';
import { threadFeedPath } from '../view/thread-view.ts';
import { atom } from './atom.ts';
import { commentFeedOf } from './comment-feed.ts';
import { feedOf } from './feed-of.ts';
import { jsonFeed } from './json-feed.ts';
import { newsSitemap, newsWindow } from './news-sitemap.ts';
import { redirectPage } from './redirect-page.ts';
import { robots } from './robots.ts';
import { rss } from './rss.ts';
import { securityArticles, securityIndex } from './security-files.ts';
import { sitemapIndex, sitemapMonth, sitemapParts } from './sitemaps.ts';
import type { Feed, FileContext, SitemapEntry } from './types.ts';

/** A file of text. */
export interface TextFile {
  /** Below the output folder, `/` first, not encoded. */
  readonly path: string;
  /** Articles on whose teasers, and on nothing else of any article, the text depends; absent: on more. */
  readonly entries?: readonly Entry[];
  readonly make: () => string;
}

/** All files of text of a site, in the theme's words. */
export function* textFiles(context: FileContext): Generator<TextFile> {
  const { library, words } = context;
  function* threeFeeds(list: List | null, folder: string): Generator<TextFile> {
    const feed = (): Feed => feedOf(list, context);
    yield { path: `${folder}rss.xml`, make: () => rss(feed()) };
    yield { path: `${folder}atom.xml`, make: () => atom(feed()) };
    yield { path: `${folder}feed.json`, make: () => jsonFeed(feed()) };
  }
  yield* threeFeeds(null, '/');
  for (const section of library.sections) yield* threeFeeds(section, section.path);
  for (const list of [...library.topics, ...library.sources, ...library.authors, ...library.securities]) {
    if (hasFeed(list)) yield { path: `${list.path}atom.xml`, make: () => atom(feedOf(list, context)) };
  }
  yield { path: '/valeurs/index.json', make: () => securityIndex(context) };
  for (const list of library.securities) {
    yield { path: `${list.path}articles.json`, make: () => securityArticles(list, context) };
  }
  yield* commentFeeds(context);
  yield* sitemaps(context);
  yield { path: '/news-sitemap.xml', make: () => newsSitemap(newsOf(context), library.at) };
  yield { path: '/robots.txt', make: () => robots(context.site.url) };
  for (const { path, to } of library.redirects) {
    const file = path.endsWith('/') ? `${path}index.html` : path;
    const redirect = { to, canonical: absolute(context.site, to), lang: context.site.lang, words: words.moved };
    yield { path: file, make: () => redirectPage(redirect) };
  }
}

/** The newest comments of the site, and those of each article that has some. */
function* commentFeeds(context: FileContext): Generator<TextFile> {
  const { entries, threads } = context.library;
  const talked = entries.filter((entry) => (threads.get(entry.card.file)?.count ?? 0) > 0);
  for (const entry of talked) {
    yield { path: threadFeedPath(entry.path), make: () => atom(commentFeedOf(entry, context)) };
  }
  if (talked.length > 0) yield { path: '/commentaires.xml', make: () => atom(commentFeedOf(null, context)) };
}

/** One sitemap for each month of articles, one for all other pages, and the index of them. */
function* sitemaps(context: ViewContext): Generator<TextFile> {
  const { site, library } = context;
  const months = new Map<string, Entry[]>();
  for (const entry of library.entries) {
    const month = entry.card.date.iso.slice(0, 7);
    const entries = months.get(month);
    if (entries) entries.push(entry);
    else months.set(month, [entry]);
  }
  const files = [...months].flatMap(([month, entries]) =>
    sitemapParts(entries).map((part, index) => ({
      path: `/sitemaps/${month}${index === 0 ? '' : `-${index + 1}`}.xml`,
      entries: part,
      lastmod: part.map(lastChange).reduce((a, b) => (Date.parse(a) < Date.parse(b) ? b : a)),
    })),
  );
  for (const { path, entries } of files) {
    yield { path, entries, make: () => sitemapMonth(entries.map((entry) => sitemapEntry(entry, context))) };
  }
  yield { path: '/sitemaps/pages.xml', make: () => sitemapMonth(otherPages(context)) };
  yield {
    path: '/sitemap.xml',
    make: () =>
      sitemapIndex([
        { url: `${site.url}/sitemaps/pages.xml`, lastmod: '' },
        ...files.map(({ path, lastmod }) => ({ url: site.url + path, lastmod })),
      ]),
  };
}

function lastChange({ card }: Entry): string {
  return card.updated && card.updated.at > card.date.at ? card.updated.iso : card.date.iso;
}

function sitemapEntry(entry: Entry, context: ViewContext): SitemapEntry {
  const picture = entry.card.image ? context.teaser(entry).picture : null;
  const url = absolute(context.site, entry.url);
  const base = { url, lastmod: lastChange(entry) };
  return picture ? { ...base, pictures: [absolute(context.site, picture.src)] } : base;
}

function otherPages({ library, site }: ViewContext): SitemapEntry[] {
  const lists = listsOf(library);
  const urls = ['/', ...lists.map((list) => list.url), ...library.pages.map((page) => page.url)];
  return urls.map((url) => ({ url: absolute(site, url), lastmod: '' }));
}

function newsOf({ library, site }: ViewContext): Parameters<typeof newsSitemap>[0] {
  return library.entries
    .filter((entry) => entry.card.date.at > library.at - newsWindow && partnerOf(entry) === null)
    .map((entry) => ({
      url: absolute(site, entry.url),
      title: entry.card.title,
      date: entry.card.date.iso,
      at: entry.card.date.at,
      publication: { name: library.settings.publisher, lang: entry.card.lang ?? site.lang },
    }));
}
