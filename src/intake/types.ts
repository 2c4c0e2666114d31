// What the intake is made of, as plain data: what readers send, what is kept, what is answered.
// The theme draws answers (view/types.ts has the same shapes; cli/ puts the two together).
// Invariant: nothing here is markup; a network address stands here only as a keyed hash.

/** Why nothing was kept, or what was; each has a sentence in the theme's words. */
export type AnswerCode =
  | 'write'
  | 'report'
  | 'preview'
  | 'received'
  | 'already'
  | 'reported'
  | 'empty-author'
  | 'author-is-mail'
  | 'empty-text'
  | 'long-text'
  | 'too-fast'
  | 'too-many'
  | 'too-large'
  | 'wrong-type'
  | 'wrong-origin'
  | 'unknown-article'
  | 'closed'
  | 'unknown-comment'
  | 'trap'
  | 'busy'
  | 'full'
  | 'site-away'
  | 'not-found'
  | 'wrong-method'
  | 'fault';

/** Why a reader reports a comment. */
export type ReportReason = 'insult' | 'hate' | 'private' | 'advert' | 'other';

/** A form as it is shown (again) on a page of the intake. */
export interface AnswerForm {
  readonly kind: 'comment' | 'report';
  /** Relative to the page that shows it. */
  readonly action: string;
  readonly article: string;
  readonly page: string;
  /** The comment that is answered or reported; null: none. */
  readonly comment: string | null;
  readonly author: string;
  readonly text: string;
  readonly reason: ReportReason;
  readonly stamp: string;
}

/** A page of the intake. */
export interface Answer {
  readonly kind: 'answer';
  readonly code: AnswerCode;
  readonly site: { readonly name: string; readonly lang: string; readonly dir: 'ltr' | 'rtl' };
  /** What stands before paths of the site: empty on its own host, else its address without a slash at the end. */
  readonly base: string;
  /** Address of the page that the reader came from. */
  readonly back: string;
  /** Null: there is nothing to fill in. */
  readonly form: AnswerForm | null;
}

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
