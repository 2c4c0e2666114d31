// Slips in YAML that a colleague would mend without asking: a colon in a headline without quotes, quotes inside quotes,
// a value that starts with a sign of YAML, a tab for spaces, no space after the colon. Lines are mended one by one.
// It reads nothing twice that was right: it is called when YAML has refused the head.
// Invariant: no line is added or removed, no text of a value is lost, and each mended line is told.

import { commentStart, isReadersText } from './hash-words.ts';
import { foldKey } from './nodes.ts';
import { readYaml, type YamlResult } from './yaml-tree.ts';

/** One line that was mended: 0-based line of the head, 0-based column of the slip, and what it was. */
export interface Slip {
  readonly line: number;
  readonly column: number;
  readonly length: number;
  readonly what: string;
}

/** A head that can be read after all. */
export interface Repaired {
  readonly head: string;
  readonly result: Extract<YamlResult, { ok: true }>;
  readonly slips: readonly Slip[];
}

const entry =
  /^(?<indent> *(?:- +)?)(?<key>[\p{L}_][\p{L}\p{N}_ .-]{0,60}?)(?<colon> *:)(?<gap>[ \t\u00a0\u202f]*)(?<value>.*)$/u;
const item = /^(?<indent> *- +)(?<value>\S.*)$/u;

/** Mends what can be mended safely; null when the head still cannot be read. `isKey` says which words are keys. */
export function repairYaml(head: string, isKey: (folded: string) => boolean): Repaired | null {
  const lines = head.split('\n');
  if (lines.length > 2000) return null;
  const slips: Slip[] = [];
  const mended = lines.map((line, i) => mendLine({ line, next: lines[i + 1] ?? '', number: i, slips, isKey }));
  if (slips.length === 0) return null;
  const text = mended.join('\n');
  const result = readYaml(text);
  return result.ok && result.root?.kind === 'map' ? { head: result.head, result, slips } : null;
}

interface Line {
  readonly line: string;
  readonly next: string;
  readonly number: number;
  readonly slips: Slip[];
  readonly isKey: (folded: string) => boolean;
}

function mendLine({ line, next, number, slips, isKey }: Line): string {
  if (line.trim() === '' || line.trimStart().startsWith('#')) return line;
  const tell = (column: number, length: number, what: string): void => {
    slips.push({ line: number, column, length: Math.max(1, length), what });
  };
  let current = line;
  const indent = /^[ \t\u00a0]*/.exec(line)?.[0] ?? '';
  if (/[\t\u00a0]/.test(indent)) {
    tell(indent.search(/[\t\u00a0]/), 1, 'A tab or a hard space stands where YAML wants spaces.');
    current = indent.replace(/[\t\u00a0]/g, '  ') + line.slice(indent.length);
  }
  const groups = entry.exec(current)?.groups;
  if (groups !== undefined) return mendEntry({ groups, current, next, tell, isKey });
  const plain = item.exec(current)?.groups;
  const value = plain?.['value'];
  if (value === undefined || continues(next, indent.length + 1) || isFine(`- ${value}`)) return current;
  tell(current.length - value.length, value.length, 'A value needs quotes.');
  return `${plain?.['indent'] ?? ''}${quote(value)}`;
}

interface Entry {
  readonly groups: Record<string, string>;
  readonly current: string;
  readonly next: string;
  readonly tell: (column: number, length: number, what: string) => void;
  readonly isKey: (folded: string) => boolean;
}

function mendEntry({ groups, current, next, tell, isKey }: Entry): string {
  const { indent = '', key = '', gap = '', value = '' } = groups;
  const start = current.length - value.length;
  const isOurs = isKey(foldKey(key));
  let head = `${indent}${key}:`;
  if (value === '') return head;
  if (gap === '' && (!isOurs || value.startsWith('//'))) return current;
  if (gap === '') tell(start - 1, 1, 'A space is missing after the colon.');
  else if (/[^ ]/.test(gap) && !/^[\t ]+$/.test(gap))
    tell(start - gap.length, gap.length, 'A hard space stands after the colon.');
  head += ' ';
  if (/^[|>][+-]?\d?\s*(?:#.*)?$/.test(value) || continues(next, indent.length)) return head + value;
  if (isFine(`k: ${value}`)) return head + value;
  const end = commentAt(key, value, indent);
  tell(start, end, 'A value needs quotes.');
  return head + quote(value.slice(0, end)) + value.slice(end);
}

/** Where a remark begins behind a value, as in a head that needs no mending; within quotes there is none. */
function commentAt(key: string, value: string, indent: string): number {
  if (/^["']/.test(value)) return value.length;
  return commentStart(value, isReadersText(key, indent === '' ? 'top' : 'below') ? 'text' : 'other');
}

/** True when the next line belongs to the value: it is indented deeper, or is a list below the key. */
function continues(next: string, indent: number): boolean {
  const deeper = /^\s*/.exec(next)?.[0].length ?? 0;
  if (next.trim() === '') return false;
  return deeper > indent && !/^\s*-?\s*[\p{L}_][\p{L}\p{N}_-]*\s*:/u.test(next);
}

function isFine(line: string): boolean {
  const read = readYaml(line);
  return read.ok && !line.startsWith('k: *');
}

/** In single quotes; a pair of quotes around the whole is taken as meant, a lone one at either end as a slip. */
function quote(value: string): string {
  let text = value.trimEnd();
  const first = text[0] as string;
  const isQuote = first === '"' || first === "'";
  const others = text.slice(1).split(first).length - 1;
  // `"A" and "B"` are two quotations, `"a "b" c"` is one with another in it.
  const isTwo = isQuote && /^[^"']*[^\s"'](?:"|'(?!\p{L}))[\s:,;.!?)]/u.test(text.slice(1));
  if (isQuote && text.length > 1 && text.endsWith(first) && !isTwo) text = text.slice(1, -1);
  else if (isQuote && others === 0) text = text.slice(1);
  if (first === '"') text = text.replaceAll('\\"', '"');
  return `'${text.replaceAll("'", "''")}'`;
}
