// Comments beyond those that stand in the article: a page of their own, with the way back.

import { type Html, html } from '../../src/base/html.ts';
import type { CommentsPage } from '../../src/view/types.ts';
import { drawComments, drawReportDialog, threadIslands } from '../parts/comments.ts';
import { drawDocument } from '../parts/document.ts';
import { markLanguage } from '../parts/language.ts';
import { chooseWords } from '../words/index.ts';

/** A page of comments. */
export function drawCommentsPage(view: CommentsPage): Html {
  const { article, thread, site } = view;
  const words = chooseWords(site.lang);
  const main = html`<header class="story plain"><h1>${words.talk.title(article.label, thread.number)}</h1><p class="onward"><a href="${article.url}">${words.talk.back}</a></p></header>${drawComments(thread, words, markLanguage(site, view.head))}`;
  return drawDocument(view, {
    kind: 'comments-page',
    main,
    islands: threadIslands(thread),
    dialogs: drawReportDialog(thread, words),
  });
}
