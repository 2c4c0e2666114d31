// Reads the rooms beside articles/: sections, topics, authors, sources, securities, pages and comments. They are few
// enough to be read by every build; articles are read by other threads, and remembered.
// Invariant: every file is read once, and what is wrong with it is told.

import type { Finding, Parsed } from '../base/findings.ts';
import { isThreadFile, readComment, readThreadFile } from '../content/comment.ts';
import type { ContentFiles } from '../content/find-files.ts';
import { readPageFile } from '../content/page-file.ts';
import type { SourceFile } from '../content/source-file.ts';
import { readTerm } from '../content/term.ts';
import type { Term } from '../content/types.ts';
import type { Holdings } from '../library/holdings.ts';
import type { ReadingRules } from './read-content.ts';
import { readFile } from './read-file.ts';

/** The rooms beside articles/, read. */
export interface Rooms extends Pick<Holdings, 'terms' | 'pages' | 'comments' | 'threadFiles'> {
  readonly findings: readonly Finding[];
  /** Files that say nothing usable. */
  readonly refused: readonly string[];
  /** Files that are something other than an article: what was read, and all of comments/. */
  readonly count: number;
}

/** Reads the rooms; `markdown` are their files below the folder `root`. */
export function readRooms(root: string, { markdown }: ContentFiles, rules: ReadingRules): Rooms {
  const findings: Finding[] = [];
  const refused: string[] = [];
  const readAll = <T>(paths: readonly string[], read: (file: SourceFile) => Parsed<T>): (T | null)[] =>
    paths.map((path) => {
      const { file, findings: unreadable } = readFile(root, path);
      const parsed = file ? read(file) : { value: null, findings: unreadable };
      for (const finding of parsed.findings) findings.push(finding);
      return parsed.value;
    });
  const readRoom = <T>(paths: readonly string[], read: (file: SourceFile) => Parsed<T>): T[] =>
    readAll(paths, read).flatMap((value, i) => {
      if (value === null) refused.push(paths[i] as string);
      return value === null ? [] : [value];
    });
  const term = (file: SourceFile): Parsed<Term> => readTerm(file, rules);
  const terms = {
    section: readRoom(markdown.sections, term),
    topic: readRoom(markdown.topics, term),
    source: readRoom(markdown.sources, term),
    author: readRoom(markdown.authors, term),
    security: readRoom(markdown.securities, term),
  };
  const pages = readRoom(markdown.pages, (file) => readPageFile(file, rules));
  // A comment that cannot be shown is a finding, but no refused article.
  const threadPaths = markdown.comments.filter(isThreadFile);
  const threadFiles = readAll(threadPaths, readThreadFile).filter((file) => file !== null);
  const commentPaths = markdown.comments.filter((path) => !isThreadFile(path));
  const comments = readAll(commentPaths, (file) => readComment(file, rules.zone)).filter((file) => file !== null);
  const count = [...Object.values(terms), pages].reduce((sum, room) => sum + room.length, markdown.comments.length);
  return { terms, pages, comments, threadFiles, findings, refused, count };
}
