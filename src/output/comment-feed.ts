// The feed of readers' comments: of one article, or the newest of the whole site. Atom only.
// An item is titled by its article, because a comment has no headline; its summary is the comment as plain text.
// Invariant: a removed comment, and what a withheld article's readers wrote, is in no feed.

import type { Comment } from '../content/types.ts';
import type { Entry, Thread } from '../library/types.ts';
import type { ViewContext } from '../view/context.ts';
import { absolute } from '../view/head.ts';
import { commentUrls, threadFeedPath } from '../view/thread-view.ts';
import type { Feed, FeedItem, FileContext } from './types.ts';

/** Comments in a feed. */
const feedLength = 50;

/** The newest comments on one entry, or (null) on any. */
export function commentFeedOf(only: Entry | null, context: FileContext): Feed {
  const { site, words } = context;
  const { threads, entries } = context.library;
  const talked = only ? [only] : entries.filter((entry) => threads.has(entry.card.file));
  const items = talked.flatMap((entry) => itemsOf(entry, context));
  const home = absolute(site, only ? only.url : '/');
  return {
    title: `${site.name} – ${words.comments(only?.card.title ?? null)}`,
    description: '',
    home,
    self: absolute(site, only ? threadFeedPath(only.url) : '/commentaires.xml').replace(/[^/]*$/, ''),
    atomName: 'commentaires.xml',
    lang: site.lang,
    site: { name: site.name, url: `${site.url}/` },
    items: items.toSorted((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1)).slice(0, feedLength),
    rights: null,
    partnerLabel: '',
  };
}

function itemsOf(entry: Entry, context: FileContext): FeedItem[] {
  const thread = context.library.threads.get(entry.card.file) as Thread;
  const urls = commentUrls(entry, thread);
  const comments = thread.talks.flatMap(({ comment, replies }) => [comment, ...replies]);
  return comments
    .filter((comment) => comment.status === 'approved')
    .map((comment) => {
      const url = absolute(context.site, urls.get(comment) ?? entry.url);
      return { ...itemOf(comment, entry, context), url, authors: [comment.author ?? context.words.anonymous] };
    });
}

function itemOf(comment: Comment, entry: Entry, { site }: ViewContext): Omit<FeedItem, 'url' | 'authors'> {
  const { card } = entry;
  return {
    id: `tag:${new URL(site.url).hostname},${comment.date.iso.slice(0, 10)}:${encodeURIComponent(comment.article)}/${comment.id}`,
    title: comment.author === null ? card.title : `${comment.author} – ${card.title}`,
    date: comment.date.iso,
    at: comment.date.at,
    updated: null,
    updatedAt: null,
    summary: comment.text,
    source: null,
    section: entry.section.label,
    topics: [],
    lang: card.lang,
    partner: null,
    picture: null,
  };
}
