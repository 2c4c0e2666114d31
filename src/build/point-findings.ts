// Gives findings their line, column and caret where only a word or a key of the file is known: what the library and
// the pictures find is found long after the file was read, and cards carry no places.
// Files are read again, so only findings that will be shown come here. Invariant: what is not found stays as it was.

import type { Finding } from '../base/findings.ts';
import { decode, onLine } from '../content/source-file.ts';
import { readFile } from './read-file.ts';

/** The same findings with their places; of each code the first `most`, the others only lose what is not shown. */
export function pointFindings(findings: readonly Finding[], content: string, most = Infinity): Finding[] {
  const counts = new Map<string, number>();
  let last: { file: string; lines: readonly string[] } | null = null;
  return findings.map(({ seek, ...finding }) => {
    const count = (counts.get(finding.code) ?? 0) + 1;
    counts.set(finding.code, count);
    if (seek === undefined || finding.text !== undefined || count > most) return finding;
    if (last?.file !== finding.file) last = { file: finding.file, lines: linesOf(content, finding.file) };
    return { ...finding, ...place(last.lines, finding.line ?? null, seek) };
  });
}

function linesOf(content: string, file: string): readonly string[] {
  const read = readFile(content, file).file;
  return (read && decode(read).value?.text.split('\n')) ?? [];
}

function place(
  lines: readonly string[],
  line: number | null,
  { key, word }: NonNullable<Finding['seek']>,
): ReturnType<typeof onLine> | null {
  let start = line === null ? 0 : line - 1;
  if (key !== undefined) {
    // The front matter only, its first line being a fence; in JSON all keys may stand on one line.
    const named = new RegExp(`^\\s*(?:\\{.*)?["']?${key.replaceAll('-', '[-_ ]?')}["']?\\s*[:=]\\s*`, 'i');
    const end = lines.findIndex((text, i) => i > 0 && /^(?:---|\+\+\+)\s*$/.test(text));
    const at = lines.findIndex((text, i) => (end === -1 || i < end) && named.test(text));
    if (at !== -1) start = at;
    if (word === undefined) {
      const text = lines[at];
      if (text === undefined) return null;
      const column = (named.exec(text)?.[0].length ?? 0) + 1;
      return onLine(text, { line: at + 1, column, length: text.trimEnd().length - column + 1 });
    }
  }
  const found = word === undefined ? null : find(lines, start, word);
  if (found !== null) return found;
  const text = line === null ? undefined : lines[line - 1];
  if (line === null || text === undefined || text.trim() === '') return null;
  const indent = text.length - text.trimStart().length;
  return onLine(text, { line, column: indent + 1, length: text.trim().length });
}

/** The word at its first place from a line on; not within a longer one. */
function find(lines: readonly string[], start: number, word: string): ReturnType<typeof onLine> | null {
  const written = new Set([word, plain(word), word.replaceAll('&', '&amp;')].filter((form) => form !== ''));
  for (let i = start; i < lines.length; i++) {
    const text = lines[i] as string;
    for (const form of written) {
      for (let at = text.indexOf(form); at !== -1; at = text.indexOf(form, at + form.length)) {
        const isPart = /[\p{L}\p{N}]/u.test(text[at - 1] ?? '') || /[\p{L}\p{N}]/u.test(text[at + form.length] ?? '');
        if (!isPart) return onLine(text, { line: i + 1, column: at + 1, length: form.length });
      }
    }
  }
  return null;
}

/** An address as its author wrote it: Markdown encodes what is not ASCII. */
function plain(word: string): string {
  try {
    return decodeURI(word);
  } catch {
    return word;
  }
}
