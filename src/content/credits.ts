// The credit line of a dispatch: `(Reportage A; rédigé par B à Washington; version française C, édité par D)` and its
// English shapes, read into roles. It knows no markup. A line in which one part is not understood is no credit line:
// the paragraph stays in the text. Invariant: no word is dropped; a name never holds a role's words.

import { agencies } from './dateline-words.ts';
import type { Credit } from './types.ts';

type Role = Credit['role'];

/** What opens a role, in the order of trial; French and English. */
const cues: readonly (readonly [Role, string])[] = [
  [
    'translator',
    "(?:avec\\s+)?version\\s+française(?:\\s+(?:de|par|d['’]))?|traduite?s?(?:\\s+d(?:u|e)\\s+(?:l['’])?\\p{Ll}+)?\\s+par|traduction(?:\\s+(?:de|par))?|translat(?:ed|ion|ing)(?:\\s+from\\s+(?:the\\s+)?\\p{L}+)?\\s+by",
  ],
  [
    'editor',
    '[ée]dit(?:ée?s?|ing)\\s+(?:par|by)|[ée]dition(?:\\s+(?:de|par))?|edit(?:ed|ing)\\s+by|edit(?:ing|or)s?\\s*:|relu(?:e)?\\s+par|révisé(?:e)?\\s+par|revu(?:e)?\\s+par',
  ],
  [
    'writer',
    '(?:r[ée]dig[ée]|[ée]crit)(?:e|s)?\\s+par|rédaction(?:\\s+(?:de|par))?|writ(?:ten|ing)\\s+by|compil(?:ed|ing)\\s+by|compilé\\s+par|synthèse\\s+de|écriture\\s*:',
  ],
  [
    'contributor',
    "avec\\s+(?:la|les|des)\\s+(?:contributions?|participations?|collaborations?)\\s+d(?:e|['’])\\s*|avec\\s+l['’]aide\\s+de|(?:with\\s+)?additional\\s+reporting\\s+by|with\\s+(?:reporting|files|material|information|inputs?)\\s+(?:by|from)|(?:with\\s+)?(?:additional\\s+)?contributions?\\s+(?:by|from)|contribut(?:ed|ing)\\s+by|reportage\\s+additionnel\\s+(?:de|par)|graphics?\\s+by|infographie(?:\\s+(?:de|par))?|avec|with",
  ],
  [
    'reporter',
    "report(?:ing|ed)(?:\\s+and\\s+writing)?\\s+by|reporters?\\s*:|reportages?(?:\\s*:|\\s+(?:de|par|d['’]))?|journalistes?\\s*:|propos\\s+recueillis\\s+par|enquête\\s+(?:de|par)|par|by",
  ],
];
const cue = new RegExp(
  `(^|[;,.]\\s*|\\s(?:et|and)\\s+|\\s+(?=(?:avec|with)\\s))(?:${cues.map(([, words]) => `(${words})`).join('|')})\\s*:?(?=\\s|$|(?<=['’:]))`,
  'giu',
);
/** A cue that is certain; `avec`, `par` and `with` alone are not. */
const weak = /^(?:avec|with|par|by)$/i;

const nameShape =
  /^(?:d['’]|l['’])?\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+(?:(?:de|du|des|la|le|van|von|der|den|di|da|dos|bin|ben|al|el|ter|y|e)\s+|d['’])*\p{Lu}?[\p{L}\p{M}.'’-]*){0,4}$/u;
const placeShape = /^(.+?)\s+(?:à|au|aux|en|in|at)\s+((?:(?:la|le|les|the|La|Le|Les)\s+)?\p{Lu}[\p{L}\p{M}'’. -]*)$/u;

/** Roles of a credit line as the `credits` key holds it; empty when no role is understood. Small letters pass. */
export function parseCreditLine(text: string): Credit[] {
  return readRoles(text.trim().replace(/^\(|\)\.?$/g, ''), /\p{L}/u) ?? [];
}

/** The credit line of a body's last paragraph, without its parentheses; null when it is not one for certain. */
export function findCredits(paragraph: string): { line: string; credits: Credit[] } | null {
  if (paragraph.length > 600) return null;
  const whole = /^\[([^[\]]+)\]\.?$|^\((\([^()]+\))\)\.?$/.exec(paragraph.trim());
  const bare = whole === null ? paragraph.trim() : (whole[2] ?? `(${whole[1]})`);
  const match = /^\(\s*([^()]+(?:\([^()]*\)[^()]*)*)\)\.?$/.exec(bare);
  if (match === null) return null;
  const line = (match[1] as string).trim();
  const credits = readRoles(line, nameShape);
  return credits === null ? null : { line, credits };
}

function readRoles(text: string, name: RegExp): Credit[] | null {
  const line = withoutStop(inOurOrder(text.slice(0, 1000).replace(/\s+/g, ' ')));
  const matches = cuesOf(line);
  if (matches.length === 0) return null;
  const credits: Credit[] = [];
  const before = line.slice(0, (matches[0] as RegExpExecArray).index);
  if (before !== '' && !addPeople(credits, { role: 'reporter', text: before, name })) return null;
  let isCertain = false;
  for (const [i, match] of matches.entries()) {
    const found = match.slice(2).findIndex((group) => group !== undefined);
    const role = (cues[found] as (typeof cues)[number])[0];
    const words = match[found + 2] as string;
    if (!weak.test(words)) isCertain = true;
    const part = line.slice(match.index + match[0].length, matches[i + 1]?.index ?? line.length);
    if (!addPeople(credits, { role, text: part, name })) return null;
    // "Rédaction de Paris" is a desk, not a person.
    if (/^rédaction\s+de$/i.test(words) && !credits.at(-1)?.name.includes(' ')) return null;
  }
  // "avec" or "by" alone opens many parentheses; with agencies, or a whole name, it still is the wire's way.
  if (isCertain || credits.length > 1 || credits.every((one) => agencies.has(one.name.toLowerCase()))) return credits;
  const isByline = /^(?:par|by)\s/i.test(line) && credits.every((one) => /^\p{Lu}\S*\s+\p{Lu}\S*$/u.test(one.name));
  return isByline || /^avec agences?\b/i.test(line) ? credits : null;
}

function withoutStop(line: string): string {
  const end = line.trimEnd();
  return end.endsWith('.') || end.endsWith(';') ? end.slice(0, -1) : line;
}

function cuesOf(line: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  cue.lastIndex = 0;
  for (let match = cue.exec(line); match !== null; match = cue.exec(line)) found.push(match);
  return found;
}

const served =
  /(^|[;,.]\s*)([^;,.]+?),?\s+pour\s+le\s+service\s+français(?:\s+de\s+\p{Lu}\p{L}+)?(?=\s*(?:[;,.]|$))/giu;
const placedFirst =
  /(^|[;,.]\s*)((?:additional )?(?:report|writ|edit)ing) (?:from|in) (\p{Lu}[\p{L}'’. -]*?) by ([^;,.]+)/giu;
const contributed =
  /^(.+?) contributed (?:reporting|to this (?:report|story|article))(?: (?:from|in) (\p{Lu}[\p{L}'’. -]*))?\.?$/u;

/** What stands in another order, with the role first and the place last. */
function inOurOrder(line: string): string {
  if (!/contributed|service français|ing (?:from|in) /i.test(line)) return line;
  return line
    .replace(served, '$1version française $2')
    .replace(placedFirst, '$1$2 by $4 in $3')
    .replace(contributed, (_, names: string, place?: string) =>
      place === undefined ? `contributions by ${names}` : `contributions by ${names} in ${place}`,
    );
}

/** Splits a list of names; false when one of them is no name. */
function addPeople(credits: Credit[], people: { role: Role; text: string; name: RegExp }): boolean {
  const found: Credit[] = [];
  let isFirst = true;
  for (const group of people.text.split(/\s*[,;]\s*/)) {
    if (group.trim() === '') continue;
    const before = found.at(-1);
    if (before?.place && /^(?:D\.?C\.?|[A-Z]\.[A-Z]\.|Calif\.|Md\.|Va\.)$/.test(group.trim())) {
      found[found.length - 1] = { ...before, place: `${before.place}, ${group.trim()}` };
      continue;
    }
    const placed: Credit[] = [];
    for (const one of group.split(/\s+(?:et|and|&)\s+/)) {
      const person = one.trim().replace(/^(?:et|and)\s+/, '');
      if (person === '') continue;
      const place = person.includes(' ') ? placeShape.exec(person) : null;
      const name = (place?.[1] ?? person).trim().replace(/^l['’](?=\p{Lu})/u, '');
      if (name.length > 60 || !people.name.test(name)) return false;
      placed.push({ role: people.role, name, place: place?.[2]?.trim() ?? null });
      isFirst = false;
    }
    // "A et B à Paris": both are there.
    const last = placed.at(-1)?.place ?? null;
    for (const credit of placed)
      found.push(credit.place === null && last !== null ? { ...credit, place: last } : credit);
  }
  for (const credit of found) credits.push(credit);
  return !isFirst;
}
