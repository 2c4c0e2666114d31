// What the readers of shortcodes share: the walk over a body, what a reader answers, and how far one looks.
// Invariant: no search goes further than twenty thousand characters, and none goes back.

import type { Surroundings } from './shortcode-meaning.ts';
import type { Regions } from './shortcode-regions.ts';

/** The first shortcode of a name. */
export interface FoundShortcode {
  readonly name: string;
  /** UTF-16 offset in the body. */
  readonly offset: number;
  /** The first line of what stands there. */
  readonly text: string;
  /** True when a picture, a link or a text took its place. */
  readonly isReplaced: boolean;
}

/** What a reader found. `name` empty: nothing to report. */
export interface Reading {
  readonly name: string;
  readonly instead: string;
  readonly end: number;
}

export interface Work {
  readonly source: string;
  readonly lang: string;
  readonly regions: Regions;
  /** Positions of closing marks already searched for: each search goes on from the last. */
  readonly closers: Map<string, number>;
  /** Names in square brackets that were opened and hold text. */
  readonly opened: Set<string>;
  /** What was written and is no longer looked at, in pieces. */
  readonly written: string[];
  /** The end of what was written. Readers look back at it, so it stays short, however long the text and its lines are. */
  out: string;
}

/** Readers look back at no more than this. */
const lookedBackAt = 400;

/** Writes at the end. */
export function put(work: Work, text: string): void {
  work.out += text;
  if (work.out.length < 3 * lookedBackAt) return;
  work.written.push(work.out.slice(0, -lookedBackAt));
  work.out = work.out.slice(-lookedBackAt);
}

/** How far a closing mark may be. */
export const longest = 3_000;

/** Position of a closing mark at `from` or behind, within reach; -1 when there is none. */
export function find(work: Work, mark: string, from: number): number {
  let at = work.closers.get(mark);
  if (at === undefined || (at !== -1 && at < from)) {
    at = work.source.indexOf(mark, from);
    work.closers.set(mark, at);
  }
  return at === -1 || at - from > longest ? -1 : at;
}

/** What stands around the place that has been reached. */
export function surroundings(work: Work, at: number): Surroundings {
  const before = work.out.slice(-120);
  if (/(?:\]\(\s*<?|^ {0,3}\[[^\]\n]+\]:\s*<?|\b[a-z-]+\s*=\s*["']?)[^\s()"'<>]*(?![\s\S])/im.test(before))
    return 'address';
  return work.regions.isHtml(at) ? 'html' : 'text';
}
