// Who furnished an article, when, and how long it takes to read: the slip that travels with a dispatch.
// The source is never posed as an author: « information fournie par Reuters », then the people. What the newspaper wrote
// itself was furnished by nobody.

import { type Html, html } from '../../src/base/html.ts';
import type { ArticlePage } from '../../src/view/types.ts';
import { chooseWords, type Words } from '../words/index.ts';
import { longInstant } from './instant.ts';
import { drawLink, joinNames } from './names.ts';

/** The content of an article's slip. */
export function drawByline(view: ArticlePage, words: Words): Html {
  const { authors, source, date, updated, comments, corrections } = view;
  const zone = words.zone(date);
  // Authors write them in either order; one without a date says nothing of when the others were made.
  const dates = corrections.flatMap(({ date: made }) => made ?? []);
  const newest = dates.toSorted((a, b) => Date.parse(b) - Date.parse(a))[0] ?? null;
  const isOwn = source !== null && source.label === view.site.name;
  return html`${authors.length > 0 && html`<p class="authors">${words.by} ${joinNames(authors.map(drawLink), words)}</p>`}<p class="source">${source !== null && html`${!isOwn && `${words.furnishedBy} `}${drawLink(source)} `}<span class="when"><span${drawIndexed(view, words)}>${longInstant(date, words)}</span>${zone !== '' && html` <small>${zone}</small>`}</span></p>${updated !== null && html`<p>${words.updated} ${longInstant(updated, words)}</p>`}${
    corrections.length > 0 && html`<p class="corrected"><a href="#d_corrections">${words.corrected(newest)}</a></p>`
  }<p>${words.readingTime(view.minutes)}${view.textUrl !== null && html` · <a rel="alternate" href="${view.textUrl}">${words.textEdition}</a>`}</p>${comments !== null && html`<p><a href="#d_comments">${words.comments(comments)}</a></p>`}`;
}

/** The instant as a list of results shows it: in the site's language, whatever the article's. */
function drawIndexed({ site, date }: ArticlePage, words: Words): Html {
  const siteWords = chooseWords(site.lang);
  if (siteWords === words) return html` data-pagefind-meta="when"`;
  return html` data-pagefind-meta="when[data-when]" data-when="${siteWords.longDate(date)}"`;
}
