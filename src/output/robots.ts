// robots.txt (RFC 9309): everything may be read, and here is the list of it.
// Keeps nothing out: what must not be read is not in the output at all.
// Invariant: no value can begin a line of its own.

import { webAddress } from './web-address.ts';

/** `siteUrl` is full, with or without a slash at its end; `sitemaps` are paths below it. */
export function robots(siteUrl: string, sitemaps: readonly string[] = ['/sitemap.xml', '/news-sitemap.xml']): string {
  const base = siteUrl.replace(/\/+$/, '');
  const lines = sitemaps.map((path) => `Sitemap: ${webAddress(base + path)}\n`);
  return `User-agent: *\nAllow: /\n${lines.length > 0 ? '\n' : ''}${lines.join('')}`;
}
