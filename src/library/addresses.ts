// Where things stand on the site. Paths are plain text with `/` first; addresses are the same, percent-encoded.
// Invariant: two addresses that differ only in case or in Unicode form are one (see `addressKey`).

import { isDevice } from '../base/path-names.ts';
import type { Card } from '../content/card.ts';
import type { PageFile } from '../content/types.ts';
import type { ListKind } from './types.ts';

/** First parts of a path that belong to the program (DESIGN: addresses). Years are reserved too. */
const reserved = new Set(
  'sujets sources auteurs valeurs mes-listes recherche fragments sitemaps assets images texte pagefind 404 hors-ligne service-worker'.split(
    ' ',
  ),
);

const folders: Record<Exclude<ListKind, 'section'>, string> = {
  topic: '/sujets/',
  source: '/sources/',
  author: '/auteurs/',
  security: '/valeurs/',
};

/** True when a section or page may not take this first part of an address. */
export function isReserved(part: string): boolean {
  return reserved.has(part) || /^\d{4}$/.test(part);
}

/** Path of an article: `/2026/03/05/slug.html`, below its language when that is not the site's. */
export function articlePath(card: Pick<Card, 'lang' | 'date' | 'slug'>): string {
  const lang = card.lang?.toLowerCase();
  // One language has the name of a device: `con`, Cofán.
  const prefix = lang ? `/${isDevice(lang) ? `${lang}-1` : lang}` : '';
  return `${prefix}/${card.date.iso.slice(0, 10).replaceAll('-', '/')}/${card.slug}.html`;
}

/** Path of a static page: `/a-propos/`. */
export function pagePath({ slug }: Pick<PageFile, 'slug'>): string {
  return `/${slug}/`;
}

/** Path of a list: `/monde/`, `/sujets/climat/`. */
export function listPath(kind: ListKind, id: string): string {
  return kind === 'section' ? `/${id}/` : `${folders[kind]}${id}/`;
}

const plain = /^[A-Za-z0-9/._~-]*$/;

/** The address of a path: every byte that is not plain is percent-encoded. */
export function addressOf(path: string): string {
  return plain.test(path) ? path : path.split('/').map(encodeURIComponent).join('/');
}

/** What two paths share when they are one address: NFC, no case. */
export function addressKey(path: string): string {
  return plain.test(path) ? path.toLowerCase() : path.normalize('NFC').toLowerCase();
}

const scheme = /^https?:/i;

/** The path of an address that is the site's own in full, whatever its scheme; null for any other. `site` ends without a slash. */
export function withinSite(address: string, site: string): string | null {
  const [bare, own] = [address.replace(scheme, ''), site.replace(scheme, '')];
  return bare.startsWith(`${own}/`) ? bare.slice(own.length) : null;
}

/** The path that an address in a text means: decoded, without query and fragment; null when it cannot be decoded. */
export function pathOf(address: string): string | null {
  const bare = address.replace(/[?#].*$/s, '');
  try {
    return bare.includes('%') ? decodeURIComponent(bare) : bare;
  } catch {
    return null;
  }
}
