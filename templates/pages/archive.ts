// One month or day of a list, oldest first. A full page never changes again, and so it never names the next one.

import { type Fragment, type Html, html } from '../../src/base/html.ts';
import type { ArchivePage } from '../../src/view/types.ts';
import { drawDocument } from '../parts/document.ts';
import { drawTeasers } from '../parts/teaser.ts';
import { chooseWords, type Words } from '../words/index.ts';

/** An archive page. */
export function drawArchive(view: ArchivePage): Html {
  const { site, list, teasers } = view;
  const words = chooseWords(site.lang);
  const when = words.period(view.year, view.month, view.day);
  const main = html`<header class="opener"><p class="label"><b>${words.archives}</b>${view.number > 1 && html` <span>${words.pageNumber(view.number)}</span>`}</p><h1>${words.archiveTitle(list.label, when)}</h1></header><section class="river" aria-labelledby="d_articles"><h2 class="taped" id="d_articles">${words.oldestFirst(teasers.length)}</h2>${
    teasers.length === 0
      ? html`<p class="empty">${words.emptyList}</p>`
      : drawTeasers(teasers, 'compact', { site, words, list: list.url })
  }</section>${drawWays(view, words)}`;
  return drawDocument(view, { kind: 'archive', main });
}

/** Ways that stay true for ever: a full page is never drawn again. */
function drawWays({ before, number, list, year, month, monthUrl }: ArchivePage, words: Words): Fragment {
  return html`<nav class="ways" aria-label="${words.archivePages}"><ul>${before !== null && html`<li><a href="${before}" rel="prev">${words.beforePage(number - 1)}</a></li>`}${
    monthUrl !== null && html`<li><a href="${monthUrl}">${words.period(year, month, null)}</a></li>`
  }<li><a href="${list.url}#d_archives">${words.allArchives}</a></li><li><a href="${list.url}">${words.backToList(list.label)}</a></li></ul></nav>`;
}
