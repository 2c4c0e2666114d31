// RSS 2.0, with Atom's link to itself, Dublin Core for people and Media RSS for pictures.
// A description is HTML to every reader, so plain text is escaped once more before it is put in; a title is
// text. An enclosure needs a size: without one the picture stands in `media:content` only.
// Invariant: no clock; `lastBuildDate` is the newest change of an item, and absent when there is none.

import { escapeHtml } from '../base/html.ts';
import { rfc822 } from './feed-dates.ts';
import { labels, newestChange, published, shownTitle, signatures } from './feed-facts.ts';
import type { Feed, FeedItem, FeedPicture } from './types.ts';
import { webAddress } from './web-address.ts';
import { xml, xmlDocument } from './xml.ts';
import type { Xml } from './xml.ts';

function picture(image: FeedPicture): Xml {
  const url = webAddress(image.url);
  return xml`${
    image.bytes !== null && xml`<enclosure url="${url}" length="${image.bytes}" type="${image.type}"/>\n`
  }<media:content url="${url}" type="${image.type}" medium="image" width="${image.width}" height="${image.height}">
${image.alt !== '' && xml`<media:description type="plain">${image.alt}</media:description>\n`}${
    image.credit !== null && xml`<media:credit>${image.credit}</media:credit>\n`
  }</media:content>
`;
}

function entry(item: FeedItem, feed: Feed): Xml {
  return xml`<item>
<title>${shownTitle(item, feed)}</title>
<link>${webAddress(item.url)}</link>
<guid isPermaLink="false">${webAddress(item.id)}</guid>
<pubDate>${rfc822(published(item))}</pubDate>
${item.summary !== '' && xml`<description>${escapeHtml(item.summary)}</description>\n`}${signatures(item).map(
    (name) => xml`<dc:creator>${name}</dc:creator>\n`,
  )}${item.source !== null && xml`<dc:source>${item.source.name}</dc:source>\n`}${
    item.lang !== null && xml`<dc:language>${item.lang}</dc:language>\n`
  }${labels(item, feed).map((label) => xml`<category>${label}</category>\n`)}${
    item.picture !== null && picture(item.picture)
  }</item>
`;
}

/** The list as RSS 2.0. */
export function rss(feed: Feed): string {
  return xmlDocument(xml`<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel>
<title>${feed.title}</title>
<link>${webAddress(feed.home)}</link>
<description>${escapeHtml(feed.description.trim() === '' ? feed.title : feed.description)}</description>
<language>${feed.lang}</language>
${feed.rights !== null && xml`<copyright>${feed.rights}</copyright>\n`}${
    feed.items.length > 0 && xml`<lastBuildDate>${rfc822(newestChange(feed))}</lastBuildDate>\n`
  }<generator>Dépêche</generator>
<atom:link href="${webAddress(feed.self)}rss.xml" rel="self" type="application/rss+xml"/>
${feed.items.map((item) => entry(item, feed))}</channel>
</rss>`);
}
