// Texts in a file that is only added to, each found again by its number. The file belongs to one thread and goes away with
// its folder.

import { closeSync, openSync, readSync, writeFileSync } from 'node:fs';

/** A file of texts. */
export interface Records {
  /** Adds a text; answers its number. Throws when the disk is full. */
  readonly add: (text: string) => number;
  readonly read: (number: number) => string;
  readonly close: () => void;
}

/** Numbers by their places, eight bytes each, of which more come. */
export class NumberList {
  #numbers = new Float64Array(1 << 10);
  #length = 0;

  readonly push = (number: number): void => {
    if (this.#length === this.#numbers.length) {
      const more = new Float64Array(this.#length * 2);
      more.set(this.#numbers);
      this.#numbers = more;
    }
    this.#numbers[this.#length++] = number;
  };

  readonly get = (place: number): number => this.#numbers[place] as number;

  get length(): number {
    return this.#length;
  }
}

const roomSize = 1 << 18;

/** Makes a file of texts; null when it cannot be made. */
export function openRecords(path: string): Records | null {
  let open: number;
  try {
    open = openSync(path, 'wx+');
  } catch {
    return null;
  }
  /** Where each text begins in the file, and behind them where the next will. */
  const starts = new NumberList();
  starts.push(0);
  let room = Buffer.allocUnsafeSlow(roomSize);
  let written = 0;
  let used = 0;
  const flush = (): void => {
    writeFileSync(open, room.subarray(0, used));
    written += used;
    used = 0;
  };
  return {
    add: (text) => {
      // In UTF-8 no unit of UTF-16 takes more than three bytes.
      const most = text.length * 3;
      if (used + most > room.length) flush();
      if (most > room.length) room = Buffer.allocUnsafeSlow(most);
      used += room.write(text, used);
      starts.push(written + used);
      return starts.length - 2;
    },
    read: (number) => {
      const [start, end] = [starts.get(number), starts.get(number + 1)];
      if (start >= written) return room.toString('utf8', start - written, end - written);
      const bytes = Buffer.allocUnsafe(end - start);
      const read = readSync(open, bytes, 0, bytes.length, start);
      if (read !== bytes.length) throw new Error(`${path} was cut off while the site was built; build again.`);
      return bytes.toString();
    },
    close: () => closeSync(open),
  };
}
