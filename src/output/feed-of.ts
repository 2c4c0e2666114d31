// Feeds of the library's lists: which articles stand in a feed, and what a feed says of each.

import type { Entry, List } from '../library/types.ts';
import type { ViewContext } from '../view/context.ts';
import { absolute } from '../view/head.ts';
import { partnerOf } from '../view/teaser.ts';
import { typesetterOf } from '../view/typesetting.ts';
import type { Feed, FeedItem, FeedPicture, FileContext } from './types.ts';

/** Articles in a feed. */
const feedLength = 30;

/** The feed of the whole site (null) or of one list. */
export function feedOf(list: List | null, context: FileContext): Feed {
  const { library, site, words } = context;
  const home = absolute(site, list?.url ?? '/');
  const entries = (list?.entries ?? library.entries).slice(0, feedLength);
  return {
    title: list ? `${site.name} – ${list.label}` : site.name,
    description: (list ? list.term?.summary : (site.description ?? site.tagline)) ?? '',
    home,
    self: home,
    lang: site.lang,
    site: { name: site.name, url: `${site.url}/` },
    items: entries.map((entry) => itemOf(entry, context)),
    rights: list?.term?.rights ?? null,
    partnerLabel: words.partner,
  };
}

/**
 * What never changes of an article: its id, and its day unless the author gave it an id of its own. No two articles
 * have one: languages are apart, and an id that another article holds is none.
 */
function guid(entry: Entry, { site, library }: ViewContext): string {
  const { id, hasOwnId, date, lang } = entry.card;
  const host = new URL(site.url).hostname;
  if (hasOwnId && library.byId.get(id) === entry) return `tag:${host},2000:${encodeURIComponent(id)}`;
  const name = hasOwnId ? entry.path.slice(1) : lang === null ? id : `${lang}/${id}`;
  return `tag:${host},${date.iso.slice(0, 10)}:${name.split('/').map(encodeURIComponent).join('/')}`;
}

function itemOf(entry: Entry, context: ViewContext): FeedItem {
  const { card } = entry;
  const set = typesetterOf(entry, context.site.lang);
  return {
    id: guid(entry, context),
    url: absolute(context.site, entry.url),
    title: set(card.title),
    date: card.date.iso,
    at: card.date.at,
    updated: card.updated?.iso ?? null,
    updatedAt: card.updated?.at ?? null,
    summary: set(card.summary ?? card.excerpt),
    authors: entry.authors.map((author) => author.label),
    source: entry.source && { name: entry.source.label, url: entry.source.term?.address ?? null },
    section: entry.section.label,
    topics: entry.topics.map((topic) => topic.label),
    lang: card.lang,
    partner: partnerOf(entry),
    picture: pictureOf(entry, context),
  };
}

function pictureOf({ card }: Entry, context: ViewContext): FeedPicture | null {
  const found = card.image && context.picture(card.file, card.image.src);
  if (!card.image || !found) return null;
  const { alt } = card.image;
  const credit = card.image.credit ?? found.credit;
  const { src, type, bytes, width, height } = found;
  return { url: absolute(context.site, src), type, bytes, width, height, alt, credit };
}
