// The sitemap index (`/sitemap.xml`) and its files (`/sitemaps/2026-03.xml`), by the protocol of sitemaps.org,
// with Google's extension for pictures. Neither sorts nor dates anything: the caller knows which month is whose.
// A file holds at most 50,000 addresses: a longer month is cut into parts before, and the index names each part.
// Invariant: the bytes of a past month depend on its own entries only.

import type { SitemapEntry, SitemapFile } from './types.ts';
import { webAddress } from './web-address.ts';
import { xml, xmlDocument } from './xml.ts';
import type { Xml } from './xml.ts';

/** Most addresses that one file may hold, by the protocol. */
export const addressesPerSitemap = 50_000;
/** Most pictures that one address may name, by Google's extension. */
const picturesPerAddress = 1000;

/** Cuts a list of entries into files that the protocol allows. One part, even when it is empty. */
export function sitemapParts<Entry>(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const parts = [entries.slice(0, addressesPerSitemap)];
  for (let from = addressesPerSitemap; from < entries.length; from += addressesPerSitemap)
    parts.push(entries.slice(from, from + addressesPerSitemap));
  return parts;
}

/** `/sitemap.xml`: the files, in the order given. */
export function sitemapIndex(files: readonly SitemapFile[]): string {
  return xmlDocument(xml`<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${files.slice(0, addressesPerSitemap).map((file) => xml`<sitemap>${place(file)}</sitemap>\n`)}</sitemapindex>`);
}

/** One file of addresses; what is beyond the protocol's limit is left out, see `sitemapParts`. */
export function sitemapMonth(entries: readonly SitemapEntry[]): string {
  return xmlDocument(xml`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
${entries
  .slice(0, addressesPerSitemap)
  .map((entry) => xml`<url>${place(entry)}${pictures(entry.pictures)}</url>\n`)}</urlset>`);
}

function place({ url, lastmod }: SitemapFile): Xml {
  return xml`<loc>${webAddress(url)}</loc>${lastmod !== '' && xml`<lastmod>${lastmod}</lastmod>`}`;
}

function pictures(urls: readonly string[] = []): readonly Xml[] {
  return urls
    .slice(0, picturesPerAddress)
    .map((url) => xml`<image:image><image:loc>${webAddress(url)}</image:loc></image:image>`);
}
