// Words for a source, an author or a security that have no file of their own, and are written nearly like the id of one
// that has: `afpp` beside sources/afp.md. These sets are open, so the article stands under the word as it is written;
// but a slip would quietly make a page of its own, and take the article from the page that was meant.
// Invariant: a name (`Claire Vasseur`), a short word and a number are never suspected; the answer depends on ids alone.

import type { Finding } from '../base/findings.ts';
import { didYouMean, nearest, slugify } from '../base/text.ts';
import type { Term } from '../content/types.ts';
import type { List, ListKind } from './types.ts';

/** The kinds of which a slip is told; topics are what authors make of them, and sections have a finding of their own. */
const suspected = {
  source: { key: 'source', room: 'sources' },
  author: { key: 'authors', room: 'authors' },
  security: { key: 'securities', room: 'securities' },
} as const satisfies Partial<Record<ListKind, { key: string; room: string }>>;

/** Of shorter words most are at one slip from another: `ap` is no misspelt `afp`. */
const shortest = 4;

/** Answers the finding of a word that made a list in a file, or null. */
export type NearIds = (found: { readonly list: List; readonly word: string; readonly file: string }) => Finding | null;

/** Knows the ids that have files, and what was asked before. */
export function createNearIds(terms: Readonly<Record<ListKind, readonly Term[]>>): NearIds {
  const answers = new Map<string, string | null>();
  const near = (kind: keyof typeof suspected, word: string): string | null => {
    const asked = `${kind} ${word}`;
    let answer = answers.get(asked);
    if (answer === undefined) {
      answer = nearId(word, terms[kind]);
      answers.set(asked, answer);
    }
    return answer;
  };
  return ({ list, word, file }) => {
    const { kind, term } = list;
    if (term !== null || kind === 'topic' || kind === 'section' || slugify(word) !== word) return null;
    const meant = near(kind, word);
    if (meant === null) return null;
    const { key, room } = suspected[kind];
    return {
      code: 'doubtful-id',
      severity: 'warning',
      file,
      message: `There is no file ${room}/${word}.md. ${didYouMean(meant)}`,
      hint: `The article stands under "${word}" as it is. If that is meant, add the file.`,
      seek: { key, word },
    };
  };
}

function nearId(word: string, terms: readonly Term[]): string | null {
  const near = nearest(
    word,
    terms.map(({ id }) => id),
  );
  if (near === null || Math.max(word.length, near.length) < shortest) return null;
  const shape = (id: string): string => id.replace(/\d+/g, '0');
  return shape(word) === shape(near) ? null : near;
}
