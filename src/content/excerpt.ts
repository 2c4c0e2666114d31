// Excerpts for lists: the beginning of a text, cut at the end of a sentence, else on a word with "…".
// It knows no Markdown: it gets plain paragraphs. It never joins two blocks unless the first ends as a sentence.
// Invariant: at most `limit` UTF-16 units, "…" included; never half a character.

import { oneSpace } from './plain-text.ts';

const minimum = 120;

/** Ends of sentences of scripts with spaces: the mark, what closes, then a space and a beginning. */
const ending =
  /(?:[.!?…]|[؟۔।])+(?:[ \u00a0\u202f]?[»”"’)\]])*(?=[ \u00a0\u202f]+[^\p{Ll}\s,;:–—?!»)]|\s*$)|[。！？]+[」』）”]*/gu;
const abbreviation =
  /(?:^|[\s(«“"’'\u00a0\u202f-])(?:\p{Lu}|M|MM|Mr|Mrs|Ms|Mme|Mmes|Mlle|Mgr|Me|Dr|Drs|Pr|Prof|St|Ste|Sr|Jr|Gen|Gov|Sen|Rep|Lt|Col|Capt|Cpt|Sgt|Rev|Hon|Pres|No|no|n|nos|art|al|av|apr|env|ex|fig|cf|p|pp|vol|chap|éd|ed|etc|vs|approx|dept|est|Inc|Ltd|Corp|Co|Cie|janv|févr|fév|avr|juill|sept|oct|nov|déc|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|i\.e|e\.g|a\.m|p\.m|(?:\p{Lu}\.)+\p{Lu})\.$/u;
const terminal = /[.!?…。！？؟۔।](?:[ \u00a0\u202f]?[»”"’)\]」』）])*$/;

/** True when a text ends as a sentence does. */
export function endsSentence(text: string): boolean {
  return terminal.test(text);
}

/** Position behind the last sentence that ends at `limit` or before; 0 when none does. */
function lastSentenceEnd(text: string, limit: number): number {
  const head = text.slice(0, limit + 12);
  let end = 0;
  ending.lastIndex = 0;
  for (let match = ending.exec(head); match !== null; match = ending.exec(head)) {
    const stop = ending.lastIndex;
    if (stop > limit) break;
    if (stop === head.length && head.length < text.length) break;
    const isLast = stop === text.length;
    if (!isLast && match[0] === '.' && abbreviation.test(head.slice(Math.max(0, stop - 14), stop))) continue;
    end = stop;
  }
  return end;
}

const hanging = /[\s\u00a0\u202f,;:!?.…·•*_–—\-/\\|«“„‹‘([{<"'’]+$/;

/** The longest beginning that is shorter than `limit` and ends on a word, with "…". */
function cutOnWord(text: string, limit: number): string {
  let head = text.slice(0, limit - 1);
  if (text.length > limit - 1) {
    const space = text[limit - 1] === ' ' ? limit - 1 : head.lastIndexOf(' ');
    if (space > limit * 0.6) head = head.slice(0, space);
    else head = wholeCharacters(text, limit - 1);
  }
  const words = head.replace(hanging, '');
  return words === '' ? '' : `${words}…`;
}

let segmenter: Intl.Segmenter | undefined;

/** The beginning of a text without spaces, cut between two characters as a reader sees them. */
function wholeCharacters(text: string, length: number): string {
  segmenter ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  const start = Math.max(0, length - 80);
  // Begin behind a low surrogate, never between the two halves.
  const from = start > 0 && /[\udc00-\udfff]/.test(text[start] as string) ? start + 1 : start;
  let end = from;
  for (const { index, segment } of segmenter.segment(text.slice(from, length + 40))) {
    if (from + index + segment.length > length) break;
    end = from + index + segment.length;
  }
  return text.slice(0, end === from && from === 0 ? 0 : end);
}

/** Cuts plain text to an excerpt: a text that fits and ends as a sentence stays whole. */
export function cutExcerpt(plain: string, limit = 260): string {
  const text = oneSpace(plain.slice(0, limit * 8).toWellFormed()).trim();
  if (text.length <= limit && endsSentence(text)) return text;
  const end = lastSentenceEnd(text, limit);
  if (end >= Math.min(minimum, limit / 2)) return text.slice(0, end).trimEnd();
  return cutOnWord(text, limit);
}

/** What an excerpt is made of, in the order of the text. */
export interface ExcerptPart {
  readonly kind: 'paragraph' | 'list' | 'other';
  readonly text: string;
  /** True for a story's first words, behind its dateline: never left out for want of a full stop. */
  readonly isLead?: boolean;
}

/** Joins the first paragraphs that can be joined, and cuts. Lists count only where there is no paragraph. */
export function makeExcerpt(parts: readonly ExcerptPart[]): string {
  const paragraphs = parts.filter(({ kind, text }) => kind === 'paragraph' && text !== '');
  if (paragraphs.length === 0) {
    const rest = parts.filter(({ text }) => text !== '');
    const first = rest[0]?.text ?? '';
    if (!endsSentence(first)) return cutExcerpt(first);
    return cutExcerpt(joinSentences(rest.map(({ text }) => text)));
  }
  return cutExcerpt(
    paragraphs[0]?.isLead && !endsSentence(paragraphs[0].text)
      ? paragraphs[0].text
      : joinSentences(paragraphs.map(({ text }) => text)),
  );
}

/** Paragraphs up to the first that does not end as a sentence; short ones of that kind (a byline) are left out. */
function joinSentences(texts: readonly string[]): string {
  let joined = '';
  for (const [i, text] of texts.entries()) {
    const isSentence = endsSentence(text);
    const isLast = i === texts.length - 1;
    if (!isSentence && joined !== '') {
      // A beginning of the next paragraph may be shown, cut; a label or an introduction to a list may not.
      if (text.length > 160) return `${joined} ${text}`;
      continue;
    }
    if (!isSentence && text.length < 100 && !isLast) continue;
    joined = joined === '' ? text : `${joined} ${text}`;
    if (joined.length > 520) return joined;
    if (!isSentence) return joined;
  }
  return joined === '' ? (texts[0] ?? '') : joined;
}
