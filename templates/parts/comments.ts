// The comments under an article: how many, the thread, the way to its other pages, and the form where there is one.
// `data-thread` and `data-accepts` tell the intake which thread this is and whether it takes anything.
// Nothing is drawn where comments are closed and there is none; no button is drawn that leads nowhere.

import { type Fragment, type Html, html, raw } from '../../src/base/html.ts';
import type { Thread } from '../../src/view/types.ts';
import type { IslandName } from '../island-names.ts';
import type { Words } from '../words/index.ts';
import { drawComment } from './comment.ts';
import { drawReportForm, drawThreadForm } from './comment-form.ts';
import { drawDialog } from './dialog.ts';

/** The section of comments; `spoken` marks its language where it is not the page's. */
export function drawComments(thread: Thread | null, words: Words, spoken: Html): Fragment {
  if (thread === null) return null;
  const { talk } = words;
  return html`<section class="comments" id="d_comments" data-thread="${thread.article}"${thread.form !== null && raw(' data-accepts')} aria-labelledby="d_comments-title"${spoken}><h2 class="taped" id="d_comments-title">${words.comments(thread.count)}</h2>${
    thread.comments.length > 0 &&
    html`<ol class="talk">${thread.comments.map((comment) => drawComment(comment, words))}</ol>`
  }${drawPages(thread, words)}${thread.closed && html`<p class="gone">${talk.closed}</p>`}${drawThreadForm(thread, words)}${
    thread.feed !== null && html`<p class="acts"><a href="${thread.feed}">${talk.feed}</a></p>`
  }</section>`;
}

/** The dialog in which a comment is reported, where there is a comment and somebody to tell. */
export function drawReportDialog(thread: Thread | null, words: Words): Fragment {
  if (thread === null || thread.reports === null || thread.comments.length === 0) return null;
  const matter = drawReportForm(thread, thread.reports, words);
  return drawDialog({ id: 'd_report', title: words.talk.reportTitle, matter }, words);
}

/** The island of a thread; none where there is nothing to send. */
export function threadIslands(thread: Thread | null): readonly IslandName[] {
  return thread !== null && (thread.form !== null || thread.reports !== null) ? ['comments'] : [];
}

function drawPages({ pages, number }: Thread, { talk }: Words): Fragment {
  if (pages.length < 2) return null;
  return html`<nav class="ways" aria-label="${talk.pages}"><ul>${pages.map((url, i) =>
    i + 1 === number
      ? html`<li><a href="${url}#d_comments" aria-current="page">${talk.page(i + 1)}</a></li>`
      : html`<li><a href="${url}#d_comments">${talk.page(i + 1)}</a></li>`,
  )}</ul></nav>`;
}
