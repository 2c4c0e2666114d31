// Where one address in a text leads: relative `.md` links, ids, our own and former addresses become addresses of today.
// It tells nobody; links.ts does.
// Invariant: the address of a withheld article or page never gets out, not even when an author wrote it in a text.

import type { Card } from '../content/card.ts';
import type { PageFile, SiteSettings } from '../content/types.ts';
import { addressKey, articlePath, pagePath, pathOf, withinSite } from './addresses.ts';
import { createFileNames } from './file-names.ts';
import { meantOutward } from './outward.ts';
import type { Entry, List, Redirect, SitePage } from './types.ts';

/** What has to be known of a library to say where links lead; a part of it while it is built. */
export interface Ground {
  readonly settings: SiteSettings;
  readonly entries: readonly Entry[];
  readonly lists: readonly List[];
  readonly sections: readonly List[];
  readonly pages: readonly SitePage[];
  readonly redirects: readonly Redirect[];
  readonly withheld: readonly Card[];
  readonly withheldPages: readonly PageFile[];
  /** Keys (`addressKey`) of the addresses of static/; null: unknown. */
  readonly statics: ReadonlySet<string> | null;
}

/** Where a link in a file leads: an address of today; null: not visible; undefined: leave it as it is. */
export type Resolver = (href: string, file: string) => string | null | undefined;

/** What stands below an article: pages and the feed of its comments. */
const belowArticle = /^((?:\/[a-z-]+)?\/\d{4}\/\d\d\/\d\d\/[^/]+)\/commentaires(?:-\d+)?\.(?:html|xml)$/;

/** Makes what resolves links; `byId` are the visible articles by their ids. */
export function createResolver(ground: Ground, byId: ReadonlyMap<string, Entry>): Resolver {
  // Few newspapers name articles by their files: these are looked through when the first one is asked for.
  let files: ReadonlyMap<string, string> | null = null;
  const byFile = (): ReadonlyMap<string, string> => (files ??= indexFiles(ground));
  const byPath = new Map<string, string>();
  for (const { path, to } of ground.redirects) byPath.set(addressKey(path), to);
  for (const places of [ground.pages, ground.lists, ground.entries]) {
    for (const { path, url } of places) byPath.set(addressKey(path), url);
  }
  const { paths: hiddenPaths, files: hiddenFiles } = hiddenPlaces(ground);
  const byName = createFileNames(ground.entries);

  // A file that is withheld leads nowhere, even when another one bears its name.
  const fileUrl = (file: string, written: string): string | undefined =>
    byFile().get(addressKey(file)) ?? (hiddenFiles.has(addressKey(file)) ? undefined : byName(written)?.url);
  const ownPath = (path: string, tail: string): string | null | undefined => {
    if (!ground.settings.textEdition || !path.startsWith('/texte/')) return pageOf(path, tail);
    // Articles have a text, lists have none; what is not visible has neither.
    const page = pageOf(path.slice('/texte'.length), tail);
    if (page === null || page === undefined) return page;
    return /\.html(?:[?#]|$)/.test(page) ? `/texte${page}` : undefined;
  };
  const pageOf = (path: string, tail: string): string | null | undefined => {
    const ways = waysToWrite(path);
    for (const way of ways) {
      const url = byPath.get(addressKey(way));
      if (url !== undefined) return url + tail;
    }
    const article = belowArticle.exec(path)?.[1];
    if (article !== undefined) return byPath.has(addressKey(`${article}.html`)) ? undefined : null;
    const hidden = hiddenPaths.size > 0 && ways.some((way) => hiddenPaths.has(addressKey(way)));
    return hidden || /^(\/[a-z-]+)?\/\d{4}\/\d\d\/\d\d\/[^/]+\.html$/.test(path) ? null : undefined;
  };

  return (href, from) => {
    const local = withinSite(href, ground.settings.url) ?? href.replace(/^@\//, '/');
    if (/^[a-z][a-z0-9+.-]*:|^\/\/|^#|^\?/i.test(local)) return undefined;
    const path = pathOf(local);
    if (path === null || path === '') return undefined;
    const tail = local.slice(local.search(/[?#]|$/));
    const found = (url: string | undefined): string | null => (url === undefined ? null : url + tail);
    if (/\.(md|markdown)$/i.test(path)) return found(fileUrl(relativeTo(from, path), path));
    if (path.startsWith('/')) return ownPath(path, tail);
    if (!/[/.]/.test(path)) return found((byId.get(path) ?? byName(path))?.url);
    return meantOutward(local) ?? undefined;
  };
}

/** A path, and others that mean the same page: with and without the last slash, and without `index.html`. */
function waysToWrite(path: string): readonly string[] {
  const other = path.endsWith('/') ? path.slice(0, -1) : `${path}/`;
  return path.endsWith('index.html') ? [path, other, path.slice(0, -'index.html'.length)] : [path, other];
}

/** Keys of the addresses and of the files of what is withheld. */
function hiddenPlaces({ withheld, withheldPages }: Ground): { paths: ReadonlySet<string>; files: ReadonlySet<string> } {
  const paths = new Set<string>();
  const files = new Set<string>();
  for (const card of withheld) {
    files.add(addressKey(card.file));
    for (const path of [articlePath(card), ...card.redirects]) paths.add(addressKey(path));
  }
  for (const page of withheldPages) {
    files.add(addressKey(page.file));
    paths.add(addressKey(pagePath(page)));
  }
  return { paths, files };
}

/** Addresses by the file that they come from. */
function indexFiles({ pages, lists, entries }: Ground): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const { page, url } of pages) files.set(addressKey(page.file), url);
  for (const { term, url } of lists) if (term?.file) files.set(addressKey(term.file), url);
  for (const { card, url } of entries) files.set(addressKey(card.file), url);
  return files;
}

/** `../03/x.md` as seen from a file; `/x.md` is seen from the content folder. */
function relativeTo(from: string, path: string): string {
  const parts = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
