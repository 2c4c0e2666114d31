// The story of a build, on one page: take the lock, read, build the library, draw into the staging folder, bring in.
// It prints nothing and reads no clock; it answers with what happened.
// Invariant: until everything is drawn, the output folder is not touched.

import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { type Finding, sortFindings } from '../base/findings.ts';
import type { ViewContext } from '../view/context.ts';
import { type Holder, type Lock, takeLock } from './lock.ts';
import { lostAddresses } from './lost.ts';
import { settleOut } from './out-folder.ts';
import { planSheets, type Sheet } from './plan.ts';
import type { ReadArticles } from './read-content.ts';
import type { Progress } from './progress.ts';
import { prepareReleases } from './releases.ts';
import { type PreparedSite, prepareSite } from './site.ts';
import { bringIn, type Places, prepareStaging } from './staging.ts';
import { listTree } from './tree.ts';

/** What a build is asked to do. Paths are absolute. */
export interface BuildOptions {
  readonly content: string;
  readonly out: string;
  /** Folders inside `content` that are not content. */
  readonly skip: ReadonlySet<string>;
  /** The instant (ms) at which the site is true. */
  readonly at: number;
  /** How long to wait (ms) for another build. */
  readonly wait: number;
  /** True when pages of refused articles may go away without an error. */
  readonly allowLost: boolean;
  /** How many releases are kept; absent: the files are moved into the output folder itself. */
  readonly releases?: number | null;
}

/** The hands of a build: they read, draw and write, on as many threads as they like. */
export interface Crew {
  /** Told how far the build is. */
  readonly progress: Progress;
  readonly readArticles: ReadArticles;
  /** Draws sheets and writes them below `out`. */
  readonly draw: (sheets: Iterable<Sheet>, places: { readonly out: string; readonly empty: string }) => Promise<number>;
  /** Files of the theme: stylesheet, scripts, pictures. */
  readonly writeAssets: (out: string) => Promise<void>;
  /** Extra pages, copies and hooks of the newsroom's own Eleventy configuration. */
  readonly drawExtras: (context: ViewContext, out: string) => Promise<void>;
}

/** What a build came to. All counts are files. */
export interface BuildReport {
  readonly articles: number;
  readonly withheld: number;
  readonly refused: number;
  readonly ignored: number;
  readonly lost: number;
  readonly drawn: number;
  readonly written: number;
  readonly kept: number;
  readonly deleted: number;
  /** `lost-address` first, then by file. */
  readonly findings: readonly Finding[];
  /** Next instant (ms) at which the output would change by itself. */
  readonly next: number | null;
}

/** Why a build did not happen, as one sentence. */
export interface NotBuilt {
  readonly reason: 'locked' | 'not-ours' | 'nothing';
  readonly message: string;
  readonly findings: readonly Finding[];
}

/** Builds. Throws when a disk, a theme or a newsroom's own code fails; the output folder is then as before. */
export async function build(options: BuildOptions, crew: Crew): Promise<BuildReport | NotBuilt> {
  const places = settleOut(options.out, options.releases ?? null);
  if ('refused' in places) return { reason: 'not-ours', message: places.refused, findings: [] };
  mkdirSync(dirname(places.out), { recursive: true });
  const lock = await takeLock(places.lock, options.wait);
  if (!('release' in lock)) return lockedBy(lock.heldBy, options.out);
  try {
    return await buildLocked({ options, places, crew, lock });
  } finally {
    lock.release();
  }
}

function lockedBy(holder: Holder | null, out: string): NotBuilt {
  const who = holder ? `process ${holder.pid} on ${holder.host}` : 'another process';
  return { reason: 'locked', message: `${who} is building into ${out}; try again when it is done.`, findings: [] };
}

async function buildLocked(held: {
  readonly options: BuildOptions;
  readonly places: Places;
  readonly crew: Crew;
  readonly lock: Lock;
}): Promise<BuildReport | NotBuilt> {
  const { options, places, crew, lock } = held;
  const { releases = null } = options;
  prepareStaging(places);
  if (releases !== null) prepareReleases(places);
  const site = await prepareSite({ ...options, readArticles: crew.readArticles });
  const refused = [...site.reading.refused, ...site.built.refused];
  if (site.context.library.entries.length === 0 && refused.length > 0 && site.built.withheld === 0) {
    const message = 'Nothing could be published: every article was refused.';
    return { reason: 'nothing', message, findings: sortFindings(site.findings) };
  }

  const copied = copyFiles(site, places.next);
  await crew.writeAssets(places.next);
  const sheets = planSheets(site.context);
  const drawn = await crew.draw(withoutCopies(sheets, copied), { out: places.next, empty: places.empty });
  await crew.drawExtras(site.context, places.next);

  const old = listTree(places.out);
  const lost = lostAddresses({
    unread: site.reading.unread,
    old,
    next: listTree(places.next),
    severity: options.allowLost ? 'warning' : 'error',
  });
  if (!lock.isHeld()) return lockedBy(null, options.out);
  const applied = bringIn({ places, old, releases, progress: crew.progress });
  return {
    articles: site.context.library.entries.length,
    withheld: site.built.withheld,
    refused: refused.length,
    ignored: site.reading.ignored,
    lost: lost.length,
    drawn,
    ...applied,
    findings: [...lost, ...sortFindings(site.findings)],
    next: site.next,
  };
}

/** Copies pictures and static files; answers their paths. */
function copyFiles(site: PreparedSite, out: string): ReadonlySet<string> {
  for (const [path, from] of site.copies) {
    mkdirSync(dirname(out + path), { recursive: true });
    copyFileSync(from, out + path);
  }
  return new Set(site.copies.keys());
}

/** A file that the newsroom put into static/ stands instead of ours: robots.txt, favicon, a page of its own. */
function* withoutCopies(sheets: Iterable<Sheet>, copied: ReadonlySet<string>): Generator<Sheet> {
  for (const sheet of sheets) if (!copied.has(sheet.path)) yield sheet;
}
