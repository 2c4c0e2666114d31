// Atom 1.0 (RFC 4287): the most exact of the three feeds.
// The feed's author is the newspaper, so that an item that nobody signs is still valid; a source that did not
// sign is a contributor. Titles and summaries are text, never markup.
// Invariant: no clock; `updated` is the newest change of an item, and 1970 in an empty feed.

import { rfc3339 } from './feed-dates.ts';
import { changed, labels, newestChange, published, shownTitle, signatures } from './feed-facts.ts';
import type { Feed, FeedItem, FeedPicture } from './types.ts';
import { webAddress } from './web-address.ts';
import { xml, xmlDocument } from './xml.ts';
import type { Xml } from './xml.ts';

function sign(name: string, item: FeedItem): Xml {
  const url = item.source?.name === name ? item.source.url : null;
  return xml`<name>${name}</name>${url !== null && xml`<uri>${webAddress(url)}</uri>`}`;
}

function people(item: FeedItem): Xml {
  const names = signatures(item);
  const source = item.source !== null && !names.includes(item.source.name) ? item.source.name : '';
  return xml`${names.map((name) => xml`<author>${sign(name, item)}</author>\n`)}${
    source.trim() !== '' && xml`<contributor>${sign(source, item)}</contributor>\n`
  }`;
}

function picture(image: FeedPicture): Xml {
  return xml`<link rel="enclosure" type="${image.type}"${
    image.bytes !== null && xml` length="${image.bytes}"`
  }${image.alt !== '' && xml` title="${image.alt}"`} href="${webAddress(image.url)}"/>\n`;
}

function entry(item: FeedItem, feed: Feed): Xml {
  return xml`<entry${item.lang !== null && xml` xml:lang="${item.lang}"`}>
<id>${webAddress(item.id)}</id>
<title>${shownTitle(item, feed)}</title>
<link rel="alternate" type="text/html" href="${webAddress(item.url)}"/>
<published>${rfc3339(published(item))}</published>
<updated>${rfc3339(changed(item))}</updated>
${people(item)}${labels(item, feed).map((label) => xml`<category term="${label}"/>\n`)}${
    item.summary !== '' && xml`<summary>${item.summary}</summary>\n`
  }${item.picture !== null && picture(item.picture)}</entry>
`;
}

/** The list as Atom. */
export function atom(feed: Feed): string {
  const self = `${webAddress(feed.self)}${feed.atomName ?? 'atom.xml'}`;
  const site = webAddress(feed.site.url);
  return xmlDocument(xml`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.lang}">
<id>${self}</id>
<title>${feed.title}</title>
${feed.description.trim() !== '' && xml`<subtitle>${feed.description}</subtitle>\n`}<updated>${rfc3339(newestChange(feed))}</updated>
<author><name>${feed.site.name}</name><uri>${site}</uri></author>
<link rel="self" type="application/atom+xml" href="${self}"/>
<link rel="alternate" type="text/html" href="${webAddress(feed.home)}"/>
${feed.rights !== null && xml`<rights>${feed.rights}</rights>\n`}<generator>Dépêche</generator>
${feed.items.map((item) => entry(item, feed))}</feed>`);
}
