// `npm run faults`: every fault, over 3,000 pages, and how many of how many were survived. Takes a while; as root it
// can also fill a disk. `npm run faults -- kills disk` tries only these; `--kills 200` kills more often.

import { parseArgs } from 'node:util';
import { damage, damages, editMeanwhile } from './fault-edits.ts';
import { endBuild, planKills, survive } from './fault-kills.ts';
import { canMount, closePipe, fillDisk, forbid, limitFiles, lockCache, starveHandles } from './fault-limits.ts';
import { type Ground, makeGround } from './faults.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { kills: { type: 'string', default: '60' }, articles: { type: 'string', default: '2700' } },
});

type Trial = readonly [string, (ground: Ground, name: string) => Promise<unknown>];

const say = (text: string): void => void process.stdout.write(`${text}\n`);
const spread = (count: number, to: number): number[] => Array.from({ length: count }, (_, i) => (i * to) / count);

/** Every family of faults with its trials. */
function families(ground: Ground): Readonly<Record<string, readonly Trial[]>> {
  const kills = planKills(Number(values.kills), ground).map((kill): Trial => [
    `${kill.build}, ${kill.moment.at} ${kill.moment.ms} ms`,
    (at, name) => survive(at, kill, name),
  ]);
  const signals = (['SIGINT', 'SIGTERM'] as const).flatMap((signal) =>
    spread(5, 1).map((): Trial => [signal, (at, name) => endBuild(at, signal, name)]),
  );
  const disk = canMount(ground.folder)
    ? spread(10, 1).map((share): Trial => [`${share} of the room`, (at, name) => fillDisk(at, share, name)])
    : [];
  return {
    kills,
    releases: kills,
    signals,
    disk,
    'large files': [1, 2, 4, 8, 16].map((kb): Trial => [`${kb} KB`, (at, name) => limitFiles(at, kb, name)]),
    permission: (['inside', 'beside'] as const).map((where): Trial => [where, (at, name) => forbid(at, where, name)]),
    'locked cache': (['full', 'empty'] as const).map((of): Trial => [of, (at, name) => lockCache(at, of, name)]),
    handles: [24, 26, 28, 30, 34, 38, 44, 52, 64, 100].map((n): Trial => [
      `${n}`,
      (at, name) => starveHandles(at, n, name),
    ]),
    pipe: [['closed', closePipe]],
    edits: spread(5, 5).map((seed): Trial => [`seed ${seed}`, (at, name) => editMeanwhile(at, seed, name)]),
    damage: damages.map((kind): Trial => [kind.name, (at, name) => damage(at, kind, name)]),
  };
}

const plain = await makeGround(Number(values.articles));
const released = await makeGround(Number(values.articles), ['--releases']);
say(
  `${plain.new.size} files; a build from nothing takes ${Math.round(plain.time.full)} ms, of the edit ${Math.round(plain.time.edit)} ms.`,
);
let lost = 0;
try {
  for (const [family, trials] of Object.entries(families(plain))) {
    if (positionals.length > 0 && !positionals.includes(family)) continue;
    const results = new Map<string, number>();
    let survived = 0;
    for (const [index, [title, trial]] of trials.entries()) {
      try {
        const result = await trial(family === 'releases' ? released : plain, `${family.replace(' ', '-')}-${index}`);
        const key = typeof result === 'string' ? result : JSON.stringify(result ?? 'done');
        results.set(key, (results.get(key) ?? 0) + 1);
        survived++;
      } catch (error) {
        say(`  ${family}, ${title}: ${(error as Error).message}`);
      }
    }
    lost += trials.length - survived;
    const seen = [...results].map(([key, count]) => `${count} × ${key}`).join(', ');
    say(`${family}: ${survived}/${trials.length} survived${seen ? ` (${seen})` : ''}`);
  }
} finally {
  plain.remove();
  released.remove();
}
process.exitCode = lost === 0 ? 0 : 1;
