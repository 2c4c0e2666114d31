// How far a build is, for a person at a terminal: one line that is written over, once the build takes longer than a
// second. Nothing at all in a file, a pipe, a CI job or a dumb terminal.
// Invariant: the line is gone before anything else is told, and drawing it costs next to nothing however often it is asked.

import type { Phase, Progress } from '../build/progress.ts';

/** Builds shorter than this (ms) show nothing. */
const patience = 1000;
/** The line changes at most so often (ms). */
const interval = 80;

/** Where a line of progress can be shown. */
export interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly write: (text: string) => unknown;
}

/** A progress that is shown, and that can be taken off the screen. */
export interface ShownProgress extends Progress {
  /** Takes the line away. */
  readonly clear: () => void;
}

/** Makes the progress of a terminal; a silent one where nobody looks. `now` is a clock in ms. */
export function createProgress(
  terminal: Terminal,
  env: Readonly<Record<string, string | undefined>>,
  now: () => number = () => performance.now(),
): ShownProgress {
  const isWatched = terminal.isTTY === true && !env['CI'] && env['TERM'] !== 'dumb';
  if (!isWatched) return { isWatched, phase: () => {}, clear: () => {} };
  const start = now();
  let last = 0;
  let shown = 0;
  const write = (line: string): void => {
    terminal.write(`\r${line}${' '.repeat(Math.max(0, shown - line.length))}\r`);
    shown = line.length;
  };
  return {
    isWatched,
    phase: (name, done, total) => {
      const at = now();
      if (at - start < patience || at - last < interval) return;
      last = at;
      const seconds = Math.floor((at - start) / 1000);
      write(lineOf({ name, done, total, seconds }).slice(0, Math.max(10, (terminal.columns || 80) - 1)));
    },
    clear: () => {
      if (shown > 0) write('');
    },
  };
}

function lineOf(at: {
  readonly name: Phase;
  readonly done: number;
  readonly total: number | null;
  readonly seconds: number;
}): string {
  const { name, done, total, seconds } = at;
  if (total === null || total === 0) return `${name}${done > 0 ? ` ${done}` : ''} · ${seconds} s`;
  return `${name} ${done} of ${total} · ${Math.floor((done / total) * 100)} % · ${seconds} s`;
}
