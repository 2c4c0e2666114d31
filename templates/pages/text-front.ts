// The front page of the text edition: the newest articles, a line each.

import { type Html, html } from '../../src/base/html.ts';
import type { TextFront } from '../../src/view/types.ts';
import { shortInstant } from '../parts/instant.ts';
import { drawText } from '../parts/text-document.ts';
import { chooseWords } from '../words/index.ts';
import { drawTextLink } from './text-article.ts';

/** The list of the newest. */
export function drawTextFront(view: TextFront): Html {
  const { site, teasers } = view;
  const words = chooseWords(site.lang);
  const list = html`<ul>
${teasers.map(
  (teaser) =>
    html`<li>${drawTextLink(teaser, words)} <small>${teaser.section}, ${shortInstant(teaser.date, words)}</small></li>\n`,
)}</ul>
`;
  const main = html`<h1>${words.textEditionOf(site.name)}</h1>
${teasers.length === 0 ? html`<p>${words.emptyFront}</p>\n` : list}`;
  const here = { title: words.textEdition, lang: site.lang, dir: site.dir, canonical: view.canonical };
  return drawText(here, { site, main, after: html`<p><a href="/">${words.fullPage}</a></p>\n` });
}
