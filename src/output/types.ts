// What the pages that nobody designs are made from: plain read-only data, filled in by the caller.
// Every address is a full URL here, because these files are read far away from the site.
// Nothing is looked up and nothing is sorted: what is given is what stands in the file, in that order.
// Invariant: no field holds the moment of building, so that the same articles make the same bytes.

import type { ViewContext } from '../view/context.ts';
import type { FileWords } from '../view/types.ts';

/** What files of text are made from: what views are made from, and the theme's words. */
export interface FileContext extends ViewContext {
  readonly words: FileWords;
}

/** A picture that a feed offers with an item. */
export interface FeedPicture {
  /** Full URL of the file. */
  readonly url: string;
  /** Media type: `image/jpeg`. */
  readonly type: string;
  /** Size of the file in bytes; null when it is not known (RSS then has no enclosure). */
  readonly bytes: number | null;
  /** Pixels. */
  readonly width: number;
  /** Pixels. */
  readonly height: number;
  /** What is seen; empty when decorative. */
  readonly alt: string;
  /** Whose picture it is; null when nobody is named. */
  readonly credit: string | null;
}

/** One article in a feed. */
export interface FeedItem {
  /** A `tag:` URI that never changes, whatever becomes of the address. */
  readonly id: string;
  /** Full URL of the article. */
  readonly url: string;
  /** The headline as it is, without a mark for partner content: the feed adds that. */
  readonly title: string;
  /** Publication in the site's zone: `2021-12-02T16:28:00+01:00`, or `2021-12-02`. Only its offset is read. */
  readonly date: string;
  /** The same in milliseconds since 1970 UTC; a day is its 00:00 in the site's zone. */
  readonly at: number;
  /** Last substantive change, in the form of `date`; null when there was none. */
  readonly updated: string | null;
  /** The same in milliseconds since 1970 UTC; null when there was no change. */
  readonly updatedAt: number | null;
  /** Plain text; may be empty. */
  readonly summary: string;
  /** Names of people; empty: the source, else the site, stands for them. */
  readonly authors: readonly string[];
  /** Agency or partner, and its own site; null: our own article. */
  readonly source: { readonly name: string; readonly url: string | null } | null;
  /** Name of the section, as readers know it. */
  readonly section: string;
  /** Names of the topics, as readers know them. */
  readonly topics: readonly string[];
  /** BCP 47 when it differs from the feed's language; else null. */
  readonly lang: string | null;
  /** Name of the partner when this is partner content; else null. */
  readonly partner: string | null;
  /** Null when the article has no picture. */
  readonly picture: FeedPicture | null;
}

/** A list of articles, from which RSS, Atom and JSON Feed are made. */
export interface Feed {
  /** `Dépêche - Monde`. */
  readonly title: string;
  /** A sentence; the title stands for it when it is empty. */
  readonly description: string;
  /** Full URL of the page that shows the same list. */
  readonly home: string;
  /** Full URL of the feeds' folder, with a slash at the end: `https://depeche.example/monde/`. */
  readonly self: string;
  /** Name of the Atom file in that folder; `atom.xml` when absent. */
  readonly atomName?: string;
  /** BCP 47. */
  readonly lang: string;
  /** The newspaper: name, and full URL of its front page. */
  readonly site: { readonly name: string; readonly url: string };
  /** Newest first. */
  readonly items: readonly FeedItem[];
  /** Terms of use of what the feed holds; null when none are written. */
  readonly rights: string | null;
  /** What partner content is called, in the feed's language: `Contenu partenaire`. */
  readonly partnerLabel: string;
}

/** A file of the sitemap index. */
export interface SitemapFile {
  /** Full URL. */
  readonly url: string;
  /** The latest `lastmod` in the file, ISO; empty: not said. */
  readonly lastmod: string;
}

/** A page of a sitemap. */
export interface SitemapEntry {
  /** Full URL. */
  readonly url: string;
  /** Last substantive change, ISO with offset or a day; empty: not said. */
  readonly lastmod: string;
  /** Full URLs of the pictures on the page, at most 1,000 are named; none when absent. */
  readonly pictures?: readonly string[];
}

/** An article for the news sitemap. Partner content is no news: the caller leaves it out. */
export interface NewsEntry {
  /** Full URL. */
  readonly url: string;
  readonly title: string;
  /** Publication, ISO with offset or a day. */
  readonly date: string;
  /** The same in milliseconds since 1970 UTC: decides whether it stands in the file. */
  readonly at: number;
  /** The newspaper's name exactly as Google News knows it, and the article's language (BCP 47). */
  readonly publication: { readonly name: string; readonly lang: string };
}

/** A former address, and where its article is now. */
export interface Redirect {
  /** Path on the site: `/2026/03/05/crue.html`; what is no path leads to the front page. */
  readonly to: string;
  /** Full URL of the same page. */
  readonly canonical: string;
  /** BCP 47: language of the few words on the page. */
  readonly lang: string;
  /** What it says to a reader whose browser does not follow by itself. */
  readonly words: FileWords['moved'];
}
