// The story of a build, on one page: take the lock, read, build the library, draw into the staging folder, bring in.
// It prints nothing and reads no clock; it answers with what happened.
// Invariant: until everything is drawn, the output folder is not touched.

import { existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { allEnded } from '../base/all-ended.ts';
import { sortFindings } from '../base/findings.ts';
import { type SharedSite, shareSite } from './brief.ts';
import { Cache, discardCache, isSqlite, keepAll } from './cache.ts';
import { changedSheets } from './changed.ts';
import type { ContentFiles } from '../content/find-files.ts';
import { copyFiles } from './copies.ts';
import {
  createBriefKeeper,
  dropEdition,
  type EditionReport,
  type KeepBrief,
  leaveEdition,
  leavesEdition,
} from './edition.ts';
import { saysFileChanged } from './file-changed.ts';
import { statOf } from './file-state.ts';
import { type RememberedHeads, rememberHeads } from './heads.ts';
import { Ledger, rememberedSize, trustedTree } from './ledger.ts';
import { type Holder, takeLock } from './lock.ts';
import { lostAddresses } from './lost.ts';
import { settleOut } from './out-folder.ts';
import { openRecords, type Records } from './records.ts';
import { prepareReleases } from './releases.ts';
import { sightOf } from './look.ts';
import { replate } from './replate.ts';
import { type Look, noScout, type Scout, takeLook } from './scout.ts';
import { type PreparedSite, prepareSite } from './site.ts';
import { abandon, bringIn, isMadeAfterwards, markName, markOf, type Places, prepareStaging } from './staging.ts';
import { type Begun, remember, takeLast, touchUp } from './touch-up.ts';
import { digestOfFile, listTree } from './tree.ts';
import { keepTree, treeParts } from './trees.ts';
import type { BuildOptions, BuildReport, Crew, Held, NotBuilt } from './types.ts';

/** Builds. Throws when a disk, a theme or a newsroom's own code fails; the output folder is then as before. */
export async function build(options: BuildOptions, crew: Crew): Promise<BuildReport | NotBuilt> {
  const last = takeLast(options.session);
  const places = settleOut(options.out, options.releases ?? null);
  if ('refused' in places) return { reason: 'not-ours', message: places.refused, findings: [] };
  mkdirSync(dirname(places.out), { recursive: true });
  const lock = await takeLock(places.lock, options.wait);
  if (!('release' in lock)) return lockedBy(lock.heldBy, options.out);
  const held = { options, places, crew, lock };
  try {
    // A journal that is there will be carried out: whatever it names changes, besides what this build does.
    const isJoined = existsSync(places.journal);
    const short = await touchUp(last, held);
    if (short && 'whole' in short) return short.whole;
    const replated = await replate(held);
    if ('whole' in replated) return replated.whole;
    const made = await buildLocked(held, replated.look);
    const report = 'reason' in made || !isJoined ? made : { ...made, changed: null };
    return short && !('reason' in report) ? withBegun(report, short.begun) : report;
  } finally {
    // What was staged goes away, whatever came of it, unless a journal says that it must come in.
    abandon(places);
  }
}

/** What a build came to together with its beginning; a page that both had to make counts twice. */
function withBegun(report: BuildReport, { drawn, written }: Begun): BuildReport {
  const kept = Math.max(0, report.kept - written);
  return { ...report, drawn: report.drawn + drawn, written: report.written + written, kept };
}

function lockedBy(holder: Holder | null, out: string): NotBuilt {
  const who = holder ? `process ${holder.pid} on ${holder.host}` : 'another process';
  return { reason: 'locked', message: `${who} is building into ${out}; try again when it is done.`, findings: [] };
}

/**
 * A cache that turns out to be damaged is thrown away, and the build begins again without it. When somebody saved a file
 * between its reading and its drawing, the build begins again, and keeps what it reads until it is drawn: whatever is
 * saved meanwhile, it comes to its end.
 */
async function buildLocked(held: Held, seen: Look | null): Promise<BuildReport | NotBuilt> {
  const { options, places } = held;
  let look = seen;
  let path = options.cache;
  let isDamaged = false;
  let keepsTexts = false;
  for (;;) {
    prepareStaging(places);
    if (options.releases) prepareReleases(places);
    const cache = openCache(path, places);
    try {
      return await buildWith(cache, { ...held, keepsTexts, look });
    } catch (error) {
      look = null;
      if (saysFileChanged(error) && !keepsTexts) {
        keepsTexts = true;
        continue;
      }
      if (!isSqlite(error) || path === null || isDamaged) throw error;
      isDamaged = true;
      cache.close();
      if (!discardCache(path)) path = null;
    } finally {
      cache.close();
    }
  }
}

/** The cache, or an empty one in the staging folder that goes away with it. */
function openCache(path: string | null, places: Places): Cache {
  const cache = (path === null ? null : Cache.open(path)) ?? Cache.open(join(places.staging, 'cache.db'));
  if (!cache) throw new Error(`No file can be made in ${places.staging}.`);
  return cache;
}

async function buildWith(
  cache: Cache,
  held: Held & { readonly keepsTexts: boolean; readonly look: Look | null },
): Promise<BuildReport | NotBuilt> {
  const { options, places, crew, keepsTexts, look } = held;
  const { scout, stillSince } = look ?? takeLook(held, rememberedSize(places.out, cache), () => noScout);
  // A process that stays keeps what it has read.
  const mostCards = options.session ? Infinity : (options.mostCards ?? largeSite);
  const heads = rememberHeads({
    cache,
    scout,
    stillSince,
    program: crew.digests.program,
    readArticles: crew.readArticles,
    spill: mkdtempSync(join(places.staging, 'bodies-')),
    keepsTexts,
    mostCards,
    keepsAtOnce: true,
  });
  // It goes away with the build; only a cache that may not be written needs it.
  const spare = join(places.staging, 'pictures');
  // Before they are read: what changes from then on must be found to have changed by the next build.
  const states = new Map<string, string>();
  const onListed = (files: ContentFiles): void => {
    const articles = new Set(files.markdown.articles);
    for (const file of files.all)
      if (!articles.has(file)) states.set(file, statOf(join(options.content, file), stillSince));
  };
  let lines: Records | null = null;
  try {
    const site = await prepareSite({
      ...options,
      onListed,
      remember: heads.remember,
      makePictures: (root, wanted) => crew.makePictures(root, wanted, spare),
      makeCards: (texts) => crew.makeCards(texts, spare),
    });
    if (site.context.library.entries.length > mostCards) lines = openRecords(join(places.staging, 'lines'));
    return await publish(site, { ...held, cache, heads, lines, states, scout, stillSince });
  } finally {
    lines?.close();
    heads.close();
  }
}

/** Articles from which on a build takes care to need little memory. */
export const largeSite = 50_000;

/** A build that has opened all that it works with. */
interface Open extends Held {
  readonly cache: Cache;
  readonly heads: RememberedHeads;
  /** What keeps what pages were made from; null: memory. */
  readonly lines: Records | null;
  /** States of the files of the content that are no articles. */
  readonly states: ReadonlyMap<string, string>;
  readonly scout: Scout;
  readonly stillSince: number;
}

/** Draws a site, and brings it in. */
async function publish(site: PreparedSite, held: Open): Promise<BuildReport | NotBuilt> {
  const { options, places, crew, lock, cache, heads, lines, scout } = held;
  const refused = [...site.reading.refused, ...site.built.refused];
  if (site.context.library.entries.length === 0 && refused.length > 0 && site.built.withheld === 0) {
    const message = 'Nothing could be published: every article was refused.';
    return { reason: 'nothing', message, refused: refused.length, findings: sortFindings(site.findings) };
  }

  const seen = sightOf(await scout.out);
  const lying = seen.size > 0 ? [...seen.keys(), `/${markName}`] : listTree(places.out);
  const old = lying.filter((path) => !isMadeAfterwards(path));
  const ledger = new Ledger(places.out, { was: trustedTree(places.out, cache), seen, lying, lines });
  const shared = shareSite(site, crew.digests);
  const keepBrief = leavesEdition(site, held) ? createBriefKeeper(cache) : null;
  const { drawn, staged } = await drawSite(site, held, { ledger, shared, keepBrief });

  const lost = lostAddresses({
    unread: site.reading.unread,
    old,
    next: () => [...ledger.files.keys(), ...staged],
    severity: options.allowLost ? 'warning' : 'error',
  });
  const parts = treeParts(ledger.files);
  const { digest } = parts;
  if (!lock.isHeld()) return lockedBy(null, options.out);
  const { releases = null } = options;
  const { progress } = crew;
  const applied = bringIn({ places, staged, old, kept: ledger.files, mark: markOf(digest), releases, progress });
  const tree = ledger.stamped();
  const said = sayOf(site);
  keepAll(cache, () => {
    heads.save();
    keepTree(cache, tree, parts);
    if (keepBrief === null) dropEdition(cache);
    else leaveEdition({ ...held, site, edition: { tree: digest, report: said, shared } });
  });
  const report: BuildReport = { ...said, lost: lost.length, drawn, ...applied, findings: [...lost, ...said.findings] };
  remember(held, { site, heads, tree, digest, report });
  return report;
}

/**
 * Draws what changed into the staging folder, and notes every file of the site in the ledger; answers how many were drawn,
 * and what lies in that folder.
 */
async function drawSite(
  site: PreparedSite,
  { options, places, crew, cache, stillSince }: Open,
  { ledger, shared, keepBrief }: { ledger: Ledger; shared: SharedSite; keepBrief: KeepBrief | null },
): Promise<{ readonly drawn: number; readonly staged: readonly string[] }> {
  const { digests, progress } = crew;
  const { next: out, empty } = places;
  const { verify = false } = options;
  const words = await crew.fileWords(site.context.site.lang);
  const changed = changedSheets({ site, ledger, digests, words, verify, progress, keepBrief });
  // Files of the theme are made while pages are drawn on other threads; social cards, too, where there is room beside the library.
  const early = site.context.library.entries.length > largeSite ? null : site.makeCopies();
  const draw = crew.draw(changed, { out, empty, shared });
  const [drawn, writeAssets] = await allEnded([draw, crew.makeAssets(cache), early]);
  await site.makeCopies();
  copyFiles({ copies: site.copies, content: options.content, ledger, cache, stillSince, out });
  writeAssets(out, site.copies);
  const staged = listTree(out);
  for (const path of staged) if (!ledger.files.has(path)) ledger.note(path, digestOfFile(out + path));
  if (!crew.hasExtras) return { drawn, staged };
  await crew.drawExtras(site.context, out, ledger.files);
  return { drawn, staged: listTree(out) };
}

/** What a build says of the content. */
function sayOf({ context, built, reading, findings, next }: PreparedSite): EditionReport {
  const { entries, settings } = context.library;
  return {
    articles: entries.length,
    withheld: built.withheld,
    refused: reading.refused.length + built.refused.length,
    ignored: reading.ignored,
    findings: sortFindings(findings),
    next,
    searchLang: settings.search === null ? null : settings.lang,
  };
}
