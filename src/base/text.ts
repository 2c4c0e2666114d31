// Plain text: slugs, folding, the nearest word, shortening, and markup taken out of one-line texts.
// It reads no file and knows no key; rendering Markdown is content/body's work, not this file's.
// Invariant: the functions are pure and total; any string, even one with broken surrogates, is answered.

/** At most so many bytes of UTF-8 in a slug: file systems allow 255, and addresses are read aloud. */
export const slugBytes = 80;

const ligatures: Record<string, string> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};
const ligature = /[œæßøłđðþı]/g;
const ascii = /^[\0-\x7f]*$/;
const readySlug = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Lower case, without accents and ligatures: what two spellings of one name have in common. */
export function fold(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  // A decomposed accent is a mark of the Latin block; marks of other scripts are letters of theirs and stay.
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\u0300-\u036f]/g, '')
    .replace(ligature, (char) => ligatures[char] as string)
    .normalize('NFC');
}

/** The part of an address that a text makes: `L’été à Kœnigsmark` → `l-ete-a-koenigsmark`; may be empty. */
export function slugify(text: string): string {
  if (text.length <= slugBytes && readySlug.test(text)) return text;
  // Only the beginning can matter; a title of a megabyte must not cost a megabyte's work.
  const folded = fold(text.slice(0, 2000).toWellFormed());
  const dashed = folded.replace(/[^\p{L}\p{N}\p{M}]+/gu, '-').replace(/^-+|-+$/g, '');
  return cutBytes(dashed, slugBytes);
}

/** The longest beginning of a slug that has at most `max` bytes, cut at a `-` when one is near. */
function cutBytes(slug: string, max: number): string {
  if (Buffer.byteLength(slug) <= max) return slug;
  let bytes = 0;
  let cut = '';
  for (const char of slug) {
    bytes += Buffer.byteLength(char);
    if (bytes > max) break;
    cut += char;
  }
  const wordEnds = slug[cut.length] === '-';
  const dash = cut.lastIndexOf('-');
  if (!wordEnds && dash > cut.length - 25 && dash > 0) cut = cut.slice(0, dash);
  return cut.replace(/-+$/, '');
}

/** Damerau-Levenshtein distance (optimal string alignment), or `limit + 1` as soon as it is larger than `limit`. */
export function distance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let best = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(
        (last[j] as number) + 1,
        (row[j - 1] as number) + 1,
        (last[j - 1] as number) + (same ? 0 : 1),
      );
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, (before[j - 2] as number) + 1);
      row.push(cost);
      if (cost < best) best = cost;
    }
    if (best > limit) return limit + 1;
    before = last;
    last = row;
  }
  return last[b.length] as number;
}

/** The question of a finding that knows what was probably meant; empty when it does not. */
export function didYouMean(near: string | null): string {
  return near === null ? '' : `Did you mean "${near}"?`;
}

/** Sentences as one text; empty ones are left out. */
export function sentences(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}

/** The candidate that a writer most likely meant: at most two slips away, fewer in a short word; or null. */
export function nearest(word: string, candidates: Iterable<string>): string | null {
  const wanted = fold(word.slice(0, 60));
  let limit = wanted.length < 5 ? 1 : 2;
  let found: string | null = null;
  for (const candidate of candidates) {
    const slips = distance(wanted, fold(candidate), limit);
    if (slips > limit) continue;
    if (slips === 0) return candidate;
    found = candidate;
    limit = slips - 1;
  }
  return found;
}

/** Cuts to at most `max` characters on a word, with "…". */
export function cutWords(text: string, max: number): string {
  if (text.length <= max) return text;
  const head = text.slice(0, max - 1).toWellFormed();
  const next = text[max - 1] as string;
  const space = /\s/.test(next) ? head.length : Math.max(head.lastIndexOf(' '), head.lastIndexOf('\u00a0'));
  const words = space > max / 2 ? head.slice(0, space) : head;
  return `${words.replace(/[\s,;:–—\u00a0\u202f\ufffd-]+$/, '')}…`;
}

const controls = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff\u200b]/gu;
const spaces = /[\t\n\r\v\f\u2028\u2029 ]+/g;
const untidy = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff\u200b\u2028\u2029]|^ | $| {2}|[\ud800-\udfff]/u;

/** One line, without control characters and overrides of direction; `removed` says whether there were any. */
export function oneLine(text: string): { text: string; removed: boolean } {
  if (!untidy.test(text)) return { text, removed: false };
  const folded = text.toWellFormed().replace(spaces, ' ');
  const clean = folded.replace(controls, '');
  const removed = clean.length !== folded.replace(/[\ufeff\u200b]/g, '').length;
  return { text: clean.trim(), removed };
}

/** Most marks that one letter may carry: beyond that a text paints over the lines around it. */
const stackedMarks = /(\p{M}{6})\p{M}+/gu;
const lineControls = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff\u200b\ufff9-\ufffb]/gu;

/**
 * Text of several lines that a stranger wrote, without control characters and overrides of direction: lines that end
 * in LF, no space at their ends, at most one empty line between two. Emoji and their joiners stay.
 */
export function cleanLines(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029\u0085\v\f]/g, '\n')
    .split('\n')
    .map((line) => line.replaceAll('\t', ' ').replace(lineControls, '').replace(stackedMarks, '$1').trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
}

const latin =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';
const named = new Map<string, string>([
  ...latin.split(' ').map((name, i): [string, string] => [name, String.fromCodePoint(160 + i)]),
  ...Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    OElig: 'Œ',
    oelig: 'œ',
    Scaron: 'Š',
    scaron: 'š',
    Yuml: 'Ÿ',
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    sbquo: '‚',
    ldquo: '“',
    rdquo: '”',
    bdquo: '„',
    lsaquo: '‹',
    rsaquo: '›',
    hellip: '…',
    bull: '•',
    euro: '€',
    trade: '™',
    minus: '−',
    thinsp: '\u2009',
    ensp: '\u2002',
    emsp: '\u2003',
    zwj: '\u200d',
    zwnj: '\u200c',
    rarr: '→',
    larr: '←',
  }),
]);

/** Replaces the character references that newsrooms paste: numeric ones and the common names. Others stay. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z][a-z0-9]{1,7}));/gi, (whole, ten, hex, name) => {
    if (name !== undefined) return named.get(name as string) ?? whole;
    const code = ten === undefined ? Number.parseInt(hex as string, 16) : Number(ten);
    const isText = code >= 32 && code < 0x110000 && !(code >= 0xd800 && code < 0xe000) && !(code >= 127 && code < 160);
    return isText ? String.fromCodePoint(code) : ' ';
  });
}

const inlineTag =
  /<\/?(?:a|abbr|b|big|br|cite|code|del|div|em|font|h[1-6]|i|img|ins|kbd|mark|nobr|p|q|s|small|span|strike|strong|sub|sup|time|tt|u|wbr)(?:\s[^<>]*)?\/?>/gi;

/**
 * A one-line text (a title, a summary, a caption) without Markdown's emphasis, links and code, without the
 * usual inline HTML, its character references decoded. What is no markup (`a < b`, `snake_case`, `5 * 3`) stays.
 */
export function plainText(text: string): string {
  if (!/[<&*_`\][~\\]/.test(text)) return text;
  let plain = text;
  if (plain.includes('<')) plain = plain.replace(/<br\s*\/?>|<\/p>/gi, ' ').replace(inlineTag, '');
  if (plain.includes('](')) plain = plain.replace(/!?\[([^\][]*)\]\([^()\s]*(?:\s+"[^"]*")?\)/g, '$1');
  plain = plain
    .replace(/(`{1,20})([^`]+)\1/g, '$2')
    .replace(/(\*{1,3})(?=\S)([^*]*[^\s*])\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}_])(_{1,3})(?=[^\s_])([^_]*[^\s_])\1(?![\p{L}\p{N}_])/gu, '$2')
    .replace(/~~(?=\S)([^~]*[^\s~])~~/g, '$1')
    .replace(/\\([\\`*_{}[\]()#+.!>~|-])/g, '$1');
  return decodeEntities(plain).replace(spaces, ' ').trim();
}
