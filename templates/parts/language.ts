// Marks text whose language is not that of its surroundings, so that it is read aloud and set in its own.
// Returns attributes with a leading space, or nothing.

import { type Html, html, raw } from '../../src/base/html.ts';

const nothing = raw('');

/** A language with its direction. */
export interface Tongue {
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
}

/** `lang` and `dir` for an element that speaks `own` within `around`. */
export function markLanguage(own: Tongue, around: Tongue): Html {
  if (own.lang === around.lang) return nothing;
  return own.dir === around.dir ? html` lang="${own.lang}"` : html` lang="${own.lang}" dir="${own.dir}"`;
}
