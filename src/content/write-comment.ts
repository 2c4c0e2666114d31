// The text of a comment's file, as the moderators' command writes it. Writes no file itself.
// Invariant: the reader (comment.ts) gives back the same author, date, reply and text; the same comment makes the
// same bytes.

import type { Comment } from './types.ts';

/** What a comment's file says. */
export type CommentParts = Pick<Comment, 'author' | 'replyTo' | 'status' | 'text'> & {
  /** ISO instant with an offset. */
  readonly date: string;
};

/** The whole text of a comment's file. */
export function writeComment({ author, date, replyTo, status, text }: CommentParts): string {
  const keys = [
    ...(author === null ? [] : [`author: ${quoted(author)}`]),
    `date: ${date}`,
    ...(replyTo === null ? [] : [`reply-to: ${replyTo}`]),
    ...(status === 'approved' ? [] : [`status: ${status}`]),
  ];
  return `---\n${keys.join('\n')}\n---\n\n${text}\n`;
}

/** The text of a thread's file. */
export function writeThread(closed: boolean): string {
  return `---\nclosed: ${closed}\n---\n`;
}

/** A name between double quotes reads the same in YAML as in JSON; what YAML might not take is escaped. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
