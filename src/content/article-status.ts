// When an article may be seen: its date, status, embargo and end. The question itself, asked of an instant, is the library's.
// Invariant: a mistake never makes something public. A date, embargo or end that cannot be read, a status that is not
// understood, and a key that was meant for one of them and misspelt refuse the article instead of being passed over.

import { parseMoment } from '../base/dates.ts';
import type { ArticleReading } from './article-keys.ts';
import type { PathFacts } from './file-name.ts';
import { findKey, meantKey } from './keys.ts';
import { foldKey, isEmpty, textOf, type Node, type Pair } from './nodes.ts';
import type { Moment, Status } from './types.ts';
import { booleanOf, complain, isZeroDate, readMoment } from './values.ts';

/** The date of publication. */
export interface Dated {
  readonly date: Moment | null;
  /** A date was written that cannot be read; a finding says so. */
  readonly bad: boolean;
  /** A later instant that another program calls the publication: nothing is shown before it. */
  readonly notBefore: Moment | null;
}

/** Status, embargo and end. */
export interface Shown {
  readonly status: Status;
  readonly embargo: Moment | null;
  readonly expires: Moment | null;
}

/** Jekyll gives a draft its date when it is published; until then nobody sees it. */
const dateOfDrafts = '1970-01-01';

/** The date: the key, else a synonym, else the file's name or folders. None when a key has one that cannot be read. */
export function readDate(reading: ArticleReading, path: PathFacts): Dated {
  let date: Moment | null = null;
  let notBefore: Moment | null = null;
  for (const pair of reading.all('date')) {
    if (isPublished(pair)) continue;
    // Hugo shows nothing before `publishDate`, whatever `date` says.
    const isLater = date !== null && /^publish_?-?(?:date|at)$/i.test(pair.key);
    if (date !== null && !isLater) continue;
    const read = readMoment(reading, pair, reading.site.zone);
    if (read.bad) return { date: null, bad: true, notBefore: null };
    if (date === null) date = read.moment;
    else if (read.moment !== null && read.moment.at > date.at) notBefore = read.moment;
  }
  const named = path.date ?? (path.isDraft ? dateOfDrafts : null);
  if (date === null && named !== null) date = parseMoment(named, reading.site.zone)?.moment ?? null;
  return { date, bad: false, notBefore };
}

/** `published: false` and `publish: yes` are a status, any other `published` is a date. */
function isPublished(pair: Pair): boolean {
  return /^publish(?:ed)?$/i.test(pair.key) && booleanOf(pair.value) !== null;
}

const words: Record<string, Status> = {
  live: 'live',
  published: 'live',
  publish: 'live',
  publié: 'live',
  publie: 'live',
  publiée: 'live',
  'en ligne': 'live',
  public: 'live',
  draft: 'draft',
  brouillon: 'draft',
  pending: 'draft',
  private: 'draft',
  future: 'draft',
  scheduled: 'draft',
  review: 'draft',
  'in review': 'draft',
  trash: 'draft',
  withdrawn: 'withdrawn',
  retracted: 'withdrawn',
  retiré: 'withdrawn',
  retirée: 'withdrawn',
  retire: 'withdrawn',
};
const strictness: readonly Status[] = ['live', 'withdrawn', 'draft'];

/** Null when the article must be refused. Of several words the most careful one counts. */
export function readStatus(reading: ArticleReading, dated: Dated, path: Pick<PathFacts, 'isDraft'>): Shown | null {
  const found: (Status | null)[] = reading.all('status').map((pair) => statusOf(reading, pair));
  for (const pair of reading.all('draft')) found.push(flag(reading, pair, true));
  for (const pair of reading.all('date')) if (isPublished(pair)) found.push(flag(reading, pair, false));
  if (path.isDraft || isProtected(reading)) found.push('draft');
  const empty = reading.pairs.get('embargo');
  if (empty && isEmpty(empty.value)) {
    const message = 'The embargo is empty: nothing is held back.';
    complain(reading, empty, { severity: 'warning', message, hint: 'Write an instant, or delete the line.' });
  }
  const embargo = readGuard(reading, 'embargo');
  const expires = readGuard(reading, 'expires');
  if (isMisspelt(reading, dated)) return null;
  if (found.includes(null) || embargo === null || expires === null) return null;
  const status = strictness.findLast((candidate) => found.includes(candidate)) ?? 'live';
  const both = [embargo.moment, dated.notBefore].filter((moment) => moment !== null);
  const latest = both.reduce<Moment | null>(
    (last, moment) => (last === null || moment.at > last.at ? moment : last),
    null,
  );
  return { status, embargo: latest, expires: expires.moment };
}

function statusOf(reading: ArticleReading, pair: Pair): Status | null {
  const status = wordOf(pair);
  if (status !== undefined) return status;
  const word = textOf(pair.value)?.trim().toLowerCase();
  const message = `The status "${(word ?? '').slice(0, 40).replace(/\p{Cc}/gu, '\ufffd')}" is not known, so it is not published.`;
  complain(reading, pair, { message, hint: 'Write live, draft or withdrawn.' });
  return null;
}

function wordOf({ value }: Pair): Status | undefined {
  const word = textOf(value)?.trim().toLowerCase().normalize('NFC') ?? '';
  return Object.hasOwn(words, word) ? words[word] : undefined;
}

function flag(reading: ArticleReading, pair: Pair, isDraftKey: boolean): Status | null {
  const value = booleanOf(pair.value);
  if (value !== null) return value === isDraftKey ? 'draft' : 'live';
  const message = `"${pair.key}" must be true or false; it is not published before it is clear.`;
  complain(reading, pair, { message, hint: `Write ${pair.key}: true or ${pair.key}: false.` });
  return null;
}

/** An instant that protects: null when it cannot be read. */
function readGuard(reading: ArticleReading, key: 'embargo' | 'expires'): { moment: Moment | null } | null {
  // Of several spellings each must be readable, and the most careful one counts.
  let strictest: Moment | null = null;
  for (const pair of reading.all(key)) {
    if (isNever(pair.value)) continue;
    const { moment, bad } = readMoment(reading, pair, reading.site.zone);
    if (bad || moment === null) {
      const message = `"${pair.key}" cannot be read, so it is not published.`;
      complain(reading, pair, { message, hint: 'Without it nobody can know when it may be seen.' });
      return null;
    }
    const isStricter = strictest === null || (key === 'embargo' ? moment.at > strictest.at : moment.at < strictest.at);
    if (isStricter) strictest = moment;
  }
  return { moment: strictest };
}

/** `false`, `never`, or a zero date: nothing is guarded. */
function isNever(node: Node): boolean {
  if (node.kind === 'scalar' && node.value === false) return true;
  return isZeroDate(node) || /^(?:never|none|no|jamais|aucune?)$/i.test(textOf(node)?.trim() ?? '');
}

/** A key that is none, but near to one that withholds, with a value that would: nobody knows what was meant. */
function isMisspelt(reading: ArticleReading, { date }: Dated): boolean {
  for (const { pair, finding } of reading.unknown) {
    const near = meantKey(pair.key);
    if (near === null || !wouldWithhold(reading, { near, pair, date })) continue;
    const message = `${finding.message} It may withhold the text, which is not published before it is clear.`;
    reading.findings[reading.findings.indexOf(finding)] = { ...finding, severity: 'error', message };
    return true;
  }
  return false;
}

/** True when a pair would withhold, were its key spelt as the near one. */
function wouldWithhold(
  reading: ArticleReading,
  { near, pair, date }: { readonly near: string; readonly pair: Pair; readonly date: Moment | null },
): boolean {
  const known = findKey(foldKey(near));
  if (known === null || known === 'foreign') return false;
  const moment = (): Moment | null => readMoment({ ...reading, findings: [] }, pair, reading.site.zone).moment;
  switch (known.key) {
    case 'embargo':
    case 'expires':
      return moment() !== null;
    case 'draft':
      return booleanOf(pair.value) === true;
    case 'status':
      return (wordOf(pair) ?? 'live') !== 'live';
    case 'date':
      return booleanOf(pair.value) === false || (moment()?.at ?? -Infinity) > (date?.at ?? Infinity);
    default:
      return false;
  }
}

/** WordPress protects a post by a password or by its visibility; here nobody could be asked for it. */
function isProtected(reading: ArticleReading): boolean {
  for (const pair of reading.foreign(['password', 'postpassword', 'visibility', 'private'])) {
    if (isEmpty(pair.value)) continue;
    const isOpen = /^visibility$/i.test(pair.key)
      ? /^(?:public|visible|open|listed)$/i.test(textOf(pair.value)?.trim() ?? '')
      : booleanOf(pair.value) === false;
    if (isOpen) continue;
    const message = `"${pair.key}" protects it, so it stays a draft.`;
    complain(reading, pair, { severity: 'warning', message, hint: 'Delete the key to publish it.' });
    return true;
  }
  return false;
}
