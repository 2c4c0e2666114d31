// Front matter: the lines between the fences at the head of a file, as a tree of values with their places, and the body.
// YAML, TOML (`+++`, `---toml`) and JSON (`---json`, `{`). What a key means is the rooms' matter (keys.ts, term.ts, site.ts).
// Only importer of gray-matter, which chooses the engine: always ours, so that no front matter ever runs code
// and nothing is cached. The fences are found here, because gray-matter takes any line that begins with `---` for one.
// Invariant: never throws; every finding has a place.

import matter from 'gray-matter';
import type { Finding, FindingCode, Parsed, Severity } from '../base/findings.ts';
import {
  faultFinding,
  hashFinding,
  placeInHead,
  repeatedFinding,
  shapeFinding,
  type HeadText,
} from './front-matter-faults.ts';
import { findFences, type Fences, type Language } from './fences.ts';
import { quoteHashWords } from './hash-words.ts';
import { isKnownKey } from './keys.ts';
import { foldKey, type MapNode, type Node, type Pair } from './nodes.ts';
import { repairYaml } from './repair-yaml.ts';
import { decode, onLine, placeAt, type SourceFile } from './source-file.ts';
import { readToml } from './toml-tree.ts';
import type { Place } from './types.ts';
import { readYaml } from './yaml-tree.ts';

/** What stands at the head of a file, and where the body starts. */
export interface FrontMatter {
  readonly file: string;
  /** The whole decoded text of the file. */
  readonly text: string;
  readonly language: Language;
  readonly root: MapNode;
  /** The head as it was read: the offsets of nodes count in it. Has as many lines as the head in the file. */
  readonly head: string;
  /** 1-based line of the file on which the head starts. */
  readonly headLine: number;
  /** Markdown after the front matter. */
  readonly body: string;
  /** 1-based line of the file on which the body starts. */
  readonly bodyLine: number;
}

/** What the engines hand through gray-matter: the tree, or the reason why there is none. */
interface Read {
  readonly root: Node | null;
  readonly head: string;
  readonly findings: readonly Finding[];
}

/** Reads the head of a file. `none`: there is no front matter, so it is no article of anybody. */
export function readFrontMatter(file: SourceFile): Parsed<FrontMatter> & { none: boolean } {
  const decoded = decode(file);
  const findings: Finding[] = [...decoded.findings];
  if (decoded.value === null) return { value: null, findings, none: false };
  const { text } = decoded.value;
  const fences = findFences(text);
  if (fences.kind === 'none') return { value: null, findings, none: true };
  if (fences.kind === 'open') {
    const place = placeAt(text, fences.offset, fences.length);
    const message = `The front matter has no ${fences.missing} line.`;
    findings.push({
      code: 'front-matter-open',
      severity: 'error',
      message,
      hint: fences.hint,
      file: file.path,
      ...place,
    });
    return { value: null, findings, none: false };
  }
  const read = runEngine(file.path, text, fences);
  for (const finding of read.findings) findings.push(finding);
  if (read.root === null || read.root.kind !== 'map') {
    if (!findings.some((found) => found.severity === 'error')) findings.push(shapeFinding(file.path, text, fences));
    return { value: null, findings, none: false };
  }
  const body = text.slice(fences.bodyStart);
  const { language, headLine, bodyLine } = fences;
  const value = { file: file.path, text, language, root: read.root, head: read.head, headLine, body, bodyLine };
  return { value, findings, none: false };
}

/** The Markdown after the front matter, without reading the front matter itself; '' when the file is no text. */
export function bodyAfterFrontMatter(file: SourceFile): { body: string; line: number } {
  const decoded = decode(file);
  if (decoded.value === null) return { body: '', line: 1 };
  const fences = findFences(decoded.value.text);
  if (fences.kind !== 'closed') return { body: '', line: 1 };
  return { body: decoded.value.text.slice(fences.bodyStart), line: fences.bodyLine };
}

// No text holds NUL (decode refuses or removes it): gray-matter looks for this closing fence and never finds one.
const delimiters: [string, string] = ['---', '\0'];
const emptyMap: MapNode = { kind: 'map', pairs: [], start: 0, end: 0 };

function runEngine(file: string, text: string, fences: Extract<Fences, { kind: 'closed' }>): Read {
  const written = text.slice(fences.headStart, fences.headEnd);
  // Nikola begins each of its keys with two dots; as spaces they leave every place as it is.
  const head = written.startsWith('.. ') ? written.replace(/^\.\. /gm, '   ') : written;
  const job: HeadText = { file, text, head, headLine: fences.headLine };
  let read: Read = { root: emptyMap, head, findings: [] };
  const take = (result: Read): object => {
    read = result;
    return {};
  };
  const refuse = (): object => take(refuseCode(job, fences.language));
  const engines = {
    yaml: () => take(yaml(job)),
    json: () => take(yaml(job)),
    toml: () => take(toml(job)),
    javascript: refuse,
    coffee: refuse,
    unknown: refuse,
  };
  matter(`---${fences.language}\n${head}`, { engines, delimiters, excerpt: () => '' } as Parameters<typeof matter>[1]);
  return read;
}

function yaml(job: HeadText): Read {
  const { head } = job;
  const result = readYaml(head);
  const shape = result.ok ? result.root : null;
  if (result.ok && (shape === null || shape.kind === 'map')) {
    const findings = result.repeated.map((pair) => repeatedFinding({ ...job, head: result.head }, pair));
    return withHashWords(job, { root: shape ?? emptyMap, head: result.head, findings });
  }
  const repaired = repairYaml(head, isKnownKey);
  if (repaired === null)
    return { root: null, head, findings: result.ok ? [] : [faultFinding({ ...job, head: result.head }, result.fault)] };
  const told = repaired.slips.map((slip): Finding => {
    const hint = slip.what.startsWith('A value')
      ? 'Put the value between quotes: title: "Ukraine: la paix".'
      : 'Use ordinary spaces, and one after each colon.';
    const mark = { line: job.headLine + slip.line, column: slip.column + 1, length: slip.length };
    const line = head.split('\n')[slip.line] ?? '';
    const message = `${slip.what} It was read as it was probably meant.`;
    return { code: 'front-matter-syntax', severity: 'warning', message, hint, file: job.file, ...onLine(line, mark) };
  });
  const mended = { ...job, head: repaired.head };
  const repeats = repaired.result.repeated.map((pair) => repeatedFinding(mended, pair));
  return withHashWords(job, { root: repaired.result.root, head: repaired.head, findings: [...told, ...repeats] });
}

/** What was read, with the words behind # that YAML takes for comments. */
function withHashWords(job: HeadText, read: Read): Read {
  const quoted = read.root === null ? null : quoteHashWords(read.head, read.root);
  if (quoted === null) return read;
  const told = quoted.words.map((word) => hashFinding({ ...job, head: read.head }, word));
  return { root: quoted.result.root, head: quoted.head, findings: [...read.findings, ...told] };
}

function toml(job: HeadText): Read {
  const result = readToml(job.head);
  if (result.ok) return { root: result.root, head: result.head, findings: [] };
  return { root: null, head: job.head, findings: [faultFinding(job, result.fault)] };
}

function refuseCode(job: HeadText, language: Language): Read {
  const isCode = language === 'javascript' || language === 'coffee';
  const message = isCode
    ? 'The front matter is written in a programming language. It is never run.'
    : 'The front matter is written in a language that is not known.';
  const code: FindingCode = isCode ? 'front-matter-code' : 'front-matter-syntax';
  const hint = 'Write it in YAML, between two lines of ---.';
  const finding: Finding = { code, severity: 'error', message, hint, file: job.file, ...placeAt(job.text, 0, 20) };
  return { root: null, head: job.head, findings: [finding] };
}

/** Where a node or a key stands in the file; null when it is not known. */
export function placeOf(matterOf: FrontMatter, span: { start: number; end: number; key?: string }): Place | null {
  if (span.start >= 0) {
    return placeInHead(matterOf, span.start, span.end - span.start);
  }
  if (span.key === undefined) return null;
  const escaped = span.key.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const match = new RegExp(`^\\s*["']?${escaped}["']?\\s*[=:]\\s*`, 'm').exec(matterOf.head);
  if (match === null) return null;
  const start = match.index + match[0].length;
  const newline = matterOf.head.indexOf('\n', start);
  return placeInHead(matterOf, start, (newline === -1 ? matterOf.head.length : newline) - start);
}

/** A finding about one key of a front matter: marked is its value, or the key when there is none. */
export function keyFinding(
  found: FrontMatter,
  pair: Pair,
  about: { code: FindingCode; severity: Severity; message: string; hint?: string; node?: Node; onKey?: boolean },
): Finding {
  const node = about.node ?? pair.value;
  const isMarked = about.onKey !== true && node.end > node.start;
  const span = isMarked
    ? { start: node.start, end: firstLineEnd(found.head, node) }
    : { start: pair.keyStart, end: pair.keyEnd };
  const place = placeOf(found, { ...span, key: pair.key });
  const { code, severity, message, hint } = about;
  return { code, severity, message, ...(hint === undefined ? {} : { hint }), file: found.file, ...place };
}

function firstLineEnd(head: string, node: Node): number {
  const newline = head.indexOf('\n', node.start);
  return newline === -1 ? node.end : Math.min(node.end, newline);
}

/** The pairs of a front matter by folded key; of a repeated key the last. */
export function pairsByKey(root: MapNode): Map<string, Pair> {
  const pairs = new Map<string, Pair>();
  for (const pair of root.pairs) pairs.set(foldKey(pair.key), pair);
  return pairs;
}
