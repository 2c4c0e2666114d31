// Readers' comments as an article's page shows them: fifty on the page itself, the others on pages of their own.
// Oldest first, so that a full page hardly ever changes again; a thread that is cut goes on under its first comment.
// Invariant: without an intake, or in a closed thread, there is no form and no address to answer or report to.

import type { Comment as CommentFile } from '../content/types.ts';
import { threadName } from '../library/threads.ts';
import type { Entry, Talk, Thread as Talks } from '../library/types.ts';
import { markComment } from './comment-text.ts';
import type { ViewContext } from './context.ts';
import { home, makeHead } from './head.ts';
import { commentsPageJsonLd } from './json-ld-comments.ts';
import { linkTo } from './teaser.ts';
import type { Comment, CommentsPage, Thread } from './types.ts';

/** Comments on a page, replies included. */
export const commentsOnPage = 50;

/** What stands on one page of a thread. */
type Sheet = readonly { readonly talk: Talk; readonly isHere: boolean; readonly replies: readonly CommentFile[] }[];

const sheetsOf = new WeakMap<Talks, readonly Sheet[]>();

/** Comments cut into pages; the first stands in the article itself. */
function cut(thread: Talks): readonly Sheet[] {
  const known = sheetsOf.get(thread);
  if (known) return known;
  const sheets: { talk: Talk; isHere: boolean; replies: CommentFile[] }[][] = [[]];
  let count = 0;
  for (const talk of thread.talks) {
    if (count >= commentsOnPage) [count] = [0, sheets.push([])];
    let group = { talk, isHere: true, replies: [] as CommentFile[] };
    sheets.at(-1)?.push(group);
    count += talk.comment.status === 'approved' ? 1 : 0;
    for (const reply of talk.replies) {
      if (count >= commentsOnPage) {
        group = { talk, isHere: false, replies: [] };
        sheets.push([group]);
        count = 0;
      }
      group.replies.push(reply);
      count++;
    }
  }
  sheetsOf.set(thread, sheets);
  return sheets;
}

/** How many pages the comments of an entry fill; the first is the article's own. */
export function threadPages(entry: Entry, context: Pick<ViewContext, 'library'>): number {
  const thread = context.library.threads.get(entry.card.file);
  return thread ? cut(thread).length : 1;
}

/** Path of a page of comments below the output folder: `/2026/03/05/crue/commentaires-2.html`. */
export function threadPath(base: string, number: number): string {
  return number === 1 ? base : `${base.replace(/\.html$/, '')}/commentaires-${number}.html`;
}

/** Path of the feed of an article's comments. */
export function threadFeedPath(base: string): string {
  return `${base.replace(/\.html$/, '')}/commentaires.xml`;
}

/** Address of one comment on the site. */
export function commentUrls(entry: Pick<Entry, 'url'>, thread: Talks): ReadonlyMap<CommentFile, string> {
  const urls = new Map<CommentFile, string>();
  for (const [i, sheet] of cut(thread).entries()) {
    const page = threadPath(entry.url, i + 1);
    for (const { talk, isHere, replies } of sheet) {
      if (isHere) urls.set(talk.comment, `${page}#d_comment-${talk.comment.id}`);
      for (const reply of replies) urls.set(reply, `${page}#d_comment-${reply.id}`);
    }
  }
  return urls;
}

const none: Talks = { closed: false, count: 0, talks: [] };

/** What a thread is made of, besides what readers wrote. */
export interface ThreadSubject {
  readonly entry: Pick<Entry, 'card' | 'url'>;
  /** What readers wrote; null: nothing, and the newsroom's file says nothing either. */
  readonly talks: Talks | null;
  /** True when the article's id means this article, and not another one with the same id. */
  readonly ownsId: boolean;
  /** See CommentSettings. */
  readonly intake: string | null;
  /** Language of the site. */
  readonly lang: string;
}

/** What the library knows of an entry's thread. */
export function threadSubject(entry: Entry, { library, site }: Pick<ViewContext, 'library' | 'site'>): ThreadSubject {
  const { card } = entry;
  const talks = library.threads.get(card.file) ?? null;
  const ownsId = library.byId.get(card.id) === entry;
  return { entry, talks, ownsId, intake: library.settings.comments.intake, lang: site.lang };
}

/** One page of an entry's thread; null when there is no comment, and nobody can write one. */
export function makeThread(subject: ThreadSubject, number = 1): Thread | null {
  const { entry, talks, ownsId, intake } = subject;
  const { card } = entry;
  const thread = talks ?? none;
  const name = threadName(card);
  const closed = !card.comments || thread.closed || name === '' || !ownsId;
  const isOpen = intake !== null && !closed;
  if (!isOpen && thread.count === 0) return null;
  const sheets = cut(thread);
  const pages = sheets.map((_, i) => threadPath(entry.url, i + 1));
  const page = pages[number - 1] as string;
  const urls = commentUrls(entry, thread);
  const lang = card.lang ?? subject.lang;
  const ask = (path: string, more: Readonly<Record<string, string>>): string =>
    `${intake}${path}?${new URLSearchParams({ article: name, page, ...more }).toString()}`;
  const show = (comment: CommentFile, root: CommentFile, replies: readonly Comment[] = []): Comment => {
    const shown = comment.status === 'approved';
    return {
      id: comment.id,
      url: urls.get(comment) ?? page,
      state: shown ? 'shown' : 'removed',
      author: shown ? comment.author : null,
      date: comment.date.iso,
      body: shown ? markComment(comment.text, lang) : null,
      replies,
      replyTo:
        isOpen && shown ? ask('comment', { page: (urls.get(root) ?? page).replace(/#.*/, ''), reply: root.id }) : null,
      report: intake !== null && shown ? ask('report', { comment: comment.id }) : null,
    };
  };
  const comments = (sheets[number - 1] ?? []).map(({ talk, isHere, replies }): Comment => {
    const shown = replies.map((reply) => show(reply, talk.comment));
    const root = show(talk.comment, talk.comment, shown);
    return isHere ? root : { ...root, state: 'elsewhere', body: null, replyTo: null, report: null };
  });
  return {
    article: name,
    count: thread.count,
    comments,
    closed,
    form: isOpen ? { action: `${intake}comment`, stamp: `${intake}stamp`, page } : null,
    reports: intake === null ? null : { action: `${intake}report`, stamp: `${intake}stamp` },
    number,
    pages,
    feed: thread.count > 0 ? threadFeedPath(entry.url) : null,
  };
}

/** Makes a page of comments beyond those that stand in the article; `number` counts from 2. */
export function makeCommentsPage(entry: Entry, number: number, context: ViewContext): CommentsPage {
  const { site } = context;
  const { card } = entry;
  const thread = makeThread(threadSubject(entry, context), number) as Thread;
  return {
    kind: 'comments',
    site,
    head: makeHead({
      site,
      title: card.title,
      description: null,
      url: threadPath(entry.url, number),
      robots: 'noindex, follow',
      feeds: threadFeeds(entry, thread),
      jsonLd: commentsPageJsonLd(site, { url: threadPath(entry.url, number), article: entry.url, thread }),
    }),
    trail: [home(site), linkTo(entry.section), { label: card.title, url: entry.url }],
    article: { label: card.title, url: entry.url },
    thread,
  };
}

/** The feed of a thread for the head of its pages. */
export function threadFeeds({ card }: Pick<Entry, 'card'>, thread: Thread | null): CommentsPage['head']['feeds'] {
  if (thread?.feed === null || thread === null) return [];
  return [{ title: card.title, type: 'application/atom+xml', url: thread.feed }];
}
