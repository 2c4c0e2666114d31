// How the texts of an article are set: by the rules of its language, or not at all where its source's contract says so.

import { typeset } from '../base/typography.ts';
import type { Entry } from '../library/types.ts';

/** `keep` for an article whose source wants its texts shown as they came. */
export function typographyOf({ source }: Pick<Entry, 'source'>): 'set' | 'keep' {
  return source?.term?.typography ?? 'set';
}

/** Sets the short texts of an article: title, kicker, summary, caption. */
export function typesetterOf(entry: Pick<Entry, 'source' | 'card'>, siteLang: string): (text: string) => string {
  if (typographyOf(entry) === 'keep') return (text) => text;
  const lang = entry.card.lang ?? siteLang;
  return (text) => typeset(text, lang);
}
