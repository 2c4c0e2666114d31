// The view of an article page, all but its body: the body is rendered where the page is drawn, from the file itself.
// `BodyNeeds` is all that rendering has to know of the rest of the site, as data that can be sent to another thread.

import { typeset } from '../base/typography.ts';
import type { Entry } from '../library/types.ts';
import type { ViewContext } from './context.ts';
import { directionOf } from './direction.ts';
import { bare, home, makeHead } from './head.ts';
import { articleJsonLd } from './json-ld.ts';
import { linkTo, partnerOf, pictureOf } from './teaser.ts';
import { makeThread, threadFeeds } from './thread-view.ts';
import type { ArticlePage, Picture } from './types.ts';
import { textUrl } from './text-view.ts';
import { typographyOf, typesetterOf } from './typesetting.ts';

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

/** Makes the draft of an entry's page. */
export function makeArticleDraft(entry: Entry, context: ViewContext): ArticleDraft {
  const { article } = entry;
  const { site } = context;
  const lang = article.lang ?? site.lang;
  const set = typesetterOf(entry, site.lang);
  const picture = pictureOf({ file: article.file, image: article.image, set, find: context.picture });
  const dir = directionOf(lang);
  const thread = makeThread(entry, context);
  const draft = {
    kind: 'article' as const,
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
      poster: posterOf(entry, context) ?? picture,
      partner: article.video.partner,
    },
    minutes: Math.max(1, Math.round(article.words / readingSpeed)),
    credits: article.credits,
    creditLine: article.creditLine && set(article.creditLine),
    securities: entry.securities.map((list) => ({ id: list.id, label: list.label, url: list.url })),
    topics: entry.topics.map(linkTo),
    corrections: article.corrections.map(({ date, kind, text }) => ({ date: date.iso, kind, text: set(text) })),
    related: (context.related[entry.rank] ?? []).map(context.teaser),
    textUrl: site.textEdition === null ? null : textUrl(entry.url),
    comments: thread && thread.count,
    thread,
  };
  const description = article.summary ?? article.excerpt;
  const card = (entry.source && context.card(entry.source)) ?? context.card(entry.section) ?? site.card;
  const { publisher } = context.library.settings;
  const head = makeHead({
    site,
    title: article.title,
    description: description === '' ? article.title : description,
    url: entry.url,
    lang: article.lang,
    dir,
    type: 'article',
    picture,
    card,
    published: article.date.iso,
    modified: article.updated?.iso ?? null,
    canonical: article.canonical,
    feeds: threadFeeds(entry, thread),
    jsonLd: articleJsonLd({ entry, draft, site, publisher, description, card }),
  });
  return { ...draft, head };
}

/** What the body of an entry needs; null maps where it needs nothing. */
export function bodyNeeds(entry: Entry, context: ViewContext): BodyNeeds {
  const { article } = entry;
  const pictures = new Map<string, Picture | null>();
  for (const { href } of article.pictures) pictures.set(href, bare(context.picture(article.file, href)));
  return {
    file: article.file,
    digest: article.digest,
    headline: article.title,
    lang: article.lang ?? context.site.lang,
    typography: typographyOf(entry),
    links: context.library.links[entry.rank] ?? null,
    pictures: pictures.size > 0 ? pictures : null,
  };
}

function posterOf(entry: Entry, context: ViewContext): Picture | null {
  const poster = entry.article.video?.poster;
  return poster ? bare(context.picture(entry.card.file, poster)) : null;
}

/** The terms of a source, which are our own words about it. */
function rightsOf({ source }: Entry, lang: string): string | null {
  return source?.term?.rights ? typeset(source.term.rights, lang) : null;
}
