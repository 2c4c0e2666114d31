// The library: everything that is visible at one instant, and nothing else.
// Built once by library.ts; views read it. What is withheld is not in here (see visibility.ts).
// Invariant: entries and lists are in one order everywhere, newest first, ties by address.

import type { Card } from '../content/card.ts';
import type { Comment, Correction, PageFile, SiteSettings, Term } from '../content/types.ts';

/** Kinds of list that an article can stand in. */
export type ListKind = 'section' | 'topic' | 'source' | 'author' | 'security';

/** A visible article with its place on the site and its references resolved. */
export interface Entry {
  readonly card: Card;
  /** File below the output folder, `/` first, not encoded: `/2026/03/05/slug.html`. */
  readonly path: string;
  /** The same as an address, percent-encoded. */
  readonly url: string;
  readonly section: List;
  readonly topics: readonly List[];
  readonly source: List | null;
  readonly authors: readonly List[];
  readonly securities: readonly List[];
  /** Rank in `Library.entries`. */
  readonly rank: number;
}

/** Articles that share a section, topic, source, author or security. */
export interface List {
  readonly kind: ListKind;
  readonly id: string;
  readonly label: string;
  /** Folder below the output folder, slashes at both ends, not encoded: `/sujets/climat/`. */
  readonly path: string;
  /** The same as an address. */
  readonly url: string;
  /** Its file in content/, if there is one. */
  readonly term: Term | null;
  /** Newest first. */
  readonly entries: readonly Entry[];
}

/** An article that was withdrawn: nothing of it remains but this. */
export interface Tombstone {
  readonly path: string;
  readonly url: string;
  /** When and why, as its author says it; or null. */
  readonly withdrawal: Correction | null;
}

/** A former address and where it leads now. */
export interface Redirect {
  readonly path: string;
  readonly to: string;
}

/** A static page with its address. */
export interface SitePage {
  readonly page: PageFile;
  readonly path: string;
  readonly url: string;
}

/** A comment on an article, and what was answered to it, oldest first. */
export interface Talk {
  /** May be removed when there are replies. */
  readonly comment: Comment;
  readonly replies: readonly Comment[];
}

/** What readers wrote under one article. */
export interface Thread {
  /** True when the newsroom's file says that nothing is added; the article's own key is asked apart. */
  readonly closed: boolean;
  /** Comments that are shown, replies included. */
  readonly count: number;
  /** Oldest first. */
  readonly talks: readonly Talk[];
}

export interface Library {
  readonly settings: SiteSettings;
  /** The instant for which this library is true, in ms. */
  readonly at: number;
  /** Visible articles, newest first. */
  readonly entries: readonly Entry[];
  /** Sections in the editor's order, then those that only values made. */
  readonly sections: readonly List[];
  readonly topics: readonly List[];
  readonly sources: readonly List[];
  readonly authors: readonly List[];
  readonly securities: readonly List[];
  readonly pages: readonly SitePage[];
  readonly redirects: readonly Redirect[];
  readonly tombstones: readonly Tombstone[];
  readonly byId: ReadonlyMap<string, Entry>;
  /** For each entry by rank: links of its body that lead elsewhere than written; null: leave the text without link. */
  readonly links: readonly (ReadonlyMap<string, string | null> | null)[];
  /** For each entry by rank: articles picked by hand. */
  readonly picked: readonly (readonly Entry[])[];
  /** By the article's file; an article without comments has none. */
  readonly threads: ReadonlyMap<string, Thread>;
  /** Where a link in a page or a section's text leads: an address of today; null: not visible; undefined: leave it. */
  readonly leadsTo: (href: string, file: string) => string | null | undefined;
}

/** How many Markdown files became what; together all that were found. */
export interface Counts {
  readonly articles: number;
  readonly withheld: number;
  readonly refused: number;
  readonly ignored: number;
}
