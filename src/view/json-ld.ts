// schema.org data of an article (JSON-LD), for the one script element that the page's head holds.
// Says only what the page says, and only what the newsroom knows: opinion is OpinionNewsArticle; partner content
// is a plain Article with a sponsor, because it is no news; all else is NewsArticle. A live page is one too, for
// LiveBlogPosting would need each update by itself; a film without a still is left out, as Google would refuse it.
// Invariant: it goes through `jsonForScript`, so that no text can close the script.

import { jsonForScript } from '../base/html.ts';
import type { Html } from '../base/html.ts';
import type { Article, Term } from '../content/types.ts';
import { absolute } from './head.ts';
import { pictureThing, publisherThing, siteThing, some, sourceThing, text, trailThing } from './json-ld-parts.ts';
import type { KnownSource, Masthead, Thing } from './json-ld-parts.ts';
import { commentThings } from './json-ld-comments.ts';
import { peopleThings } from './json-ld-people.ts';
import type { ArticlePage, CorrectionNote, Link, SocialCard } from './types.ts';

export { listJsonLd, siteJsonLd } from './json-ld-lists.ts';
export type { ListJsonLd } from './json-ld-lists.ts';
export type { Masthead } from './json-ld-parts.ts';

/** A listed company that the article names; an entry's list of the security fits. */
export interface KnownSecurity extends Link {
  /** Its file, if there is one. A market given by its code (`XPAR`, ISO 10383) stands before the ticker. */
  readonly term: Pick<Term, 'ticker' | 'market' | 'isin'> | null;
}

/** What the page does not show but its data says; an Entry of the library fits. */
export interface KnownEntry {
  /** Address on the site. */
  readonly url: string;
  readonly article: Pick<Article, 'lang' | 'canonical' | 'dateline' | 'words'>;
  /** Null: our own article. */
  readonly source: KnownSource | null;
  readonly securities: readonly KnownSecurity[];
}

/** What an article's data is made of. */
export interface ArticleJsonLd extends Masthead {
  readonly entry: KnownEntry;
  /** The page, without what is made after its data. */
  readonly draft: Omit<ArticlePage, 'site' | 'head' | 'body'>;
  /** Stands in for a picture. */
  readonly card: SocialCard | null;
  /** The chapô, or the excerpt; plain text, may be empty. */
  readonly description: string;
}

/** Google shows no more of a headline than this. */
const longestHeadline = 110;

/** The article as JSON for a `script` element. */
export function articleJsonLd(input: ArticleJsonLd): Html {
  const { site, publisher, entry, draft } = input;
  const { article, source } = entry;
  const address = article.canonical ?? entry.url;
  const url = absolute(site, address);
  const title = headline(draft.title);
  const { partner, authors, credits } = draft;
  const { author, editor, translator, contributor } = peopleThings({
    site,
    publisher,
    authors,
    credits,
    source,
    partner,
  });
  return jsonForScript({
    '@context': 'https://schema.org',
    '@type': articleType(draft),
    '@id': absolute(site, `${address}#article`),
    url,
    mainEntityOfPage: { '@type': 'WebPage', '@id': url, breadcrumb: trailThing(site, draft.trail, title) },
    headline: title,
    description: text(input.description),
    datePublished: draft.date,
    dateModified: draft.updated ?? draft.date,
    dateline: partner === null ? text(article.dateline?.text) : undefined,
    author,
    editor,
    translator,
    contributor,
    sourceOrganization: source === null ? undefined : sourceThing(site, source),
    sponsor: partner === null ? undefined : { '@type': 'Organization', name: partner },
    publisher: publisherThing({ site, publisher }),
    isPartOf: siteThing(site),
    copyrightNotice: text(draft.source?.rights),
    creditText: credits.length === 0 ? text(draft.creditLine) : undefined,
    image: imageThings(input),
    video: videoThing(input, title),
    articleSection: text(draft.section.label),
    keywords: some(draft.topics.map((topic) => topic.label)),
    mentions: some(entry.securities.map((security) => corporation(input, security))),
    correction: some(draft.corrections.map(correctionThing)),
    inLanguage: article.lang ?? site.lang,
    wordCount: article.words,
    commentCount: draft.comments ?? undefined,
    comment: commentThings(site, draft.thread),
  });
}

function imageThings({ site, draft, card }: ArticleJsonLd): readonly Thing[] | undefined {
  const shown = draft.picture ?? (card && { ...card, caption: null, credit: null });
  return shown ? [pictureThing(site, shown)] : undefined;
}

function articleType({ partner, type }: ArticleJsonLd['draft']): string {
  if (partner !== null) return 'Article';
  return type === 'opinion' ? 'OpinionNewsArticle' : 'NewsArticle';
}

/** A long headline ends on a word and "…". */
function headline(title: string): string {
  if (title.length <= longestHeadline) return title;
  const start = title.slice(0, longestHeadline - 1);
  const space = start.lastIndexOf(' ');
  // Without a late space the cut is between characters, never inside a pair.
  const kept = space > longestHeadline / 2 ? start.slice(0, space) : start.replace(/[\ud800-\udbff]$/, '');
  return `${kept.replace(/[\s,;:–—-]+$/, '')}…`;
}

function corporation({ site }: Masthead, { label, url, term }: KnownSecurity): Thing {
  const ticker = text(term?.ticker);
  const isin = text(term?.isin);
  const code = /^[A-Z\d]{4}$/.test(term?.market ?? '') ? `${term?.market} ` : '';
  return {
    '@type': 'Corporation',
    name: label,
    url: absolute(site, url),
    tickerSymbol: ticker === undefined ? undefined : code + ticker,
    identifier: isin === undefined ? undefined : { '@type': 'PropertyValue', propertyID: 'ISIN', value: isin },
  };
}

function correctionThing({ date, kind, text }: CorrectionNote): Thing {
  return { '@type': 'CorrectionComment', name: kind, text, datePublished: date ?? undefined };
}

/** Only with a still and an address on the web: Google wants both, a name and a date. */
function videoThing({ site, draft, description }: ArticleJsonLd, name: string): Thing | undefined {
  const { video, date } = draft;
  if (video === null || video.poster === null) return undefined;
  const src = absolute(site, video.src);
  if (!/^https?:/i.test(src)) return undefined;
  const isFile = /\.(mp4|m4v|webm|ogv|mov|m3u8)(?:[?#]|$)/i.test(src);
  return {
    '@type': 'VideoObject',
    name,
    description: text(description) ?? name,
    thumbnailUrl: [absolute(site, video.poster.src)],
    uploadDate: date,
    [isFile ? 'contentUrl' : 'embedUrl']: src,
    provider: video.partner === null ? undefined : { '@type': 'Organization', name: video.partner },
  };
}
