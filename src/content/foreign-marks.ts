// Lines that mean something to another program's Markdown and nothing to ours: imports of MDX, admonitions (`:::note`,
// `!!! note`), callouts (`> [!note]`), options of kramdown, abbreviations, comments of Obsidian, tables of contents.
// They are taken out before Markdown is read; titles and texts stay. foreign-inline.ts does what stands within a line.
// Invariant: the number of lines stays, code stays as it is, and a body without such a mark costs a few searches only.

import { replaceInline } from './foreign-inline.ts';
import { isElementName, isVoid } from './markdown-html.ts';
import type { FoundShortcode } from './shortcode-work.ts';

const marks = [':::', '{::', '{:/', '{:toc', '*[', '[[', '%%', '==', '<%', '!!! ', '??? ', '[!', '[ ] ', '[x] '];
const rareMarks = [
  '{filename}',
  '|filename|',
  '{static}',
  '{attach}',
  '@[',
  'markdown="',
  '[TOC]',
  '[toc]',
  'READMORE',
  '`dataview',
];
const isComponent = (source: string): boolean =>
  (source.includes('<') && /<[A-Z][a-z]/.test(source)) || /^\s*(?:import|export)\s/.test(source);

/** True when a body may hold what this file looks for. */
export function hasForeignMarks(source: string): boolean {
  return (
    marks.some((mark) => source.includes(mark)) ||
    rareMarks.some((mark) => source.includes(mark)) ||
    isComponent(source)
  );
}

interface Work {
  readonly lines: string[];
  readonly isMdx: boolean;
  /** Names that are used as components somewhere in the body. */
  readonly components: ReadonlySet<string>;
  readonly lang: string;
  readonly found: Map<string, FoundShortcode>;
  /** Offset of each line in the body as written. */
  readonly offsets: readonly number[];
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
  const work: Work = { lines, isMdx, components, lang, found: new Map(), offsets };
  for (let i = 0; i < lines.length; i++) i = Math.max(i, passLine(work, i));
  return { text: lines.join('\n'), found: [...work.found.values()] };
}

function tell(work: Work, i: number, name: string): void {
  const text = (work.lines[i] as string).trimEnd();
  if (!work.found.has(name)) work.found.set(name, { name, offset: work.offsets[i] as number, text, isReplaced: false });
}

/** Empties lines `from` to `to`, both included; answers the last. */
function empty(work: Work, from: number, to: number): number {
  for (let i = from; i <= to; i++) work.lines[i] = '';
  return to;
}

/** First line at `from` or behind that fits; the last line when none does within reach, or -1 when it must be there. */
function findLine(work: Work, from: number, fits: (line: string) => boolean): number {
  const limit = Math.min(work.lines.length, from + 400);
  for (let i = from; i < limit; i++) if (fits(work.lines[i] as string)) return i;
  return -1;
}

/** Handles one line; answers the last line that is done. */
function passLine(work: Work, i: number): number {
  const line = work.lines[i] as string;
  const fence = /^[ >]*(`{3,}|~{3,})\s*([\w-]*)/.exec(line);
  if (fence !== null) return passFence(work, i, { marks: fence[1] as string, info: fence[2] as string });
  if (/^(?: {4}|\t)/.test(line)) return /^\s*(?:[-*+]|\d+[.)]) /.test(line) ? inline(work, i) : i;
  const text = line.trim();
  if (text === '') return i;
  return passMdx(work, i, text) ?? passKramdown(work, i, text) ?? passBox(work, i, text) ?? inline(work, i);
}

function inline(work: Work, i: number): number {
  work.lines[i] = replaceInline(work.lines[i] as string, { lang: work.lang, isMdx: work.isMdx });
  return i;
}

function passFence(work: Work, i: number, fence: { marks: string; info: string }): number {
  const end = findLine(work, i + 1, (line) => line.replace(/^[ >]*/, '').startsWith(fence.marks));
  const last = end === -1 ? work.lines.length - 1 : end;
  if (!/^(?:dataview(?:js)?|query|toc)$/.test(fence.info)) return last;
  tell(work, i, fence.info);
  return empty(work, i, last);
}

const importLine = /^import\s+(?:[\w*{$][^'"]*\sfrom\s+)?(['"])[^'"\n]+\1;?(?:\s*\/\/.*)?$/;

/** `import … from '…'`, `export …`, components with lines of their own, comments in braces. */
function passMdx(work: Work, i: number, text: string): number | null {
  if (!work.isMdx) return null;
  if (/^import\s+[\w*{$'"]/.test(text)) {
    const end = findLine(work, i, (line) => /['"];?\s*(?:\/\/.*)?$/.test(line.trim()) || line.trim() === '');
    const whole = work.lines
      .slice(i, end + 1)
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim();
    if (end !== -1 && importLine.test(whole)) {
      tell(work, i, 'import');
      return empty(work, i, end);
    }
  }
  if (/^export\s+(?:default|const|let|var|function|async|class)\s/.test(text)) {
    tell(work, i, 'export');
    return empty(work, i, endOfStatement(work, i));
  }
  if (text.startsWith('{/*')) {
    const end = findLine(work, i, (line) => line.includes('*/}'));
    if (end !== -1 && /\*\/\}\s*$/.test(work.lines[end] as string)) return empty(work, i, end);
  }
  const name = /^<\/?([A-Z][a-z][\w.]*)(?=[\s/>]|$)/.exec(text)?.[1];
  const end = name === undefined ? -1 : endOfTag(work, i);
  if (name === undefined || end === -1) return null;
  if (!isTaken(work, name, (work.lines[end] as string).trimEnd())) return null;
  tell(work, i, name);
  return empty(work, i, end);
}

/**
 * The line on which a tag is closed that opens line `from`, when nothing stands behind it there; else -1. Values in
 * quotes and in braces may hold anything, and may go on over lines; a tag that is not closed after 40 is none.
 */
function endOfTag(work: Work, from: number): number {
  let depth = 0;
  let quote = '';
  for (let i = from; i < Math.min(work.lines.length, from + 40); i++) {
    const line = (work.lines[i] as string).trim();
    if (line === '' && depth === 0) return -1;
    for (let at = i === from ? 1 : 0; at < line.length; at++) {
      const char = line[at] as string;
      if (quote !== '') quote = char === quote ? '' : quote;
      else if (`"'\``.includes(char) && (depth > 0 || line[at - 1] === '=')) quote = char;
      else if (char === '{') depth++;
      else if (char === '}') depth--;
      else if (depth === 0 && char === '<') return -1;
      else if (depth === 0 && char === '>') return at === line.length - 1 ? i : -1;
    }
  }
  return -1;
}

/** Names with attributes or a closing tag, or that close themselves: `<Jean Dupont>` is none. */
function componentsOf(source: string): Set<string> {
  const names = new Set<string>();
  for (const [, slash, name, rest] of source.matchAll(/<(\/?)([A-Z][a-z][\w.]*)([^<>]*)>/g)) {
    if (slash === '/' || /=|\/$/.test(rest as string)) names.add(name as string);
  }
  return names;
}

/** True for a tag that stands for a component. `<Script>` is HTML; one that closes itself would swallow what follows. */
function isTaken({ components, found }: Work, name: string, tag: string): boolean {
  if (isElementName(name)) return tag.endsWith('/>') && !isVoid(name);
  return components.has(name) || found.has('import') || found.has('export');
}

/** The line on which a statement's brackets are all closed again. */
function endOfStatement(work: Work, from: number): number {
  let depth = 0;
  for (let i = from; i < Math.min(work.lines.length, from + 400); i++) {
    const line = work.lines[i] as string;
    for (const char of line) depth += '{[('.includes(char) ? 1 : '}])'.includes(char) ? -1 : 0;
    if (depth <= 0 && (i > from || /[;})\]'"`\d]\s*$/.test(line))) return i;
    if (depth <= 0 && (work.lines[i + 1] ?? '').trim() === '') return i;
  }
  return from;
}

const contents = /^(?:\[\[?_?toc_?\]\]?|\$\{toc\}|\{\{toc\}\}|READMORE|\{:toc[^}]*\})$/i;

/** kramdown's options and comments, abbreviations, a table of contents, Obsidian's comments. */
function passKramdown(work: Work, i: number, text: string): number | null {
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
function passBox(work: Work, i: number, text: string): number | null {
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

function title(work: Work, i: number, written: { lead: string; text: string }): number {
  const text = written.text.trim().replace(/^["'](.*)["']$/, '$1');
  const isStrong = text === '' || /^[*_#]/.test(text);
  work.lines[i] = `${written.lead}${isStrong ? text : `**${text}**  `}`.replace(/^>\s*$/, '>');
  return i;
}
