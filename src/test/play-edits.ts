// `npm run test:edits -- N [SEED]`: plays N random scripts of edits and compares incremental with clean builds.
// The last line counts them; a script that fails is shrunk and printed with the seed that makes it again.

import * as fc from 'fast-check';
import { scripts } from './edits.ts';
import { openStage } from './play.ts';

const numRuns = Number(process.argv[2] ?? 1000);
const seed = Number(process.argv[3] ?? Date.now() % 2 ** 31);
const stage = await openStage();
let edits = 0;
// How soon a file's stat is believed, and by one process or many; or edits in the middle of builds.
const ways = fc.constantFrom({ settle: 0 }, { settle: 0, alone: true }, { settle: 2000 }, 'meanwhile' as const);
const property = fc.asyncProperty(scripts, ways, async (script, way) => {
  edits += script.edits.length;
  const wrong = await (way === 'meanwhile' ? stage.playMeanwhile(script) : stage.play(script, way));
  if (wrong !== null) throw new Error(wrong);
});
const result = await fc.check(property, { numRuns, seed });
await stage.close();
if (result.failed) {
  const cause = result.errorInstance instanceof Error ? result.errorInstance.message : '';
  process.stdout.write(`${fc.defaultReportMessage(result)}\n${cause}\n`);
  process.exitCode = 1;
} else process.stdout.write(`${result.numRuns} scripts, ${edits} edits, seed ${seed}: incremental equals clean.\n`);
