// The newspaper's name and the way to its sections. On the front page the name is the page's headline.
// The menu is a `details`: a button on small screens; wide ones show its content always (styles/masthead.css).

import { type Fragment, type Html, html } from '../../src/base/html.ts';
import type { Link, Page } from '../../src/view/types.ts';
import type { Words } from '../words/index.ts';

/** The masthead; `section` is the address of the section that the page belongs to. */
export function drawMasthead(view: Page, words: Words, section: string | null): Html {
  const { site, head } = view;
  const name = html`<a href="/">${site.name}</a>`;
  return html`<div class="nameplate">${
    head.path === '/' ? html`<h1 class="name">${name}</h1>` : html`<p class="name">${name}</p>`
  }${site.tagline !== null && html`<p class="tagline">${site.tagline}</p>`}</div>${drawMenu(site.sections, section ?? head.path, head.path, words)}`;
}

function drawMenu(sections: readonly Link[], current: string, path: string, words: Words): Fragment {
  if (sections.length === 0) return null;
  return html`<details class="menu"><summary>${words.menu}</summary><nav aria-label="${words.sections}"><ul>${sections.map(
    (link) =>
      html`<li><a href="${link.url}"${link.url === current && html` aria-current="${link.url === path ? 'page' : 'true'}"`}>${link.label}</a></li>`,
  )}</ul></nav></details>`;
}
