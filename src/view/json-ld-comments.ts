// Readers' comments in an article's schema.org data: those of its first page, at most twenty.
// Invariant: the text is the one of the page without its markup; nothing of a removed comment stands here.

import { type Html, jsonForScript } from '../base/html.ts';
import { absolute } from './head.ts';
import { some, type Thing } from './json-ld-parts.ts';
import type { Comment, Site, Thread } from './types.ts';

/** Search engines show a few; each stands in the page already. */
const most = 20;

/** The data of a page of comments beyond the article's own. */
export function commentsPageJsonLd(
  site: Pick<Site, 'url'>,
  page: { readonly url: string; readonly article: string; readonly thread: Thread },
): Html {
  const url = absolute(site, page.url);
  return jsonForScript({
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    '@id': url,
    url,
    about: { '@type': 'Article', '@id': absolute(site, `${page.article}#article`) },
    comment: commentThings(site, page.thread),
  });
}

/** Comments and their replies, in the order of the page; absent when there is none. */
export function commentThings(site: Pick<Site, 'url'>, thread: Thread | null): readonly Thing[] | undefined {
  if (thread === null) return undefined;
  const all = thread.comments.flatMap((root) => [
    commentThing(site, root, null),
    ...root.replies.map((reply) => commentThing(site, reply, root)),
  ]);
  return some(all.filter((thing) => thing !== null).slice(0, most));
}

function commentThing(site: Pick<Site, 'url'>, comment: Comment, parent: Comment | null): Thing | null {
  if (comment.body === null) return null;
  return {
    '@type': 'Comment',
    '@id': absolute(site, comment.url),
    author: comment.author === null ? undefined : { '@type': 'Person', name: comment.author },
    datePublished: comment.date,
    text: plainOf(comment.body.html),
    parentItem: parent?.body ? { '@type': 'Comment', '@id': absolute(site, parent.url) } : undefined,
  };
}

const references: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The words of a comment's own markup (comment-text.ts), which holds no other references than these. */
function plainOf(markup: string): string {
  return markup
    .replace(/<br>|<\/p>(?=<)/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => references[name] as string)
    .trim();
}
