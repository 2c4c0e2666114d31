// Values of front matter as an article, a term or a page needs them: text, lists, dates, yes or no.
// It knows no key by name. A value of the wrong form is a finding and counts as absent, never as something else.
// Invariant: never throws; each finding names the key, the place and what was expected.

import { parseMoment } from '../base/dates.ts';
import type { Finding, FindingCode, Severity } from '../base/findings.ts';
import { cutWords, oneLine, plainText } from '../base/text.ts';
import { keyFinding, type FrontMatter } from './front-matter.ts';
import { isEmpty, textOf, type Node, type Pair } from './nodes.ts';
import { replaceShortcodes } from './shortcodes.ts';
import type { Moment } from './types.ts';

/** A front matter that is being read, and what was found in it so far. */
export interface Reading {
  readonly matter: FrontMatter;
  readonly findings: Finding[];
}

/** What to say of a value. */
export interface Complaint {
  readonly code?: FindingCode;
  readonly severity?: Severity;
  readonly message: string;
  readonly hint?: string;
  /** The part of the value that is meant; the whole when absent. */
  readonly node?: Node;
}

/** Adds a finding about the value of a key: `bad-value`, an error, when nothing else is said. */
export function complain(reading: Reading, pair: Pair, complaint: Complaint): void {
  const { code = 'bad-value', severity = 'error', ...rest } = complaint;
  reading.findings.push(keyFinding(reading.matter, pair, { code, severity, ...rest }));
}

/** Adds a finding about a setting of the site; it is then as if it were not written. */
export function complainOfSetting(reading: Reading, pair: Pair, complaint: Complaint): void {
  complain(reading, pair, { code: 'site-settings', ...complaint });
}

/** The text of a scalar as it was typed, `true` and `null` of a quoted kind included; null for lists, maps, nothing. */
export function writtenText(reading: Reading, node: Node): string | null {
  if (node.kind !== 'scalar' || node.value === null) return null;
  if (typeof node.value === 'string') return node.value;
  return node.start >= 0 ? reading.matter.head.slice(node.start, node.end) : String(node.value);
}

/** One line of plain text: no markup, no control characters, at most `max` characters; null when there is none. */
export function readText(reading: Reading, pair: Pair | null, max = 5000): string | null {
  if (pair === null || isEmpty(pair.value)) return null;
  const written = writtenText(reading, pair.value);
  if (written === null) {
    complain(reading, pair, {
      message: `"${name(pair)}" must be a text.`,
      hint: `Write ${name(pair)}: and a text, on one line.`,
    });
    return null;
  }
  return tidyText(reading, { pair, node: pair.value, written, max });
}

/** One line of plain text of a node that was written; null when nothing is left. */
export function tidyText(
  reading: Reading,
  { pair, node, written, max }: { pair: Pair; node: Node; written: string; max: number },
): string | null {
  // Far beyond what is kept nothing needs to be tidied: a title may have a megabyte.
  const { text, removed } = oneLine(written.length > max * 20 ? written.slice(0, max * 20) : written);
  if (removed) {
    const message = `"${name(pair)}" holds invisible control characters; they were taken out.`;
    complain(reading, pair, { code: 'control-character', severity: 'warning', message, node });
  }
  const plain = plainText(withoutCommands(text));
  if (plain === '') return null;
  if (plain.length <= max) return plain;
  complain(reading, pair, {
    message: `"${name(pair)}" has ${written.length} characters; at most ${max} are shown.`,
    hint: 'Shorten it.',
    node,
  });
  return cutWords(plain, max);
}

/** A text without commands of other programs; one that is nothing else stays, for a headline must be something. */
function withoutCommands(text: string): string {
  if (!text.includes('{{') && !text.includes('{%')) return text;
  const rest = replaceShortcodes(text, '').text.trim();
  return rest === '' ? text : rest;
}

/** A word as it was typed, for ids and addresses: trimmed, no markup taken out. */
export function readWord(reading: Reading, pair: Pair | null): string | null {
  if (pair === null || isEmpty(pair.value)) return null;
  const written = writtenText(reading, pair.value);
  if (written === null) {
    complain(reading, pair, { message: `"${name(pair)}" must be one value, not a list or a group of keys.` });
    return null;
  }
  return written.trim();
}

/** A date; `bad` when one was written that cannot be read, so that the caller can decide what that means. */
export function readMoment(
  reading: Reading,
  pair: Pair | null,
  zone: string,
): { readonly moment: Moment | null; readonly bad: boolean } {
  if (pair === null || isEmpty(pair.value) || isZeroDate(pair.value)) return { moment: null, bad: false };
  const found = momentOf(reading, { pair, node: pair.value, zone });
  return { moment: found, bad: found === null };
}

/** The date that Hugo and WordPress write where there is none: year 0 or 1. */
export function isZeroDate(node: Node): boolean {
  return /^\s*000[01]-0[01]-0[01](?!\d)/.test(textOf(node) ?? '');
}

/** A date in any node; a finding and null when it cannot be read. */
export function momentOf(
  reading: Reading,
  { pair, node, zone }: { pair: Pair; node: Node; zone: string },
): Moment | null {
  // Org mode writes [2026-03-05 Thu 16:28], which YAML takes for a list.
  const only = node.kind === 'list' && node.items.length === 1 ? (node.items[0] as Node) : null;
  if (only !== null && parseMoment(textOf(only) ?? '', zone) !== null)
    return momentOf(reading, { pair, node: only, zone });
  if (node.kind !== 'scalar' || typeof node.value !== 'string') {
    complain(reading, pair, {
      message: `"${name(pair)}" must be a date.`,
      hint: 'Write 2026-03-05 or 2026-03-05 16:28.',
      node,
    });
    return null;
  }
  const read = parseMoment(node.value, zone) ?? parseMoment(node.value.trim(), zone);
  if (read === null) {
    const message = `The date "${oneLine(node.value.slice(0, 60)).text}" does not exist or cannot be read.`;
    complain(reading, pair, { code: 'bad-date', message, hint: 'Write 2026-03-05 or 2026-03-05 16:28.', node });
    return null;
  }
  if (read.shifted !== null) {
    const message =
      read.shifted === 'gap'
        ? `The clock skips this hour; it was read as ${read.moment.iso}.`
        : `The clock repeats this hour; the first was taken: ${read.moment.iso}.`;
    complain(reading, pair, {
      code: 'shifted-date',
      severity: 'warning',
      message,
      hint:
        read.shifted === 'gap'
          ? `Write the hour that is meant: ${read.moment.iso}.`
          : `Write the one that is meant with its offset: ${read.moment.iso}.`,
      node,
    });
  }
  if (read.ambiguous) {
    const message = `Day and month can be exchanged here; it was read day first: ${read.moment.iso.slice(0, 10)}.`;
    complain(reading, pair, {
      code: 'bad-date',
      severity: 'warning',
      message,
      hint: 'Write the year first: 2026-03-05.',
      node,
    });
  }
  return read.moment;
}

const yes = new Set(['true', 'yes', 'oui', 'on', '1', 'vrai', 'y', 'open', 'opened', 'enabled']);
const no = new Set(['false', 'no', 'non', 'off', '0', 'faux', 'n', 'closed', 'disabled', 'none']);

/** True, false, or null when the word is neither. */
export function booleanOf(node: Node): boolean | null {
  if (node.kind !== 'scalar') return null;
  if (typeof node.value === 'boolean') return node.value;
  const word = (node.value ?? '').trim().toLowerCase();
  return yes.has(word) ? true : no.has(word) ? false : null;
}

/** A key as it may be told. */
export function name(pair: Pair): string {
  return oneLine(pair.key.slice(0, 60)).text;
}
