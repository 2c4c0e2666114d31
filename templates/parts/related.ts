// À lire aussi: the articles that belong to this one; and below it the way to what is new today.
// The list is stable and old as the article; freshness is only a link, so that old pages need no redrawing.

import { type Html, html } from '../../src/base/html.ts';
import type { Site, Teaser } from '../../src/view/types.ts';
import { markLanguage, type Tongue } from './language.ts';
import type { Words } from '../words/index.ts';
import { drawTeasers } from './teaser.ts';

/** Related articles (absent when there are none) and the link to the newest. */
export function drawRelated(teasers: readonly Teaser[], site: Site, page: Tongue, words: Words): Html {
  const lang = markLanguage(site, page);
  return html`${
    teasers.length > 0 &&
    html`<section class="related" aria-labelledby="d_related"${lang}><h2 class="taped" id="d_related">${words.related}</h2>${drawTeasers(teasers, 'standard', { site, words, list: null })}</section>`
  }<p class="onward"${lang}><a href="/">${words.allLatest}</a></p>`;
}
