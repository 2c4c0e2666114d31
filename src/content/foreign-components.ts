// What MDX adds to Markdown: imports, exports, components with lines of their own, comments in braces. They are taken out;
// what stands between a component's tags stays. foreign-inline.ts does what stands within a line.
// Invariant: what only looks like a tag (`<Jean Dupont>`) is text.

import { empty, findLine, type ForeignLines, tell } from './foreign-lines.ts';
import { isElementName, isVoid } from './markdown-html.ts';

/** True when a body may hold some of it. */
export const isComponent = (source: string): boolean =>
  (source.includes('<') && /<[A-Z][a-z]/.test(source)) || /^\s*(?:import|export)\s/.test(source);

const importLine = /^import\s+(?:[\w*{$][^'"]*\sfrom\s+)?(['"])[^'"\n]+\1;?(?:\s*\/\/.*)?$/;

/** `import … from '…'`, `export …`, components with lines of their own, comments in braces; answers the last line that is done. */
export function passMdx(work: ForeignLines, i: number, text: string): number | null {
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
  if (name === undefined) return null;
  const end = endOfTag(work, i);
  if (end === -1 || !isTaken(work, name, (work.lines[end] as string).trimEnd())) return null;
  tell(work, i, name);
  return empty(work, i, end);
}

/**
 * The line on which a tag is closed that opens line `from`, when nothing stands behind it there; else -1. Values in
 * quotes and in braces may hold anything, and may go on over lines; a tag that is not closed after 40 is none.
 */
function endOfTag(work: ForeignLines, from: number): number {
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
export function componentsOf(source: string): Set<string> {
  const names = new Set<string>();
  for (const [, slash, name, rest] of source.matchAll(/<(\/?)([A-Z][a-z][\w.]*)([^<>]*)>/g)) {
    if (slash === '/' || /=|\/$/.test(rest as string)) names.add(name as string);
  }
  return names;
}

/** True for a tag that stands for a component. `<Script>` is HTML; one that closes itself would swallow what follows. */
function isTaken({ components, found }: ForeignLines, name: string, tag: string): boolean {
  if (isElementName(name)) return tag.endsWith('/>') && !isVoid(name);
  return components.has(name) || found.has('import') || found.has('export');
}

/** The line on which a statement's brackets are all closed again. */
function endOfStatement(work: ForeignLines, from: number): number {
  let depth = 0;
  for (let i = from; i < Math.min(work.lines.length, from + 400); i++) {
    const line = work.lines[i] as string;
    for (const char of line) depth += '{[('.includes(char) ? 1 : '}])'.includes(char) ? -1 : 0;
    if (depth <= 0 && (i > from || /[;})\]'"`\d]\s*$/.test(line))) return i;
    if (depth <= 0 && (work.lines[i + 1] ?? '').trim() === '') return i;
  }
  return from;
}
