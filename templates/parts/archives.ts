// The archives of a list: a fold for each year, in it the months with their numbers of articles.
// Every page of a month has a link: an archive page knows the page before it, never the one after it.

import { type Fragment, type Html, html } from '../../src/base/html.ts';
import type { ArchiveYear } from '../../src/view/types.ts';
import type { Words } from '../words/index.ts';

type Month = ArchiveYear['months'][number];

/** The archives section, or nothing when the list is short. */
export function drawArchives(archives: readonly ArchiveYear[], words: Words): Fragment {
  if (archives.length === 0) return null;
  return html`<section class="archives" aria-labelledby="d_archives"><h2 class="taped" id="d_archives">${words.archives}</h2>${archives.map((year) => drawYear(year, words))}</section>`;
}

function drawYear({ year, months }: ArchiveYear, words: Words): Html {
  let total = 0;
  for (const month of months) total += month.count;
  return html`<details><summary>${year} <small>${words.articles(total)}</small></summary><ul>${months.map((month) => drawMonth(year, month, words))}</ul></details>`;
}

function drawMonth(year: number, month: Month, words: Words): Html {
  const name = words.period(year, month.month, null);
  return html`<li><a href="${month.url}">${name}</a> <small>${words.articles(month.count)}</small>${
    month.pages.length > 1 &&
    month.pages
      .slice(1)
      .map((url, i) => html` <a href="${url}"><span class="unseen">${name}, </span>${words.pageNumber(i + 2)}</a>`)
  }</li>`;
}
