// A picture with its alternative text, its caption and its credit, each in a place of its own.
// Width and height are always written, so that nothing moves while it loads; the crop is the stylesheet's affair.

import { type Html, html, raw } from '../../src/base/html.ts';
import type { Picture } from '../../src/view/types.ts';
import type { Words } from '../words/index.ts';

/** Where a picture stands: decides which width the browser fetches, and when. */
export type PicturePlace = keyof typeof places;

const early = raw('fetchpriority="high"');
const late = raw('loading="lazy" decoding="async"');

/**
 * `sizes` say how wide the stylesheets make a picture in its place; a browser test compares the two at many widths.
 * Only what is seen first is fetched at once, and before other things.
 */
const places = {
  /** Opens an article. */
  article: { sizes: '(min-width:75em) 54rem,(min-width:62em) 72vw,92vw', hints: early },
  /** The lead of the front page. */
  lead: { sizes: '(min-width:75em) 38rem,92vw', hints: early },
  /** The lead of a list. */
  river: { sizes: '(min-width:90em) 45rem,(min-width:48em) 52vw,92vw', hints: early },
  /** The second rank of the front page. */
  standard: { sizes: '(min-width:75em) 18rem,(min-width:36em) 45vw,6.5rem', hints: late },
  /** The first of a wide block. */
  feature: { sizes: '(min-width:90em) 39rem,(min-width:36em) 45vw,92vw', hints: late },
  /** The first of a narrow block, or of related articles. */
  first: { sizes: '(min-width:90em) 18rem,(min-width:62em) 21vw,(min-width:36em) 45vw,92vw', hints: late },
  /** One of several columns. */
  column: { sizes: '(min-width:90em) 18rem,(min-width:62em) 21vw,(min-width:36em) 45vw,6.5rem', hints: late },
  /** Beside a line of a list. */
  row: { sizes: '(min-width:48em) 11rem,(min-width:36em) 8rem,6.5rem', hints: late },
} as const;

/** Address of a small file of a picture, for places where script puts it in later: its smallest WebP. */
export function thumbnail({ src, sources }: Picture): string {
  const webp = sources.find(({ type }) => type === 'image/webp');
  return webp?.srcset.split(' ')[0] ?? src;
}

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
