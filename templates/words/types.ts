// Every visible word of the theme, as a type: a language that forgets one does not compile.
// Values are text, never markup; functions are for what depends on a number, a name or a date.
// Dates come as ISO strings in the site's zone and are only cut to pieces here, never computed.

import type { ArticleType, Credit, FileWords, ListPage } from '../../src/view/types.ts';
import type { CommentWords } from './comment-words.ts';
import type { ListWords } from './list-words.ts';

/** The words of one language. */
export interface Words {
  /** Language of these words, BCP 47; `og:locale` beside it. */
  readonly lang: string;
  readonly locale: string;

  // landmarks and navigation
  readonly skip: string;
  readonly menu: string;
  readonly sections: string;
  /** The button that closes a dialog. */
  readonly close: string;
  readonly search: string;
  /** Label of the field that takes the words. */
  readonly searchField: string;
  readonly breadcrumbs: string;
  readonly footerPages: string;
  readonly feeds: string;
  /** Name of a feed's format by its media type; the type itself when unknown. */
  readonly feedFormat: (mediaType: string) => string;

  // instants
  /** « 2 décembre 2021 à 16:28 », or the day alone. */
  readonly longDate: (iso: string) => string;
  /** « 5 mars 2026, 05:50 », or the day alone. */
  readonly shortDate: (iso: string) => string;
  /** « UTC+1 »; empty for a day without time. */
  readonly zone: (iso: string) => string;
  /** « mars 2026 », « 5 mars 2026 ». */
  readonly period: (year: number, month: number, day: number | null) => string;
  readonly updated: string;

  // article
  /** Label of a kind of article; empty for the ordinary one. */
  readonly types: Readonly<Record<ArticleType, string>>;
  readonly partner: (name: string) => string;
  readonly furnishedBy: string;
  readonly by: string;
  /** Stands between the last two names of a list. */
  readonly and: string;
  readonly readingTime: (minutes: number) => string;
  readonly comments: (count: number) => string;
  readonly picture: string;
  /** Everything around readers' comments. */
  readonly talk: CommentWords;
  /** Feeds, and the pages at former addresses. */
  readonly files: FileWords;
  readonly photoCredit: string;
  readonly roles: Readonly<Record<Credit['role'], string>>;
  /** Stands between a role and its names, a label and its value. */
  readonly colon: string;
  readonly rights: string;
  readonly topics: string;
  readonly securities: string;
  readonly corrections: string;
  /** Null: nobody wrote when. */
  readonly corrected: (iso: string | null) => string;
  readonly watchVideo: (partner: string | null) => string;
  /** Below a film that opens elsewhere, and below one that plays in the page. */
  readonly videoLeaves: (host: string) => string;
  readonly videoLoads: (host: string) => string;
  /** How old an article is; `{count}` is filled in the reader's browser. */
  readonly age: { readonly days: string; readonly months: string; readonly year: string; readonly years: string };
  /** Sharing; `{url}` is filled in the reader's browser. */
  readonly share: { readonly share: string; readonly copy: string; readonly copied: string; readonly failed: string };
  readonly related: string;
  readonly latest: string;
  readonly allLatest: string;

  // lists
  readonly topStories: string;
  readonly listKinds: Readonly<Record<ListPage['kind'], string>>;
  readonly newest: string;
  readonly emptyList: string;
  readonly emptyFront: string;
  readonly archives: string;
  readonly allArchives: string;
  readonly articles: (count: number) => string;
  readonly oldestFirst: (count: number) => string;
  readonly archiveTitle: (list: string, period: string) => string;
  readonly pageNumber: (number: number) => string;
  readonly archivePages: string;
  readonly beforePage: (number: number) => string;
  readonly backToList: (name: string) => string;
  readonly isin: string;
  readonly ticker: string;
  readonly market: string;
  readonly website: string;
  readonly about: (name: string) => string;

  // search
  readonly searchTitle: string;
  readonly searchNeedsScript: string;
  readonly searchElsewhere: (host: string) => string;
  readonly section: string;
  readonly allSections: string;
  readonly year: string;
  readonly allYears: string;
  readonly order: string;
  readonly bestFirst: string;
  readonly newestFirst: string;
  readonly searchResults: string;
  readonly searching: string;
  readonly foundNone: (words: string) => string;
  readonly foundOne: (words: string) => string;
  readonly foundMany: (count: string, words: string) => string;
  readonly searchFailed: string;
  readonly showMore: string;

  // text edition
  readonly textEdition: string;
  readonly textEditionOf: (name: string) => string;
  /** The way back to the whole page. */
  readonly fullPage: string;

  // the reader's own lists
  readonly lists: ListWords;

  // not found
  readonly notFound: string;
  readonly notFoundText: string;
  readonly notFoundWays: string;
  readonly offline: string;
  readonly offlineText: string;
  /** Heading of the articles that can be read without a network. */
  readonly kept: string;
  readonly withdrawn: string;
  readonly withdrawnText: string;
  /** Before the headline of the banner. */
  readonly urgent: string;
}
