// `npm run test:edits -- N [SEED]`: plays N random scripts of edits and compares incremental with clean builds, on all
// cores, each with scripts of its own. The last line counts them; a script that fails is shrunk and printed as soon as it
// is, with the seed that makes it again.

import * as fc from 'fast-check';
import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { codeFolder } from '../base/project-folder.ts';
import { scripts } from './edits.ts';
import { openStage } from './play.ts';

/** What one process is asked, and answers. */
interface Asked {
  readonly numRuns: number;
  readonly seed: number;
}
interface Played {
  readonly runs: number;
  readonly edits: number;
  /** What went wrong, or null. */
  readonly wrong: string | null;
}

// How soon a file's stat is believed, and by one process or many; or edits in the middle of builds.
const ways = fc.constantFrom({ settle: 0 }, { settle: 0, alone: true }, { settle: 2000 }, 'meanwhile' as const);

async function play({ numRuns, seed }: Asked): Promise<Played> {
  const stage = await openStage();
  let edits = 0;
  const property = fc.asyncProperty(scripts, ways, async (script, way) => {
    edits += script.edits.length;
    const wrong = await (way === 'meanwhile' ? stage.playMeanwhile(script) : stage.play(script, way));
    if (wrong !== null) throw new Error(wrong);
  });
  const result = await fc.check(property, { numRuns, seed });
  await stage.close();
  const cause = result.errorInstance instanceof Error ? result.errorInstance.message : '';
  const wrong = result.failed ? `${fc.defaultReportMessage(result)}\n${cause}` : null;
  return { runs: result.numRuns, edits, wrong };
}

/** Plays in another process; one that ends without an answer has failed. */
function playAside(asked: Asked): Promise<Played> {
  const env = { ...process.env, NODE_COMPILE_CACHE: codeFolder };
  const child = fork(fileURLToPath(import.meta.url), ['--aside', String(asked.numRuns), String(asked.seed)], { env });
  return new Promise((resolve) => {
    child.once('message', (played) => resolve(played as Played));
    child.once('exit', (code, signal) =>
      resolve({ runs: 0, edits: 0, wrong: `A process ended with ${signal ?? code} (seed ${asked.seed}).` }),
    );
  });
}

async function playAll(total: number, seed: number): Promise<void> {
  const count = Math.max(1, Math.min(availableParallelism(), total));
  const shares = Array.from({ length: count }, (_, i) => Math.floor((total + i) / count));
  const played = await Promise.all(
    shares.map(async (numRuns, i) => {
      const one = await playAside({ numRuns, seed: seed + i });
      if (one.wrong !== null) process.stdout.write(`${one.wrong}\n`);
      return one;
    }),
  );
  const sum = (of: (one: Played) => number): number => played.reduce((all, one) => all + of(one), 0);
  const isWrong = played.some(({ wrong }) => wrong !== null);
  if (isWrong) process.exitCode = 1;
  const verdict = isWrong ? 'failed, see above.' : 'incremental equals clean.';
  const [runs, edits] = [sum((one) => one.runs), sum((one) => one.edits)];
  process.stdout.write(`${runs} scripts, ${edits} edits, seeds from ${seed}, ${count} processes: ${verdict}\n`);
}

if (process.argv[2] === '--aside') {
  const played = await play({ numRuns: Number(process.argv[3]), seed: Number(process.argv[4]) });
  process.send?.(played, () => process.disconnect?.());
} else await playAll(Number(process.argv[2] ?? 1000), Number(process.argv[3] ?? Date.now() % 2 ** 31));
