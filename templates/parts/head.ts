// What stands in `head`: for browsers, search engines and the cards of social networks.
// No script but the page's JSON-LD, no address outside the site but those that the view gives.

import { type Fragment, type Html, html, raw } from '../../src/base/html.ts';
import type { Page } from '../../src/view/types.ts';
import type { Words } from '../words/index.ts';
import { styleVersion } from '../version.ts';
import { nameDocument } from './document-title.ts';
import { drawOnce } from './once.ts';

/** Ground colours of styles/tokens.css: the browser's own frame takes them. A test compares the two. */
export const ground = { light: '#fdfbf6', dark: '#11151c' } as const;

const frame = raw(
  `<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">` +
    `<meta name="theme-color" media="(prefers-color-scheme: light)" content="${ground.light}">` +
    `<meta name="theme-color" media="(prefers-color-scheme: dark)" content="${ground.dark}">` +
    `<link rel="stylesheet" href="/assets/site.css?v=${styleVersion}">`,
);

/** The content of `head`; `more` are metadata of this kind of page only. */
export function drawHead({ site, head }: Page, words: Words, more: Fragment): Html {
  return html`<meta charset="utf-8"><title>${nameDocument(head.title, site.name)}</title>${frame}${
    head.description !== '' && html`<meta name="description" content="${head.description}">`
  }<link rel="canonical" href="${head.canonical}">${
    head.robots !== null && html`<meta name="robots" content="${head.robots}">`
  }${drawIcon(site.favicon)}${drawOnce(head.feeds, 'feeds', () => head.feeds.map(drawFeed))}${drawCard({ site, head }, words)}${
    head.published !== null &&
    html`<meta property="article:published_time" content="${head.published}" data-pagefind-meta="date[content]" data-pagefind-sort="date[content]">`
  }${head.modified !== null && html`<meta property="article:modified_time" content="${head.modified}">`}${more}${
    head.jsonLd !== null && html`<script type="application/ld+json">${head.jsonLd}</script>`
  }`;
}

function drawFeed({ type, title, url }: Page['head']['feeds'][number]): Html {
  return html`<link rel="alternate" type="${type}" title="${title}" href="${url}">`;
}

function drawIcon(favicon: string | null): Fragment {
  if (favicon === null) return null;
  return html`<link rel="icon" href="${favicon}"${favicon.endsWith('.svg') && raw(' type="image/svg+xml"')}>`;
}

/** Open Graph, and what Twitter does not take from it. */
function drawCard({ site, head }: Pick<Page, 'site' | 'head'>, words: Words): Html {
  const { image } = head;
  return html`<meta property="og:site_name" content="${site.name}"><meta property="og:title" content="${head.title === '' ? site.name : head.title}"><meta property="og:type" content="${head.type}"><meta property="og:url" content="${head.canonical}">${
    head.description !== '' && html`<meta property="og:description" content="${head.description}">`
  }${words.lang === head.lang.slice(0, 2) && html`<meta property="og:locale" content="${words.locale}">`}${
    image !== null &&
    html`<meta property="og:image" content="${image.url}"><meta property="og:image:width" content="${image.width}"><meta property="og:image:height" content="${image.height}">${
      image.alt !== '' && html`<meta property="og:image:alt" content="${image.alt}">`
    }`
  }<meta name="twitter:card" content="${image === null ? 'summary' : 'summary_large_image'}">`;
}
