// What the files of `content/` become: one typed value per file, before anyone has looked at a second file.
// References (section, topics, source, authors, securities, related) are still the words that the author wrote.
// Invariant: JSON values only, so that heads can be cached and sent between threads.

/** Kinds of article; an author writes one of these words. */
export type ArticleType = 'dispatch' | 'article' | 'video' | 'live' | 'live-ended' | 'opinion' | 'brief';

/** Who did what for a dispatch. */
export interface Credit {
  readonly role: 'reporter' | 'writer' | 'translator' | 'editor' | 'contributor';
  readonly name: string;
  readonly place: string | null;
}

/** An instant, and how exactly the author knew it. */
export interface Moment {
  /** Milliseconds since 1970 UTC; a day without time is 00:00 in the site's zone. */
  readonly at: number;
  /** In the site's zone: `2021-12-02T16:28:00+01:00`, or `2021-12-02` when no time was given. */
  readonly iso: string;
}

/** A picture as an author names it. */
export interface ImageRef {
  /** As written: relative to the article, absolute below `static/`, or a full URL. */
  readonly src: string;
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
}

/** Place, date and agency at the head of a dispatch: `STOCKHOLM, 2 décembre (Reuters) - `. */
export interface Dateline {
  readonly place: string;
  /** The whole text without the dash: `STOCKHOLM, 2 décembre (Reuters)`. */
  readonly text: string;
  readonly agency: string | null;
}

export type Status = 'live' | 'draft' | 'withdrawn';

export interface Correction {
  /** Null: its author wrote none that can be read. */
  readonly date: Moment | null;
  readonly kind: string;
  readonly text: string;
}

/** The head of an article: all that lists, feeds and other articles need of it. The body is read again when the page is drawn. */
export interface Article {
  /** Path below the content folder, with slashes. */
  readonly file: string;
  /** Digest of the file's bytes. */
  readonly digest: string;
  readonly id: string;
  /** True when the author wrote the `id` key. */
  readonly hasOwnId: boolean;
  readonly slug: string;
  readonly title: string;
  readonly kicker: string | null;
  readonly summary: string | null;
  readonly date: Moment;
  readonly updated: Moment | null;
  readonly embargo: Moment | null;
  readonly expires: Moment | null;
  readonly status: Status;
  readonly type: ArticleType;
  /** What the author wrote, or the folder's name; null: the first section of the site. */
  readonly section: string | null;
  /** Line and text of the section key, for the library's finding. */
  readonly sectionPlace: Place | null;
  readonly topics: readonly string[];
  readonly source: string | null;
  readonly authors: readonly string[];
  readonly credits: readonly Credit[];
  readonly creditLine: string | null;
  readonly securities: readonly string[];
  readonly image: ImageRef | null;
  readonly related: readonly string[];
  readonly corrections: readonly Correction[];
  /** Why a withdrawn article was taken back: its last correction of the kind *retrait*; null when it does not say, or is not withdrawn. */
  readonly withdrawal: Correction | null;
  /** Former addresses, as absolute paths. */
  readonly redirects: readonly string[];
  readonly video: { readonly src: string; readonly poster: string | null; readonly partner: string | null } | null;
  /** BCP 47 when it is not the site's language; else null. */
  readonly lang: string | null;
  /** False: no comments on this article. */
  readonly comments: boolean;
  readonly canonical: string | null;
  /** 1 (a banner, with `until`) to 9; null: ordinary. */
  readonly urgency: number | null;
  readonly until: Moment | null;
  // read from the body
  readonly dateline: Dateline | null;
  /** Plain text, see Teaser.excerpt; taken from the summary when there is one. */
  readonly excerpt: string;
  /** Targets of links in the body that may lead to another file or article of this site, as written. */
  readonly links: readonly LinkRef[];
  /** Pictures in the body, as written. */
  readonly pictures: readonly LinkRef[];
  readonly words: number;
}

/** Where something stands in a file: 1-based line and column, and the line itself, or the part of it that matters. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly text: string;
  /** 1-based column at which `text` begins; absent when it begins with the line. */
  readonly textFrom?: number;
}

/** A target named in a body. */
export interface LinkRef {
  readonly href: string;
  readonly line: number;
}

/** A file of content/sections, topics, sources, authors or securities. */
export interface Term {
  readonly file: string;
  readonly digest: string;
  /** The file name without `.md`. */
  readonly id: string;
  readonly name: string;
  readonly summary: string | null;
  /** Markdown. */
  readonly body: string;
  /** Targets of links in it that may lead to another file or article of this site, as written. */
  readonly links: readonly LinkRef[];
  /** Pictures in it, as written. */
  readonly pictures: readonly LinkRef[];
  /** Author's role. */
  readonly role: string | null;
  /** A source's site. */
  readonly address: string | null;
  readonly rights: string | null;
  /** `partner` marks all articles of this source as partner content. */
  readonly sourceKind: 'agency' | 'partner' | 'own' | null;
  /** Of a source: `keep` shows its texts letter by letter as they came, without our typography. */
  readonly typography: 'set' | 'keep';
  readonly isin: string | null;
  readonly ticker: string | null;
  readonly market: string | null;
}

/** A file of content/pages. */
export interface PageFile {
  readonly file: string;
  readonly digest: string;
  readonly slug: string;
  readonly title: string;
  readonly summary: string | null;
  /** Place in the footer, lowest first; then by title. */
  readonly order: number;
  readonly status: Status;
  /** It is not shown before either. */
  readonly date: Moment | null;
  readonly embargo: Moment | null;
  /** It is not shown from this instant on. */
  readonly expires: Moment | null;
  /** Markdown. */
  readonly body: string;
  /** Targets of links in it that may lead to another file or article of this site, as written. */
  readonly links: readonly LinkRef[];
  /** Pictures in it, as written. */
  readonly pictures: readonly LinkRef[];
}

/** A file of content/comments: what a reader wrote and a person approved. */
export interface Comment {
  readonly file: string;
  readonly digest: string;
  /** Name of the folder: the slug of the article's id. */
  readonly article: string;
  /** The file name without `.md`; unique in its folder. */
  readonly id: string;
  /** A pseudonym; null: anonymous. */
  readonly author: string | null;
  readonly date: Moment;
  /** Id of the comment that it answers; null: it answers the article. */
  readonly replyTo: string | null;
  /** `removed`: taken back; only a notice stands where others answered it. */
  readonly status: 'approved' | 'removed';
  /** Plain text of one or more lines, cleaned. */
  readonly text: string;
}

/** What a newsroom settles for all comments of an article: content/comments/<article>/thread.md. */
export interface ThreadFile {
  readonly file: string;
  readonly digest: string;
  /** Name of the folder: the slug of the article's id. */
  readonly article: string;
  /** True: what stands there stays, nothing is added. */
  readonly closed: boolean;
}

/** Where readers' comments go, and how long their addresses are kept. */
export interface CommentSettings {
  /** Address of the intake, `/` at the end: a path on the site's host or a full address; null: there is none, so no form. */
  readonly intake: string | null;
  /** Days after which the keyed hash of a reader's network address is forgotten. */
  readonly keepDays: number;
}

/** One group on the front page as the editor picked it: a section or a topic, and the articles that must stand first. */
export interface FrontBlock {
  readonly section: string | null;
  readonly topic: string | null;
  readonly title: string | null;
  readonly articles: readonly string[];
}

/** A search engine elsewhere, as a form asks it. */
export interface ExternalSearch {
  /** Full address without its query. */
  readonly action: string;
  /** Parameters that are always the same. */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  /** Name of the parameter that holds the question. */
  readonly name: string;
}

/** What a page does in a reader's browser. */
export interface ReaderSettings {
  /** How the newest articles come to an old page: fetched by a script, put in by the server, or by a link alone. */
  readonly fresh: 'island' | 'ssi' | 'link';
  /** Days after which an article says that it is old; null: never. */
  readonly oldAfter: number | null;
  /** True: pages that were read, and articles that were saved, can be read offline. */
  readonly offline: boolean;
  /** Hosts whose films play within the page; those of others open by a link. */
  readonly players: readonly string[];
}

/** content/site.md, with every default filled in. */
export interface SiteSettings extends ReaderSettings {
  readonly file: string | null;
  readonly name: string;
  readonly tagline: string | null;
  readonly description: string | null;
  /** Full URL of the root of a host, no slash at the end: `https://www.example.org`. */
  readonly url: string;
  readonly lang: string;
  readonly zone: string;
  readonly publisher: string;
  /** Path of the picture that stands for the name, `/logo.svg`, if static/ holds it; null: letters. */
  readonly logo: string | null;
  /** Whether readers can search it: our own index, and where the question goes without script; null: no search. */
  readonly search: { readonly external: ExternalSearch | null } | null;
  /** True: each article has a second page of text alone, below /texte/. */
  readonly textEdition: boolean;
  /** Section ids in order; empty: values make sections. */
  readonly sections: readonly string[];
  readonly front: {
    readonly lead: string | null;
    readonly also: readonly string[];
    readonly blocks: readonly FrontBlock[];
  };
  readonly comments: CommentSettings;
}
