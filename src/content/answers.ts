// What readers send about comments, and what they are answered: the shapes that the intake fills in and the theme draws.
// Data only, and no sentence: the theme's words have one for each code.

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
