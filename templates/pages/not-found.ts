// What stands at an address that leads nowhere: says so, and offers the ways on.

import { type Html, html } from '../../src/base/html.ts';
import type { NotFoundPage } from '../../src/view/types.ts';
import { drawDocument } from '../parts/document.ts';
import { drawLink } from '../parts/names.ts';
import { chooseWords } from '../words/index.ts';

/** The page for unknown addresses, and the notice where an article was withdrawn. */
export function drawNotFound(view: NotFoundPage): Html {
  const words = chooseWords(view.site.lang);
  const withdrawn = view.reason === 'withdrawn';
  const main = html`<article class="story plain"><header><h1>${withdrawn ? words.withdrawn : words.notFound}</h1><p class="standfirst">${withdrawn ? words.withdrawnText : words.notFoundText}</p></header><nav class="ways" aria-label="${words.notFoundWays}"><ul><li><a href="/">${words.allLatest}</a></li>${view.site.sections.map((link) => html`<li>${drawLink(link)}</li>`)}</ul></nav></article>`;
  return drawDocument(view, { kind: 'not-found', main });
}
