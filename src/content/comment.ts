// A file of content/comments: `comments/<article>/<comment>.md` is a reader's comment that a person approved, and
// `comments/<article>/thread.md` what the newsroom settled for all of them. <article> is the slug of the article's id.
// Whether the article and the comment that is answered exist is the library's question.
// Invariant: a text is cleaned of control characters and overrides of direction here too, for files are written by
// hand as well; it is plain text, never markup.

import type { Finding, FindingCode, Parsed } from '../base/findings.ts';
import { cleanLines, fold, nearest, oneLine, slugify } from '../base/text.ts';
import { meantKey, printTable, type KeyDefinition } from './keys.ts';
import { foldKey, isEmpty, textOf } from './nodes.ts';
import { readRoomFile, stemOf, type RoomReading } from './room-file.ts';
import { digestOf, type SourceFile } from './source-file.ts';
import type { Comment, ThreadFile } from './types.ts';
import { booleanOf, complain, readMoment, readWord, writtenText } from './values.ts';

/** The keys of a comment. */
export const commentKeys = [
  {
    name: 'author',
    form: 'text',
    meaning: 'The pseudonym, as it is shown.',
    otherwise: 'anonymous',
    synonyms: ['name', 'pseudonym', 'pseudo', 'auteur'],
  },
  {
    name: 'date',
    form: 'date',
    meaning: 'When it was written. Required.',
    otherwise: '',
    synonyms: ['published', 'posted', 'created', 'published_at', 'created_at'],
  },
  {
    name: 'reply-to',
    form: 'id of a comment',
    meaning: 'The comment of the same article that it answers; its file name without `.md`.',
    otherwise: 'it answers the article',
    synonyms: ['reply', 'parent', 'in_reply_to', 'parent_id'],
  },
  {
    name: 'status',
    form: '`approved` or `removed`',
    meaning: 'A removed comment is not shown; where others answered it, a notice stands.',
    otherwise: '`approved`',
    synonyms: ['state'],
  },
] as const satisfies readonly KeyDefinition[];

/** The keys of a thread's file. */
export const threadKeys = [
  {
    name: 'closed',
    form: 'yes or no',
    meaning: 'No comment is added; those that are there stay.',
    otherwise: '`false`',
    synonyms: [],
  },
] as const satisfies readonly KeyDefinition[];

/** Longest pseudonym and longest text, in UTF-16 units. */
export const longestAuthor = 60;
export const longestText = 4000;

/** The table of a comment's keys in Markdown. */
export function printCommentTable(): string {
  return printTable(commentKeys);
}

/** The table of a thread's keys in Markdown. */
export function printThreadTable(): string {
  return printTable(threadKeys);
}

/** What the folder and the file name of a comment say; null when it does not lie in the folder of an article. */
export function commentPlace(path: string): { readonly article: string; readonly id: string } | null {
  const parts = path.split('/');
  const article = slugify(parts[1] ?? '');
  const id = slugify(stemOf(path));
  return parts.length === 3 && article !== '' && id !== '' ? { article, id } : null;
}

/** True for the file that settles something for a whole thread. */
export function isThreadFile(path: string): boolean {
  return stemOf(path).toLowerCase() === 'thread';
}

/** Reads a comment. */
export function readComment(file: SourceFile, zone: string): Parsed<Comment> {
  const place = commentPlace(file.path);
  if (place === null) return misplaced(file.path);
  const { reading, findings } = readRoomFile(file, commentKeys);
  if (reading === null) return { value: null, findings };
  const date = readMoment(reading, reading.first('date'), zone);
  if (date.moment === null) {
    if (!date.bad) findings.push(lacking(file.path, 'missing-date', 'The comment has no date, so it is not shown.'));
    return { value: null, findings };
  }
  const text = cleanLines(reading.body);
  if (text === '') {
    findings.push(lacking(file.path, 'empty-file', 'The comment has no text, so it is not shown.'));
    return { value: null, findings };
  }
  const replyTo = readWord(reading, reading.first('reply-to'));
  const comment: Comment = {
    file: file.path,
    digest: digestOf(file.bytes),
    ...place,
    author: readAuthor(reading),
    date: date.moment,
    replyTo: replyTo === null ? null : slugify(replyTo.replace(/\.md$/i, '')),
    status: readStatus(reading),
    text,
  };
  return { value: comment, findings };
}

/** Reads a thread's file. */
export function readThreadFile(file: SourceFile): Parsed<ThreadFile> {
  const place = commentPlace(file.path);
  if (place === null) return misplaced(file.path);
  const { reading, findings } = readRoomFile(file, threadKeys);
  if (reading === null) return { value: null, findings };
  const pair = reading.first('closed');
  const closed = pair === null ? false : booleanOf(pair.value);
  if (closed === null && pair !== null) {
    complain(reading, pair, { message: 'closed: is yes or no; the thread stays closed.', hint: 'Write closed: true.' });
  }
  const isClosed = (closed ?? true) || isClosedBySlip(reading);
  const thread = { file: file.path, digest: digestOf(file.bytes), article: place.article, closed: isClosed };
  return { value: thread, findings };
}

function isClosedBySlip(reading: RoomReading): boolean {
  const slip = reading.unknown.find(({ pair }) => isNear(pair.key, 'closed') && booleanOf(pair.value) !== false);
  if (slip === undefined) return false;
  const message = `${slip.finding.message} The thread stays closed before it is clear.`;
  reading.findings[reading.findings.indexOf(slip.finding)] = { ...slip.finding, severity: 'error', message };
  return true;
}

/** A pseudonym is what was typed: no markup is taken out of it, because it is never read as markup. */
function readAuthor(reading: RoomReading): string | null {
  const pair = reading.first('author');
  const written = pair === null ? null : writtenText(reading, pair.value);
  const author = written === null ? '' : oneLine(cleanLines(written)).text;
  if (pair !== null && author.length > longestAuthor) {
    complain(reading, pair, {
      severity: 'warning',
      message: `The pseudonym is long: at most ${longestAuthor} characters are shown.`,
    });
  }
  return author === '' ? null : author.slice(0, longestAuthor).toWellFormed();
}

/** `removed` for whatever is not clear: a mistake never makes something public. */
function readStatus(reading: RoomReading): Comment['status'] {
  if (isWithheldBySlip(reading)) return 'removed';
  const pair = reading.first('status');
  const word = readWord(reading, pair)?.toLowerCase() ?? 'approved';
  if (pair === null || word === 'approved') return 'approved';
  if (word !== 'removed') {
    const message = `There is no status "${word.slice(0, 40)}"; the comment is not shown.`;
    complain(reading, pair, { message, hint: 'Write approved or removed.' });
  }
  return 'removed';
}

/** Words of other rooms and programs for a comment that is not to be seen. */
const hiding = new Set(
  ['draft', 'removed', 'deleted', 'hidden', 'spam', 'supprimé', 'retiré', 'masqué', 'brouillon'].map(fold),
);

/** A key that is none here, but may be meant to take the comment back: it is told as an error, and does. */
function isWithheldBySlip(reading: RoomReading): boolean {
  for (const { pair, finding } of reading.unknown) {
    if (isEmpty(pair.value)) continue;
    const isStatus = isNear(pair.key, 'status') && !/^\s*approved\s*$/i.test(textOf(pair.value) ?? '');
    if (!isStatus && !(hiding.has(fold(pair.key)) && booleanOf(pair.value) !== false)) continue;
    const message = `${finding.message} It may take the comment back, which is not shown before it is clear.`;
    const hint = 'Write status: removed or status: approved.';
    reading.findings[reading.findings.indexOf(finding)] = { ...finding, severity: 'error', message, hint };
    return true;
  }
  return false;
}

/** True for a key that was probably meant to be one of ours, misspelt or translated. */
function isNear(written: string, key: string): boolean {
  return meantKey(written) === key || nearest(foldKey(written), [key]) !== null;
}

function lacking(file: string, code: FindingCode, message: string): Finding {
  return { code, severity: 'error', message, file, line: 1 };
}

function misplaced(file: string): { readonly value: null; readonly findings: readonly Finding[] } {
  return {
    value: null,
    findings: [
      {
        code: 'misplaced-comment',
        severity: 'error',
        file,
        message: 'A comment lies in the folder of its article; this one is not shown.',
        hint: 'Put it into comments/<id of the article>/.',
      },
    ],
  };
}
