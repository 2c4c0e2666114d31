// À lire aussi: the articles that belong to this one; and below it the way to what is new today.
// The list is stable and old as the article; what is fresh comes when the page is read (fresh.ts).

import { type Html, html } from '../../src/base/html.ts';
import type { Site, Teaser } from '../../src/view/types.ts';
import { drawFresh } from './fresh.ts';
import { markLanguage, type Tongue } from './language.ts';
import type { Words } from '../words/index.ts';
import { drawTeaser, type TeaserPlace } from './teaser.ts';

/** Related articles (absent when there are none) and the link to the newest. */
export function drawRelated(teasers: readonly Teaser[], site: Site, page: Tongue, words: Words): Html {
  const lang = markLanguage(site, page);
  const place: TeaserPlace = { site, words, list: null, picture: 'column' };
  const first: TeaserPlace = { ...place, picture: 'first' };
  return html`${
    teasers.length > 0 &&
    html`<section class="related" aria-labelledby="d_related"${lang}><h2 class="taped" id="d_related">${words.related}</h2><ul class="teasers">${teasers.map((teaser, i) => drawTeaser(teaser, 'standard', i === 0 ? first : place))}</ul></section>`
  }${drawFresh(site, lang, words)}`;
}
