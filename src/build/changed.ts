// Which sheets must be drawn: those whose file was made from something else, is missing, or is not as it was written.
// A mark that is the same passes a sheet over without its view; else the view is made, and its digests decide.

import type { BodyNeeds } from '../view/article-view.ts';
import { createLiner, differences, type PageDigests } from './inputs.ts';
import type { Ledger } from './ledger.ts';
import { createMarks, type Marks } from './marks.ts';
import { planSheets, type Sheet } from './plan.ts';
import type { Progress } from './progress.ts';
import type { PreparedSite } from './site.ts';

/**
 * The sheets that must be drawn, with their jobs made; every sheet is noted in the ledger. A file that the newsroom put
 * into static/ stands instead of ours: robots.txt, favicon, a page of its own.
 */
export function* changedSheets(input: {
  readonly site: PreparedSite;
  readonly ledger: Ledger;
  readonly digests: PageDigests;
  /** Makes every view, and throws when one changed whose mark did not. */
  readonly verify: boolean;
  /** Told how many sheets were looked at. */
  readonly progress: Progress;
}): Generator<Sheet> {
  const { site, ledger, digests, verify, progress } = input;
  const total = progress.isWatched ? countOf(planSheets(site.context)) : null;
  let looked = 0;
  const lineOf = createLiner(digests);
  for (const sheet of planSheets(site.context, marksOf(site, digests))) {
    const { path } = sheet;
    progress.phase('drawing', looked++, total);
    if (site.copies.has(path)) continue;
    const mark = sheet.mark?.() ?? 0;
    const before = ledger.before(path);
    const isPassed = mark !== 0 && before?.mark === mark;
    if (isPassed && !verify && ledger.note(path, before.inputs, mark)) continue;
    const job = sheet.make();
    const { line, text } = lineOf(job);
    if (isPassed && line !== before.inputs) throw untold(path, before.inputs, line);
    if (ledger.note(path, line, mark)) continue;
    if (!('draft' in job) || text === null) yield { path, kind: job.kind, make: () => job };
    else {
      const made = isPlain(job.needs) ? site.reading.body(job.needs.file) : null;
      yield { path, kind: job.kind, make: () => ({ ...job, made }), parcel: { path, kind: job.kind, text, made } };
    }
  }
}

function countOf(sheets: Iterable<unknown>): number {
  let count = 0;
  for (const _ of sheets) count++;
  return count;
}

function untold(path: string, before: string, now: string): Error {
  return new Error(`The mark of ${path} does not tell what changed: ${differences(before, now).join('; ')}.`);
}

function marksOf({ context, ground }: PreparedSite, { program, theme }: PageDigests): Marks {
  const themes = (['article', 'text-article', 'list', 'archive'] as const).map(theme);
  return createMarks(context, [ground, program, ...themes].join(' '));
}

/** True when a body's markup depends on its own file alone. */
function isPlain({ links, pictures, typography }: BodyNeeds): boolean {
  return links === null && pictures === null && typography === 'set';
}
