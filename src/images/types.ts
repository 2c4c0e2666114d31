// What becomes of a picture file: a picture that pages can show, or the reason why not.

import type { PictureFault, PictureRemark } from './faults.ts';

/** A picture, ready to be shown: its variants lie in the cache folder. */
export interface PictureFile {
  /** Address on the site of the file that every program shows: `/images/3f2a…-1600.jpg`. */
  readonly src: string;
  /** Pixels of that file. */
  readonly width: number;
  readonly height: number;
  /** Formats, best first, with a `srcset` each; empty where there is only `src`. */
  readonly sources: readonly { readonly type: string; readonly srcset: string }[];
  /** Media type and size of the file at `src`. */
  readonly type: string;
  readonly bytes: number;
  /** Credit or copyright that the author's own file carries inside; null when it says nothing. */
  readonly credit: string | null;
  /** What the author should know of it though it is shown. */
  readonly remark: PictureRemark | null;
  /** Files to copy: address on the site, place on disk. Empty when nothing was made (`check`). */
  readonly files: readonly { readonly path: string; readonly file: string }[];
}

/** What a file came to. */
export type PictureResult = PictureFile | { readonly fault: PictureFault };
