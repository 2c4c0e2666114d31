// French typography: no-break spaces before ; : ! ? » % and behind «, within a number and before its unit, the apostrophe,
// the ellipsis, and « » for straight quotes. An author types what a keyboard offers; readers get what a newspaper prints.
// Spaces that are there become no-break ones. Anything else is changed only where it is sure: never inside an address,
// a file name or what looks like code, never between digits (12:30, 16:9), and nothing is added to a text without a
// French word in it, for a site without settings is taken to be French.
// Invariant: letters and digits stay as they are, and a text that is set already does not change again.
// One pass over the characters, because every paragraph of every article comes through here.

import { quoteMarks } from './typography-quotes.ts';

/** Stands for something that is no text: code, a picture. No rule looks across it. */
export const opaque = '\ufffc';
/** Stands for the edge of an emphasis or a link: rules look through it as if it were not there. */
export const edge = '\ufdd1';

const wide = '\u00a0';
const narrow = '\u202f';

/** What a number is of: `12 km`, `3,2 M€`, `18 h 30`. */
const units = 'h|min|[cmk]?m|[mk]?g|t|ha|°C?|[kM]€|Mds?€|[$£¥]|[kMGT]?Wh?|[kMGT]o|km/h';

/** Where a rule may apply. An expression finds these places several times faster than a loop over the characters. */
const marks = new RegExp(
  `['";:!?%€«»]|\\.\\.\\.|(?<=\\d) (?=(?:\\d{3}|${units})(?![\\p{L}\\p{N}]))|(?<=\\d[ ${wide}]h) (?=\\d\\d(?!\\d))`,
  'gu',
);

/** Guillemets, from a keyboard that has none. */
const typedMarks = /<<[ \u00a0\u202f]*([^<>]{1,300}?)[ \u00a0\u202f]*>>/g;

/** The text as it is set in its language (BCP 47); only French has rules. */
export function typeset(text: string, lang: string): string {
  if (!lang.startsWith('fr')) return text;
  const typed = text.includes('<<') ? text.replace(typedMarks, '« $1 »') : text;
  marks.lastIndex = 0;
  return marks.test(typed) ? setMarks(typed, lang) : typed;
}

/** What the rules know of the text around a mark. */
interface Setting {
  readonly text: string;
  /** In Canada nothing stands before ; ! ? unless the author put a space there. */
  readonly isLoose: boolean;
  /** Asked for late and once: most texts never need it. */
  readonly isFrench: () => boolean;
}

function setMarks(typed: string, lang: string): string {
  let known: boolean | null = null;
  const isFrench = (): boolean => (known ??= looksFrench(typed));
  const text = typed.includes('"') ? quoteMarks(typed, { isFrench, isProtected }) : typed;
  const setting: Setting = { text, isLoose: lang !== 'fr-CA', isFrench };
  let set = '';
  let from = 0;
  marks.lastIndex = 0;
  while (marks.test(text)) {
    const i = marks.lastIndex - (text[marks.lastIndex - 1] === '.' ? 3 : 1);
    const change = changeAt(i, setting);
    if (change === null) continue;
    set += text.slice(from, i - change.before) + change.text;
    from = i + change.after;
    marks.lastIndex = from;
  }
  return from === 0 ? text : set + text.slice(from);
}

/** Characters before and from a mark on, and what takes their place. */
interface Change {
  readonly before: number;
  readonly after: number;
  readonly text: string;
}

function changeAt(i: number, setting: Setting): Change | null {
  const { text } = setting;
  const mark = text[i] as string;
  switch (mark) {
    case "'":
      return isApostrophe(i, text) ? { before: 0, after: 1, text: '’' } : null;
    case '.':
      return isEllipsis(i, text) ? { before: 0, after: 3, text: '…' } : null;
    case '"':
      return null;
    case '«':
      return openQuote(i, setting);
    case '»':
      return closeQuote(i, setting);
    case ' ':
      return { before: 0, after: 1, text: isDigit(text[i + 1]) && text[i - 1] !== 'h' ? narrow : wide };
    case '%':
    case '€':
      return hardened(i, text, wide);
    case ':':
      return hardened(i, text, wide) ?? added(i, setting, wide);
    default:
      return hardened(i, text, narrow) ?? added(i, setting, narrow);
  }
}

const wordStart = /^[\p{L}\p{N}/=]/u;

/** The space that stands before a mark, made a no-break one; not where the mark begins a word, nor in `16 : 9`. */
function hardened(i: number, text: string, space: string): Change | null {
  if (text[i - 1] !== ' ' || wordStart.test(text.slice(i + 1, i + 3))) return null;
  if (text[i] === ':' && isDigit(text[i - 2]) && /^ \d/.test(text.slice(i + 1, i + 3))) return null;
  return { before: 1, after: 1, text: space + (text[i] as string) };
}

const ends = /^[\s\ufdd1»)\]”’"]|^$/u;
const letterOrClose = /[\p{L}\p{M}\p{N}»)\]%€]/u;

/** The space that an author left out, where a word ends before the mark and nothing is glued behind it. */
function added(i: number, setting: Setting, space: string): Change | null {
  const { text, isLoose, isFrench } = setting;
  const mark = text[i] as string;
  const before = beforeEdges(i, text);
  if (!letterOrClose.test(before)) return null;
  const next = text.slice(i + 1, i + 2);
  const isRun = next === '!' || next === '?' || next === '…' || next === '.';
  if (!(isRun && (mark === '!' || mark === '?')) && !ends.test(next)) return null;
  if (mark === ':' && (!/[\s»]/.test(next) || isDigit(before))) return null;
  if ((mark !== ':' && !isLoose) || isProtected(i, text) || !isFrench()) return null;
  return { before: 0, after: 1, text: space + mark };
}

function openQuote(i: number, { text }: Setting): Change | null {
  const next = text[i + 1];
  if (next === ' ') return { before: 0, after: 2, text: `«${wide}` };
  if (next === undefined || /\s/.test(next)) return null;
  return { before: 0, after: 1, text: `«${wide}` };
}

function closeQuote(i: number, { text }: Setting): Change | null {
  const last = text[i - 1];
  if (last === ' ') return { before: 1, after: 1, text: `${wide}»` };
  if (last === undefined || /\s/.test(last)) return null;
  return { before: 0, after: 1, text: `${wide}»` };
}

const elided = /(?:^|[^\p{L}\p{N}])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)$/iu;

/** Between two letters, or where a vowel fell before a number, a quotation or an emphasis: `l'11`, `d'« usage »`. */
function isApostrophe(i: number, text: string): boolean {
  if (i === 0 || !isLetter(text, i - 1) || i + 1 === text.length) return false;
  if (!isLetter(text, i + 1)) {
    if (!/[\d«“"\ufdd1\ufffc]/.test(text[i + 1] as string)) return false;
    if (!elided.test(text.slice(Math.max(0, i - 8), i))) return false;
  }
  return !isProtected(i, text);
}

function isLetter(text: string, i: number): boolean {
  const code = text.charCodeAt(i);
  if (code < 128) return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return (code >= 0xe0 && code <= 0x17f && code !== 0xf7) || /\p{L}/u.test(text[i] as string);
}

/** Exactly three dots at the end of a word. */
function isEllipsis(i: number, text: string): boolean {
  if (!text.startsWith('...', i) || text[i - 1] === '.' || text[i + 3] === '.') return false;
  const next = text[i + 3];
  const isEnd = next === undefined || /[\s\ufdd1»)\]”’",;:!?]/u.test(next);
  return isEnd && !isProtected(i, text);
}

function beforeEdges(i: number, text: string): string {
  let at = i - 1;
  while (text[at] === edge) at--;
  return text[at] ?? '';
}

function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= '0' && char <= '9';
}

/** By character code below 128: 1 ends a word, 2 stands in no ordinary word. */
const wordKinds = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code <= 32) return 1;
  return '/\\:@=&<>{}|#_$`.()-'.includes(String.fromCharCode(code)) ? 2 : 0;
});

/** True inside a word that may be an address, a file name or code: it stays as it was typed. */
function isProtected(i: number, text: string): boolean {
  let isOdd = false;
  let start = i;
  for (let kind = 0; start > 0 && i - start < 200; start--) {
    kind = wordKind(text.charCodeAt(start - 1));
    if (kind === 1) break;
    if (kind === 2) isOdd = true;
  }
  let end = i;
  for (let kind = 0; end < text.length && end - i < 200; end++) {
    kind = wordKind(text.charCodeAt(end));
    if (kind === 1) break;
    if (kind === 2) isOdd = true;
  }
  return isOdd && address.test(text.slice(start, end));
}

function wordKind(code: number): number {
  if (code < 128) return wordKinds[code] as number;
  return code === 0xa0 || code === 0xab || code === 0xbb || code === 0x202f || code === 0x2009 ? 1 : 0;
}

const address =
  /:\/\/|^(?:www\.|mailto:|tel:)|@|[\\=&<>{}|#_$`]|\w\/\w|\(\)|::|^-{1,2}\w|[\w-]\.(?:[a-z]{2,4}|[a-z]+\d|html)(?![\p{L}\p{N}])/iu;

const frenchWord =
  /(?<![\p{L}\p{N}])(?:l[ea]s?|d[eu]s?|une?|et|est|qu[ei]|dans|pour|sur|aux?|ce|cette|ces|ses|leurs?|elles?|ils?|dit|sont|mais|nous|vous|pas|ne|en|avec|sans|pourquoi|comment|où)(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])(?:[cdjlmnst]|qu)['’]\p{L}|[éèêàùçœ]/iu;

/** True when there is a sign that the text is French. */
function looksFrench(text: string): boolean {
  return frenchWord.test(text);
}
