// The forms of comments and reports: in an article, in the intake's own pages, and in the dialog of a page.
// They are plain forms that post; islands/comments.ts only answers in place.
// Invariant: the hidden field that people leave empty can be reached neither by eye, by keyboard nor by ear.

import { type Fragment, type Html, html, raw } from '../../src/base/html.ts';
import type { AnswerPage, ReportReason, Thread } from '../../src/view/types.ts';
import type { Words } from '../words/index.ts';

/** What stands in a form already. */
export interface FormValues {
  readonly article: string;
  readonly page: string;
  /** The comment that is answered or reported; null: none. */
  readonly comment: string | null;
  readonly author: string;
  readonly text: string;
  /** Null: none is chosen yet. */
  readonly reason: ReportReason | null;
  readonly stamp: string | null;
}

const empty = { comment: null, author: '', text: '', reason: null, stamp: null } as const;

/** Where a script says what became of a form; read aloud when it changes. */
const told = raw('<p class="told" role="status"></p>');

/** What a script says by itself. */
function drawTold({ talk }: Words): Html {
  return html` data-sending="${talk.sending}" data-offline="${talk.offline}"`;
}

/** The form of an article's thread, or nothing. */
export function drawThreadForm({ article, form }: Thread, words: Words): Fragment {
  if (form === null) return null;
  const values = { ...empty, article, page: form.page };
  return html`<form class="write" id="d_write" method="post" action="${form.action}" data-stamp="${form.stamp}" data-page="${form.page}"${drawTold(words)} aria-labelledby="d_write-title"><h3 id="d_write-title">${words.talk.write}</h3><p class="replying" hidden><span>${words.talk.answering('{name}')}</span> <button type="button">${words.talk.cancelReply}</button></p>${drawCommentFields(values, words)}${told}</form>`;
}

/** The form of an answer page. */
export function drawAnswerForm(form: NonNullable<AnswerPage['form']>, title: string, words: Words): Html {
  const fields = form.kind === 'comment' ? drawCommentFields(form, words) : drawReportFields(form, words);
  return html`<form class="write" method="post" action="${form.action}" aria-label="${title}">${fields}</form>`;
}

/** The form of the dialog in which a comment is reported; a script fills in which. */
export function drawReportForm(thread: Thread, reports: NonNullable<Thread['reports']>, words: Words): Html {
  const values = { ...empty, article: thread.article, page: thread.pages[thread.number - 1] ?? '' };
  return html`<form class="write" method="post" action="${reports.action}" data-stamp="${reports.stamp}"${drawTold(words)}><div class="fields"><p class="reported" hidden><b><bdi></bdi></b>${words.colon}<q></q></p>${drawReportFields(values, words)}</div>${told}</form>`;
}

function drawCommentFields(values: FormValues, { talk }: Words): Fragment {
  return [
    drawHidden(values, 'reply'),
    html`<p><label for="d_author">${talk.author}</label><input id="d_author" type="text" name="author" required maxlength="60" autocomplete="nickname" value="${values.author}"></p>`,
    html`<p><label for="d_text">${talk.text}</label><textarea id="d_text" name="text" required maxlength="4000" rows="6" dir="auto">\n${values.text}</textarea></p>`,
    drawTrap('d_website', talk.trap),
    html`<p class="promise">${talk.promise}</p><p class="acts"><button type="submit">${talk.send}</button></p>`,
  ];
}

function drawReportFields(values: FormValues, { talk }: Words): Fragment {
  const reasons = Object.entries(talk.reasons) as [ReportReason, string][];
  return [
    drawHidden(values, 'comment'),
    html`<p><label for="d_reason">${talk.reason}</label><select id="d_reason" name="reason" required>${
      values.reason === null && html`<option value="">${talk.chooseReason}</option>`
    }${reasons.map(
      ([reason, label]) =>
        html`<option value="${reason}"${reason === values.reason && raw(' selected')}>${label}</option>`,
    )}</select></p>`,
    html`<p><label for="d_details">${talk.details}</label><textarea id="d_details" name="text" maxlength="1000" rows="3" dir="auto">\n${values.text}</textarea></p>`,
    drawTrap('d_website-report', talk.trap),
    html`<p class="promise">${talk.reportPromise}</p><p class="acts"><button type="submit">${talk.sendReport}</button></p>`,
  ];
}

function drawHidden({ article, page, comment, stamp }: FormValues, name: 'reply' | 'comment'): Fragment {
  return [
    html`<input type="hidden" name="article" value="${article}"><input type="hidden" name="page" value="${page}">`,
    html`<input type="hidden" name="${name}" value="${comment ?? ''}"><input type="hidden" name="stamp" value="${stamp ?? ''}">`,
  ];
}

function drawTrap(id: string, label: string): Html {
  return html`<p class="trap" aria-hidden="true"><label for="${id}">${label}</label><input id="${id}" type="text" name="website" tabindex="-1" autocomplete="off"></p>`;
}
