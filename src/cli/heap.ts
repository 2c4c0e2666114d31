// How much the heaps of a process, its threads' included, may grow before what nobody needs is collected.
// What is made for a page is soon forgotten. A heap that grows by 60 % took a quarter less memory than usual, and one that
// grows by 40 % a tenth less again, for a fortieth more time (100,000 articles). 15 % cost an eighth of the time (60,000),
// and give little while a library is not much larger than what pages need: only of very many articles, where each percent
// is ten megabytes, heaps grow less. Of 10,000, fourfold growth takes fifty megabytes, and a twentieth off the time.

import { setFlagsFromString } from 'node:v8';

/** Percent of what a heap holds. */
const growth = { quick: 400, ordinary: 40, small: 18 } as const;

/** Sets it, from now on. */
export function letHeapGrow(how: keyof typeof growth): void {
  setFlagsFromString(`--heap-growing-percent=${growth[how]}`);
}
