// Readers' comments by article: who answers whom, in which order, and what is shown of it at one instant.
// Replies stand one level deep. Only visible articles have threads; comments of withheld ones are withheld with them.
// Invariant: a comment is shown, or withheld with its article, or there is a finding that says why it is not.

import type { Finding } from '../base/findings.ts';
import { slugify } from '../base/text.ts';
import type { Card } from '../content/card.ts';
import type { Comment, ThreadFile } from '../content/types.ts';
import type { Entry, Talk, Thread } from './types.ts';

/** What threads are made of. */
export interface ThreadGround {
  readonly comments: readonly Comment[];
  readonly threadFiles: readonly ThreadFile[];
  /** All articles, the withheld ones too. */
  readonly articles: readonly Card[];
  readonly entries: readonly Entry[];
  /** Who owns an id that several articles share. */
  readonly byId: ReadonlyMap<string, Entry>;
  /** The instant (ms). */
  readonly at: number;
}

/** Threads of visible articles, by the article's file; an article without comments and settlement has none. */
export function buildThreads(ground: ThreadGround, findings: Finding[]): ReadonlyMap<string, Thread> {
  const { comments, threadFiles } = ground;
  if (comments.length + threadFiles.length === 0) return new Map();
  const byFolder = Map.groupBy(comments, (comment) => comment.article);
  const closed = new Set(threadFiles.filter((file) => file.closed).map((file) => file.article));
  const owners = new Map<string, Entry>();
  for (const entry of ground.entries) {
    if (ground.byId.get(entry.card.id) === entry) owners.set(threadName(entry.card), entry);
  }
  const known = new Set(ground.articles.map(threadName));
  const threads = new Map<string, Thread>();
  for (const folder of new Set([...byFolder.keys(), ...threadFiles.map((file) => file.article)])) {
    const written = byFolder.get(folder) ?? [];
    const owner = owners.get(folder);
    if (owner) {
      const talks = arrange(written.filter(({ date }) => date.at <= ground.at).toSorted(inOrder), findings);
      threads.set(owner.card.file, { closed: closed.has(folder), count: countOf(talks), talks });
    } else if (!known.has(folder)) findings.push(unknownArticle(folder, written, threadFiles));
  }
  return threads;
}

/** What folders and forms call an article's thread. */
export function threadName(article: Pick<Card, 'id'>): string {
  return slugify(article.id);
}

function inOrder(a: Comment, b: Comment): number {
  return a.date.at - b.date.at || (a.id < b.id ? -1 : 1);
}

function arrange(comments: readonly Comment[], findings: Finding[]): Talk[] {
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const replies = new Map<Comment, Comment[]>();
  const roots: Comment[] = [];
  for (const comment of comments) {
    const root = rootOf(comment, byId, findings);
    if (root === comment) roots.push(comment);
    else replies.set(root, [...(replies.get(root) ?? []), comment]);
  }
  return roots
    .map((comment) => ({
      comment,
      replies: (replies.get(comment) ?? []).filter((reply) => reply.status === 'approved'),
    }))
    .filter((talk) => talk.comment.status === 'approved' || talk.replies.length > 0);
}

/** The comment under which this one stands: itself, when it answers the article, nothing, or in a circle. */
function rootOf(comment: Comment, byId: ReadonlyMap<string, Comment>, findings: Finding[]): Comment {
  const way = new Set([comment]);
  let root = comment;
  while (root.replyTo !== null) {
    const answered = byId.get(root.replyTo);
    if (!answered || way.has(answered)) {
      if (way.size > 1 && !answered) break;
      findings.push(unknownComment(comment, answered !== undefined));
      return comment;
    }
    way.add(answered);
    root = answered;
  }
  if (way.size > 2) findings.push(deepReply(comment, root));
  return root;
}

function countOf(talks: readonly Talk[]): number {
  return talks.reduce((sum, { comment, replies }) => sum + (comment.status === 'approved' ? 1 : 0) + replies.length, 0);
}

function unknownArticle(folder: string, comments: readonly Comment[], threadFiles: readonly ThreadFile[]): Finding {
  const file = [...comments, ...threadFiles.filter(({ article }) => article === folder)]
    .map((one) => one.file)
    .toSorted();
  const count = comments.length === 1 ? 'its comment is' : `its ${comments.length} comments are`;
  return {
    code: 'unknown-article',
    severity: 'error',
    file: file[0] as string,
    message: `There is no article "${folder}"; ${comments.length === 0 ? 'nothing is closed' : `${count} not shown`}.`,
    hint: 'The folder has the name of the article’s id, or of its slug when it has no id.',
  };
}

function unknownComment({ file, replyTo }: Comment, isCircle: boolean): Finding {
  const message = isCircle
    ? `This reply answers itself; it stands as a comment on the article.`
    : `There is no comment "${replyTo}" here; the reply stands as a comment on the article.`;
  return {
    code: 'unknown-comment',
    severity: 'warning',
    file,
    message,
    hint: 'reply-to: is the file name, without .md, of a comment in the same folder.',
    seek: { key: 'reply-to' },
  };
}

function deepReply({ file, replyTo }: Comment, root: Comment): Finding {
  return {
    code: 'deep-reply',
    severity: 'warning',
    file,
    message: `"${replyTo}" is itself a reply; this one stands beside it, under "${root.id}".`,
    hint: `Write reply-to: ${root.id}.`,
    seek: { key: 'reply-to' },
  };
}
