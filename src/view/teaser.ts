// The one teaser: an article as any list shows it.

import type { ImageRef } from '../content/types.ts';
import type { Entry, List } from '../library/types.ts';
import type { ViewContext } from './context.ts';
import { directionOf } from './direction.ts';
import type { Link, Picture, Teaser } from './types.ts';
import { typesetterOf } from './typesetting.ts';

const links = new WeakMap<List, Link>();

/** A list as a link; the same object each time, so that many pages on their way to a thread carry it once. */
export function linkTo(list: List): Link {
  const known = links.get(list);
  if (known) return known;
  const link = { label: list.label, url: list.url };
  links.set(list, link);
  return link;
}

/** Name of the partner whose content this is, or null: a source of kind `partner`, or the partner of a film. */
export function partnerOf(entry: Entry): string | null {
  if (entry.source?.term?.sourceKind === 'partner') return entry.source.label;
  return entry.card.video?.partner ?? null;
}

/** A picture as a page shows it: the file, and what its author wrote about it. Null when there is none or it is missing. */
export function pictureOf(wanted: {
  readonly file: string;
  readonly image: ImageRef | null;
  /** Sets the caption. */
  readonly set: (text: string) => string;
  readonly find: ViewContext['picture'];
}): Picture | null {
  const { file, image, set, find } = wanted;
  const found = image && find(file, image.src);
  if (!found) return null;
  const { src, width, height, sources } = found;
  return {
    src,
    width,
    height,
    sources,
    alt: image.alt,
    caption: image.caption && set(image.caption),
    credit: image.credit ?? found.credit,
  };
}

/** Makes the teaser of an entry. */
export function makeTeaser(entry: Entry, context: Pick<ViewContext, 'library' | 'picture' | 'site'>): Teaser {
  const { card } = entry;
  const set = typesetterOf(entry, context.site.lang);
  return {
    url: entry.url,
    title: set(card.title),
    kicker: card.kicker && set(card.kicker),
    lang: card.lang,
    dir: card.lang && directionOf(card.lang) !== context.site.dir ? directionOf(card.lang) : null,
    type: card.type,
    partner: partnerOf(entry),
    section: linkTo(entry.section),
    source: entry.source && linkTo(entry.source),
    authors: entry.authors.map(linkTo),
    date: card.date.iso,
    excerpt: set(card.excerpt),
    picture: pictureOf({ file: card.file, image: card.image, set, find: context.picture }),
    comments: context.library.threads.get(card.file)?.count ?? 0,
  };
}
