// Former addresses: pages that lead from where an article was to where it is.
// Invariant: a former address never stands over a living page, and never where a living page needs a folder.

import type { Finding } from '../base/findings.ts';
import { nameFault } from '../base/path-names.ts';
import { addressKey, isReserved } from './addresses.ts';
import type { Entry, List, Redirect } from './types.ts';

/** What stands on the site already. */
export interface Living {
  readonly entries: readonly Entry[];
  readonly lists: readonly List[];
  /** Paths of static pages. */
  readonly pages: readonly { readonly path: string }[];
}

/** Settles the former addresses of all articles; the newest article keeps a disputed one. */
export function settleRedirects({ entries, lists, pages }: Living, findings: Finding[]): Redirect[] {
  const moved = entries.filter(({ card }) => card.redirects.length > 0);
  if (moved.length === 0) return [];
  const taken = new Set([...entries, ...pages, ...lists].map(({ path }) => addressKey(path)));
  const listPaths = new Set(['/', ...lists.map(({ path }) => addressKey(path))]);
  const redirects = new Map<string, Redirect>();
  for (const entry of moved) {
    for (const former of entry.card.redirects) {
      const path = redirectPath(former);
      const key = addressKey(path);
      if (key === addressKey(entry.path)) continue;
      const fault = nameFault(path);
      const isTaken =
        taken.has(key) ||
        redirects.has(key) ||
        isReservedPath(path) ||
        isComments(key, taken) ||
        isArchive(key, listPaths);
      if (!isTaken && !fault && !isBelowFile(path)) redirects.set(key, { path, to: entry.url });
      else {
        const shown = former.slice(0, 80);
        const message = fault
          ? `The former address ${shown} cannot be used: a name in it ${fault.reason}.`
          : `The former address ${shown} belongs to another page; it does not lead here.`;
        const hint = 'Take it out of redirects:, or write an address that no page has.';
        const { file } = entry.card;
        findings.push({ code: 'bad-address', severity: 'warning', file, message, hint, seek: { word: former } });
      }
    }
  }
  return [...redirects.values()].toSorted((a, b) => (a.path < b.path ? -1 : 1));
}

/** `/old/` and `/old` are folders with an index, which is not named; `/old.html` is a file. */
function redirectPath(former: string): string {
  const path = former.replace(/\/index\.html?$/i, '/');
  return /\.html?$/i.test(path) ? path : `${path.replace(/\/+$/, '')}/`;
}

/** The page for unknown addresses, and the one that stands where no network is. */
const pagesOfOurs = /^\/(?:404|hors-ligne)\.html$/i;

function isReservedPath(path: string): boolean {
  const first = path.split('/')[1] as string;
  return (
    path === '/' || pagesOfOurs.test(path) || first.startsWith('.') || (isReserved(first) && !/^\d{4}$/.test(first))
  );
}

/** Further pages of an article's comments. */
function isComments(key: string, taken: ReadonlySet<string>): boolean {
  const article = /^(.*)\/commentaires-\d+\.html$/.exec(key)?.[1];
  return article !== undefined && taken.has(`${article}.html`);
}

/** The months and days of a list. */
function isArchive(key: string, lists: ReadonlySet<string>): boolean {
  const list = /^(.*\/)\d{4}\/\d\d\/(?:\d{1,3}\/)*$/.exec(key)?.[1];
  return list !== undefined && lists.has(list);
}

/** A folder of this name would stand where there is a file, of ours or of another former address. */
function isBelowFile(path: string): boolean {
  return path
    .split('/')
    .slice(1, -1)
    .some((folder) => /\.(?:html?|xml|json|txt|css|js)$/i.test(folder));
}
