// What stands at an address that leads nowhere: says so, and offers the ways on.

import { type Html, html } from '../../src/base/html.ts';
import type { NotFoundPage } from '../../src/view/types.ts';
import { drawNote } from '../parts/corrections.ts';
import { drawDocument } from '../parts/document.ts';
import { drawLink } from '../parts/names.ts';
import { chooseWords } from '../words/index.ts';

/** The page for unknown addresses, the notice where an article was withdrawn, and what stands where no network is. */
export function drawNotFound(view: NotFoundPage): Html {
  const words = chooseWords(view.site.lang);
  const isOffline = view.reason === 'offline';
  const [title, text] = {
    missing: [words.notFound, words.notFoundText],
    withdrawn: [words.withdrawn, words.withdrawnText],
    offline: [words.offline, words.offlineText],
  }[view.reason] as [string, string];
  const main = html`<article class="story plain"><header><h1>${title}</h1><p class="standfirst">${text}</p></header>${view.withdrawal && html`<div class="corrections">${drawNote(view.withdrawal, words)}</div>`}<nav class="ways" aria-label="${words.notFoundWays}"><ul><li><a href="/">${words.allLatest}</a></li>${isOffline && html`<li><a href="${view.site.lists}">${words.lists.title}</a></li>`}${view.site.sections.map((link) => html`<li>${drawLink(link)}</li>`)}</ul></nav></article>${isOffline && html`<section class="kept" aria-labelledby="d_kept" data-kept hidden><h2 class="taped" id="d_kept">${words.kept}</h2><ul></ul></section>`}`;
  const head = { ...view.head, title };
  return drawDocument({ ...view, head }, { kind: 'not-found', main, islands: isOffline ? ['offline'] : [] });
}
