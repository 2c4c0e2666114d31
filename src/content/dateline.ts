// The dateline at the head of a dispatch: `STOCKHOLM, 2 décembre (Reuters) - `, in French and English shapes.
// It looks at plain text and knows no markup. Left alone when unsure: a place counts with a date, with an agency in
// parentheses, or when it is a city that everyone knows; the labels of a wire (`DIRECT - `, `OTAN - `) never do.
// Invariant: linear in the first 200 characters; nothing behind them is looked at.

import { fold } from '../base/text.ts';
import { agencies, cities, days, labels, months } from './dateline-words.ts';
import type { Dateline } from './types.ts';

/** A dateline, and where the text of the article begins behind its dash. */
export interface FoundDateline {
  readonly dateline: Dateline;
  /** UTF-16 offset of the first word of the story. */
  readonly end: number;
}

const month = `(?:${months.split(' ').join('|')})\\.?`;
const day = `(?:(?:${days.split(' ').join('|')})\\.?,?\\s+)`;
const dates = [
  `(?:le\\s+)?${day}?(?:1er|\\d{1,2}(?:st|nd|rd|th)?)\\s+(?:of\\s+)?${month}(?:,?\\s+\\d{4})?`,
  `(?:le\\s+)?${day}?${month}\\s+\\d{1,2}(?:st|nd|rd|th)?(?:,?\\s+\\d{4})?`,
  `(?:le\\s+)?\\d{1,2}[/.]\\d{1,2}[/.]\\d{2,4}`,
  '\\d{4}-\\d{2}-\\d{2}',
];
const hour = String.raw`(?:,?\s+(?:à\s+|at\s+)?\d{1,2}\s?(?:h\s?(?:\d{2})?|:\d{2})(?:\s?(?:CES?T|GMT|UTC))?)?`;
const dateAtEnd = new RegExp(`(?:^|[,/\\s]\\s*|\\s)(${dates.map((date) => date + hour).join('|')})$`, 'iu');
const agencyAtEnd =
  /\s*(?:\(([^()]{2,40})\)|\/\s?(PR\s?Newswire|CNW(?:\sTelbec)?|Cision|FRCN[^/]*)(?:-[\w\s-]+)?\s?\/)$/iu;
const separator =
  /\s+(?:-{1,3}|[–—])\s+|\s*[–—]\s+|\s--\s*|(?<=[)/])\s*(?:-{1,3}|[–—]|:)\s*|-- ?(?=\()|(?<=\d)\s:\s|(?<=\))\s_\s/gu;
const dashAtEnd = /\s*(?:-{1,3}|[–—:_])$/u;
const noSeparator = /^.{5,110}?\([^()]{2,40}\)\s+(?=[\p{Lu}«“"])/u;
const lower = new Set(
  'de du des la le les lès sur en sous et à au aux of the and upon on del di da do dos al el am an der'.split(' '),
);

/** Finds the dateline of a text; null when there is none, or when it is not certain. */
export function findDateline(plain: string): FoundDateline | null {
  const first = plain.charCodeAt(0);
  const isLower = first >= 97 && first <= 122;
  if (isLower || plain.length < 8) return null;
  const head = plain.slice(0, 160);
  separator.lastIndex = 0;
  let tries = 0;
  for (let match = separator.exec(head); match !== null && tries < 5; match = separator.exec(head), tries++) {
    const text = head.slice(0, match.index).trim();
    const end = match.index + match[0].length;
    if (text.length < 3 || end >= plain.length) continue;
    const dateline = readDateline(text, plain.slice(end, end + 60));
    if (dateline !== null) return { dateline, end };
  }
  return withoutSeparator(head);
}

/**
 * The dateline that is a paragraph of its own, above the story: `PARIS, 5 mars (Reuters) -`. Without a story behind it, it
 * is told from a byline (`Jean Dupont (AFP)`) only by a city that everyone knows, or by a date behind a place in capitals.
 */
export function findDatelineAlone(plain: string): FoundDateline | null {
  if (plain.length > 120) return null;
  const text = plain.trim().replace(dashAtEnd, '');
  const dateline = text.length < 3 ? null : readDateline(text, '');
  if (dateline === null || dateline.place === '') return null;
  const { place, agency } = dateline;
  const hasDate = dateAtEnd.test(text.replace(agencyAtEnd, ''));
  const isSure = isCity(place) || (hasDate && place === place.toUpperCase());
  return isSure && (agency === null ? hasDate : knowsAgency(agency)) ? { dateline, end: plain.length } : null;
}

/** `LYON, 3 mars (AFP) Le conseil`: the dash is missing; place, date and an agency that is known leave no doubt. */
function withoutSeparator(head: string): FoundDateline | null {
  const match = head.includes(')') ? noSeparator.exec(head) : null;
  if (match === null) return null;
  const text = match[0].trim();
  const isWhole = dateAtEnd.test(text.replace(agencyAtEnd, ''));
  const dateline = isWhole ? readDateline(text, '') : null;
  if (dateline === null || dateline.place === '' || !knowsAgency(dateline.agency ?? '')) return null;
  return { dateline, end: match[0].length };
}

/** True for what may stand before the paragraph of a dateline: a byline, a credit, the time of an update. */
export function isLabel(text: string): boolean {
  return text.length < 100 && !/[.!?…]["»”’)]*$/.test(text);
}

/** Reads what stands before a dash. */
function readDateline(text: string, story: string): Dateline | null {
  const alone = /^\(([^()]{3,40})\)$/.exec(text);
  if (alone !== null) {
    const place = alone[1] as string;
    if (knowsAgency(place)) return { place: '', text, agency: place };
    return cities.has(place.toLowerCase()) ? { place, text, agency: null } : null;
  }
  let rest = text;
  let agency: string | null = null;
  const parenthesis = agencyAtEnd.exec(rest);
  if (parenthesis !== null) {
    agency = (parenthesis[1] ?? parenthesis[2] ?? '').trim();
    rest = rest.slice(0, parenthesis.index).replace(/(?:[\s,]|-{2})+$/, '');
  }
  const date = dateAtEnd.exec(rest);
  if (date !== null) {
    rest = rest.slice(0, date.index).replace(/[\s,]+$/, '');
    // `Paris - 5 mars 2026 - `, as companies write it: only of a city that everyone knows.
    const city = /^([^,–—-]+)(?:,\s*[^,–—-]+)?\s+[–—-]$/.exec(rest)?.[1];
    if (city !== undefined && cities.has(city.trim().toLowerCase())) rest = rest.replace(/\s+[–—-]$/, '');
  }
  const first = /^([^,]+),\s*(.+)$/.exec(rest);
  if (agency === null && first !== null && isCapitalised(first[1] as string) && knowsAgency(first[1] as string))
    [, agency, rest] = first as unknown as [string, string, string];
  const isAgency = agency !== null && knowsAgency(agency);
  if (rest === '') return date !== null && isAgency ? { place: '', text, agency } : null;
  const place = readPlace(rest);
  if (place === null) return null;
  if (date !== null) return agency === null || looksLikeName(agency) ? { place, text, agency } : null;
  if (isAgency) return { place, text, agency };
  // `KYIV, Ukraine — `
  const known = /^([^,()]+),\s*\p{Lu}\p{Ll}[\p{L} .'’-]*$/u.exec(rest)?.[1] ?? rest;
  return agency === null && isKnownCity(known, story) ? { place, text, agency } : null;
}

/** The place before its region; null when the words are no place. */
function readPlace(text: string): string | null {
  const match = /^([^,()]{2,60})(?:,\s*([^,()]{2,40}))?(?:\s*\(([^()]{2,40})\))?$/u.exec(text);
  if (match === null) return null;
  const [, place, region, inside] = match as unknown as [string, string, string?, string?];
  if (!isPlaceName(place)) return null;
  // A country is a label before a dash, but none behind a city.
  if (region !== undefined && !isCapitalised(region)) return null;
  if (inside !== undefined && !isCapitalised(inside)) return null;
  return place.trim();
}

function isPlaceName(text: string): boolean {
  return !labels.has(fold(text.trim())) && isCapitalised(text);
}

/** One to six words that begin with a capital (or are `de`, `sur` …): SAINT-DENIS, New York, KIEV/MOSCOU. */
function isCapitalised(text: string): boolean {
  const words = text.trim().split(/[\s/]+/);
  if (words.length > 6) return false;
  return words.every(
    (word, i) => (i > 0 && lower.has(word.toLowerCase())) || /^(?:[dl]['’])?\p{Lu}[\p{L}\p{M}'’.-]*$/u.test(word),
  );
}

/** `PARIS - Le` is a dateline; `LYON - NICE : 2-0` and `PARIS - ville` are not certain. */
function isKnownCity(text: string, story: string): boolean {
  if (text !== text.toUpperCase()) return false;
  return isCity(text) && /^[«“"'’(\s]*(?:\p{Lu}[\p{Ll}'’]|\p{Lu}\s|\d)/u.test(story) && !cities.has(firstWord(story));
}

function isCity(text: string): boolean {
  return text.split('/').every((name) => cities.has(name.trim().toLowerCase().replaceAll('’', "'")));
}

function firstWord(story: string): string {
  return /^[\p{L}-]+/u.exec(story)?.[0].toLowerCase() ?? '';
}

function knowsAgency(name: string): boolean {
  const plain = name.toLowerCase();
  if (agencies.has(plain) || plain.split(/\/|,| et | and /).every((one) => agencies.has(one.trim()))) return true;
  return /\b(?:agences?|agency|agenzia|agencia|newswire|news agency|presse?)\b/i.test(name);
}

function looksLikeName(name: string): boolean {
  return knowsAgency(name) || /^\p{Lu}[\p{L}\p{M}\d .&'’/-]*$/u.test(name) || name === '…';
}
