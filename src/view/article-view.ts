// The view of an article page, all but its body: the body is rendered where the page is drawn, from the file itself.
// `ArticleSubject` is all that a page has to know of its article and of the rest of the site; build/brief.ts sends it to
// another thread as data. `BodyNeeds` is the part of it that rendering the body asks for.

import { typeset } from '../base/typography.ts';
import type { Article, SiteSettings } from '../content/types.ts';
import type { Entry, List } from '../library/types.ts';
import type { MeasuredPicture, ViewContext } from './context.ts';
import { directionOf } from './direction.ts';
import { bare, home, makeHead } from './head.ts';
import { articleJsonLd } from './json-ld.ts';
import { linkTo, partnerOf, pictureOf } from './teaser.ts';
import { makeThread, threadFeeds, type ThreadSubject, threadSubject } from './thread-view.ts';
import type { ArticlePage, Head, Picture, Site, SocialCard, Teaser } from './types.ts';
import { textUrl } from './text-view.ts';
import { typographyOf, typesetterOf } from './typesetting.ts';

/** An article and what the rest of the site knows of it. */
export interface ArticleSubject {
  readonly article: Article;
  readonly entry: Entry;
  readonly site: Site;
  readonly settings: Pick<SiteSettings, 'publisher'>;
  /** À lire aussi. */
  readonly related: readonly Teaser[];
  readonly thread: ThreadSubject;
  /** Links of the body that lead elsewhere than written; null: leave the text without link. Null: none does. */
  readonly links: ReadonlyMap<string, string | null> | null;
  /** Finds a picture that the article's file names; null when it is missing. */
  readonly picture: (file: string, src: string) => MeasuredPicture | null;
  /** The social card of a section or source; null where there is none. */
  readonly card: (list: List) => SocialCard | null;
}

/** What the library and the other rooms know of an entry. */
export function articleSubject(article: Article, entry: Entry, context: ViewContext): ArticleSubject {
  const { library, site, picture, card } = context;
  return {
    article,
    entry,
    site,
    settings: library.settings,
    related: context.related(entry).map(context.teaser),
    thread: threadSubject(entry, context),
    links: library.links[entry.rank] ?? null,
    picture,
    card,
  };
}

/** An article page that waits for its body. */
export type ArticleDraft = Omit<ArticlePage, 'body'>;

/** What a body needs of the site. */
export interface BodyNeeds {
  /** File of the article below the content folder. */
  readonly file: string;
  /** Digest of the file's bytes: another text is another page. */
  readonly digest: string;
  /** The headline as it was written: it need not stand in the text once more. */
  readonly headline: string;
  /** Language of the text. */
  readonly lang: string;
  /** `keep`: the source's text is shown letter by letter. */
  readonly typography: 'set' | 'keep';
  /** Links that lead elsewhere than written; null: leave the text without link. Others stay. */
  readonly links: ReadonlyMap<string, string | null> | null;
  /** Pictures by what the author wrote; null: missing. */
  readonly pictures: ReadonlyMap<string, Picture | null> | null;
}

/** Words a minute, for the reading time. */
const readingSpeed = 230;

/** Makes the draft of an article's page. */
export function makeArticleDraft(subject: ArticleSubject): ArticleDraft {
  const shown = showArticle(subject);
  return { ...shown, head: headOf(subject, shown) };
}

/** What the page shows of the article besides its text. */
function showArticle(subject: ArticleSubject): Omit<ArticleDraft, 'head'> {
  const { article, entry, site } = subject;
  const set = typesetterOf(entry, site.lang);
  const picture = pictureOf({ file: article.file, image: article.image, set, find: subject.picture });
  const thread = makeThread(subject.thread);
  return {
    kind: 'article',
    site,
    trail: [home(site), linkTo(entry.section)],
    title: set(article.title),
    kicker: article.kicker && set(article.kicker),
    standfirst: article.summary && set(article.summary),
    type: article.type,
    partner: partnerOf(entry),
    section: linkTo(entry.section),
    source: entry.source && { ...linkTo(entry.source), rights: rightsOf(entry, site.lang) },
    authors: entry.authors.map(linkTo),
    date: article.date.iso,
    updated: article.updated?.iso ?? null,
    picture,
    video: article.video && {
      src: article.video.src,
      poster: posterOf(subject) ?? picture,
      partner: article.video.partner,
    },
    minutes: Math.max(1, Math.round(article.words / readingSpeed)),
    credits: article.credits,
    creditLine: article.creditLine && set(article.creditLine),
    securities: entry.securities.map((list) => ({ id: list.id, label: list.label, url: list.url })),
    topics: entry.topics.map(linkTo),
    corrections: article.corrections.map(({ date, kind, text }) => ({
      date: date?.iso ?? null,
      kind,
      text: set(text),
    })),
    related: subject.related,
    textUrl: site.textEdition === null ? null : textUrl(entry.url),
    comments: thread && thread.count,
    thread,
  };
}

/** What the page says of itself to those who show it elsewhere. */
function headOf(subject: ArticleSubject, shown: Omit<ArticleDraft, 'head'>): Head {
  const { article, entry, site } = subject;
  const description = article.summary ?? article.excerpt;
  const card = (entry.source && subject.card(entry.source)) ?? subject.card(entry.section) ?? site.card;
  const { publisher } = subject.settings;
  return makeHead({
    site,
    title: article.title,
    description: description === '' ? article.title : description,
    url: entry.url,
    lang: article.lang,
    dir: directionOf(article.lang ?? site.lang),
    type: 'article',
    picture: shown.picture,
    card,
    published: article.date.iso,
    modified: article.updated?.iso ?? null,
    canonical: article.canonical,
    feeds: threadFeeds(entry, shown.thread),
    jsonLd: articleJsonLd({
      entry: { article, url: entry.url, source: entry.source, securities: entry.securities },
      draft: shown,
      site,
      publisher,
      description,
      card,
    }),
  });
}

/** What an article's body needs; null maps where it needs nothing. */
export function bodyNeeds({ article, entry, site, links, picture }: ArticleSubject): BodyNeeds {
  const pictures = new Map<string, Picture | null>();
  for (const { href } of article.pictures) pictures.set(href, bare(picture(article.file, href)));
  return {
    file: article.file,
    digest: article.digest,
    headline: article.title,
    lang: article.lang ?? site.lang,
    typography: typographyOf(entry),
    links,
    pictures: pictures.size > 0 ? pictures : null,
  };
}

function posterOf({ article, picture }: ArticleSubject): Picture | null {
  const poster = article.video?.poster;
  return poster ? bare(picture(article.file, poster)) : null;
}

/** The terms of a source, which are our own words about it. */
function rightsOf({ source }: Entry, lang: string): string | null {
  return source?.term?.rights ? typeset(source.term.rights, lang) : null;
}
