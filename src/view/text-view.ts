// The text edition: an article's words for slow networks, made from the draft of its page, and the list of the newest.
// Invariant: what stands here stands on the article's page as well; nothing withheld can get in by this way.

import type { ViewContext } from './context.ts';
import { absolute } from './head.ts';
import type { ArticleDraft } from './article-view.ts';
import type { Teaser, TextArticle, TextFront, TextTeaser } from './types.ts';

/** A text page that waits for its body. */
export type TextDraft = Omit<TextArticle, 'body'>;

/** Address of the text edition's front page. */
export const textFrontUrl = '/texte/';

/** How many articles the front page lists: about a day of a busy newspaper. */
const newestCount = 60;

/** Address of an article's text, from the article's address. */
export function textUrl(url: string): string {
  return `/texte${url}`;
}

/** File of an article's text, from the article's file. */
export function textPath(path: string): string {
  return `/texte${path}`;
}

/** Makes the text page of an article. */
export function makeTextDraft(draft: ArticleDraft): TextDraft {
  const { site, head, picture, video, source } = draft;
  return {
    kind: 'text-article',
    site,
    lang: head.lang,
    dir: head.dir,
    url: head.path,
    canonical: head.canonical,
    title: draft.title,
    standfirst: draft.standfirst,
    type: draft.type,
    partner: draft.partner,
    section: draft.section,
    date: draft.date,
    updated: draft.updated,
    authors: draft.authors.map(({ label }) => label),
    source: source && source.label,
    rights: source && source.rights,
    picture: picture && { src: picture.src, alt: picture.alt, caption: picture.caption, credit: picture.credit },
    video: video && { src: video.src, partner: video.partner },
    credits: draft.credits,
    creditLine: draft.creditLine,
    corrections: draft.corrections,
    related: draft.related.map(textTeaser),
  };
}

/** Makes the front page of the text edition. */
export function makeTextFront({ site, library, teaser }: ViewContext): TextFront {
  const teasers = library.entries.slice(0, newestCount).map((entry) => textTeaser(teaser(entry)));
  return { kind: 'text-front', site, canonical: absolute(site, textFrontUrl), teasers };
}

function textTeaser({ title, lang, dir, partner, date, url, section }: Teaser): TextTeaser {
  return { title, lang, dir, partner, date, url: textUrl(url), section: section.label };
}
