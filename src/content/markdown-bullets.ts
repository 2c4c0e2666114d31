// A rule of markdown-it: lists typed or pasted with a bullet sign, `• Premier point`, one item to a line. It reads an item
// as markdown-it reads that of a hyphen; items of whatever sign follow each other in one list, and what stands further in is
// a list within. An en dash begins what somebody says; a sign without a space behind it, or behind words, is text.
// Invariant: linear; each line is looked at once by the list that holds it.

import type { StateBlock, Token } from './markdown.ts';

/** A sign (the last is that of Word's symbol font), a space, and something to say. A row of signs is an ornament. */
const bullet = /[•●▪◦‣\uf0b7][ \t\u00a0\u202f]+(?=[^\s•●▪◦‣\uf0b7])/y;
/** So much further in than its sign stand an item's other lines, and lists within. */
const inset = 2;

/** Where the words of an item begin, in the source; null when the line is none. */
function wordsOf(state: StateBlock, line: number): number | null {
  const indent = (state.sCount[line] as number) - state.blkIndent;
  if (indent < 0 || indent >= 4) return null;
  bullet.lastIndex = (state.bMarks[line] as number) + (state.tShift[line] as number);
  return bullet.test(state.src) ? bullet.lastIndex : null;
}

/** The block rule, before that of lists; it ends a paragraph as that one does. */
export function bulletRule(state: StateBlock, startLine: number, endLine: number, isSilent: boolean): boolean {
  if (isSilent) return endsText(state, startLine);
  let words = wordsOf(state, startLine);
  if (words === null) return false;
  const open = state.push('bullet_list_open', 'ul', 1);
  const { parentType } = state;
  state.parentType = 'list';
  const paragraphs: Token[][] = [];
  let isTight = true;
  let line = startLine;
  while (words !== null) {
    const item = readItem(state, { line, endLine, words });
    paragraphs.push(item.paragraphs);
    line = state.line;
    words = line < endLine ? wordsOf(state, line) : null;
    if (!item.isTight || (item.endsEmpty && words !== null)) isTight = false;
  }
  state.push('bullet_list_close', 'ul', -1);
  open.map = [startLine, line];
  state.parentType = parentType;
  if (isTight) for (const token of paragraphs.flat()) token.hidden = true;
  return true;
}

/** A lazy line of an item may stand further out than the item's text. */
function endsText(state: StateBlock, line: number): boolean {
  const { blkIndent } = state;
  state.blkIndent = Math.min(blkIndent, state.sCount[line] as number);
  const found = wordsOf(state, line) !== null;
  state.blkIndent = blkIndent;
  return found;
}

interface Item {
  readonly isTight: boolean;
  /** True when empty lines stand below it. */
  readonly endsEmpty: boolean;
  /** The marks around its own paragraphs, which a tight list does not show. */
  readonly paragraphs: Token[];
}

function readItem(
  state: StateBlock,
  { line, endLine, words }: { readonly line: number; readonly endLine: number; readonly words: number },
): Item {
  const open = state.push('list_item_open', 'li', 1);
  const { tight, listIndent, blkIndent, level } = state;
  const [shift, count] = [state.tShift[line] as number, state.sCount[line] as number];
  const first = state.tokens.length;
  state.listIndent = blkIndent;
  state.blkIndent = count + inset;
  state.tight = true;
  state.tShift[line] = words - (state.bMarks[line] as number);
  state.sCount[line] = count + inset;
  state.md.block.tokenize(state, line, endLine);
  const item = {
    isTight: state.tight,
    endsEmpty: state.line - line > 1 && state.isEmpty(state.line - 1),
    paragraphs: state.tokens
      .slice(first)
      .filter(
        (token) => token.level === level && (token.type === 'paragraph_open' || token.type === 'paragraph_close'),
      ),
  };
  Object.assign(state, { tight, listIndent, blkIndent });
  state.tShift[line] = shift;
  state.sCount[line] = count;
  open.map = [line, state.line];
  state.push('list_item_close', 'li', -1);
  return item;
}
