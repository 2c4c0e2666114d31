// Where words go: answers to standard output, everything else to standard error. Survives a closed pipe.

import { createPaint, type Paint } from './print-findings.ts';

export interface Screen {
  /** What was asked for: standard output. */
  readonly answer: (text: string) => void;
  /** What a person wants to know meanwhile: standard error. */
  readonly tell: (text: string) => void;
  readonly paint: Paint;
}

/** Makes the screen of a process. Colours only at a terminal that wants them. */
export function createScreen(host: NodeJS.Process): Screen {
  // A reader that has gone away (`| head`) is no reason to fail; a disk that takes no answer is.
  host.stderr.on('error', () => {});
  host.stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE' || code === 'EBADF' || code === 'ERR_STREAM_DESTROYED') return;
    host.stderr.write(`The answer could not be written: ${message}.\n`);
    host.exitCode = 1;
  });
  const colours = host.stderr.isTTY === true && !host.env['NO_COLOR'] && host.env['TERM'] !== 'dumb';
  return {
    answer: (text) => void host.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
    tell: (text) => void host.stderr.write(text.endsWith('\n') ? text : `${text}\n`),
    paint: createPaint(colours),
  };
}
