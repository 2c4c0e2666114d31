// What stands on many pages is drawn for the first of them. Views never change, so what was drawn of one stays true.

import { type Fragment, type Html, html, inOnePiece } from '../../src/base/html.ts';

const drawn = new WeakMap<object, Map<string, Html>>();

/** Draws once for each `of` (a view, or words) and name; nothing else may decide what is drawn. */
export function drawOnce(of: object, name: string, draw: () => Fragment): Html {
  const known = drawn.get(of) ?? new Map<string, Html>();
  if (known.size === 0) drawn.set(of, known);
  const before = known.get(name);
  if (before) return before;
  const made = inOnePiece(html`${draw()}`);
  known.set(name, made);
  return made;
}
