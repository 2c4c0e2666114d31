// What stands on many pages is drawn for the first of them. Views never change, so what was drawn of one stays true.

import { type Fragment, type Html, html, inOnePiece } from '../../src/base/html.ts';

const drawn = new Map<string, WeakMap<object, Html>>();

/**
 * Draws once for each `of` (a view, or words) and name; nothing else may decide what is drawn. What was drawn goes away
 * with `of`; names stay, and must be few.
 */
export function drawOnce(of: object, name: string, draw: () => Fragment): Html {
  let named = drawn.get(name);
  if (!named) drawn.set(name, (named = new WeakMap()));
  const before = named.get(of);
  if (before) return before;
  const made = inOnePiece(html`${draw()}`);
  named.set(of, made);
  return made;
}
