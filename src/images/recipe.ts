// How pictures are made: widths, formats, qualities. Pure data and arithmetic; it opens no file.
// Chosen so that one photograph of 1600 pixels takes about one second of one core: AVIF of effort 1 is a tenth larger
// than of effort 4, and twenty times faster.
// Invariant: whatever changes bytes stands in `recipe`, for its text is part of every picture's name.

/** Media types of what is made. */
export const mediaTypes = {
  avif: 'image/avif',
  webp: 'image/webp',
  jpg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  svg: 'image/svg+xml',
} as const;

/** Ending of a file's name, which is its format. */
export type Ending = keyof typeof mediaTypes;

/** Everything that decides the bytes of a variant. A changed value gives every picture a new name. */
export const recipe = {
  version: 1,
  /** Pixels: a thumbnail, a telephone or half a column, a column of text, the opening of an article. */
  widths: [360, 720, 1120, 1680],
  /** Widths of the format for old browsers, besides the largest. */
  plainWidths: [720],
  /** Higher pictures are made narrower: formats and browsers have limits. */
  highest: 12_000,
  photo: {
    avif: { quality: 50, effort: 1, chromaSubsampling: '4:2:0' },
    webp: { quality: 74, effort: 2 },
    jpg: { quality: 78, mozjpeg: true },
    png: { compressionLevel: 9 },
  },
  /** Pictures that came as PNG or GIF: lines and letters keep their colour. */
  drawing: {
    avif: { quality: 60, effort: 1, chromaSubsampling: '4:4:4' },
    webp: { quality: 82, effort: 2, smartSubsample: true },
    jpg: { quality: 85, mozjpeg: true },
    png: { compressionLevel: 9 },
  },
} as const;

/** What is known of a picture before it is made. */
export interface PictureFacts {
  /** sharp's name of the format. */
  readonly format: string;
  readonly hasAlpha: boolean;
  /** Pixels as shown, after the turn that the camera asks for. */
  readonly width: number;
  readonly height: number;
}

/** What is to be made of a picture. */
export interface PicturePlan {
  readonly kind: 'photo' | 'drawing';
  /** Smallest first; the last is the largest that is made, never larger than the picture. */
  readonly widths: readonly number[];
  /** The format that every program shows. */
  readonly plain: 'jpg' | 'png';
  readonly plainWidths: readonly number[];
}

/** Plans the variants of a still picture. */
export function planPicture({ format, hasAlpha, width, height }: PictureFacts): PicturePlan {
  const isDrawing = format === 'png' || format === 'gif';
  const widths = widthsOf(width, height);
  const largest = widths.at(-1) as number;
  return {
    kind: isDrawing ? 'drawing' : 'photo',
    widths,
    plain: isDrawing || hasAlpha ? 'png' : 'jpg',
    plainWidths: widths.filter((at) => at === largest || (recipe.plainWidths as readonly number[]).includes(at)),
  };
}

/** A width just below the largest would be made for nothing. */
function widthsOf(width: number, height: number): number[] {
  const fit = Math.max(1, Math.floor((recipe.highest * width) / height));
  const largest = Math.min(width, fit, recipe.widths.at(-1) as number);
  return [...recipe.widths.filter((at) => at < largest * 0.9), largest];
}

/** Height (pixels) of a variant. */
export function heightAt({ width, height }: Pick<PictureFacts, 'width' | 'height'>, at: number): number {
  return Math.max(1, Math.round((height * at) / width));
}
