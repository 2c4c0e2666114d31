// The fragment of newest articles that a page may fetch: a list without head, heading or landmark.

import { type Html, html } from '../../src/base/html.ts';
import type { LatestFragment } from '../../src/view/types.ts';
import { drawTeasers } from '../parts/teaser.ts';
import { chooseWords } from '../words/index.ts';

/** The fragment. */
export function drawLatest({ site, teasers }: LatestFragment): Html {
  const words = chooseWords(site.lang);
  if (teasers.length === 0) return html`<p class="empty">${words.emptyFront}</p>\n`;
  return html`${drawTeasers(teasers, 'compact', { site, words, list: null })}\n`;
}
