// One comment, and the replies to it. What readers wrote keeps its own direction (`dir="auto"`, `bdi`).
// Without script *Répondre* and *Signaler* are links to a form of the intake; with it they open here.
// Invariant: the element of a comment has the id `d_comment-<id>`: addresses lead there, and the intake looks for it.

import { type Fragment, type Html, html } from '../../src/base/html.ts';
import type { Comment } from '../../src/view/types.ts';
import type { Words } from '../words/index.ts';
import { longInstant } from './instant.ts';

/** One `li.comment`. */
export function drawComment(comment: Comment, words: Words): Html {
  const { talk } = words;
  const name = comment.author ?? talk.anonymous;
  const replies =
    comment.replies.length > 0 &&
    html`<ol class="replies" aria-label="${talk.replies(name)}">${comment.replies.map((reply) => drawComment(reply, words))}</ol>`;
  if (comment.state === 'elsewhere') {
    return html`<li class="comment"><p class="gone">${talk.inReplyTo} <a href="${comment.url}"><bdi>${name}</bdi></a></p>${replies}</li>`;
  }
  return html`<li class="comment" id="d_comment-${comment.id}">${
    comment.state === 'removed'
      ? html`<p class="gone">${talk.removed}</p>`
      : html`<p class="signed"><b><bdi>${name}</bdi></b> <a href="${comment.url}">${longInstant(comment.date, words)}</a></p><div class="said" dir="auto">${comment.body}</div>${drawActs(comment, name, words)}`
  }${replies}</li>`;
}

function drawActs({ replyTo, report }: Comment, name: string, { talk }: Words): Fragment {
  if (replyTo === null && report === null) return null;
  return html`<p class="acts">${
    replyTo !== null &&
    html`<a class="answer" rel="nofollow" href="${replyTo}">${talk.reply}<span class="unseen"> ${talk.replyWhom(name)}</span></a> `
  }${
    report !== null &&
    html`<a class="alert" rel="nofollow" href="${report}">${talk.report}<span class="unseen"> ${talk.reportWhose(name)}</span></a>`
  }</p>`;
}
