// Findings: what the program has to say about a file, as data. It prints nothing (see cli/print-findings)
// and throws nothing: a parser returns its value, or null, and a list of findings.
// Invariant: a code is permanent; it is documented by the table below, and nowhere else.

/** `error`: something an author wrote is not shown as it was meant (often the article is refused). `warning`: shown, but look at it. */
export type Severity = 'error' | 'warning';

/** One thing to know about one place of a file. */
export interface Finding {
  /** Permanent name, a key of `codes`. */
  readonly code: FindingCode;
  readonly severity: Severity;
  /** One or two sentences: what happened. */
  readonly message: string;
  /** What to do about it, a sentence; may be absent where the message says it. */
  readonly hint?: string;
  /** Path below the content folder, with slashes. */
  readonly file: string;
  /** 1-based line of the file; absent when the whole file is meant. */
  readonly line?: number;
  /** 1-based column, in UTF-16 units. */
  readonly column?: number;
  /** Length of the marked text in UTF-16 units; 1 when absent. */
  readonly length?: number;
  /** The line itself, for the caret. Of a line of more than 200 characters the part around the mark. */
  readonly text?: string;
  /** 1-based column at which `text` begins; absent when it begins with the line. */
  readonly textFrom?: number;
  /** What the place is found by where only the whole library could judge (build/point-findings.ts); never shown. */
  readonly seek?: Sought;
}

/** A key of the front matter, or something that the author wrote: after that key, after the finding's line, or anywhere. */
export interface Sought {
  readonly key?: string;
  readonly word?: string;
}

/** What a parser returns: its value, or null when the file is refused; and everything it found. */
export interface Parsed<T> {
  readonly value: T | null;
  readonly findings: readonly Finding[];
}

/** Every code, with one line that says what it is for. */
export const codes = {
  // the file
  'unreadable-file': 'The file could not be read.',
  'not-text': 'The file holds bytes that are no text.',
  'wrong-encoding': 'The file is not UTF-8.',
  'outside-content': 'A link leads out of the content folder.',
  'empty-file': 'The file is empty.',
  'not-a-file': 'A folder or device has the name of an article.',
  // front matter
  'front-matter-open': 'The front matter has no opening or no closing line.',
  'front-matter-syntax': 'The front matter could not be read.',
  'front-matter-shape': 'The front matter holds no keys with values.',
  'front-matter-code': 'The front matter asks for code to run.',
  'duplicate-key': 'A key stands twice.',
  'unknown-key': 'A key has no meaning here.',
  'bad-value': 'A value has the wrong form.',
  'missing-title': 'There is no title.',
  'missing-date': 'There is no date.',
  'bad-date': 'A date does not exist or cannot be read.',
  'shifted-date': 'An hour that the clock skips or repeats was read by rule.',
  'missing-name': 'A file of a room has no name.',
  // names and addresses
  'unknown-section': 'There is no such section.',
  'doubtful-id': 'A source, author or security has no file, and is written nearly like one that has.',
  'unknown-related': 'A hand-picked article does not exist.',
  'unknown-front': 'The front page picks something that does not exist.',
  'ambiguous-id': 'Two articles have one id.',
  'same-address': 'Two files claim one address.',
  'reserved-address': 'An address is kept for the program.',
  'bad-slug': 'A slug cannot be used as it is.',
  'bad-address': 'An address or redirect cannot be used.',
  // the body
  shortcode: 'A template command of another program stands in the text.',
  'unused-note': 'A footnote is not shown: no mark refers to it, or another one has its name.',
  'missing-note': 'A mark of a footnote has no footnote, and is shown as it was typed.',
  'as-typed': 'A part of the text is nested too deep or too full of marks, and is shown as it was typed.',
  'removed-html': 'Markup that is not safe was taken out.',
  'broken-link': 'A link leads to nothing that is visible.',
  'missing-picture': 'A picture is missing.',
  'bad-picture': 'A picture file cannot be shown.',
  'odd-picture': 'A picture is shown, but its file is worth a look.',
  'missing-alt': 'A picture has no alternative text.',
  // comments
  'misplaced-comment': 'A comment does not lie in the folder of an article.',
  'unknown-article': 'Comments belong to no article.',
  'unknown-comment': 'A reply answers no comment.',
  'deep-reply': 'A reply answers a reply.',
  // the site
  'no-search': 'A search index could not be made.',
  'lost-address': 'An address that was live is refused now.',
  'site-settings': 'The site file has a mistake.',
  'control-character': 'An invisible control character was taken out.',
} as const satisfies Record<string, string>;

export type FindingCode = keyof typeof codes;

/** Sorts by file, line, column, code: the order in which findings are always shown. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return findings.toSorted(
    (a, b) =>
      compare(a.file, b.file) ||
      (a.line ?? 0) - (b.line ?? 0) ||
      (a.column ?? 0) - (b.column ?? 0) ||
      compare(a.code, b.code),
  );
}
