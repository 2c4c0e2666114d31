// The search page. Its form, filters and empty states stand here; the island `search` asks the index and fills the list.
// Without script it offers the archives, and the form too where the newspaper names a search engine elsewhere.

import { type Fragment, type Html, html } from '../../src/base/html.ts';
import type { SearchPage } from '../../src/view/types.ts';
import { drawDocument } from '../parts/document.ts';
import { chooseWords, type Words } from '../words/index.ts';

/** The search page. */
export function drawSearch(view: SearchPage): Html {
  const words = chooseWords(view.site.lang);
  const main = html`<header class="opener"><h1>${words.searchTitle}</h1></header>${drawForm(view, words)}${drawResults(words)}<noscript><p class="empty">${
    view.external === null ? words.searchNeedsScript : words.searchElsewhere(hostOf(view.external.action))
  }</p></noscript>${drawWays(view, words)}`;
  const head = { ...view.head, title: words.searchTitle };
  return drawDocument({ ...view, head }, { kind: 'search', main, islands: ['search'] });
}

function hostOf(address: string): string {
  return /^https:\/\/([^/]+)/.exec(address)?.[1] ?? address;
}

function drawForm({ external, site }: SearchPage, words: Words): Html {
  const action = external?.action ?? site.search;
  return html`<form class="ask wide" role="search" action="${action}" data-search="form"${external === null && html` hidden`}><label for="d_words">${words.searchField}</label><input id="d_words" name="${external?.name ?? 'q'}" type="search" maxlength="200" enterkeyhint="search" autocapitalize="off" required><button type="submit">${words.search}</button>${external?.fields.map(
    ({ name, value }) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}<div class="narrow" data-search="narrow" hidden>${drawChoice('section', words.section, [
    ['', words.allSections],
    ...site.sections.map(({ label }) => [label, label] as const),
  ])}${drawChoice('year', words.year, [['', words.allYears]])}${drawChoice('order', words.order, [
    ['', words.bestFirst],
    ['newest', words.newestFirst],
  ])}</div></form>`;
}

function drawChoice(name: string, label: string, options: readonly (readonly [string, string])[]): Html {
  return html`<div><label for="d_${name}">${label}</label><select id="d_${name}" data-search="${name}">${options.map(
    ([value, text]) => html`<option value="${value}">${text}</option>`,
  )}</select></div>`;
}

/** Sentences wait in the markup, so that the island has no word of its own. */
function drawResults(words: Words): Html {
  return html`<section class="river results" aria-labelledby="d_results" data-search="results" hidden><h2 class="taped" id="d_results">${words.searchResults}</h2><p class="count" role="status" data-search="status" data-loading="${words.searching}" data-none="${words.foundNone('{q}')}" data-one="${words.foundOne('{q}')}" data-many="${words.foundMany('{n}', '{q}')}" data-failed="${words.searchFailed}"></p><ul class="teasers" data-search="list"></ul><p class="more"><button type="button" data-search="more" hidden>${words.showMore}</button></p><template data-search="result"><li class="teaser row"><h3><span class="label"><b class="partner"></b> <b class="kind"></b> <span></span></span><a href="/">…</a></h3><div class="shot"></div><p class="excerpt"></p><p class="meta"><time datetime="1970-01-01">…</time></p></li></template></section>`;
}

function drawWays({ years, site }: SearchPage, words: Words): Fragment {
  if (years.length === 0) {
    return html`<nav class="ways" aria-label="${words.sections}"><ul>${site.sections.map(
      (link) => html`<li><a href="${link.url}">${link.label}</a></li>`,
    )}</ul></nav>`;
  }
  return html`<section class="archives" aria-labelledby="d_archives"><h2 class="taped" id="d_archives">${words.archives}</h2>${years.map(
    ({ year, months }) =>
      html`<details><summary>${year}</summary><ul>${months.map(
        ({ month, url }) => html`<li><a href="${url}">${words.period(year, month, null)}</a></li>`,
      )}</ul></details>`,
  )}</section>`;
}
