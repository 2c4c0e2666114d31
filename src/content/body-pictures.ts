// Markup of the pictures in a body: `picture` with its sources, `figure` with caption and credit for a picture that
// stands alone. A picture that is missing leaves a quiet line with its description where it stood alone, and nothing
// where it stood in a sentence. Invariant: an `img` always has alt, width and height.

import { escapeHtml } from '../base/html.ts';
import { addressKind, safeAddress } from './addresses.ts';

/** A picture as the page shows it; the view's Picture fits. */
export interface BodyPicture {
  /** Absolute path or full URL. */
  readonly src: string;
  /** Pixels of the file at `src`. */
  readonly width: number;
  readonly height: number;
  /** Better formats and widths, best first; `srcset` is ready for the attribute. */
  readonly sources: readonly { readonly type: string; readonly srcset: string }[];
  readonly alt: string;
  readonly caption: string | null;
  readonly credit: string | null;
}

/** What a body says of a picture. */
export interface WrittenPicture {
  readonly src: string;
  readonly alt: string;
  /** The Markdown title or `figcaption`; becomes caption and credit. */
  readonly title: string | null;
}

/** Finds the picture that a body names; null when it is missing. */
export type FindPicture = (src: string) => BodyPicture | null;

/** The column of text is at most so wide; wider screens need no larger file. */
const sizes = '(min-width:42em) 38.5rem,92vw';

function find(written: WrittenPicture, findPicture: FindPicture): BodyPicture | null {
  const kind = addressKind(written.src);
  if (written.src === '' || (kind !== 'web' && kind !== 'file')) return null;
  return findPicture(written.src.startsWith('//') ? `https:${written.src}` : written.src);
}

function imageMarkup(picture: BodyPicture, alt: string): string {
  const src = safeAddress(picture.src);
  if (src === null) return '';
  const size = `width="${Math.round(picture.width)}" height="${Math.round(picture.height)}"`;
  const image = `<img src="${escapeHtml(src)}" alt="${escapeHtml(alt)}" ${size} loading="lazy" decoding="async">`;
  if (picture.sources.length === 0) return image;
  let sources = '';
  for (const { type, srcset } of picture.sources) {
    const fit = / \d+w(?:,|$)/.test(srcset) ? ` sizes="${sizes}"` : '';
    sources += `<source type="${escapeHtml(type)}" srcset="${escapeHtml(srcset)}"${fit}>`;
  }
  return `<picture>${sources}${image}</picture>`;
}

/** A picture within a sentence. */
export function inlinePicture(written: WrittenPicture, findPicture: FindPicture): string {
  const picture = find(written, findPicture);
  return picture === null ? '' : imageMarkup(picture, written.alt || picture.alt);
}

const creditShape =
  /^(.*?)\s*(?:\(\s*(?:crédits?|credits?|photos?|©)\s*(?::|par|by)?\s*([^()]+)\)|(?:^|\s)\|\s*([^|]+))\s*$/i;

/** `Légende (Crédit : X)`, `Légende | X`, or `| X` where there is a credit alone. */
export function splitCaption(title: string): { caption: string; credit: string | null } {
  const match = creditShape.exec(title.slice(0, 1000));
  if (match === null) return { caption: title.trim(), credit: null };
  return { caption: (match[1] as string).trim(), credit: (match[2] ?? match[3] ?? '').trim() || null };
}

/** Who is named is told aloud too; the eye sees it from the place. */
function creditLine(credit: string, lang: string): string {
  const label = lang.startsWith('fr') ? 'Crédit photo\u00a0:' : 'Photo:';
  return `<span class="credit"><span class="unseen">${label} </span>${escapeHtml(credit)}</span>`;
}

/** A picture that stands alone. `wrap` puts it into its link. */
export function figure(
  written: WrittenPicture,
  options: { findPicture: FindPicture; lang: string; wrap?: (image: string) => string; captionMarkup?: string },
): string {
  const picture = find(written, options.findPicture);
  const own = splitCaption(written.title ?? '');
  const image = picture === null ? '' : imageMarkup(picture, written.alt || picture.alt);
  if (picture === null || image === '') {
    const text = options.captionMarkup || escapeHtml(own.caption || written.alt.trim());
    if (text === '') return '';
    const label = options.lang.startsWith('fr') ? 'Image non disponible : ' : 'Picture not available: ';
    return `<p class="missing-picture">${label}${text}</p>\n`;
  }
  const caption = options.captionMarkup || escapeHtml(own.caption || picture.caption || '');
  const credit = own.credit ?? picture.credit ?? '';
  const creditMarkup = credit === '' ? '' : creditLine(credit, options.lang);
  const line = [caption, creditMarkup].filter((part) => part !== '').join(' ');
  const wrapped = options.wrap === undefined ? image : options.wrap(image);
  return `<figure>${wrapped}${line === '' ? '' : `<figcaption>${line}</figcaption>`}</figure>\n`;
}
