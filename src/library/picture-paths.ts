// Where a picture that an author names may lie: beside the article first, then in static/, then below the content folder.
// Pure: it lists candidates and never looks; images/ finds the first that exists.

import { pathOf, withinSite } from './addresses.ts';

/** True for a picture on another server than the site's own, whose full address is `site`. */
export function isRemote(src: string, site: string): boolean {
  return /^([a-z][a-z0-9+.-]*:|\/\/)/i.test(ownPath(src, site));
}

/** The site's own full address, as exports of other programs have it, is a path of static/. */
function ownPath(src: string, site: string): string {
  return withinSite(src.trim(), site) ?? src.trim();
}

/** Paths below the content folder, best first; none for a remote picture or one that leads out of the folder. */
export function pictureCandidates(
  src: string,
  { file, site }: { readonly file: string; readonly site: string },
): readonly string[] {
  const path = isRemote(src, site) ? null : pathOf(ownPath(src, site));
  if (!path) return [];
  const folder = file.split('/').slice(0, -1);
  const starts = path.startsWith('/') ? [['static'], []] : [folder, ['static'], []];
  const found: string[] = [];
  for (const start of starts) {
    const parts = join(start, path);
    if (parts && !found.includes(parts)) found.push(parts);
  }
  return found;
}

function join(start: readonly string[], path: string): string | null {
  const parts = [...start];
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return null;
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.length > 0 && !path.includes('\0') ? parts.join('/') : null;
}
