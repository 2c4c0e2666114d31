// Straight quotes of one text become « », where it is sure which open and which close.
// It adds no spaces: the rules for « and » do that afterwards.
// Invariant: all or nothing. One quote that may be an inch, a code or a nested quotation leaves all as they were.

/** What only the caller knows of the text. */
interface Knowledge {
  readonly isFrench: () => boolean;
  /** True inside an address, a file name or code. */
  readonly isProtected: (i: number, text: string) => boolean;
}

const opens = /[\s([—–\-’'\ufdd1]/u;
const closes = /[\s)\].,;:!?…—–\-\ufdd1]/u;

/** The text with its pairs of straight quotes as « ». */
export function quoteMarks(text: string, { isFrench, isProtected }: Knowledge): string {
  if (/[«»“”„]/.test(text)) return text;
  const places: number[] = [];
  for (let i = text.indexOf('"'); i !== -1; i = text.indexOf('"', i + 1)) places.push(i);
  if (places.length % 2 === 1 || !places.every((i, rank) => isSure(text, i, rank % 2 === 0))) return text;
  if (places.some((i) => isProtected(i, text)) || !isFrench()) return text;
  let set = '';
  let from = 0;
  for (const [rank, i] of places.entries()) {
    set += text.slice(from, i) + (rank % 2 === 0 ? '«' : '»');
    from = i + 1;
  }
  return set + text.slice(from);
}

/** An opening quote has a word behind it and none before it; a closing one the other way round. */
function isSure(text: string, i: number, isOpening: boolean): boolean {
  const last = text[i - 1];
  const next = text[i + 1];
  if (isOpening) return next !== undefined && !/[\s"]/.test(next) && (last === undefined || opens.test(last));
  return last !== undefined && !/[\s"]/.test(last) && (next === undefined || closes.test(next));
}
