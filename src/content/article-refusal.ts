// What is told of a file that makes no article: it is empty, has no front matter, or no title or date.
// It says so and no more; whether other files take its place is nobody's question here.
// Invariant: a file of somebody's own that stands among articles is never passed over without a word.

import type { Finding } from '../base/findings.ts';
import type { ArticleResult } from './article.ts';
import { slugFromPlace } from './article-address.ts';
import type { PathFacts } from './file-name.ts';
import { type FrontMatter, placeOf } from './front-matter.ts';
import { decode, onLine, type SourceFile } from './source-file.ts';

/** What becomes of a file that has no front matter. */
export function withoutFrontMatter(
  file: SourceFile,
  path: PathFacts,
  { findings, hasRooms }: { findings: readonly Finding[]; hasRooms: boolean },
): ArticleResult {
  if (path.isAboutFolder) return { kind: 'ignored', file: file.path, findings: [] };
  if (file.bytes.length < 200 && /^[\s\ufeff]*$/.test(Buffer.from(file.bytes).toString('utf8'))) {
    const hint = 'Write it, or delete it.';
    const empty: Finding = {
      code: 'empty-file',
      severity: 'error',
      message: 'The file is empty.',
      hint,
      file: file.path,
    };
    return refuse(file, path, [...findings, empty]);
  }
  if (!hasRooms) return { kind: 'ignored', file: file.path, findings: [] };
  const message = 'The file has no front matter, so it is not an article.';
  const hint = 'Start it with a line of ---, then title: and date:, then a line of ---.';
  const lines = decode(file).value?.text.split('\n') ?? [];
  const line = Math.max(
    0,
    lines.findIndex((text) => text.trim() !== ''),
  );
  const text = lines[line] ?? '';
  const place = onLine(text, { line: line + 1, column: 1, length: text.trimEnd().length });
  const shape: Finding = { code: 'front-matter-shape', severity: 'warning', message, hint, file: file.path, ...place };
  return { kind: 'ignored', file: file.path, findings: [...findings, shape] };
}

/** A file whose front matter cannot be read. */
export function refuse(file: SourceFile, path: PathFacts, findings: Finding[]): ArticleResult {
  const guess = slugFromPlace({ name: path.name, title: '', path: file.path }, []);
  return { kind: 'refused', file: file.path, guess, findings };
}

/** A key that an article cannot do without. */
export function missing(matter: FrontMatter, key: 'title' | 'date'): Finding {
  const comment = key === 'title' ? /^[ \t]*["']?title["']?[ \t]*:[ \t]*(#.*)$/im.exec(matter.head) : null;
  if (comment !== null) {
    const written = comment[1] as string;
    const message = 'There is no title: what begins with # is a comment.';
    const hint = `Put it between quotes: title: ${JSON.stringify(written.slice(0, 100).trimEnd())}.`;
    const start = comment.index + comment[0].length - written.length;
    const place = placeOf(matter, { start, end: start + written.length });
    return { code: 'missing-title', severity: 'error', message, hint, file: matter.file, ...place };
  }
  const hint =
    key === 'title'
      ? 'Add title: and the headline.'
      : 'Add date: 2026-03-05 16:28, or put the date into the file name.';
  const line = Math.max(1, matter.headLine - 1);
  const text = matter.text.split('\n', line)[line - 1] ?? '';
  const code = key === 'title' ? 'missing-title' : 'missing-date';
  const place = onLine(text, { line, column: 1, length: text.length });
  return { code, severity: 'error', message: `There is no ${key}.`, hint, file: matter.file, ...place };
}
