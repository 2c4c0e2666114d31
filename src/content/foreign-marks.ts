// Lines that mean something to another program's Markdown and nothing to ours: admonitions (`:::note`, `!!! note`), callouts
// (`> [!note]`), options of kramdown, abbreviations, comments of Obsidian, tables of contents. They are taken out before
// Markdown is read; titles and texts stay. foreign-components.ts does what MDX adds, foreign-inline.ts what stands within a line.
// Invariant: the number of lines stays, code stays as it is, and a body without such a mark costs a few searches only.

import { componentsOf, isComponent, passMdx } from './foreign-components.ts';
import { replaceInline } from './foreign-inline.ts';
import { empty, findLine, type ForeignLines, tell } from './foreign-lines.ts';
import type { FoundShortcode } from './shortcode-work.ts';

/** Marks by a sign in each of them: most bodies lack most signs, and to look for one sign is quick. */
const marks: readonly (readonly [sign: string, marks: readonly string[]])[] = [
  ['~', ['~']],
  ['^', ['^']],
  ['%', ['%%', '<%']],
  ['=', ['==', ' =', 'markdown="']],
  ['{', ['{::', '{:/', '{:toc', ']{', '{filename}', '{static}', '{attach}']],
  ['[', ['*[', '[[', '[!', '[ ] ', '[x] ', '@[', '[TOC]', '[toc]']],
  [':', [':::']],
  ['+', ['++']],
  ['!', ['!!! ']],
  ['?', ['??? ']],
  ['|', ['|filename|']],
  ['`', ['`dataview']],
  ['R', ['READMORE']],
];

/** True when a body may hold what this file looks for. */
export function hasForeignMarks(source: string): boolean {
  for (const [sign, those] of marks)
    if (source.includes(sign) && those.some((mark) => source.includes(mark))) return true;
  return isComponent(source);
}

/** Takes the marks of other programs out of a body. */
export function replaceForeignMarks(source: string, lang: string): { text: string; found: readonly FoundShortcode[] } {
  const lines = source.split('\n');
  let offset = 0;
  const offsets = lines.map((line) => {
    const at = offset;
    offset += line.length + 1;
    return at;
  });
  const isMdx = isComponent(source);
  const components = isMdx ? componentsOf(source) : new Set<string>();
  const work: ForeignLines = { lines, isMdx, components, lang, found: new Map(), offsets };
  for (let i = 0; i < lines.length; i++) i = Math.max(i, passLine(work, i));
  return { text: lines.join('\n'), found: [...work.found.values()] };
}

/** Handles one line; answers the last line that is done. */
function passLine(work: ForeignLines, i: number): number {
  const line = work.lines[i] as string;
  const fence = /^[ >]*(`{3,}|~{3,})\s*([\w-]*)/.exec(line);
  if (fence !== null) return passFence(work, i, { marks: fence[1] as string, info: fence[2] as string });
  if (/^(?: {4}|\t)/.test(line)) return /^\s*(?:[-*+]|\d+[.)]) /.test(line) ? inline(work, i) : i;
  const text = line.trim();
  if (text === '') return i;
  return passMdx(work, i, text) ?? passKramdown(work, i, text) ?? passBox(work, i, text) ?? inline(work, i);
}

function inline(work: ForeignLines, i: number): number {
  work.lines[i] = replaceInline(work.lines[i] as string, { lang: work.lang, isMdx: work.isMdx });
  return i;
}

function passFence(work: ForeignLines, i: number, fence: { marks: string; info: string }): number {
  const end = findLine(work, i + 1, (line) => line.replace(/^[ >]*/, '').startsWith(fence.marks));
  const last = end === -1 ? work.lines.length - 1 : end;
  if (!/^(?:dataview(?:js)?|query|toc)$/.test(fence.info)) return last;
  tell(work, i, fence.info);
  return empty(work, i, last);
}

const contents = /^(?:\[\[?_?toc_?\]\]?|\$\{toc\}|\{\{toc\}\}|READMORE|\{:toc[^}]*\})$/i;

/** kramdown's options and comments, abbreviations, a table of contents, Obsidian's comments. */
function passKramdown(work: ForeignLines, i: number, text: string): number | null {
  const next = (work.lines[i + 1] ?? '').trim();
  if (/^(?:[*+-]|1\.)\s+\S/.test(text) && /^\{:\s*(?:\.[\w-]+\s+)*toc\b[^}]*\}$/.test(next))
    return empty(work, i, i + 1);
  if (contents.test(text)) return empty(work, i, i);
  if (/^\*\[[^\]\n]+\]:\s/.test(text)) return empty(work, i, i);
  if (/^\{::options\b[^}]*\/\}$/.test(text)) return empty(work, i, i);
  if (text.startsWith('{::comment}')) {
    const end = findLine(work, i, (line) => /\{:\/(?:comment)?\}/.test(line));
    if (end !== -1) return empty(work, i, end);
  }
  if (text.startsWith('%%')) {
    const isWhole = /^%%.*%%$/.test(text) && text.length > 4;
    const end = isWhole ? i : findLine(work, i + 1, (line) => line.trim().endsWith('%%'));
    if (end !== -1) return empty(work, i, end);
  }
  if (text.startsWith('<%') && !text.includes('%>')) {
    const end = findLine(work, i, (line) => /%>\s*$/.test(line));
    if (end === -1) return null;
    tell(work, i, '<%');
    return empty(work, i, end);
  }
  return null;
}

const admonition =
  /^(?:!!!|\?\?\?\+?)\s+(?:note|info|tip|hint|warning|danger|caution|attention|important|abstract|summary|todo|success|check|question|help|faq|failure|error|bug|example|snippet|quote|cite|seealso)\b[\w ]*(?:"([^"]*)")?$/i;

/** Boxes: their title stays, in bold; what is in them is read as text. */
function passBox(work: ForeignLines, i: number, text: string): number | null {
  const colons = /^:{3,}\s*(?:(\{[^}]*\})|([\w-]+)?\s*(?:\[([^\]]*)\]|([^{[]*))\s*(?:\{[^}]*\})?)$/.exec(text);
  if (colons !== null) return title(work, i, { lead: '', text: colons[3] ?? colons[4] ?? '' });
  const leaf = /^::[a-z][\w-]*(?:\[[^\]]*\])?\{[^}]*\}$/.exec(text);
  if (leaf !== null) {
    tell(work, i, '::');
    return empty(work, i, i);
  }
  const callout = /^((?:>\s?)+)\[![\w|-]+\][+-]?\s*(.*)$/.exec(text);
  if (callout !== null) return title(work, i, { lead: callout[1] as string, text: callout[2] as string });
  const mkdocs = admonition.exec(text);
  if (mkdocs === null) {
    const opened =
      /^<(?:div|section|aside|article|details|blockquote|figure)\b[^<>]*\smarkdown="?(?:1|block|span)"?[^<>]*>$/;
    return opened.test(text) ? empty(work, i, i) : null;
  }
  title(work, i, { lead: '', text: mkdocs[1] ?? '' });
  // What belongs to the box is indented; it would be code.
  for (let j = i + 1; j < work.lines.length; j++) {
    const line = work.lines[j] as string;
    if (line.trim() !== '' && !/^(?: {4}|\t)/.test(line)) break;
    work.lines[j] = line.replace(/^(?: {4}|\t)/, '');
  }
  return i;
}

function title(work: ForeignLines, i: number, written: { lead: string; text: string }): number {
  const text = written.text.trim().replace(/^["'](.*)["']$/, '$1');
  const isStrong = text === '' || /^[*_#]/.test(text);
  work.lines[i] = `${written.lead}${isStrong ? text : `**${text}**  `}`.replace(/^>\s*$/, '>');
  return i;
}
