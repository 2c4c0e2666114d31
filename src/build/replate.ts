// Replates: when the text of a few articles is all that has changed since the last edition, their pages alone are made
// again, as a printer changes one plate and lets the press go on. No library is built; what the rest of the site says of
// the articles is what was said when their pages were made.
// It decides by values, as every build does. The content is looked at, and so is the output folder, file by file; an
// article read anew must have the card and the findings that it had; what was said of it must be what its page was made
// of; and the new page may differ from the old one only in what the article says itself. What is not certain goes the
// long way, which begins with what was seen here.
// Invariant: the tree and its mark are those that a whole build would make.

import { existsSync } from 'node:fs';
import type { Teaser } from '../view/types.ts';
import { mostTouched, sameReading } from './as-before.ts';
import { type Brief, listsIn, nameOfList } from './brief.ts';
import type { BuildReport, Held } from './types.ts';
import { Cache, isSqlite, keepAll } from './cache.ts';
import type { MadePage, Work } from './changed.ts';
import {
  type Edition,
  editionKey,
  keepBrief,
  keepFiles,
  type KeptBrief,
  type KeptFile,
  recallBrief,
  recallEdition,
  recallFiles,
  setEdition,
} from './edition.ts';
import { saysFileChanged } from './file-changed.ts';
import { stampOf } from './file-state.ts';
import { recallReport } from './heads.ts';
import { sameSurroundings } from './inputs.ts';
import { type Seen, sightOfPart } from './look.ts';
import { partCount } from './parts.ts';
import type { FileReport } from './read-content.ts';
import { isLarge, type Look, lookAround, takeLook } from './scout.ts';
import { bringInSome, markOf, prepareStaging, readMark } from './staging.ts';
import { AmendedTree } from './trees.ts';

/** What became of it: the report of a build, or what was seen on the way to the long one, if anything was. */
export type Replated = { readonly whole: BuildReport } | { readonly look: Look | null };

/** A replate that has begun. */
interface Begun extends Held {
  readonly cache: Cache;
  readonly edition: Edition;
  readonly tree: AmendedTree;
}

/** An article whose file changed. */
interface Touched {
  readonly report: Extract<FileReport, { kind: 'article' }>;
  readonly kept: KeptBrief;
  /** Teasers of its related articles. */
  readonly teasers: readonly Teaser[];
}

/** Files that changed, and the parts of the content as they are now. */
interface Changes {
  readonly files: readonly KeptFile[];
  readonly parts: ReadonlyMap<number, readonly KeptFile[]>;
}

/** Makes the pages of articles whose text changed, if nothing else did. */
export async function replate(held: Held): Promise<Replated> {
  const { options, places } = held;
  const isPlain = !options.session && !options.verify && (options.releases ?? null) === null && !held.crew.hasExtras;
  const cache = isPlain && options.cache !== null ? Cache.open(options.cache) : null;
  if (!cache) return { look: null };
  let look: Look | null = null;
  try {
    const begun = begin(held, cache);
    if (!begun) return { look };
    prepareStaging(places);
    look = takeLook(begun, begun.tree.size, lookAround);
    // While scouts look, the first thread loads what it will draw with; what fails here fails again then, and is told.
    if (isLarge(begun.tree.size, options)) begun.crew.prepare().catch(() => {});
    const [content, out] = await Promise.all([look.scout.content, look.scout.out]);
    const changes = isSame(out, begun.tree.stamps) ? changesOf(content, begun) : null;
    const touched = changes && (await readTouched(changes, begun));
    if (!touched) return { look };
    const whole = await publish(touched, changes, begun);
    return whole ? { whole } : { look };
  } catch (error) {
    // A damaged cache is thrown away by the long way, which also copes with files that change under its hands.
    if (isSqlite(error) || saysFileChanged(error)) return { look };
    throw error;
  } finally {
    cache.close();
  }
}

/** Whether there is an edition to go by. */
function begin(held: Held, cache: Cache): Begun | null {
  const { options, places } = held;
  const edition = recallEdition(cache);
  if (!edition || edition.key !== editionKey(held)) return null;
  if (options.at < edition.at || options.at >= (edition.report.next ?? Infinity)) return null;
  // What an interrupted build has left is brought in, and told, by a long one.
  if (existsSync(places.journal) || readMark(places.out) !== edition.tree) return null;
  const tree = AmendedTree.open(cache, edition.tree);
  return tree && { ...held, cache, edition, tree };
}

function isSame({ parts }: Seen, digests: readonly string[]): boolean {
  return parts.length === partCount && parts.every(({ digest }, part) => digest !== '' && digest === digests[part]);
}

/** The files that changed; null when there are others than before, or too many changed. */
function changesOf(seen: Seen, { edition, cache }: Begun): Changes | null {
  if (seen.parts.length !== partCount || seen.facts !== edition.facts || seen.hasLinks) return null;
  const changed: KeptFile[] = [];
  const parts = new Map<number, readonly KeptFile[]>();
  for (const [part, { digest }] of seen.parts.entries()) {
    if (digest !== '' && digest === edition.files[part]) continue;
    const before = recallFiles(cache, part);
    const sight = sightOfPart(seen, part);
    if (!before || before.length !== sight.size) return null;
    const now: KeptFile[] = [];
    for (const file of before) {
      const [path, was, pack] = file;
      const state = sight.get(path);
      if (state === undefined) return null;
      now.push([path, state, pack]);
      if (state === '' || state !== was) changed.push(file);
    }
    if (changed.length > mostTouched) return null;
    parts.set(part, now);
  }
  return { files: changed, parts };
}

/** Reads the files that changed; null when one of them is more than the text of a visible article. */
async function readTouched({ files }: Changes, { crew, cache, edition, tree }: Begun): Promise<Touched[] | null> {
  const { rules } = edition.shared;
  const { program } = crew.digests;
  const kept = files.map(([file]) => recallBrief(cache, file));
  const asked = files.map(([file]) => file);
  if (kept.some((brief) => brief === null)) return null;
  let reports: readonly (FileReport | null)[] = [];
  const digests = kept.map((brief) => brief?.digest ?? null);
  const order = { files: asked, digests, rules, stillSince: 0, spill: null, keepsTexts: false };
  await crew.readArticles(order, (batch) => {
    reports = JSON.parse(batch.reports) as typeof reports;
  });
  const lists = new Set(edition.shared.lists.map(nameOfList));
  const touched: Touched[] = [];
  for (const [index, [file, , pack]] of files.entries()) {
    const said = kept[index] as KeptBrief;
    // Another folder's build may have said something else of it since.
    const isSaid = said.pages.length > 0 && said.pages.every(({ path, line }) => tree.file(path)?.inputs === line);
    if (!isSaid || !listsIn(said.brief).every((name) => lists.has(name))) return null;
    const report = reports[index];
    // Its bytes are those that its pages were made of.
    if (report === null) continue;
    const known = recallReport(cache, { program, rules }, { file, pack });
    if (report?.kind !== 'article' || known?.kind !== 'article' || !sameReading(report, known)) return null;
    const teasers = said.related.map((other) => recallBrief(cache, other)?.teaser);
    if (!teasers.every((teaser) => teaser !== undefined)) return null;
    touched.push({ report, kept: said, teasers });
  }
  return touched;
}

/** Draws pages and brings them in; null when one of them shows that something else has changed. */
async function publish(touched: readonly Touched[], { parts }: Changes, begun: Begun): Promise<BuildReport | null> {
  const { places, crew, lock, cache, edition, tree, options } = begun;
  const made = new Map<Touched, readonly MadePage[]>();
  let rank = 0;
  const works = touched.map((one): Work => {
    const teasers = one.teasers.map((teaser) => [rank++, teaser] as const);
    return { kind: 'article', brief: briefOf(one, teasers), teasers, settle: (pages) => void made.set(one, pages) };
  });
  const { next: out, empty } = places;
  const where = { out, empty, shared: edition.shared };
  const drawn = works.length === 0 ? 0 : await crew.draw({ articles: works, others: [] }, where);
  const briefs = amend(tree, made);
  if (briefs === null || !lock.isHeld()) return null;
  const { digest, size } = tree;
  const applied = bringInSome({ places, size, mark: markOf(digest), progress: crew.progress });
  keepAll(cache, () => {
    tree.keep((path) => stampOf(places.out + path) ?? '');
    for (const brief of briefs) keepBrief(cache, brief);
    const files = [...edition.files];
    for (const [part, kept] of parts) files[part] = keepFiles(cache, part, kept);
    setEdition(cache, { ...edition, tree: digest, at: options.at, files });
  });
  return { ...edition.report, drawn, ...applied, lost: 0 };
}

/** Notes in the tree what was drawn, and gives the briefs to keep; null when a page shows more than a new text. */
function amend(tree: AmendedTree, made: ReadonlyMap<Touched, readonly MadePage[]>): KeptBrief[] | null {
  const briefs: KeptBrief[] = [];
  for (const [{ kept, report }, results] of made) {
    const pages = kept.pages.map((page, index) => ({ ...page, ...(results[index] as MadePage) }));
    for (const [index, { path, line, isDrawn }] of pages.entries()) {
      const before = tree.file(path);
      if (!before || !sameSurroundings((kept.pages[index] as { line: string }).line, line)) return null;
      if (isDrawn) tree.amend(path, { inputs: line, stamp: '', mark: 0 });
    }
    briefs.push({ ...kept, digest: report.digest, pages: pages.map(({ kind, path, line }) => ({ kind, path, line })) });
  }
  return briefs;
}

function briefOf({ report, kept }: Touched, teasers: readonly (readonly [number, Teaser])[]): Brief {
  return {
    ...kept.brief,
    digest: report.digest,
    place: null,
    pages: kept.pages.map(({ kind, path, line }) => ({ kind, path, before: line })),
    related: teasers.map(([rank]) => rank),
  };
}
