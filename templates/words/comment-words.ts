// The words around readers' comments, as a type: the thread, the forms, and what the intake answers.

import type { AnswerCode, ReportReason } from '../../src/view/types.ts';

/** Words of comments in one language. */
export interface CommentWords {
  readonly anonymous: string;
  /** Stands in place of a comment that was taken back. */
  readonly removed: string;
  /** Before the link to a comment on the page before, whose replies go on. */
  readonly inReplyTo: string;
  readonly replies: (name: string) => string;
  readonly closed: string;
  readonly reply: string;
  /** After `reply`, for screen readers: « à Camille ». */
  readonly replyWhom: (name: string) => string;
  readonly report: string;
  /** After `report`, for screen readers. */
  readonly reportWhose: (name: string) => string;
  readonly pages: string;
  readonly page: (number: number) => string;
  readonly title: (article: string, number: number) => string;
  readonly back: string;
  readonly feed: string;

  // forms
  readonly write: string;
  readonly answering: (name: string) => string;
  readonly cancelReply: string;
  readonly author: string;
  readonly text: string;
  readonly promise: string;
  readonly send: string;
  readonly sending: string;
  readonly trap: string;
  readonly reportTitle: string;
  readonly reason: string;
  readonly chooseReason: string;
  readonly reasons: Readonly<Record<ReportReason, string>>;
  readonly details: string;
  readonly reportPromise: string;
  readonly sendReport: string;
  readonly close: string;
  /** No answer came: the text is still there. */
  readonly offline: string;

  // the intake
  readonly answers: Readonly<Record<AnswerCode, { readonly title: string; readonly text: string }>>;
}
