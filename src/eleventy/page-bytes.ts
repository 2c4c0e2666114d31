// Pages as bytes. Eleventy keeps what it has drawn until all pages of a run are written, and strings that live so long
// are copied by every collection of the heap; bytes lie outside of it, and are what goes into the file anyway.
// Its templates may not give a Buffer (it would be made a string), its writer takes nothing else; so they give plain
// bytes, and a transform says that these are a Buffer.

import type { UserConfig } from './user-config.ts';

const slabSize = 1 << 20;

/** Room for the pages of one run after the other. */
export class PageBytes {
  readonly #slabs: Buffer[] = [];
  #slab = -1;
  #used = slabSize;

  /** The bytes of a page; they stay until `clear`. */
  readonly of = (page: string): Uint8Array => {
    // In UTF-8 no unit of UTF-16 takes more than three bytes.
    const most = page.length * 3;
    if (most > slabSize) return new Uint8Array(Buffer.from(page));
    if (this.#used + most > slabSize) {
      this.#slab++;
      this.#used = 0;
    }
    const slab = (this.#slabs[this.#slab] ??= Buffer.allocUnsafeSlow(slabSize));
    const start = this.#used;
    this.#used += slab.write(page, start);
    return new Uint8Array(slab.buffer, slab.byteOffset + start, this.#used - start);
  };

  /** Gives the room to the next run. */
  clear(): void {
    this.#slab = -1;
    this.#used = slabSize;
  }
}

/** Lets pages that are bytes be written. */
export function writeBytes(config: UserConfig): void {
  config.addTransform('depeche-bytes', (page: unknown) =>
    page instanceof Uint8Array ? Buffer.from(page.buffer, page.byteOffset, page.byteLength) : page,
  );
}
