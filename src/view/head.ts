// What stands in the head of a page, whatever its kind.

import type { Html } from '../base/html.ts';
import type { MeasuredPicture } from './context.ts';
import type { Head, Link, Picture, Site, SocialCard } from './types.ts';

/** What a kind of page says about itself; the rest follows from the site. */
export interface HeadParts {
  readonly site: Site;
  readonly title: string;
  readonly description: string | null;
  /** Address on the site, encoded. */
  readonly url: string;
  readonly lang?: string | null;
  readonly dir?: 'ltr' | 'rtl' | null;
  readonly type?: Head['type'];
  readonly picture?: Picture | null;
  /** Stands in where there is no picture; else the site's own. */
  readonly card?: SocialCard | null;
  readonly published?: string | null;
  readonly modified?: string | null;
  /** Address of another page that is the original; full URL. */
  readonly canonical?: string | null;
  readonly robots?: string | null;
  /** Lists whose feeds this page offers before the site's own. */
  readonly feeds?: Head['feeds'];
  readonly jsonLd: Html | null;
}

/** Makes the head. */
export function makeHead(parts: HeadParts): Head {
  const { site } = parts;
  return {
    title: parts.title,
    description: parts.description ?? site.description ?? site.tagline ?? site.name,
    path: parts.url,
    canonical: parts.canonical ?? absolute(site, parts.url),
    lang: parts.lang ?? site.lang,
    dir: parts.dir ?? site.dir,
    type: parts.type ?? 'website',
    image: socialPicture(site, parts.picture ?? null, parts.card ?? site.card),
    published: parts.published ?? null,
    modified: parts.modified ?? null,
    feeds: parts.feeds ? [...parts.feeds, ...siteFeeds(site)] : siteFeeds(site),
    robots: parts.robots ?? null,
    jsonLd: parts.jsonLd,
  };
}

/**
 * Full URL of an address on the site; a full URL stays. What is joined is one string, and what is added up is a pair of
 * strings: one pair in a view makes all of its JSON take twice as long.
 */
export function absolute(site: Pick<Site, 'url'>, url: string): string {
  return url.startsWith('/') ? [site.url, url].join('') : url;
}

/** Social networks show no drawing (SVG): a card stands in for it too. */
function socialPicture(site: Site, picture: Picture | null, card: SocialCard | null): Head['image'] {
  const shown = picture && !picture.src.endsWith('.svg') ? picture : card;
  return shown && { url: absolute(site, shown.src), width: shown.width, height: shown.height, alt: shown.alt };
}

/** The three feeds of the site or of a section. */
export function threeFeeds(title: string, folder: string): Head['feeds'] {
  return [
    { title: `${title} (RSS)`, type: 'application/rss+xml', url: `${folder}rss.xml` },
    { title: `${title} (Atom)`, type: 'application/atom+xml', url: `${folder}atom.xml` },
    { title: `${title} (JSON)`, type: 'application/feed+json', url: `${folder}feed.json` },
  ];
}

const feedsOfSites = new WeakMap<Site, Head['feeds']>();

/** The same array each time, as with `linkTo`. */
function siteFeeds(site: Site): Head['feeds'] {
  const known = feedsOfSites.get(site);
  if (known) return known;
  const feeds = threeFeeds(site.name, '/');
  feedsOfSites.set(site, feeds);
  return feeds;
}

/** The front page as the first step of a trail. */
export function home(site: Site): Link {
  const known = homes.get(site);
  if (known) return known;
  const link = { label: site.name, url: '/' };
  homes.set(site, link);
  return link;
}

const homes = new WeakMap<Site, Link>();

/** A measured picture without words of its own. */
export function bare(picture: MeasuredPicture | null): Picture | null {
  if (!picture) return null;
  const { src, width, height, sources, credit } = picture;
  return { src, width, height, sources, alt: '', caption: null, credit };
}
