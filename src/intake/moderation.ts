// What a moderator does: approve, edit, reject, take back, close. Approving writes the comment's Markdown file, then
// marks it in the database; cut off between the two, approving again writes the same bytes and marks it.
// It prints nothing and asks nothing; it answers with what was done, or with a sentence that says why not.
// Invariant: a comment is in the database until its file is whole on the disk.

import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { momentAt } from '../base/dates.ts';
import { cleanLines, slugify } from '../base/text.ts';
import { longestText, readComment } from '../content/comment.ts';
import { writeComment, writeThread } from '../content/write-comment.ts';
import type { Desk, WaitingComment } from './store.ts';
import { writeWhole } from './whole-file.ts';

/** Where a moderator works. */
export interface ModerationPlace {
  readonly desk: Desk;
  /** The content folder, absolute. */
  readonly content: string;
  /** Zone of the site. */
  readonly zone: string;
  /** The instant (ms). */
  readonly now: number;
}

/** What was done: the file that was written or taken away, if any; or why nothing was done. */
export type Done = { readonly file: string | null } | { readonly refused: string };

/** Approves a comment: its file stands in the content folder. */
export function approve(id: string, place: ModerationPlace): Done {
  const comment = place.desk.comment(id);
  if (!comment) return { refused: `There is no comment ${id}.` };
  if (comment.status === 'rejected') return { refused: `${id} was rejected.` };
  const file = fileOf(comment, place);
  // One that was approved before may have been changed by hand since then, and is left alone.
  if (comment.status === 'approved' && existsSync(file)) return { refused: `${id} is approved already: ${file}` };
  writeWhole(file, textOf(comment, place.zone));
  place.desk.decide(id, 'approved', place.now);
  return { file };
}

/** The bytes that approving a comment writes; always the same. */
export function textOf({ author, created, replyTo, text }: WaitingComment, zone: string): string {
  return writeComment({ author, date: momentAt(created, zone).iso, replyTo, status: 'approved', text });
}

/** Rejects a comment: nothing of it is ever shown. A file that an approval cut off had left goes away. */
export function reject(id: string, place: ModerationPlace): Done {
  const comment = place.desk.comment(id);
  if (!comment) return { refused: `There is no comment ${id}.` };
  if (comment.status !== 'waiting') return { refused: `${id} was ${comment.status} before.` };
  rmSync(fileOf(comment, place), { force: true });
  place.desk.decide(id, 'rejected', place.now);
  return { file: null };
}

/** Replaces the text of a comment that waits. */
export function edit(id: string, text: string, place: ModerationPlace): Done {
  const comment = place.desk.comment(id);
  if (!comment) return { refused: `There is no comment ${id}.` };
  if (comment.status !== 'waiting') return { refused: `${id} was ${comment.status} before; edit its file.` };
  const cleaned = cleanLines(text);
  if (cleaned.trim() === '') return { refused: 'A comment without text is rejected, not edited.' };
  if (cleaned.length > longestText) return { refused: `A comment has at most ${longestText} characters.` };
  place.desk.edit(id, cleaned);
  return { file: null };
}

/** Takes a published comment back: its file says so, and what was answered to it stays. */
export function remove(name: string, place: ModerationPlace): Done {
  const found = publishedFile(name, place);
  if (!found)
    return { refused: `There is no comment ${name} in ${join(place.content, 'comments')}; name it ARTICLE/COMMENT.` };
  const { path, file } = found;
  const { value } = readComment({ path, bytes: readFileSync(file) }, place.zone);
  if (!value) return { refused: `${file} cannot be read; see npm run check.` };
  const { author, date, replyTo, text, article, id } = value;
  writeWhole(file, writeComment({ author, date: date.iso, replyTo, text, status: 'removed' }));
  place.desk.endReports(article, id, place.now);
  return { file };
}

/** Ends the reports of a comment that stays. */
export function dismiss(name: string, place: ModerationPlace): Done {
  const [article = '', id = ''] = name.split('/');
  const ended = place.desk.endReports(article, id, place.now);
  return ended > 0 ? { file: null } : { refused: `Nobody reported ${name}; name it ARTICLE/COMMENT.` };
}

/** Closes an article's thread, or opens it again. */
export function settleThread(article: string, closed: boolean, place: ModerationPlace): Done {
  if (article === '' || slugify(article) !== article) return { refused: `"${article}" is not the id of an article.` };
  const file = join(place.content, 'comments', article, 'thread.md');
  if (closed) writeWhole(file, writeThread(true));
  else if (existsSync(file)) rmSync(file);
  else return { refused: `The thread of ${article} is open.` };
  return { file };
}

function fileOf({ article, id }: WaitingComment, { content }: ModerationPlace): string {
  if (slugify(article) !== article || slugify(id) !== id) throw new Error(`"${article}/${id}" is no place for a file.`);
  return join(content, 'comments', article, `${id}.md`);
}

function publishedFile(name: string, { content }: ModerationPlace): { path: string; file: string } | null {
  const [article = '', id = '', more] = name
    .replace(/^.*comments\//, '')
    .replace(/\.md$/, '')
    .split('/');
  if (more !== undefined || article === '' || slugify(article) !== article || id === '' || slugify(id) !== id)
    return null;
  const path = `comments/${article}/${id}.md`;
  const file = join(content, path);
  return existsSync(file) ? { path, file } : null;
}
