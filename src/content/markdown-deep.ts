// A rule of markdown-it: quotes and lists in each other, deeper than anybody reads. Markdown-it leaves out what lies
// below its deepest level; here it stands as text, with the marks that were typed.

import type { StateBlock, Token } from './markdown.ts';

/** The deepest level that markdown-it enters; a list takes two. */
export const deepest = 40;

const deep = { isDeep: true };

/** True for a text that stands below the deepest level. */
export function isDeep({ meta }: Token): boolean {
  return meta === deep;
}

export function deepTextRule(state: StateBlock, startLine: number, endLine: number): boolean {
  // Room for one more list, and for the text in it.
  if (state.level < deepest - 3) return false;
  let line = startLine;
  while (line < endLine && (state.isEmpty(line) || (state.sCount[line] as number) >= state.blkIndent)) line++;
  const open = state.push('paragraph_open', 'p', 1);
  open.map = [startLine, line];
  const inline = state.push('inline', '', 0);
  inline.content = state.getLines(startLine, line, state.blkIndent, false).trim();
  inline.map = [startLine, line];
  inline.children = [];
  inline.meta = deep;
  state.push('paragraph_close', 'p', -1);
  state.line = line;
  return true;
}
