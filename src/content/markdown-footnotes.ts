// Two rules of markdown-it: `[^1]` in the text, and `[^1]: the note` below it, on lines that go on until an empty line
// or, indented, after it. Notes that nothing refers to are left out; a mark without a note stays text.
// Invariant: the rules only collect; body-footnotes prints the list once, behind the text.

import type { Env, StateBlock, StateInline } from './markdown.ts';

/** A note as it was written. */
export interface Footnote {
  /** Markdown. */
  readonly text: string;
  /** Line of the body on which its text begins, 0 for the first. */
  readonly line: number;
}

/** The notes of one body, in `env.footnotes`. */
export interface Footnotes {
  /** By label. */
  readonly notes: Map<string, Footnote>;
  /** Labels of which there is a second note that says something else. */
  readonly repeated: Set<string>;
  /** By label, in the order of their first marks: the number of the note, and how many marks it has. */
  readonly marks: Map<string, { readonly number: number; count: number }>;
}

/** The notes of a body; made when the first is met. */
export function footnotesOf(env: Env): Footnotes {
  env['footnotes'] ??= { notes: new Map(), repeated: new Set(), marks: new Map() } satisfies Footnotes;
  return env['footnotes'] as Footnotes;
}

/** A mark with its label, also at the head of a note. */
const pattern = /\[\^([^\]\s^[]{1,60})\]/;
const opening = new RegExp(`${pattern.source}:[ \\t]*`, 'y');
const mark = new RegExp(pattern, 'y');

/** Every mark of a text, the heads of notes among them. */
export function marksIn(text: string): Iterable<RegExpExecArray> {
  return text.matchAll(new RegExp(pattern, 'g'));
}

export function footnoteDefinitionRule(
  state: StateBlock,
  startLine: number,
  endLine: number,
  isSilent: boolean,
): boolean {
  const start = (state.bMarks[startLine] as number) + (state.tShift[startLine] as number);
  if (state.src.charCodeAt(start) !== 0x5b || state.src.charCodeAt(start + 1) !== 0x5e) return false;
  if ((state.sCount[startLine] as number) - state.blkIndent >= 4) return false;
  opening.lastIndex = start;
  const match = opening.exec(state.src);
  if (match === null) return false;
  if (isSilent) return true;
  const lines = [state.src.slice(opening.lastIndex, state.eMarks[startLine])];
  let line = startLine + 1;
  for (; line < endLine; line++) {
    const indent = (state.sCount[line] as number) - state.blkIndent;
    if (state.isEmpty(line)) {
      const next = state.skipEmptyLines(line);
      if (next >= endLine || (state.sCount[next] as number) - state.blkIndent < 2) break;
      lines.push('');
      continue;
    }
    const begin = (state.bMarks[line] as number) + (state.tShift[line] as number);
    if (indent < 2 && (lines.at(-1) === '' || /^(?:\[\^|#|>|[-*] |```)/.test(state.src.slice(begin, begin + 4)))) break;
    lines.push(state.src.slice(begin, state.eMarks[line]));
  }
  const { notes, repeated } = footnotesOf(state.env);
  const label = match[1] as string;
  const text = lines.join('\n').trim();
  const empty = lines.findIndex((one) => one.trim() !== '');
  const known = notes.get(label);
  if (known === undefined) notes.set(label, { text, line: startLine + Math.max(0, empty) });
  else if (known.text !== text) repeated.add(label);
  state.line = line;
  return true;
}

export function footnoteReferenceRule(state: StateInline, isSilent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x5b || state.src.charCodeAt(state.pos + 1) !== 0x5e) return false;
  mark.lastIndex = state.pos;
  const match = mark.exec(state.src);
  if (match === null || mark.lastIndex > state.posMax) return false;
  const { notes, marks } = footnotesOf(state.env);
  const label = match[1] as string;
  if (!notes.has(label)) return false;
  if (!isSilent) {
    const known = marks.get(label) ?? { number: marks.size + 1, count: 0 };
    known.count++;
    marks.set(label, known);
    const token = state.push('footnote_mark', '', 0);
    token.meta = { ...known };
  }
  state.pos = mark.lastIndex;
  return true;
}
