// The foot of every page: sections, pages, feeds. No year and no date of building: it is the same for ever.

import { type Fragment, type Html, html } from '../../src/base/html.ts';
import type { Head, Link, Page } from '../../src/view/types.ts';
import type { Words } from '../words/index.ts';
import { drawLink } from './names.ts';
import { drawOnce } from './once.ts';

/** The content of the `footer` element. */
export function drawFooter({ site, head }: Page, words: Words): Html {
  return html`${drawOnce(site, 'footer', () => drawSite(site, words))}${drawLinks(
    head.feeds.map((feed) => nameFeed(feed, words)),
    words.feeds,
  )}`;
}

function drawSite(site: Page['site'], words: Words): Html {
  const about = site.description ?? site.tagline;
  return html`<div class="imprint"><p class="name"><a href="/">${site.name}</a></p>${about !== null && html`<p>${about}</p>`}<p><a href="/">${words.latest}</a></p>${site.textEdition !== null && html`<p><a href="${site.textEdition}">${words.textEdition}</a></p>`}</div>${drawLinks(site.sections, words.sections)}${drawLinks(site.pages, words.footerPages)}`;
}

function drawLinks(links: readonly Link[], title: string): Fragment {
  if (links.length === 0) return null;
  return html`<section><h2>${title}</h2><ul>${links.map((link) => html`<li>${drawLink(link)}</li>`)}</ul></section>`;
}

/** A feed's title may lack its format; two feeds of one list must not read alike. */
function nameFeed({ title, type, url }: Head['feeds'][number], words: Words): Link {
  const format = words.feedFormat(type);
  return { label: title.includes(format) ? title : `${title} (${format})`, url };
}
