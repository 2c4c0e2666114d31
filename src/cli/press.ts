// Processes that make pictures. Decoders take much memory and give little of it back, and files can be made to break
// them: in a process of its own both end with it.
// Invariant: each process has one order at a time. One that breaks fails its own picture, and another takes its place;
// one that was ended from outside fails the build, for no picture may be missing because memory was short.

import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { codeUrl } from '../base/project-folder.ts';
import { makePicture, type PictureOrder } from '../images/make-picture.ts';
import type { Press } from '../images/make-pictures.ts';
import type { PictureResult } from '../images/types.ts';
import { errorOf, type Failure } from './failure.ts';

/** What a process says: once that it is there, then one answer to each order. */
export type Printed = 'ready' | { readonly result: PictureResult } | { readonly error: Failure };

/** How a process ended. */
interface End {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

const program = fileURLToPath(codeUrl('src/cli/press-process.ts'));

/** What a decoder dies of; Windows has large numbers for the same. */
const broken: readonly (NodeJS.Signals | null)[] = ['SIGSEGV', 'SIGBUS', 'SIGABRT', 'SIGILL', 'SIGFPE'];

/** Opens a press; processes start when they are needed. */
export function openPress(start: () => ChildProcess = startProcess): Press {
  const all = new Set<ChildProcess>();
  const idle: ChildProcess[] = [];
  const take = async (): Promise<ChildProcess | null> => {
    const known = idle.pop();
    if (known) return known;
    const child = start();
    all.add(child);
    return (await listen(child)) === 'ready' ? child : null;
  };
  const print = async (order: PictureOrder): Promise<PictureResult> => {
    const child = await take();
    // Where no process can be started, pictures are made in this one.
    if (child === null) return makePicture(order);
    child.send(order, () => {});
    const heard = await listen(child);
    if (heard === 'ready') throw new Error('A process that makes pictures began twice.');
    if ('code' in heard) {
      if (broken.includes(heard.signal) || (heard.code ?? 0) > 255) return { fault: 'crash' };
      throw new Error(
        `A process that makes pictures was ended (${heard.signal ?? heard.code}); perhaps memory is short.`,
      );
    }
    idle.push(child);
    if ('error' in heard) throw errorOf(heard.error);
    return heard.result;
  };
  return {
    print,
    close: () => {
      for (const child of all) child.kill();
    },
  };
}

/** Few arenas: with one for each thread the system's allocator keeps twice the memory. */
function startProcess(): ChildProcess {
  return fork(program, { env: { ...process.env, MALLOC_ARENA_MAX: '2' }, execArgv: [] });
}

/** The next thing that a process says, or its end. */
function listen(child: ChildProcess): Promise<Printed | End> {
  return new Promise((resolve) => {
    const settle = (heard: Printed | End): void => {
      child.off('message', settle);
      child.off('exit', onExit);
      child.off('error', onError);
      resolve(heard);
    };
    const onExit = (code: number | null, signal: NodeJS.Signals | null): void => settle({ code, signal });
    const onError = (): void => settle({ code: child.exitCode, signal: child.signalCode });
    child.on('message', settle);
    child.on('exit', onExit);
    child.on('error', onError);
    if (child.exitCode !== null || child.signalCode !== null) onError();
  });
}
