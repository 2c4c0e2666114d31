// The id of an article that a written one was probably meant to be, for the hint of a finding.
// Ids are compared only while a few are asked for: a folder of another program may name thousands that nobody has.
// Invariant: only ids of visible articles are named.

import { didYouMean, nearest, slugify } from '../base/text.ts';

/** So many words are looked up; the first findings of a kind are those that are read. */
const mostAsked = 20;

/** Answers `Did you mean "crue"?`, or nothing. */
export type NearArticles = (word: string) => string;

/** Makes the answerer for these ids. */
export function createNearArticles(ids: { readonly keys: () => Iterable<string> }): NearArticles {
  const answers = new Map<string, string>();
  return (word) => {
    const known = answers.get(word);
    if (known !== undefined) return known;
    if (answers.size === mostAsked) return '';
    const answer = didYouMean(nearId(word, ids.keys()));
    answers.set(word, answer);
    return answer;
  };
}

function nearId(word: string, ids: Iterable<string>): string | null {
  const slug = slugify(word);
  if (slug === '' || /[/.]/.test(word)) return null;
  const candidates: string[] = [];
  // Among a million ids, only those are measured that begin or end as the word does and are about as long.
  for (const id of ids) {
    if (Math.abs(id.length - slug.length) <= 2 && (id[0] === slug[0] || id.at(-1) === slug.at(-1))) candidates.push(id);
  }
  return nearest(slug, candidates);
}
