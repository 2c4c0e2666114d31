// The short way of a build, for a process that stays: when texts of articles are all that changed, and nothing of them that
// any other page shows, only their own pages are made. Everything else stays as the build before has left it.
// A headline stands on other pages too. Then the short way is a beginning: the article's own pages come in at once, and a
// long build, which makes everything that shows the headline, follows.
// It decides by values, as every build does: an article read anew must have the card and the findings that it had. What is
// not certain (another file, an instant at which something appears, a folder or a cache that somebody else touched) goes
// the long way. What lies in the output folder besides the pages in question is not looked at; the next long build does.
// Invariant: the tree and its mark are those that a whole build would make; after a beginning, each file is remembered with
// what it was made from, so that the build that follows finds out for itself what has to be made again.

import { existsSync, lstatSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { sortFindings } from '../base/findings.ts';
import type { Card } from '../content/card.ts';
import { pictureCandidates } from '../library/picture-paths.ts';
import type { Entry } from '../library/types.ts';
import { mostTouched, sameCard, sameFindings } from './as-before.ts';
import { shareSite } from './brief.ts';
import type { BuildReport, Held } from './types.ts';
import { Cache, keepAll } from './cache.ts';
import { changedSheets } from './changed.ts';
import { saysFileChanged } from './file-changed.ts';
import { createBriefKeeper } from './edition.ts';
import type { PageDigests } from './inputs.ts';
import type { RememberedHeads } from './heads.ts';
import { Ledger } from './ledger.ts';
import type { FileReport } from './read-content.ts';
import type { PreparedSite } from './site.ts';
import { bringIn, markName, markOf, prepareStaging, readMark } from './staging.ts';
import { listTree } from './tree.ts';
import { forgetTree, keepTree, lastTree, type RememberedTree, treeParts } from './trees.ts';

/** What the builds of one process leave to each other; begins empty. */
export interface BuildSession {
  last?: LastBuild | undefined;
}

/** A build that was brought in. */
export interface LastBuild {
  readonly site: PreparedSite;
  readonly heads: RememberedHeads;
  readonly tree: RememberedTree;
  readonly digest: string;
  readonly report: BuildReport;
  readonly at: number;
  /** What it was asked. */
  readonly key: string;
  /** The code that did it: of one process, and one crew after the other, these are the same object. */
  readonly digests: PageDigests;
}

/** Remembers a build for the next one of its process. */
export function remember(held: Held, made: Omit<LastBuild, 'at' | 'key' | 'digests'>): void {
  const { session, at } = held.options;
  if (!session) return;
  // What was read into the staging folder is gone with it.
  const site = { ...made.site, reading: { ...made.site.reading, place: () => null } };
  session.last = { ...made, site, at, key: keyOf(held), digests: held.crew.digests };
}

function keyOf({ options }: Held): string {
  const { content, out, cache, releases } = options;
  return JSON.stringify([content, out, cache, releases ?? null]);
}

/** What became of the short way. */
export type Short =
  | { readonly whole: BuildReport }
  /** Own pages of articles are in place, and the rest has to be made. */
  | { readonly begun: Begun };

/** A beginning: files drawn, and files written. */
export interface Begun {
  readonly drawn: number;
  readonly written: number;
}

/** An article whose text changed: what it says now, and its place in the library. */
interface Touched {
  readonly report: Extract<FileReport, { kind: 'article' }>;
  readonly entry: Entry;
  /** False: it is worded otherwise where other pages show it. */
  readonly hasSameCard: boolean;
}

/** Words of a card. Whatever they are, the article stands where it stood, in the same lists, with the same neighbours. */
const wording = { title: '', kicker: null, summary: null, excerpt: '' } satisfies Partial<Card>;

/**
 * Takes the last build out of a session: whatever becomes of the one that begins, the changes that it was told of are told
 * once, so that the next may build on this one only if it was brought in.
 */
export function takeLast(session: BuildSession | undefined): LastBuild | undefined {
  const last = session?.last;
  if (session) session.last = undefined;
  return last;
}

/** Goes the short way; null, and nothing has happened, where that is not certain to be enough. */
export async function touchUp(last: LastBuild | undefined, held: Held): Promise<Short | null> {
  const { options, places, crew } = held;
  if (!last || !options.changed || options.cache === null || options.verify) return null;
  if (last.key !== keyOf(held) || last.digests !== crew.digests) return null;
  if ((options.releases ?? null) !== null || crew.hasExtras) return null;
  if (options.at < last.at || options.at >= (last.report.next ?? Infinity)) return null;
  // What an interrupted build has left is brought in, and told, by a long one.
  if (prepareStaging(places)) return null;
  if (readMark(places.out) !== last.digest) return null;
  const touched = await readTouched(last, held);
  if (touched === null) return null;
  const cache = Cache.open(options.cache);
  try {
    // Another build with this cache may have kept other heads and trees in it meanwhile.
    if (!cache || lastTree(cache) !== last.digest) return null;
    return await makePages(touched, { ...held, last, cache });
  } catch (error) {
    if (saysFileChanged(error)) return null;
    throw error;
  } finally {
    cache?.close();
  }
}

/** Reads the files that changed; null when one of them is more than the text of a visible article. */
async function readTouched(last: LastBuild, { options, crew }: Held): Promise<readonly Touched[] | null> {
  const { content, changed = new Set() } = options;
  if (changed.size > mostTouched || ![...changed].every((path) => path.startsWith(content + sep))) return null;
  const files = [...changed].map((path) => path.slice(content.length + 1).replaceAll(sep, '/'));
  const wanted = new Set(files.filter((file) => !isPassing(file, last.site, content)));
  const entries = last.site.context.library.entries.filter(({ card }) => wanted.has(card.file));
  if (entries.length !== wanted.size) return null;
  const asked = entries.map(({ card }) => card.file);
  // What is a link now, or has become a device, is looked at by those who look at all files.
  if (last.site.reading.files.hasLinks || !asked.every((file) => isPlain(file, content))) return null;
  const { rules } = last.site.reading;
  let reports: (FileReport | null)[] = [];
  const order = { files: asked, digests: asked.map(() => null), rules, stillSince: 0, spill: null, keepsTexts: false };
  await crew.readArticles(order, (batch) => {
    reports = JSON.parse(batch.reports) as typeof reports;
  });
  const touched: Touched[] = [];
  for (const [index, entry] of entries.entries()) {
    const report = reports[index];
    const known = last.heads.reportOf(entry.card.file);
    if (report?.kind !== 'article' || known?.kind !== 'article') return null;
    const isCertain = sameFindings(report.findings, known.findings) && sameCard(report.card, entry.card, wording);
    if (!isCertain) return null;
    touched.push({ report, entry, hasSameCard: sameCard(report.card, entry.card) });
  }
  return touched;
}

/** True for a file that lies where its path says, under this name alone. */
function isPlain(file: string, content: string): boolean {
  try {
    const path = join(content, file);
    const stat = lstatSync(path);
    const folder = dirname(path);
    const isHere = realpathSync(folder) === join(realpathSync(content), dirname(file));
    return stat.isFile() && stat.nlink === 1 && isHere;
  } catch {
    return false;
  }
}

/** What editors make beside a file while they save it: `.crue.md.swp`, `4913`, `crue.md~`; or another article's draft. */
const passing = /(?:^|\/)(?:\.[^/]*|\d+|[^/]*(?:~|\.(?:sw[a-p]|tmp|bak|md|markdown)))$/i;

/** True for such a file that came and went: the site knows nothing of it. A picture that is gone may have been shown. */
function isPassing(file: string, { reading, context }: PreparedSite, content: string): boolean {
  if (!passing.test(file) || existsSync(join(content, file))) return false;
  const { site, markdown, others, statics, unreadable } = reading.files;
  const pictures = context.library.entries.flatMap(({ card }) => picturePaths(card, context.library.settings.url));
  const known = [[site ?? ''], ...Object.values(markdown), others, statics, unreadable, pictures];
  return !known.some((paths) => paths.some((path) => path === file || path.startsWith(`${file}/`)));
}

/** Where the pictures of an article may lie. */
function picturePaths({ file, image, video, pictures }: Card, site: string): string[] {
  const named = [image?.src, video?.poster, ...pictures.map(({ href }) => href)];
  return named.flatMap((src) => (src ? pictureCandidates(src, { file, site }) : []));
}

function merged<Value>(all: ReadonlyMap<string, Value>, some: ReadonlyMap<string, Value>): ReadonlyMap<string, Value> {
  const map = new Map(all);
  for (const [key, value] of some) map.set(key, value);
  return map;
}

/** Draws the pages of some articles, and brings them in. */
async function makePages(
  touched: readonly Touched[],
  held: Held & { readonly last: LastBuild; readonly cache: Cache },
): Promise<Short | null> {
  const { options, places, crew, lock, last, cache } = held;
  const { site, heads } = last;
  const isWhole = touched.every(({ hasSameCard }) => hasSameCard);
  // The library holds the cards; their texts have other bytes now. One in which words changed serves this beginning only.
  for (const { report, entry, hasSameCard } of touched) {
    Object.assign(entry.card, hasSameCard ? { digest: report.card.digest } : report.card);
  }
  const ledger = new Ledger(places.out, { was: last.tree });
  const { digests, progress } = crew;
  const words = await crew.fileWords(site.context.site.lang);
  const only = touched.map(({ entry }) => entry);
  const keepBrief = createBriefKeeper(cache);
  const about = { site, ledger, digests, words, progress, only, keepBrief };
  const works = changedSheets({ ...about, verify: false, isMarked: isWhole });
  const { next: out, empty } = places;
  const drawn = await crew.draw(works, { out, empty, shared: shareSite(site, digests) });
  const noted = merged(last.tree, ledger.files);
  const parts = treeParts(noted);
  const { digest } = parts;
  if (!lock.isHeld()) return null;
  const old = [...last.tree.keys(), `/${markName}`];
  const staged = listTree(places.next);
  const applied = bringIn({ places, staged, old, kept: noted, mark: markOf(digest), releases: null, progress });
  const tree = merged(last.tree, ledger.stamped());
  const renewed = touched.map(({ report, entry }) => ({ ...report, card: entry.card }));
  keepAll(cache, () => {
    // After a beginning they are read once more: whoever builds next must know that their words are new.
    if (isWhole) heads.renew(renewed, cache);
    // The tree before is no more; there is room for four, and other folders may want it.
    if (!isWhole && digest !== last.digest) forgetTree(cache, last.digest);
    keepTree(cache, tree, parts);
  });
  if (!isWhole) {
    options.onBegun?.([...ledger.files.keys()]);
    return { begun: { drawn, written: applied.written } };
  }
  const report = { ...last.report, drawn, ...applied, lost: 0, findings: sortFindings(site.findings) };
  remember(held, { site, heads, tree, digest, report });
  return { whole: report };
}
