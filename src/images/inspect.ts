// Looks at the bytes of a picture: what it is, and whether it may be shown. The header decides before a pixel is decoded,
// so that a small file which claims a huge picture costs nothing.
// Invariant: no bytes make it throw.

import { isAnimated } from './animation.ts';
import { readCredit, type EmbeddedCredit } from './credit.ts';
import type { PictureFault, PictureRemark } from './faults.ts';
import type { PictureFacts } from './recipe.ts';
import { loadSharp, mostPixels } from './sharp.ts';
import { isSafeSvg } from './svg.ts';

/** Wider or higher pictures are refused. */
const largestSide = 20_000;

/** A picture that can be shown. */
export interface Inspected extends PictureFacts {
  readonly kind: 'still' | 'animated' | 'svg';
  readonly embedded: EmbeddedCredit;
  readonly remark: PictureRemark | null;
}

/** Formats that can be read, by sharp's names, and the endings that fit. */
const endings: Readonly<Record<string, RegExp>> = {
  jpeg: /^(jpe?g|jpe|jfif|pjpeg)$/,
  png: /^a?png$/,
  webp: /^webp$/,
  heif: /^(avif|avifs|heif)$/,
  gif: /^gif$/,
  tiff: /^tiff?$/,
  svg: /^svg$/,
};

/** Inspects bytes; `name` is the file's name. */
export async function inspectPicture(bytes: Buffer, name: string): Promise<Inspected | { fault: PictureFault }> {
  if (bytes.length === 0) return { fault: 'empty' };
  if (looksLikeSvg(bytes) && !isSafeSvg(bytes)) return { fault: 'unsafe-svg' };
  if (isHeic(bytes)) return { fault: 'heic' };
  const sharp = await loadSharp();
  try {
    const header = await sharp(bytes, { limitInputPixels: false }).metadata();
    const { format, compression, orientation, hasAlpha, space, pages = 1 } = header;
    const fits = endings[format];
    if (!fits || !header.width || !header.height) return { fault: 'not-a-picture' };
    if (format === 'heif' && compression !== 'av1') return { fault: 'heic' };
    const animated = isAnimated(bytes) || (pages > 1 && (format === 'gif' || format === 'webp'));
    const isHuge = header.width * header.height * (animated ? pages : 1) > mostPixels;
    if (isHuge || Math.max(header.width, header.height) > largestSide) return { fault: 'too-large' };
    const turned = (orientation ?? 1) >= 5;
    const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
    return {
      kind: format === 'svg' ? 'svg' : animated ? 'animated' : 'still',
      format,
      hasAlpha,
      width: turned ? header.height : header.width,
      height: turned ? header.width : header.height,
      embedded: readCredit(header),
      remark: animated
        ? 'animated'
        : ending !== '' && !fits.test(ending)
          ? 'wrong-ending'
          : space === 'cmyk'
            ? 'cmyk'
            : null,
    };
  } catch {
    return { fault: looksLikePicture(bytes) ? 'cut-off' : 'not-a-picture' };
  }
}

/** Decodes every pixel, small, to see whether the file is whole. */
export async function isWhole(bytes: Buffer, { kind }: Inspected): Promise<boolean> {
  const sharp = await loadSharp();
  try {
    const animated = kind === 'animated';
    await sharp(bytes, { failOn: 'error', limitInputPixels: mostPixels, animated }).resize(32).raw().toBuffer();
    return true;
  } catch {
    return false;
  }
}

/** A telephone's picture: the brands in its first box tell it from AVIF, which is built alike. */
function isHeic(bytes: Buffer): boolean {
  const box = bytes.toString('latin1', 4, 100);
  return box.startsWith('ftyp') && /hei[cxms]|hev[cx]/.test(box) && !/avi[fs]/.test(box);
}

function looksLikeSvg(bytes: Buffer): boolean {
  const start = bytes.toString('utf8', 0, 4096);
  return (
    /^\uFEFF?\s*(<\?xml|<!--|<!doctype\s+svg|<svg|<svg:svg)/i.test(start) ||
    /^(\xff\xfe|\xfe\xff)/.test(bytes.toString('latin1', 0, 2))
  );
}

/** The first bytes of a format that is read; what follows them was lost. */
function looksLikePicture(bytes: Buffer): boolean {
  return /^(\xff\xd8\xff|\x89PNG|GIF8|RIFF....WEBP|....ftyp|II\*\0|MM\0\*)/s.test(bytes.toString('latin1', 0, 16));
}
