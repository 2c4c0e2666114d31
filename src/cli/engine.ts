// How the engine is set: how much the heaps of a process, its threads' included, may grow before what nobody needs is
// collected, and how often a function is called before the engine makes its best of it.
// What is made for a page is soon forgotten. A heap that grows by 60 % took a quarter less memory than usual, and one that
// grows by 40 % a tenth less again, for a fortieth more time (100,000 articles). 15 % cost an eighth of the time (60,000),
// and give little while a library is not much larger than what pages need: only of very many articles, where each percent
// is ten megabytes, heaps grow less. Of 10,000, fourfold growth takes fifty megabytes, and a twentieth off the time; and a
// build of them is over before the best code has earned what it costs to make, a thirtieth.

import { setFlagsFromString } from 'node:v8';

/** Percent of what a heap holds, and calls. */
const settings = {
  quick: { growth: 400, calls: 200_000 },
  ordinary: { growth: 40, calls: 3000 },
  small: { growth: 18, calls: 3000 },
} as const;

/** Sets it, from now on. */
export function setEngine(how: keyof typeof settings): void {
  const { growth, calls } = settings[how];
  setFlagsFromString(`--heap-growing-percent=${growth}`);
  setFlagsFromString(`--invocation-count-for-turbofan=${calls}`);
}
