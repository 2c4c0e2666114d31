// The contract between the program and a theme: everything that a template may see.
// Plain read-only JSON data in the designer's words; no functions, no articles, no library.
// Instants are ISO strings in the site's zone: `2021-12-02T16:28:00+01:00`, or `2021-12-02` when no time was given.
// Addresses are absolute paths on the site (`/monde/`) unless a field says otherwise.

import type { Html } from '../base/html.ts';
import type { Answer as AnswerPage, AnswerCode, ReportReason } from '../content/answers.ts';
import type { ArticleType, Credit, ExternalSearch } from '../content/types.ts';

export type { AnswerCode, AnswerPage, ArticleType, Credit, ExternalSearch, ReportReason };

/** A name that leads somewhere. */
export interface Link {
  readonly label: string;
  readonly url: string;
}

/** A security that a reader can put into a list. */
export interface SecurityLink extends Link {
  /** What lists call it: the last part of its address. */
  readonly id: string;
}

/** One picture as a page shows it. Width and height are always known (pixels of the file at `src`). */
export interface Picture {
  /** Address of the file that every program shows, absolute path or full URL. */
  readonly src: string;
  readonly width: number;
  readonly height: number;
  /** Formats and widths, best format first; `srcset` is ready for the attribute. Empty: only `src`. */
  readonly sources: readonly { readonly type: string; readonly srcset: string }[];
  /** What is seen; empty when decorative. */
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
}

/** An article in a list. The one teaser type, used everywhere. */
export interface Teaser {
  readonly url: string;
  readonly title: string;
  readonly kicker: string | null;
  /** Language and direction when they differ from the site's; else null. */
  readonly lang: string | null;
  readonly dir: 'ltr' | 'rtl' | null;
  readonly type: ArticleType;
  /** Name of the partner when this is partner content: must be said aloud wherever the teaser stands. */
  readonly partner: string | null;
  readonly section: Link;
  readonly source: Link | null;
  readonly authors: readonly Link[];
  /** Instant of publication. */
  readonly date: string;
  /** Plain text, at most 260 characters, ends on a sentence or with "…"; may be empty. */
  readonly excerpt: string;
  readonly picture: Picture | null;
  /** Number of approved comments. */
  readonly comments: number;
}

/** A picture for shared links, of 1200 × 630 pixels, where a page has none of its own. */
export interface SocialCard {
  /** Absolute path. */
  readonly src: string;
  readonly width: number;
  readonly height: number;
  readonly alt: string;
}

/** What every page knows of the site. */
export interface Site {
  readonly name: string;
  readonly tagline: string | null;
  readonly description: string | null;
  /** Full URL without a slash at the end: `https://depeche.example`. */
  readonly url: string;
  /** BCP 47, e.g. `fr`; chooses the words. */
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Sections in the editor's order: the main navigation. */
  readonly sections: readonly Link[];
  /** Static pages, for the footer. */
  readonly pages: readonly Link[];
  /** `/static` files that the theme knows how to use, when the author has put them there. */
  readonly favicon: string | null;
  readonly logo: string | null;
  /** The picture that stands for the name in the masthead, and another for dark grounds (or null); null: letters. */
  readonly nameplate: { readonly src: string; readonly dark: string | null } | null;
  /** The newspaper's own card; null only where nothing is published. */
  readonly card: SocialCard | null;
  /** Address of the text edition's front page; null when the newspaper has none. */
  readonly textEdition: string | null;
  /** Address of the search page; null when there is none. It takes the words as `?q=`. */
  readonly search: string | null;
  /** Address of the reader's own lists. */
  readonly lists: string;
  /** How the newest articles come to an old page: fetched by a script, put in by the server, or by a link alone. */
  readonly fresh: 'island' | 'ssi' | 'link';
  /** Days after which an article says that it is old; null: never. */
  readonly oldAfter: number | null;
  /** True: pages are kept in the browser for reading offline. */
  readonly offline: boolean;
  /** Hosts whose films play within the page, after a click: `video.example.org`. */
  readonly players: readonly string[];
  /** The one story that stands above every page while it is urgent, or null. */
  readonly banner: (Link & Pick<Teaser, 'lang' | 'dir'>) | null;
}

/** What stands in the page's `head`. */
export interface Head {
  /** For `title`, without the site's name. */
  readonly title: string;
  readonly description: string;
  /** Path of this page: `/monde/`. */
  readonly path: string;
  /** Full URL. */
  readonly canonical: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  readonly type: 'website' | 'article';
  /** Social picture, full URL. */
  readonly image: {
    readonly url: string;
    readonly width: number;
    readonly height: number;
    readonly alt: string;
  } | null;
  readonly published: string | null;
  readonly modified: string | null;
  /** Feeds of this page, then of the site. */
  readonly feeds: readonly { readonly title: string; readonly type: string; readonly url: string }[];
  /** Content of `meta name=robots`, or null. */
  readonly robots: string | null;
  /** schema.org data, already safe inside a `script` element. */
  readonly jsonLd: Html | null;
}

/** Shared by all pages. */
export interface Page {
  readonly site: Site;
  readonly head: Head;
  /** From the front page down, without this page itself. */
  readonly trail: readonly Link[];
}

/** A published correction. */
export interface CorrectionNote {
  /** Null: nobody wrote when. */
  readonly date: string | null;
  /** As the author wrote it: correction, précision, mise à jour, retrait. */
  readonly kind: string;
  readonly text: string;
}

/** A film that a partner hosts; nothing is loaded before the reader asks. */
export interface Video {
  readonly src: string;
  readonly poster: Picture | null;
  readonly partner: string | null;
}

export interface ArticlePage extends Page {
  readonly kind: 'article';
  readonly title: string;
  readonly kicker: string | null;
  /** The chapô; null when the author wrote none. Plain text. */
  readonly standfirst: string | null;
  readonly type: ArticleType;
  readonly partner: string | null;
  readonly section: Link;
  /** Who furnished the article; `rights` as its file says. */
  readonly source: (Link & { readonly rights: string | null }) | null;
  readonly authors: readonly Link[];
  readonly date: string;
  readonly updated: string | null;
  readonly picture: Picture | null;
  readonly video: Video | null;
  /** The text, ready: headings from h2, dateline in `span.dateline`, pictures in `figure`. */
  readonly body: Html;
  /** Reading time in whole minutes, at least 1. */
  readonly minutes: number;
  readonly credits: readonly Credit[];
  /** The credit line as it was written, without parentheses; shown when roles were not recognised. */
  readonly creditLine: string | null;
  readonly securities: readonly SecurityLink[];
  readonly topics: readonly Link[];
  readonly corrections: readonly CorrectionNote[];
  /** À lire aussi: at most four, stable. */
  readonly related: readonly Teaser[];
  /** Address of the same article as text alone, or null. */
  readonly textUrl: string | null;
  /** Number of approved comments; null when comments are closed and there is none. */
  readonly comments: number | null;
  /** The comments themselves; null exactly when `comments` is. */
  readonly thread: Thread | null;
}

/** What a reader wrote under an article, approved by a person. */
export interface Comment {
  /** Letters, digits and `-`; its element has the id `d_comment-<id>`. */
  readonly id: string;
  /** Its own address on the site, with the fragment. */
  readonly url: string;
  /** `removed`: taken back, only its replies are shown; `elsewhere`: it stands on the page before, its replies go on here. */
  readonly state: 'shown' | 'removed' | 'elsewhere';
  /** The pseudonym; null: anonymous, or not shown. */
  readonly author: string | null;
  readonly date: string;
  /** Null unless shown. */
  readonly body: Html | null;
  /** Oldest first; a reply has none. */
  readonly replies: readonly Comment[];
  /** Where it can be answered without script; null: it cannot. */
  readonly replyTo: string | null;
  /** Where it can be reported without script; null: it cannot. */
  readonly report: string | null;
}

/** One page of the comments on an article. */
export interface Thread {
  /** What forms call the article. */
  readonly article: string;
  /** Comments on all pages. */
  readonly count: number;
  /** Those of this page, oldest first. */
  readonly comments: readonly Comment[];
  /** True when nothing can be added. */
  readonly closed: boolean;
  /** Null: there is no intake, or the thread is closed. */
  readonly form: {
    /** Where it is posted to. */
    readonly action: string;
    /** Where a script asks for the stamp that tells when the form was opened. */
    readonly stamp: string;
    /** Address of this page, for the way back. */
    readonly page: string;
  } | null;
  /** Where a script posts reports to, and asks for their stamp; null: there is no intake. */
  readonly reports: { readonly action: string; readonly stamp: string } | null;
  /** 1-based number of this page; the first is the article's own. */
  readonly number: number;
  /** Addresses of all pages of comments. */
  readonly pages: readonly string[];
  /** Address of the feed of these comments; null when there is none yet. */
  readonly feed: string | null;
}

/** Comments beyond those that stand in the article. */
export interface CommentsPage extends Page {
  readonly kind: 'comments';
  /** The article: its headline and address. */
  readonly article: Link;
  readonly thread: Thread;
}

/** A group of teasers on the front page. */
export interface Block {
  readonly title: string;
  readonly url: string | null;
  readonly teasers: readonly Teaser[];
}

/** Archives of a list, newest year first; months oldest first. */
export interface ArchiveYear {
  readonly year: number;
  readonly months: readonly {
    /** 1 to 12. */
    readonly month: number;
    readonly url: string;
    readonly count: number;
    /** Addresses of all its pages, the first included. */
    readonly pages: readonly string[];
  }[];
}

export interface FrontPage extends Page {
  readonly kind: 'front';
  readonly lead: Teaser | null;
  /** Second rank, beside or below the lead; up to four. */
  readonly also: readonly Teaser[];
  readonly blocks: readonly Block[];
  /** The newest articles of all kinds, newest first, up to 12; may repeat what stands above. */
  readonly latest: readonly Teaser[];
  readonly archives: readonly ArchiveYear[];
}

/** A section, topic, source, author or security: the newest 30, and the months. */
export interface ListPage extends Page {
  readonly kind: 'section' | 'topic' | 'source' | 'author' | 'security';
  readonly name: string;
  readonly summary: string | null;
  readonly body: Html | null;
  /** Author's role; null elsewhere. */
  readonly role: string | null;
  /** The source's own site and rights; null elsewhere. */
  readonly address: string | null;
  readonly rights: string | null;
  readonly security: {
    /** What lists call it. */
    readonly id: string;
    readonly isin: string | null;
    readonly ticker: string | null;
    readonly market: string | null;
  } | null;
  /** Newest first. */
  readonly teasers: readonly Teaser[];
  readonly archives: readonly ArchiveYear[];
}

/** One month (or day) of a list, oldest first, at most 100 a page. A full page never changes again. */
export interface ArchivePage extends Page {
  readonly kind: 'archive';
  /** The list it belongs to: its name and address. */
  readonly list: Link;
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31 for a day's page; null for a month's. */
  readonly day: number | null;
  /** 1-based number of this page. */
  readonly number: number;
  /** Address of the month that a day belongs to; null for a month. */
  readonly monthUrl: string | null;
  /** The page before this one in the same month; null on the first. */
  readonly before: string | null;
  readonly teasers: readonly Teaser[];
}

/** About, legal notice, accessibility. */
export interface StaticPage extends Page {
  readonly kind: 'page';
  readonly title: string;
  readonly summary: string | null;
  readonly body: Html;
}

/** The page of a reader's own lists, which are on the reader's device only. */
export interface ListsPage extends Page {
  readonly kind: 'lists';
  /** Securities that have a page, by name; at most 300. */
  readonly securities: readonly Link[];
  /** Address of the names of all securities, JSON: what the search of the page reads. */
  readonly index: string;
}

export interface NotFoundPage extends Page {
  readonly kind: 'not-found';
  /**
   * `withdrawn`: the newsroom took the article that stood here back; `missing`: there never was a page;
   * `offline`: there is no network, and the page was not kept.
   */
  readonly reason: 'missing' | 'withdrawn' | 'offline';
  /** When and why the article was withdrawn, where its author says so. */
  readonly withdrawal: CorrectionNote | null;
}

/** The fragment of newest articles that pages fetch: markup without head or landmarks. */
export interface LatestFragment {
  readonly kind: 'latest';
  readonly site: Site;
  readonly teasers: readonly Teaser[];
}

/** An article as text alone, for slow networks: no picture, no stylesheet, no script. */
export interface TextArticle extends Pick<
  ArticlePage,
  | 'site'
  | 'title'
  | 'standfirst'
  | 'type'
  | 'partner'
  | 'section'
  | 'date'
  | 'updated'
  | 'credits'
  | 'creditLine'
  | 'corrections'
> {
  readonly kind: 'text-article';
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
  /** Address of the whole article, and the full URL that search engines shall know it by. */
  readonly url: string;
  readonly canonical: string;
  readonly authors: readonly string[];
  readonly source: string | null;
  readonly rights: string | null;
  /** The picture at its head, in words; `src` is where it can be seen. */
  readonly picture: Pick<Picture, 'src' | 'alt' | 'caption' | 'credit'> | null;
  readonly video: Pick<Video, 'src' | 'partner'> | null;
  /** À lire aussi, as text. */
  readonly related: readonly TextTeaser[];
  /** The text; pictures in it are links with what they show. */
  readonly body: Html;
}

/** An article in a list of the text edition. */
export interface TextTeaser extends Pick<Teaser, 'title' | 'lang' | 'dir' | 'partner' | 'date'> {
  /** Address of its text. */
  readonly url: string;
  readonly section: string;
}

/** The text edition's front page: the newest. */
export interface TextFront {
  readonly kind: 'text-front';
  readonly site: Site;
  readonly canonical: string;
  /** Newest first. */
  readonly teasers: readonly TextTeaser[];
}

/** The page on which readers search; without script it shows the ways into the archives. */
export interface SearchPage extends Page {
  readonly kind: 'search';
  /** Where a question goes without script; null: nowhere, the archives are offered. */
  readonly external: ExternalSearch | null;
  /** Months of the archives, newest year first; without counts, so that a new article does not change the page. */
  readonly years: readonly {
    readonly year: number;
    readonly months: readonly { readonly month: number; readonly url: string }[];
  }[];
}

/** Words of the files that nobody designs: feeds, and the pages at former addresses. Text, never markup. */
export interface FileWords {
  /** What partner content is called, before its headline and as a category: `Contenu partenaire`. */
  readonly partner: string;
  /** Title of a feed of comments: on one article (its headline), or (null) on all. */
  readonly comments: (article: string | null) => string;
  /** Who wrote a comment without a pseudonym. */
  readonly anonymous: string;
  /** Title of the page at a former address, and its link, which makes sense alone. */
  readonly moved: { readonly title: string; readonly link: string };
}

/** What a theme is: one function for each kind of page, from view to markup. */
export interface Theme {
  readonly article: (view: ArticlePage) => Html;
  readonly front: (view: FrontPage) => Html;
  readonly list: (view: ListPage) => Html;
  readonly archive: (view: ArchivePage) => Html;
  readonly page: (view: StaticPage) => Html;
  readonly notFound: (view: NotFoundPage) => Html;
  readonly lists: (view: ListsPage) => Html;
  readonly comments: (view: CommentsPage) => Html;
  /** The intake's own pages. */
  readonly answer: (view: AnswerPage) => Html;
  /** The same sentence alone, for a page's script; `lang` is the site's. */
  readonly answerText: (code: AnswerCode, lang: string) => string;
  /** Words of feeds and former addresses; `lang` is the site's. */
  readonly fileWords: (lang: string) => FileWords;
  readonly latest: (view: LatestFragment) => Html;
  readonly search: (view: SearchPage) => Html;
  readonly textArticle: (view: TextArticle) => Html;
  readonly textFront: (view: TextFront) => Html;
  /** Stylesheets below `templates/`, in order; they become `/assets/site.css`. */
  readonly styles: readonly string[];
  /** Entries below `templates/`; `islands/<name>.ts` becomes `/assets/islands/<name>.js`, a module for the browser. */
  readonly islands: readonly string[];
  /** Entry of the service worker below `templates/`; it becomes `/service-worker.js`. Null: no reading offline. */
  readonly worker: string | null;
}
