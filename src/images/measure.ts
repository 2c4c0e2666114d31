// Finds the picture files that articles name, and measures them: size in pixels, format, bytes, digest.
// Invariant: a file that is no picture, cut off, or missing is a null, never an error; nothing is executed.

import { createHash } from 'node:crypto';
import { readFileSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';

/** A picture file, ready to be copied and shown. */
export interface PictureFile {
  /** Address on the site, named by the digest of its bytes: `/images/3f2a….jpg`. */
  readonly src: string;
  /** Pixels, as shown (after the turn that the camera asks for). */
  readonly width: number;
  readonly height: number;
  readonly sources: readonly { readonly type: string; readonly srcset: string }[];
  /** Media type. */
  readonly type: string;
  readonly bytes: number;
  /** The file on disk. */
  readonly file: string;
}

/** Formats that browsers show, by sharp's names. */
const formats: Readonly<Record<string, { readonly type: string; readonly ending: string }>> = {
  jpeg: { type: 'image/jpeg', ending: 'jpg' },
  png: { type: 'image/png', ending: 'png' },
  webp: { type: 'image/webp', ending: 'webp' },
  avif: { type: 'image/avif', ending: 'avif' },
  heif: { type: 'image/avif', ending: 'avif' },
  gif: { type: 'image/gif', ending: 'gif' },
};

/** Wider or higher pictures are refused: decoding them would take a browser's memory. */
const largestSide = 20_000;

/** Measures the pictures at these paths below `root`; paths that hold no usable picture are not in the answer. */
export async function measurePictures(
  root: string,
  paths: Iterable<string>,
): Promise<ReadonlyMap<string, PictureFile | null>> {
  const found = new Map<string, PictureFile | null>();
  const unique = [...new Set(paths)];
  if (unique.length === 0) return found;
  const realRoot = realpathSync(root) + sep;
  for (const path of unique) found.set(path, await measure(realRoot, path));
  return found;
}

async function measure(root: string, path: string): Promise<PictureFile | null> {
  const bytes = read(root, path);
  if (!bytes) return null;
  const { default: sharp } = await import('sharp');
  try {
    const { width, height, format, orientation } = await sharp(bytes, { failOn: 'error' }).metadata();
    const known = formats[format];
    if (!known || !width || !height || Math.max(width, height) > largestSide) return null;
    const turned = (orientation ?? 1) >= 5;
    const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 20);
    return {
      src: `/images/${digest}.${known.ending}`,
      width: turned ? height : width,
      height: turned ? width : height,
      sources: [],
      type: known.type,
      bytes: bytes.length,
      file: join(root, path),
    };
  } catch {
    return null;
  }
}

/** The bytes of a file inside the root, or null. */
function read(root: string, path: string): Buffer | null {
  try {
    const real = realpathSync(join(root, path));
    return real.startsWith(root) ? readFileSync(real) : null;
  } catch {
    return null;
  }
}
