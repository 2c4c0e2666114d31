// What the intake is made of, as plain data: what readers send, what is kept, what is answered.
// What it answers, the theme draws: those shapes stand in content/answers.ts, for both.
// Invariant: nothing here is markup; a network address stands here only as a keyed hash.

import type { Answer, AnswerCode, AnswerForm, ReportReason } from '../content/answers.ts';

export type { Answer, AnswerCode, AnswerForm, ReportReason };

/** A comment that was accepted, waiting for a person. */
export interface NewComment {
  /** `20260305-091244-k3f9`: its file name to come. */
  readonly id: string;
  readonly article: string;
  /** Path of the page that it was written on. */
  readonly page: string;
  readonly replyTo: string | null;
  readonly author: string;
  readonly text: string;
  /** Milliseconds since 1970 UTC. */
  readonly created: number;
  /** Keyed hash of the reader's network address; null: not kept. */
  readonly address: string | null;
  /** The same for the same text sent twice on one day. */
  readonly print: string;
}

/** A report that was accepted. */
export interface NewReport {
  readonly article: string;
  readonly page: string;
  /** Id of the comment that is meant. */
  readonly comment: string;
  readonly reason: ReportReason;
  /** May be empty. */
  readonly text: string;
  readonly created: number;
  readonly address: string | null;
  readonly print: string;
}

type Awaitable<T> = T | Promise<T>;

/** Where what was accepted is kept. An edge host brings its own; store.ts is one file of SQLite. */
export interface IntakeStore {
  /** When it answers, the comment will not be lost. `known`: it was there already. Throws when it cannot be kept. */
  readonly addComment: (comment: NewComment) => Awaitable<'added' | 'known' | 'full'>;
  readonly addReport: (report: NewReport) => Awaitable<'added' | 'known' | 'full'>;
  /** Forgets the addresses of everything that is older than an instant (ms). */
  readonly forget: (before: number) => Awaitable<void>;
  /** What an error that it threw means. */
  readonly failureOf: (error: unknown) => 'busy' | 'full' | 'fault';
}
