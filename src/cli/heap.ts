// How much the heaps of a process, its threads' included, may grow before what nobody needs is collected.
// What is made for a page is soon forgotten. A heap that grows by 60 % took a quarter less memory than usual, and one that
// grows by 40 % a tenth less again, for a fortieth more time (100,000 articles); 25 % cost
// a tenth of the time when last measured, so that only sites take less that would else need much.

import { setFlagsFromString } from 'node:v8';

/** Percent of what a heap holds. Beside the library of a large site there is less room. */
const growth = { ordinary: 40, large: 20 } as const;

/** Sets it, from now on. */
export function letHeapGrow(size: keyof typeof growth): void {
  setFlagsFromString(`--heap-growing-percent=${growth[size]}`);
}
