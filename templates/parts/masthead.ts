// The newspaper's name (letters, or its logo) and the way to its sections. On the front page the name is the page's headline.
// The menu is a `details`: a fold on small screens; wide ones show its content always (styles/masthead.css).
// Where there is script, small screens get a dialog with the same content instead of the fold.

import { type Fragment, type Html, html, raw } from '../../src/base/html.ts';
import type { Page } from '../../src/view/types.ts';
import type { Words } from '../words/index.ts';
import { drawDialog, drawOpener, drawOpenerLink } from './dialog.ts';
import { drawOnce } from './once.ts';

/** The masthead; `section` is the address of the section that the page belongs to. */
export function drawMasthead(view: Page, words: Words, section: string | null): Html {
  const { site, head } = view;
  const { url: current = '' } = site.sections.find(({ url }) => url === (section ?? head.path)) ?? {};
  // A page that the masthead leads to is marked in it; all others have it in common.
  const isLedTo = head.path === '/' || head.path === site.lists || head.path === site.search || head.path === current;
  return drawOnce(site, `masthead ${current} ${isLedTo ? head.path : ''}`, () => drawWhole(view, current, words));
}

function drawWhole(view: Page, current: string, words: Words): Html {
  const { site, head } = view;
  const name = html`<a href="/">${drawName(site)}</a>`;
  return html`<div class="nameplate">${
    head.path === '/' ? html`<h1 class="name">${name}</h1>` : html`<p class="name">${name}</p>`
  }${site.tagline !== null && html`<p class="tagline">${site.tagline}</p>`}</div>${drawMenu(view, current, words)}`;
}

/** The name in letters, or the logo, which is read out as the name. */
function drawName({ name, nameplate }: Page['site']): Fragment {
  if (nameplate === null) return name;
  const logo = html`<img class="logo" src="${nameplate.src}" alt="${name}">`;
  if (nameplate.dark === null) return logo;
  return html`<picture><source media="(prefers-color-scheme: dark)" srcset="${nameplate.dark}">${logo}</picture>`;
}

function drawMenu({ site, head }: Page, current: string, words: Words): Fragment {
  return html`<div class="menu">${drawOpener('d_menu', words.menu)}<details class="fold"><summary>${words.menu}</summary><nav aria-label="${words.sections}"><ul>${site.sections.map(
    (link) =>
      html`<li><a href="${link.url}"${link.url === current && html` aria-current="${link.url === head.path ? 'page' : 'true'}"`}>${link.label}</a></li>`,
  )}${drawTools({ site, head }, words).map((tool) => html`<li class="tool">${tool}</li>`)}</ul></nav></details></div>`;
}

/** What stands behind the sections: ways that every page offers. */
function drawTools({ site, head }: Pick<Page, 'site' | 'head'>, words: Words): readonly Html[] {
  const lists = html`<a href="${site.lists}"${site.lists === head.path && raw(' aria-current="page"')}>${words.lists.title}</a>`;
  if (site.search === null) return [lists];
  // On its own page the way to the search is the way to its field.
  const isHere = site.search === head.path;
  const search = isHere
    ? html`<a href="#d_words" aria-current="page">${words.search}</a>`
    : drawOpenerLink('d_search', words.search, site.search);
  return [search, lists];
}

/** The dialogs that the masthead opens. */
export function drawMastheadDialogs({ site }: Page, words: Words): Fragment {
  return drawOnce(site, 'masthead dialogs', () => [
    drawDialog({ id: 'd_menu', title: words.menu, matter: null, holds: '.menu nav' }, words),
    site.search !== null &&
      drawDialog({ id: 'd_search', title: words.search, matter: drawSearchForm(site.search, words) }, words),
  ]);
}

function drawSearchForm(action: string, words: Words): Html {
  return html`<form class="ask" action="${action}" role="search"><label for="d_q">${words.searchField}</label><input id="d_q" name="q" type="search" maxlength="200" required autofocus><button type="submit">${words.search}</button></form>`;
}
