// A section, topic, source, author or security: what it is, its newest articles, its archives.

import { type Fragment, type Html, html } from '../../src/base/html.ts';
import type { ListPage } from '../../src/view/types.ts';
import { drawArchives } from '../parts/archives.ts';
import { drawDocument } from '../parts/document.ts';
import { drawAdd, drawKeepDialog } from '../parts/keep.ts';
import { drawTeaser, type TeaserPlace } from '../parts/teaser.ts';
import { chooseWords, type Words } from '../words/index.ts';

/** A list's page. */
export function drawList(view: ListPage): Html {
  const words = chooseWords(view.site.lang);
  const main = html`<header class="opener"><p class="label"><b>${words.listKinds[view.kind]}</b>${view.role !== null && html` <span>${view.role}</span>`}</p><h1>${view.name}</h1>${view.summary !== null && html`<p class="standfirst">${view.summary}</p>`}${drawFacts(view, words)}${view.security !== null && html`<p>${drawAdd({ id: view.security.id, label: view.name }, words)}</p>`}</header><div class="with-margin"><section class="river" aria-labelledby="d_newest"><h2 class="taped" id="d_newest">${words.newest}</h2>${drawRiver(view, words)}</section>${drawMargin(view, words)}</div>`;
  if (view.security === null) return drawDocument(view, { kind: 'list', main });
  return drawDocument(view, { kind: 'list', main, islands: ['keep'], dialogs: drawKeepDialog(view.site, words) });
}

function drawRiver({ teasers, site, head }: ListPage, words: Words): Html {
  if (teasers.length === 0) return html`<p class="empty">${words.emptyList}</p>`;
  const place: TeaserPlace = { site, words, list: head.path };
  const first: TeaserPlace = { ...place, picture: 'river' };
  // What a partner pays for never opens a list.
  return html`<ul class="teasers">${teasers.map((teaser, i) => (i === 0 && teaser.partner === null ? drawTeaser(teaser, 'lead', first) : drawTeaser(teaser, 'row', place)))}</ul>`;
}

/** What stands beside the river: who or what this is, and the archives. */
function drawMargin({ body, name, archives }: ListPage, words: Words): Fragment {
  if (body === null && archives.length === 0) return null;
  return html`<div class="margin">${
    body !== null &&
    html`<section class="about"><h2 class="taped">${words.about(name)}</h2><div class="body">${body}</div></section>`
  }${drawArchives(archives, words)}</div>`;
}

/** Facts of a security or a source, as a list of terms; nothing for other lists. */
function drawFacts({ security, address, rights }: ListPage, words: Words): Fragment {
  const host = address === null ? null : (/^https?:\/\/([^/?#]+)/i.exec(address)?.[1] ?? null);
  const facts: readonly (readonly [string, Fragment])[] = [
    [words.isin, security?.isin],
    [words.ticker, security?.ticker],
    [words.market, security?.market],
    [words.website, host !== null && html`<a href="${address}">${host}</a>`],
    [words.rights, rights],
  ];
  const known = facts.filter(([, value]) => value);
  if (known.length === 0) return null;
  return html`<dl class="facts">${known.map(
    ([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`,
  )}</dl>`;
}
