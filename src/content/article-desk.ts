// What the desk says of an article: who signs it, where it comes from, what it is about, how urgent it is.
// References stay the words that the author wrote; the library resolves them.
// Invariant: optional keys with a mistake fall back to their default, with a finding; none of them refuses an article.

import { fold } from '../base/text.ts';
import type { ArticleReading } from './article-keys.ts';
import { isSame } from './file-name.ts';
import { foldKey } from './nodes.ts';
import type { ArticleType, Moment } from './types.ts';
import { readList, splitCommas } from './list-values.ts';
import { booleanOf, complain, readMoment, readText, readWord } from './values.ts';

/** Words without accents, with spaces for hyphens. */
const types: Record<string, ArticleType> = {
  dispatch: 'dispatch',
  depeche: 'dispatch',
  wire: 'dispatch',
  article: 'article',
  video: 'video',
  live: 'live',
  direct: 'live',
  'en direct': 'live',
  'live ended': 'live-ended',
  'direct termine': 'live-ended',
  opinion: 'opinion',
  tribune: 'opinion',
  chronique: 'opinion',
  editorial: 'opinion',
  column: 'opinion',
  brief: 'brief',
  breve: 'brief',
};
/** What other programs call an ordinary text. */
const ordinary =
  /^(?:posts?|pages?|blog|blog-?posts?|news|story|stories|articles?|entry|entries|standard|actualit[eé]s?|featured?)$/i;

/** The kind of article. */
export function readType(reading: ArticleReading): ArticleType {
  const pair = reading.first('type');
  const word = readWord(reading, pair)?.toLowerCase().normalize('NFC');
  if (pair === null || word === undefined) return 'article';
  const known = fold(word).replace(/[\s_-]+/g, ' ');
  if (Object.hasOwn(types, known)) return types[known] as ArticleType;
  if (!ordinary.test(word)) {
    const hint = 'Write dispatch, article, video, live, live-ended, opinion or brief.';
    complain(reading, pair, {
      severity: 'warning',
      message: `There is no type "${word.slice(0, 40)}"; it is shown as an article.`,
      hint,
    });
  }
  return 'article';
}

/** Topics, tags and categories together; the category that became the section is left out. */
export function readTopics(reading: ArticleReading, sectionTaken: boolean): string[] {
  const topics = new Set<string>();
  for (const pair of reading.all('topics')) for (const topic of readList(reading, pair)) topics.add(topic);
  const categories = reading.all('categories').flatMap((pair) => readList(reading, pair));
  for (const category of sectionTaken ? categories.slice(1) : categories) topics.add(category);
  return [...topics];
}

/** The source; an address in its place is a link to the original, which names nobody. */
export function readSource(reading: ArticleReading): string | null {
  const pair = reading.first('source');
  if (pair === null) return null;
  const name = pair.value.kind === 'scalar' ? readText(reading, pair, 200) : (readList(reading, pair)[0] ?? null);
  if (name === null || !/^https?:/i.test(name)) return name;
  complain(reading, pair, {
    severity: 'warning',
    message: '"source" is the name of an agency or partner, not an address.',
  });
  return null;
}

/** Who signs: a list, or a line such as "Par Ana Ruiz et Paul Roy". */
export function readAuthors(reading: ArticleReading): string[] {
  const pair = reading.first('authors');
  return readList(reading, pair, pair !== null && foldKey(pair.key) === 'byline' ? splitByline : splitNames);
}

/** Names between commas; a title behind a comma belongs to the name before it. */
export function splitNames(text: string): string[] {
  const names: string[] = [];
  for (const part of splitCommas(text)) {
    // "Jane Roe, Ph.D." is one person.
    const isTitle = /^(?:jr|sr|ph\.?\s?d|m\.?d|esq|mba|cpa|pmp|ii|iii|iv)\.?$/i.test(part);
    if (isTitle && names.length > 0) names.push(`${names.pop() as string}, ${part}`);
    else names.push(part);
  }
  return names;
}

function splitByline(text: string): string[] {
  return splitNames(text.replace(/^(?:par|by)\s+/i, '').replace(/\s+(?:et|and|&)\s+/gi, ', '));
}

/** The language when it is not the site's. */
export function readLang(reading: ArticleReading, ofFolder: string | null): string | null {
  const pair = reading.first('lang');
  const written = readWord(reading, pair);
  let code = ofFolder === null ? null : canonicalLang(ofFolder);
  if (written !== null && pair !== null) {
    const own = canonicalLang(written.replace(/\..*$/, ''));
    if (own !== null) code = own;
    else
      complain(reading, pair, {
        severity: 'warning',
        message: `There is no language "${written.slice(0, 40)}".`,
        hint: 'Write a code: lang: en.',
      });
  }
  return code === null || isSame(code, reading.site.lang) ? null : code;
}

/** BCP 47 in its usual letters (`pt-BR`); null when it is none. */
function canonicalLang(written: string): string | null {
  const match = /^([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?$/i.exec(written.trim());
  if (match === null) return null;
  const [, language, script, region] = match;
  const titled = script === undefined ? '' : `-${(script[0] as string).toUpperCase()}${script.slice(1).toLowerCase()}`;
  return `${(language as string).toLowerCase()}${titled}${region === undefined ? '' : `-${region.toUpperCase()}`}`;
}

/** Urgency 1 to 9 and the end of the banner. A banner whose end cannot be read is none: it would never come down. */
export function readUrgency(reading: ArticleReading): { urgency: number | null; until: Moment | null } {
  const pair = reading.first('urgency');
  const written = readWord(reading, pair);
  const until = readMoment(reading, reading.first('until'), reading.site.zone);
  if (written === null || pair === null) return { urgency: null, until: until.moment };
  if (!/^[1-9]$/.test(written)) {
    complain(reading, pair, {
      message: 'The urgency is a digit from 1 to 9.',
      hint: 'Write urgency: 1 and until: for the banner.',
    });
    return { urgency: null, until: until.moment };
  }
  if (written === '1' && until.moment === null && !until.bad) {
    complain(reading, pair, {
      severity: 'warning',
      message: 'There is no banner: "until" is missing, and nobody would know when it ends.',
      hint: 'Write until: 2026-03-05 18:00, the instant at which it comes down.',
    });
  }
  return { urgency: until.bad ? null : Number(written), until: until.moment };
}

/** Whether readers may comment; they may, where nothing is said. */
export function readComments(reading: ArticleReading): boolean {
  const pair = reading.first('comments');
  // Exports keep the comments themselves below this key; they are open then.
  if (pair === null || pair.value.kind !== 'scalar') return true;
  const open = booleanOf(pair.value);
  if (open === null) complain(reading, pair, { severity: 'warning', message: `"${pair.key}" must be true or false.` });
  return open ?? true;
}
