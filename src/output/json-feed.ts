// JSON Feed 1.1. What the format has no word for (source, partner, credit of the picture) stands in `_depeche`.
// An item must have content: the summary, or the title when there is none.
// Characters that the XML feeds cannot hold are taken out here too, so that all three say the same.
// Invariant: no clock; keys that have nothing to say are absent.

import { rfc3339 } from './feed-dates.ts';
import { changed, hasChanged, labels, published, shownTitle, signatures } from './feed-facts.ts';
import type { Feed, FeedItem, FeedPicture } from './types.ts';
import { webAddress } from './web-address.ts';
import { cleanText } from './xml.ts';

function attachment(image: FeedPicture): object {
  return {
    url: webAddress(image.url),
    mime_type: image.type,
    title: image.alt === '' ? undefined : cleanText(image.alt),
    size_in_bytes: image.bytes ?? undefined,
  };
}

/** What only our own readers understand; absent when there is nothing to say. */
function ownWords(item: FeedItem): object | undefined {
  const { source, partner, picture } = item;
  const credit = picture?.credit ?? null;
  if (source === null && partner === null && credit === null) return undefined;
  return {
    source:
      source === null
        ? undefined
        : { name: cleanText(source.name), url: source.url === null ? undefined : webAddress(source.url) },
    partner: partner === null ? undefined : cleanText(partner),
    picture_credit: credit === null ? undefined : cleanText(credit),
  };
}

function entry(item: FeedItem, feed: Feed): object {
  const title = cleanText(shownTitle(item, feed));
  const names = signatures(item);
  return {
    id: webAddress(item.id),
    url: webAddress(item.url),
    title,
    content_text: item.summary.trim() === '' ? title : cleanText(item.summary),
    image: item.picture === null ? undefined : webAddress(item.picture.url),
    date_published: rfc3339(published(item)),
    date_modified: hasChanged(item) ? rfc3339(changed(item)) : undefined,
    authors: names.length === 0 ? undefined : names.map((name) => ({ name: cleanText(name) })),
    tags: labels(item, feed).map(cleanText),
    language: item.lang === null ? undefined : cleanText(item.lang),
    attachments: item.picture === null ? undefined : [attachment(item.picture)],
    _depeche: ownWords(item),
  };
}

/** The list as JSON Feed. */
export function jsonFeed(feed: Feed): string {
  const rights = feed.rights === null ? undefined : { rights: cleanText(feed.rights) };
  return `${JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: cleanText(feed.title),
    home_page_url: webAddress(feed.home),
    feed_url: `${webAddress(feed.self)}feed.json`,
    description: feed.description.trim() === '' ? undefined : cleanText(feed.description),
    language: cleanText(feed.lang),
    authors: [{ name: cleanText(feed.site.name), url: webAddress(feed.site.url) }],
    _depeche: rights,
    items: feed.items.map((item) => entry(item, feed)),
  })}\n`;
}
