// A page that is no news: about, legal notice, accessibility.

import { type Html, html } from '../../src/base/html.ts';
import type { StaticPage } from '../../src/view/types.ts';
import { drawDocument } from '../parts/document.ts';

/** A static page. */
export function drawPage(view: StaticPage): Html {
  const main = html`<article class="story plain"><header><h1>${view.title}</h1>${view.summary !== null && html`<p class="standfirst">${view.summary}</p>`}</header><div class="body">${view.body}</div></article>`;
  return drawDocument(view, { kind: 'page', main });
}
