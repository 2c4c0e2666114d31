// Briefs: what a thread has to know of the rest of the site to make one article's pages, as data. The article itself it
// finds where it was read, or in its file; what many pages share (the site, its lists) travels once, and so does each
// teaser of a chunk. No thread holds the library.
// Invariant: a page made from a brief is the page that `articleSubject` of the library would make.

import type { Article, SiteSettings, Term } from '../content/types.ts';
import { listsOf } from '../library/lists.ts';
import type { Entry, List, Thread } from '../library/types.ts';
import type { ArticleSubject } from '../view/article-view.ts';
import type { MeasuredPicture, ViewContext } from '../view/context.ts';
import type { Site, SocialCard, Teaser } from '../view/types.ts';
import type { ArticleFile, ArticleKind } from './article-jobs.ts';
import type { PageDigests } from './inputs.ts';
import type { ReadingRules } from './read-content.ts';
import type { PreparedSite } from './site.ts';
import type { TextPlace } from './spill.ts';

/** What the rest of the site says of one article's pages. */
export interface Brief {
  /** Path below the content folder. */
  readonly file: string;
  /** Of the bytes that were read. */
  readonly digest: string;
  /** Where what was read of it lies; null: it is read again. */
  readonly place: TextPlace | null;
  /** Pages to make; `before` is the line (see inputs.ts) of a file that may stay, null where none may. */
  readonly pages: readonly (ArticleFile & { readonly before: string | null })[];
  readonly path: string;
  readonly url: string;
  /** Names (`nameOfList`) of lists in `SharedSite`: a brief is kept longer than the order of the site's lists. */
  readonly section: string;
  readonly topics: readonly string[];
  readonly source: string | null;
  readonly authors: readonly string[];
  readonly securities: readonly string[];
  /** Ranks of related articles. */
  readonly related: readonly number[];
  readonly links: readonly (readonly [string, string | null])[] | null;
  readonly pictures: readonly (readonly [string, MeasuredPicture | null])[];
  readonly talks: Thread | null;
  readonly ownsId: boolean;
}

/** What all briefs have in common. */
export interface SharedSite {
  readonly site: Site;
  readonly settings: Pick<SiteSettings, 'publisher' | 'comments'>;
  readonly rules: ReadingRules;
  readonly lists: readonly Omit<List, 'entries'>[];
  /** Social cards, as lists stand in `lists`. */
  readonly cards: readonly (SocialCard | null)[];
  /** Digests of the program and of what draws articles: see inputs.ts. */
  readonly program: string;
  readonly themes: Readonly<Record<ArticleKind, string>>;
}

/** The name of a list among all. */
export function nameOfList({ kind, id }: Pick<List, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}

/** Names of the lists that a brief speaks of. */
export function listsIn({
  section,
  topics,
  source,
  authors,
  securities,
}: Pick<Brief, 'section' | 'topics' | 'source' | 'authors' | 'securities'>): readonly string[] {
  return [section, ...topics, ...(source === null ? [] : [source]), ...authors, ...securities];
}

/** What all briefs of a site have in common. */
export function shareSite({ context, reading }: PreparedSite, { program, theme }: PageDigests): SharedSite {
  const { library, site } = context;
  const { publisher, comments } = library.settings;
  const lists = listsOf(library);
  return {
    site,
    settings: { publisher, comments },
    lists: lists.map(({ kind, id, label, path, url, term }) => ({
      kind,
      id,
      label,
      path,
      url,
      term: term && bare(term),
    })),
    cards: lists.map(context.card),
    rules: reading.rules,
    program,
    themes: { article: theme('article'), 'text-article': theme('text-article') },
  };
}

/** A term without its text, which stands on its own page. */
function bare(term: Term): Term {
  return { ...term, body: '', links: [], pictures: [] };
}

/** Makes what writes the brief of an entry. */
export function createBriefer(
  context: ViewContext,
): (
  entry: Entry,
  more: Pick<Brief, 'pages' | 'place'>,
) => { readonly brief: Brief; readonly related: readonly Entry[] } {
  const { library } = context;
  return (entry, { pages, place }) => {
    const { card, path, url, section, topics, source, authors, securities } = entry;
    const { file, digest, image, video, pictures } = card;
    const related = context.related(entry);
    const links = library.links[entry.rank];
    const shown = [
      ...(image ? [image.src] : []),
      ...(video?.poster ? [video.poster] : []),
      ...pictures.map(({ href }) => href),
    ];
    const brief = {
      file,
      digest,
      path,
      url,
      pages,
      place,
      section: nameOfList(section),
      topics: topics.map(nameOfList),
      source: source && nameOfList(source),
      authors: authors.map(nameOfList),
      securities: securities.map(nameOfList),
      related: related.map(({ rank }) => rank),
      links: links ? [...links] : null,
      pictures: shown.map((src) => [src, context.picture(file, src)] as const),
      talks: library.threads.get(file) ?? null,
      ownsId: library.byId.get(card.id) === entry,
    };
    return { brief, related };
  };
}

/** Makes what turns a brief into its page's subject; `teaser` finds that of a rank. */
export function openSite({
  site,
  settings,
  lists: shared,
  cards,
}: SharedSite): (brief: Brief, article: Article, teaser: (rank: number) => Teaser) => ArticleSubject {
  const lists = new Map<string, List>(shared.map((list) => [nameOfList(list), { ...list, entries: [] }]));
  const cardOf = new Map(shared.map((list, place) => [nameOfList(list), cards[place] ?? null]));
  const listOf = (name: string): List => lists.get(name) as List;
  return (brief, article, teaser) => {
    const { path, url, section, topics, source, authors, securities, related, links, pictures, talks, ownsId } = brief;
    const entry: Entry = {
      card: article,
      path,
      url,
      section: listOf(section),
      topics: topics.map(listOf),
      source: source === null ? null : listOf(source),
      authors: authors.map(listOf),
      securities: securities.map(listOf),
      rank: 0,
    };
    const found = new Map(pictures);
    return {
      article,
      entry,
      site,
      settings,
      related: related.map(teaser),
      thread: { entry, talks, ownsId, intake: settings.comments.intake, lang: site.lang },
      links: links && new Map(links),
      picture: (_file, src) => found.get(src) ?? null,
      card: (list) => cardOf.get(nameOfList(list)) ?? null,
    };
  };
}
