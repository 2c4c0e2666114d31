// Makes the variants of one picture: turned as the camera asked, in sRGB, without metadata but the credit, in each width
// and format of the plan. The source is decoded once; smaller widths come from the largest.
// Invariant: the same bytes and the same recipe give the same files; nothing is ever enlarged.

import type { Sharp } from 'sharp';
import { withoutMetadata } from './animation.ts';
import type { EmbeddedCredit } from './credit.ts';
import type { Inspected } from './inspect.ts';
import { type Ending, heightAt, mediaTypes, type PicturePlan, planPicture, recipe } from './recipe.ts';
import { loadSharp, mostPixels } from './sharp.ts';

/** One file of a picture, in memory. */
export interface Variant {
  readonly ending: Ending;
  /** Null: the only size there is. */
  readonly width: number | null;
  readonly bytes: Buffer;
}

/** A picture made. */
export interface Encoded {
  readonly variants: readonly Variant[];
  /** The variant that every program shows, and its size. */
  readonly plain: Variant;
  readonly width: number;
  readonly height: number;
}

/** Makes the files of a picture; null when it cannot be decoded to its end. */
export async function encodePicture(bytes: Buffer, picture: Inspected): Promise<Encoded | null> {
  if (picture.kind === 'still') return encodeStill(bytes, picture);
  const clean = picture.kind === 'svg' ? bytes : withoutMetadata(bytes);
  if (clean === null) return null;
  const ending = picture.format as Ending;
  const plain: Variant = { ending, width: null, bytes: clean };
  return { variants: [plain], plain, width: picture.width, height: picture.height };
}

async function encodeStill(bytes: Buffer, picture: Inspected): Promise<Encoded | null> {
  const plan = planPicture(picture);
  const largest = plan.widths.at(-1) as number;
  const base = await decode(bytes, largest);
  if (base === null) return null;
  const variants: Variant[] = [];
  for (const width of plan.widths) {
    const pixels = width === largest ? base : await shrink(base, width);
    const endings = (['avif', 'webp', plan.plain] as const).filter(
      (ending) => ending !== plan.plain || plan.plainWidths.includes(width),
    );
    for (const ending of endings) {
      variants.push({ ending, width, bytes: await encode(pixels, { plan, ending, credit: picture.embedded }) });
    }
  }
  const plain = variants.findLast(({ ending }) => ending === plan.plain) as Variant;
  return { variants: worthwhile(variants, plain), plain, width: base.width, height: base.height };
}

/** A better format that comes out larger than the plain one is left out: it happens with drawings. */
function worthwhile(variants: readonly Variant[], plain: Variant): Variant[] {
  const largestOf = (ending: Ending): number => variants.findLast((one) => one.ending === ending)?.bytes.length ?? 0;
  return variants.filter(({ ending }) => ending === plain.ending || largestOf(ending) < plain.bytes.length);
}

interface Pixels {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 2 | 3 | 4;
}

async function decode(bytes: Buffer, width: number): Promise<Pixels | null> {
  const sharp = await loadSharp();
  const source = sharp(bytes, { failOn: 'error', limitInputPixels: mostPixels });
  const image = source.autoOrient().resize({ width, withoutEnlargement: true }).toColourspace('srgb');
  return toPixels(image).catch(() => null);
}

async function shrink(pixels: Pixels, width: number): Promise<Pixels> {
  const height = heightAt(pixels, width);
  return toPixels((await openPixels(pixels)).resize({ width, height, fit: 'fill' }));
}

async function toPixels(image: Sharp): Promise<Pixels> {
  const { data, info } = await image.raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels as Pixels['channels'] };
}

async function openPixels({ data, width, height, channels }: Pixels): Promise<Sharp> {
  const sharp = await loadSharp();
  return sharp(data, { raw: { width, height, channels } });
}

async function encode(
  pixels: Pixels,
  wanted: {
    readonly plan: PicturePlan;
    readonly ending: 'avif' | 'webp' | 'jpg' | 'png';
    readonly credit: EmbeddedCredit;
  },
): Promise<Buffer> {
  const { plan, ending, credit } = wanted;
  const image = withCredit(await openPixels(pixels), credit);
  const { avif, webp, jpg, png } = recipe[plan.kind];
  if (ending === 'avif') return image.avif(avif).toBuffer();
  if (ending === 'webp') return image.webp(webp).toBuffer();
  if (ending === 'jpg') return image.jpeg(jpg).toBuffer();
  return image.png(png).toBuffer();
}

/** Copyright and artist go with every file; nothing else of what the camera or the desk wrote. */
function withCredit(image: Sharp, { credit, copyright, artist }: EmbeddedCredit): Sharp {
  const owner = copyright ?? credit;
  if (owner === null && artist === null) return image;
  return image.withExif({
    IFD0: { ...(owner === null ? {} : { Copyright: owner }), ...(artist === null ? {} : { Artist: artist }) },
  });
}

/** `srcset` of one format, or null where there is no choice. `address` gives the address of a variant. */
export function srcsetOf(
  { variants, plain }: Encoded,
  ending: Ending,
  address: (variant: Variant) => string,
): { readonly type: string; readonly srcset: string } | null {
  const own = variants.filter((variant) => variant.ending === ending && variant.width !== null);
  if (own.length === 0 || (own.length === 1 && own[0] === plain)) return null;
  return { type: mediaTypes[ending], srcset: own.map((variant) => `${address(variant)} ${variant.width}w`).join(', ') };
}
