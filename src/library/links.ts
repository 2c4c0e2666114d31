// Where a link in a text leads: relative `.md` links, ids, our own and former addresses become addresses of today.
// A target that is not visible leaves the text without a link, and a warning; other paths stay as they are.
// Invariant: the address of a withheld article never gets out, not even when an author wrote it in a text.

import type { Finding } from '../base/findings.ts';
import type { Card } from '../content/card.ts';
import type { PageFile, SiteSettings } from '../content/types.ts';
import { addressKey, articlePath, pagePath, pathOf } from './addresses.ts';
import { brokenLink, isFileBeside, isMissing, notCopied, notInStatic, outward } from './link-findings.ts';
import { meantOutward } from './outward.ts';
import { createFileNames } from './file-names.ts';
import { createNearArticles, type NearArticles } from './near-articles.ts';
import type { Entry, List, Redirect, SitePage } from './types.ts';

/** What the guide has to know; a part of the library while it is built. */
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

/** Answers where things lead. */
export interface Guide {
  readonly byId: ReadonlyMap<string, Entry>;
  /** Links of a file's text that lead elsewhere than written, or null when there is none; tells of those that are broken. */
  readonly links: (text: Pick<Card, 'file' | 'links'>) => ReadonlyMap<string, string | null> | null;
  /** Articles that the entry names in `related`, in order, each once. */
  readonly picked: (entry: Entry) => readonly Entry[];
  /** Where a link in a file leads: an address of today; null: not visible; undefined: leave it as it is. */
  readonly leadsTo: (href: string, file: string) => string | null | undefined;
}

/** What stands below an article: pages and the feed of its comments. */
const belowArticle = /^((?:\/[a-z-]+)?\/\d{4}\/\d\d\/\d\d\/[^/]+)\/commentaires(?:-\d+)?\.(?:html|xml)$/;

/** Makes the guide; ids that two articles share are a finding. */
export function createGuide(ground: Ground, findings: Finding[]): Guide {
  const { byId, shared } = indexIds(ground.entries, findings);
  if (ground.settings.comments.intake !== null) for (const one of silenced(ground.entries, byId)) findings.push(one);
  // Few newspapers name articles by their files or addresses: these are made when the first one is asked for.
  const byUrl = once(() => new Map(ground.entries.map((entry) => [entry.url, entry])));
  const byFile = once(() => indexFiles(ground));
  const byPath = new Map<string, string>();
  for (const { path, to } of ground.redirects) byPath.set(addressKey(path), to);
  for (const places of [ground.pages, ground.lists, ground.entries]) {
    for (const { path, url } of places) byPath.set(addressKey(path), url);
  }
  const own = ground.settings.url.replace(/^https?:/i, '');
  const hiddenPaths = new Set(ground.withheld.map((card) => addressKey(articlePath(card))));
  const hiddenFiles = new Set(ground.withheld.map((card) => addressKey(card.file)));
  const byName = createFileNames(ground.entries);
  const near = createNearArticles(byId);
  for (const card of ground.withheld) for (const former of card.redirects) hiddenPaths.add(addressKey(former));
  for (const page of ground.withheldPages) {
    hiddenPaths.add(addressKey(pagePath(page)));
    hiddenFiles.add(addressKey(page.file));
  }

  /** The address of today; null: not visible; undefined: none of our business. */
  const target = (href: string, from: string): string | null | undefined => {
    const bare = href.replace(/^https?:/i, '');
    const local = bare.startsWith(`${own}/`) ? bare.slice(own.length) : href.replace(/^@\//, '/');
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
  // A file that is withheld leads nowhere, even when another one bears its name.
  const fileUrl = (file: string, written: string): string | undefined =>
    byFile().get(addressKey(file)) ?? (hiddenFiles.has(addressKey(file)) ? undefined : byName(written)?.url);
  const ownPath = (path: string, tail: string): string | null | undefined => {
    if (ground.settings.textEdition && path.startsWith('/texte/')) {
      const page = ownPath(path.slice('/texte'.length), tail);
      return page && /\.html(?:[?#]|$)/.test(page) ? `/texte${page}` : page && undefined;
    }
    const keys = [path, `${path}/`, path.replace(/\/$/, ''), path.replace(/index\.html$/, '')].map(addressKey);
    for (const key of keys) {
      const url = byPath.get(key);
      if (url !== undefined) return url + tail;
    }
    const article = belowArticle.exec(path)?.[1];
    if (article !== undefined) return byPath.has(addressKey(`${article}.html`)) ? undefined : null;
    const hidden = keys.some((key) => hiddenPaths.has(key));
    return hidden || /^(\/[a-z-]+)?\/\d{4}\/\d\d\/\d\d\/[^/]+\.html$/.test(path) ? null : undefined;
  };

  return {
    byId,
    leadsTo: target,
    links: ({ file, links: written }) => {
      let links: Map<string, string | null> | null = null;
      for (const { href, line } of written) {
        const url = target(href, file);
        if (url === undefined && isFileBeside(href)) findings.push(notCopied(file, href, line));
        if (url === undefined && isMissing(href, ground.statics)) findings.push(notInStatic(file, href, line));
        if (url === undefined || url === href) continue;
        (links ??= new Map()).set(href, url);
        if (url === null) findings.push(brokenLink(file, href, line));
        else if (/^https?:/.test(url)) findings.push(outward(file, { href, url, line }));
      }
      return links;
    },
    picked: (entry) => {
      if (entry.card.related.length === 0) return none;
      const find = (word: string): Entry | undefined =>
        byId.get(word) ?? byUrl().get(target(word, entry.card.file) ?? '');
      for (const word of entry.card.related) if (shared.has(word)) findings.push(ambiguous(entry, word));
      return pick(entry, { find, near, findings });
    },
  };
}

const none: readonly Entry[] = [];

/** What is made when it is first asked for. */
function once<T extends object>(make: () => T): () => T {
  let made: T | null = null;
  return () => (made ??= make());
}

/** Addresses by the file that they come from. */
function indexFiles({ pages, lists, entries }: Ground): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const { page, url } of pages) files.set(addressKey(page.file), url);
  for (const { term, url } of lists) if (term?.file) files.set(addressKey(term.file), url);
  for (const { card, url } of entries) files.set(addressKey(card.file), url);
  return files;
}

function ambiguous(entry: Entry, id: string): Finding {
  return {
    code: 'ambiguous-id',
    severity: 'warning',
    file: entry.card.file,
    message: `Several articles have the id "${id}"; the oldest of them is meant here.`,
    hint: 'Name the article by its file or its address, or give it an id: of its own.',
    seek: { key: 'related', word: id },
  };
}

/** Articles that share an id, and so cannot take comments: folders and forms know a thread by it. One finding for an id. */
function silenced(entries: readonly Entry[], byId: ReadonlyMap<string, Entry>): Finding[] {
  const others = Map.groupBy(
    entries.filter((entry) => byId.get(entry.card.id) !== entry && entry.card.comments),
    ({ card }) => card.id,
  );
  return [...others].map(([id, [first, ...more]]) => ({
    code: 'ambiguous-id',
    severity: 'warning',
    file: (first as Entry).card.file,
    message: `${more.length + 2} articles have the id "${id}"; only ${byId.get(id)?.card.file} takes comments.`,
    hint: 'Give each of the others an id: of its own.',
    seek: { key: 'title' },
  }));
}

interface Picking {
  readonly find: (word: string) => Entry | undefined;
  readonly near: NearArticles;
  readonly findings: Finding[];
}

function pick(entry: Entry, { find, near, findings }: Picking): Entry[] {
  const picked: Entry[] = [];
  for (const word of entry.card.related) {
    const other = find(word);
    if (!other) {
      findings.push({
        code: 'unknown-related',
        severity: 'warning',
        file: entry.card.file,
        message: `The related article "${word}" does not exist or is not visible; it is left out.`,
        hint: `${near(word)}Name an article by its id, by its .md file, or by its address.`,
        seek: { key: 'related', word },
      });
    } else if (other !== entry && !picked.includes(other)) picked.push(other);
  }
  return picked;
}

/** Articles by id. Of two with one id the oldest keeps it; a slug never takes an id that an author wrote. */
function indexIds(
  entries: readonly Entry[],
  findings: Finding[],
): { byId: Map<string, Entry>; shared: ReadonlySet<string> } {
  const byId = new Map<string, Entry>();
  const shared = new Set<string>();
  for (const entry of entries) {
    const { id, hasOwnId, file } = entry.card;
    const other = byId.get(id);
    if (!other) {
      byId.set(id, entry);
      continue;
    }
    if (hasOwnId && other.card.hasOwnId) {
      const message = `The id "${id}" belongs to ${other.card.file} as well.`;
      findings.push({
        code: 'ambiguous-id',
        severity: 'error',
        file,
        message,
        hint: 'Give one of the two another id.',
        seek: { key: 'id', word: id },
      });
    }
    if (hasOwnId === other.card.hasOwnId) shared.add(id);
    if (hasOwnId || !other.card.hasOwnId) byId.set(id, entry);
  }
  return { byId, shared };
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
