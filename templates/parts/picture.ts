// A picture with its alternative text, its caption and its credit, each in a place of its own.
// Width and height are always written, so that nothing moves while it loads; the crop is the stylesheet's affair.

import { type Html, html, raw } from '../../src/base/html.ts';
import type { Picture } from '../../src/view/types.ts';
import type { Words } from '../words/index.ts';

/** Where a picture stands: decides which width the browser fetches, and when. */
export type PicturePlace = keyof typeof places;

const lazy = 'loading="lazy" decoding="async"';
const places = {
  article: { sizes: '(min-width:62em) 54rem, 100vw', hints: raw('fetchpriority="high"') },
  lead: { sizes: '(min-width:62em) 40rem, 100vw', hints: raw('fetchpriority="high"') },
  standard: { sizes: '(min-width:62em) 22rem, (min-width:36em) 45vw, 100vw', hints: raw(lazy) },
  row: { sizes: '(min-width:48em) 13rem, 7rem', hints: raw(lazy) },
} as const;

/** The `picture` element alone. */
export function drawPicture(picture: Picture, place: PicturePlace): Html {
  const { sizes, hints } = places[place];
  const img = html`<img src="${picture.src}" width="${picture.width}" height="${picture.height}" alt="${picture.alt}" ${hints}>`;
  if (picture.sources.length === 0) return img;
  return html`<picture>${picture.sources.map(
    (source) => html`<source type="${source.type}" srcset="${source.srcset}" sizes="${sizes}">`,
  )}${img}</picture>`;
}

/** A teaser's picture: cropped by the stylesheet, its credit below; the caption belongs to the article. */
export function drawTeaserPicture(picture: Picture, place: PicturePlace, words: Words): Html {
  if (picture.credit === null) return html`<div class="shot">${drawPicture(picture, place)}</div>`;
  return html`<figure class="shot">${drawPicture(picture, place)}<figcaption class="credit"><span class="unseen">${words.photoCredit} </span>${picture.credit}</figcaption></figure>`;
}

/** An article's picture: uncropped, with caption and credit. */
export function drawFigure(picture: Picture, words: Words): Html {
  const { caption, credit } = picture;
  const below =
    (caption !== null || credit !== null) &&
    html`<figcaption>${caption}${caption !== null && credit !== null && ' '}${
      credit !== null && html`<span class="credit"><span class="unseen">${words.photoCredit} </span>${credit}</span>`
    }</figcaption>`;
  return html`<figure class="opening">${drawPicture(picture, 'article')}${below}</figure>`;
}
