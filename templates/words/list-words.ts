// The words of a reader's own lists, as a type: the page Mes listes, and the buttons that lead to it from others.
// `{name}`, `{list}`, `{count}` stand for what a script fills in; they must be kept as they are.

/** What the page and its script say. */
export interface ListWords {
  readonly title: string;
  readonly intro: string;
  /** Where there is no script. */
  readonly unscripted: string;

  readonly create: string;
  readonly export: string;
  readonly import: string;
  /** Name of the file that export makes, with its ending. */
  readonly fileName: string;
  readonly undo: string;
  readonly retry: string;
  readonly rename: string;
  readonly delete: string;
  readonly remove: string;
  readonly up: string;
  readonly down: string;
  readonly add: string;
  readonly save: string;
  readonly saveArticle: string;
  readonly addTo: string;
  /** Title of the dialog that asks for a name. */
  readonly yourList: string;
  readonly nameField: string;
  readonly ofList: string;
  readonly newListField: string;
  readonly find: string;
  readonly findHint: string;
  readonly savedTitle: string;
  readonly allSecurities: string;

  /** Full labels of short buttons, read aloud. */
  readonly labels: Readonly<
    Record<
      | 'rename'
      | 'delete'
      | 'up'
      | 'down'
      | 'securityUp'
      | 'securityDown'
      | 'securityRemove'
      | 'securityAdd'
      | 'forget'
      | 'retry',
      string
    >
  >;

  /** Sentences that are said when they are true, by name. */
  readonly sentences: Readonly<Record<ListSentence, string>>;
}

/** Names of the sentences. */
export type ListSentence =
  | 'no-list'
  | 'empty'
  | 'no-saved'
  | 'count-one'
  | 'count-many'
  | 'loading'
  | 'loaded'
  | 'no-news'
  | 'no-page'
  | 'failed'
  | 'hits-none'
  | 'hits-one'
  | 'hits-many'
  | 'created'
  | 'renamed'
  | 'deleted'
  | 'moved'
  | 'added'
  | 'removed'
  | 'saved'
  | 'forgotten'
  | 'undone'
  | 'imported'
  | 'exported'
  | 'full-list'
  | 'too-many-lists'
  | 'storage-full'
  | 'storage-forbidden'
  | 'file-too-big'
  | 'file-not-json'
  | 'file-not-lists'
  | 'file-newer'
  | 'file-empty';
