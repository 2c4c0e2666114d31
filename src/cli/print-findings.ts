// Findings as text for a terminal, as JSON, and as annotations for GitHub. Pure: it makes strings.

import type { Finding } from '../base/findings.ts';
import { partOfLine, widestLine } from '../base/line-window.ts';

/** At most so many findings of one code are shown at a terminal; the JSON has them all. */
export const mostOfACode = 20;

/** A line at a terminal: more would wrap, and the caret would stand under nothing. */
const widest = 100;

/** Colours for a terminal, or none. */
export interface Paint {
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly bold: (text: string) => string;
}

const colour =
  (code: number, on: boolean) =>
  (text: string): string =>
    on ? `\u001b[${code}m${text}\u001b[0m` : text;

/** Makes the colours; without `on` they leave the text as it is. */
export function createPaint(on: boolean): Paint {
  return { red: colour(31, on), yellow: colour(33, on), dim: colour(2, on), bold: colour(1, on) };
}

/** Control characters of a file must not steer the terminal. */
export const visible = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd');

/** One finding in the form of the README: place, severity, code, the line with a caret, the message and the hint. */
export function findingText(finding: Finding, paint: Paint): string {
  const { file, line, column } = finding;
  const place = [file, line, column].filter((part) => part !== undefined).join(':');
  const severity = finding.severity === 'error' ? paint.red('error') : paint.yellow('warning');
  const lines = [`${paint.bold(visible(place))}  ${severity}  ${finding.code}`];
  const shown = shownLine(finding);
  if (line !== undefined && shown !== null) {
    const gutter = ' '.repeat(String(line).length);
    lines.push(`  ${paint.dim(`${line} │`)} ${shown.text}`);
    if (shown.marks > 0)
      lines.push(`  ${gutter} ${paint.dim('│')} ${' '.repeat(shown.before)}${paint.red('^'.repeat(shown.marks))}`);
  }
  lines.push(`  ${visible(finding.message)}`);
  if (finding.hint) lines.push(`  ${paint.dim(visible(finding.hint))}`);
  return lines.join('\n');
}

/** The line of a finding as it fits a terminal, and where its carets stand below it; none when the column is not known. */
function shownLine(finding: Finding): { text: string; before: number; marks: number } | null {
  if (finding.text === undefined) return null;
  const { text, textFrom = 1, column = 0, length = 1 } = finding;
  const at = column - textFrom + 1;
  const hasMark = column > 0 && at >= 1 && at <= text.length + 1;
  const part = partOfLine(text, hasMark ? { column: at, length } : { column: 1, length: 1 }, widest);
  const from = part.textFrom ?? 1;
  const before = textFrom > 1 || from > 1 ? '…' : '';
  const goesOn = from - 1 + part.text.length < text.length || text.length === widestLine;
  const room = part.text.length - (at - from);
  return {
    text: before + visible(part.text.replaceAll('\t', ' ')) + (goesOn ? '…' : ''),
    before: before.length + at - from,
    marks: hasMark ? Math.max(1, Math.min(length, room)) : 0,
  };
}

/** All findings for a terminal; of a code that comes too often the rest is only counted. */
export function findingsText(findings: readonly Finding[], paint: Paint): string {
  const counts = new Map<string, number>();
  const shown: string[] = [];
  for (const finding of findings) {
    const count = (counts.get(finding.code) ?? 0) + 1;
    counts.set(finding.code, count);
    if (count <= mostOfACode) shown.push(findingText(finding, paint));
  }
  for (const [code, count] of counts) {
    if (count > mostOfACode) shown.push(paint.dim(`… and ${count - mostOfACode} more of ${code}`));
  }
  return shown.join('\n\n');
}

/** All findings as one JSON array. */
export function findingsJson(findings: readonly Finding[]): string {
  return JSON.stringify(findings, null, 2);
}

/** Workflow commands that GitHub shows at the line of the file. */
export function findingsGithub(findings: readonly Finding[], folder: string): string {
  const value = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const property = (text: string): string => value(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return findings
    .map((finding) => {
      const places = [`file=${property(folder + finding.file)}`];
      if (finding.line !== undefined) places.push(`line=${finding.line}`);
      if (finding.column !== undefined) places.push(`col=${finding.column}`);
      places.push(`title=${property(finding.code)}`);
      const message = finding.hint ? `${finding.message} ${finding.hint}` : finding.message;
      return `::${finding.severity} ${places.join(',')}::${value(message)}`;
    })
    .join('\n');
}

/** How many errors and warnings. */
export function countFindings(findings: readonly Finding[]): { error: number; warning: number } {
  const error = findings.filter((finding) => finding.severity === 'error').length;
  return { error, warning: findings.length - error };
}
