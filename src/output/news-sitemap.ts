// The news sitemap (`/news-sitemap.xml`) by Google's schema: what appeared in the last 48 hours.
// An article enters at its instant and leaves exactly 48 hours later: at - 48 h < instant <= at.
// So the file changes by itself at `instant + newsWindow`, which the caller counts among its next instants.
// Invariant: newest first, equal instants by address; at most 1,000; the clock is the argument `at`.

import type { NewsEntry } from './types.ts';
import { webAddress } from './web-address.ts';
import { xml, xmlDocument } from './xml.ts';
import type { Xml } from './xml.ts';

/** How long an article stays in the file, in milliseconds. */
export const newsWindow = 48 * 60 * 60 * 1000;
/** Most articles that the file may hold, by the schema. */
const mostNews = 1000;

/** The file as it stands at an instant (milliseconds since 1970 UTC). Entries may come in any order. */
export function newsSitemap(entries: readonly NewsEntry[], at: number): string {
  const news = entries
    .filter((entry) => entry.at <= at && entry.at > at - newsWindow)
    .toSorted((a, b) => b.at - a.at || (a.url < b.url ? -1 : a.url > b.url ? 1 : 0))
    .slice(0, mostNews);
  return xmlDocument(xml`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
${news.map(entryMarkup)}</urlset>`);
}

function entryMarkup({ url, title, date, publication }: NewsEntry): Xml {
  return xml`<url>
<loc>${webAddress(url)}</loc>
<news:news>
<news:publication>
<news:name>${publication.name}</news:name>
<news:language>${newsLanguage(publication.lang)}</news:language>
</news:publication>
<news:publication_date>${date}</news:publication_date>
<news:title>${title}</news:title>
</news:news>
</url>
`;
}

/** The schema wants ISO 639 codes without region, but for Chinese, of which it knows two. */
function newsLanguage(lang: string): string {
  const tag = lang.toLowerCase();
  const language = tag.split('-', 1)[0] as string;
  if (language !== 'zh') return language;
  return /-(hant|tw|hk|mo)\b/.test(tag) ? 'zh-tw' : 'zh-cn';
}
