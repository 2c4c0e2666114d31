// Which addresses a body may hold: http, https, mailto, tel, paths of the site, and anchors of the same text.
// It asks nobody whether a target exists; that is BodyLinks' work. It never returns an address that a browser could run.
// Invariant: what is returned is encoded for a URL, not for an attribute; the writer of the attribute escapes it.

import { encodeAddress } from './markdown.ts';
import { slugify } from '../base/text.ts';

/** How an author's address begins: `file` is everything that may be one of the site's own files or articles. */
export type AddressKind = 'web' | 'contact' | 'anchor' | 'file' | 'unsafe';

const invisible = /[\u0000-\u0020\u007f-\u009f\u00ad\u200b-\u200f\u2028-\u202f\u2060\ufeff]/;
const allInvisible = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060\ufeff]/g;
const scheme = /^([a-z][a-z0-9+.-]*):/i;

/** The address without what browsers ignore. */
export function cleanAddress(href: string): string {
  return invisible.test(href) ? href.replace(allInvisible, '').trim() : href;
}

/** Looks at the scheme only. */
export function addressKind(href: string): AddressKind {
  const clean = cleanAddress(href);
  if (clean.startsWith('#')) return 'anchor';
  if (clean.startsWith('//') || clean.startsWith('\\')) return clean.startsWith('//') ? 'web' : 'unsafe';
  const name = scheme.exec(clean)?.[1]?.toLowerCase();
  if (name === undefined) return 'file';
  if (name === 'http' || name === 'https') return 'web';
  return name === 'mailto' || name === 'tel' ? 'contact' : 'unsafe';
}

/** What most links are: a name in small letters and a path, with nothing in it that is ever written otherwise. */
const plainAddress = /^https?:\/\/(?:(?!xn--)[a-z][a-z0-9-]{0,40}\.){1,4}[a-z]{2,}(?:\/[\w.~/-]*)?$/;

/** The address as it may stand in the page; null when it may not. */
export function safeAddress(href: string): string | null {
  return plainAddress.test(href) ? href : judgedAddress(href);
}

/** The same, of any address. */
export function judgedAddress(href: string): string | null {
  const clean = cleanAddress(href);
  const kind = addressKind(clean);
  if (clean === '' || kind === 'unsafe') return null;
  if (kind === 'anchor') return clean === '#' || clean === '#top' ? null : `#${anchorId(clean.slice(1))}`;
  const full = clean.startsWith('//') ? `https:${clean}` : clean;
  // Browsers pass over slashes too many; validators do not.
  const encoded = encodeAddress(full.replaceAll('\\', '/').replace(/^(https?:)\/{3,}/i, '$1//'));
  if (kind === 'web' && !URL.canParse(encoded)) return null;
  return encoded;
}

/** The id of a heading or anchor in the page: never one of the theme's own. */
export function anchorId(name: string): string {
  const slug = slugify(decoded(name).replace(/^t-/, ''));
  return `t-${slug === '' ? 'x' : slug}`;
}

/** A part of an address as readers know it; as it was written where a percent sign is a part of the name. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
