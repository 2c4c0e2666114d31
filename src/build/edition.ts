// The last edition: what a build leaves in the cache so that a later process, when the text of a few articles is all that
// has changed since, can make their pages without a library (see replate.ts).
// It is what the build saw of the content (in parts, see parts.ts), what it was asked and told, what all articles' pages
// know, and for each article what was said of it when its pages were made.
// Invariant: it holds for one tree, that of `tree`; a brief holds for pages that are made of the lines beside it.

import type { Teaser } from '../view/types.ts';
import type { ArticleFile } from './article-jobs.ts';
import type { Brief, SharedSite } from './brief.ts';
import type { BuildReport, Held } from './types.ts';
import type { Cache } from './cache.ts';
import type { RememberedHeads } from './heads.ts';
import { factsOf } from './look.ts';
import { digestOfPart, inParts } from './parts.ts';
import type { PreparedSite } from './site.ts';

/** What a build leaves to one that comes after it. */
export interface Edition {
  /** What it was asked, and by what code. */
  readonly key: string;
  /** Digest of its tree. */
  readonly tree: string;
  /** The instant (ms) of the build. */
  readonly at: number;
  readonly report: EditionReport;
  readonly shared: SharedSite;
  /** Digest of what the content holds besides files: see look.ts. */
  readonly facts: string;
  /** Digests of the parts of the content: see look.ts. */
  readonly files: readonly string[];
}

/** What a build says of the content, whatever it drew. */
export type EditionReport = Pick<
  BuildReport,
  'articles' | 'withheld' | 'refused' | 'ignored' | 'findings' | 'next' | 'searchLang'
>;

/** A file of the content: its state (see file-state.ts), and the pack with what it said, 0 where there is none. */
export type KeptFile = readonly [path: string, state: string, pack: number];

/** A page of an article, and what it was made of: see inputs.ts. */
export interface KeptPage extends ArticleFile {
  readonly line: string;
}

/** What was said of an article when its pages were made. */
export interface KeptBrief {
  /** Of the bytes that they were made of. */
  readonly digest: string;
  readonly pages: readonly KeptPage[];
  /** All of it that the text of the article does not change. */
  readonly brief: Omit<Brief, 'digest' | 'place' | 'pages' | 'related'>;
  /** Files of its related articles. */
  readonly related: readonly string[];
  readonly teaser: Teaser;
}

/** Told what was said of an article. */
export type KeepBrief = (said: {
  readonly brief: Brief;
  readonly related: readonly { readonly card: { readonly file: string } }[];
  readonly teaser: () => Teaser;
  readonly pages: readonly KeptPage[];
}) => void;

const name = 'edition';
const filesRoom = 'files';
const briefsRoom = 'briefs';

/** What an edition holds for: what is asked besides the instant, and the program and theme that answer. */
export function editionKey({ options, crew }: Pick<Held, 'options' | 'crew'>): string {
  const { content, out, skip } = options;
  const { program, wholeTheme } = crew.digests;
  return JSON.stringify([content, out, [...skip].toSorted(), program, wholeTheme]);
}

/** The last edition, or null. */
export function recallEdition(cache: Cache): Edition | null {
  return JSON.parse(cache.get(name) ?? 'null') as Edition | null;
}

/** The files of one part of the content, as the edition saw them; null when that is lost. */
export function recallFiles(cache: Cache, part: number): readonly KeptFile[] | null {
  return JSON.parse(cache.row(filesRoom, String(part)) ?? 'null') as readonly KeptFile[] | null;
}

/** What was said of an article, or null. */
export function recallBrief(cache: Cache, file: string): KeptBrief | null {
  return JSON.parse(cache.row(briefsRoom, file) ?? 'null') as KeptBrief | null;
}

/** Keeps what is said of articles. */
export function createBriefKeeper(cache: Cache): KeepBrief {
  return ({ brief, related, teaser, pages }) => {
    const { digest } = brief;
    const rest = { ...brief, digest: undefined, place: undefined, pages: undefined, related: undefined };
    keepBrief(cache, { digest, pages, brief: rest, related: related.map(({ card }) => card.file), teaser: teaser() });
  };
}

/** Keeps what is said of one article. */
export function keepBrief(cache: Cache, kept: KeptBrief): void {
  cache.putRow(briefsRoom, kept.brief.file, JSON.stringify(kept));
}

/** Keeps the files of one part; answers its digest: see look.ts. */
export function keepFiles(cache: Cache, part: number, files: readonly KeptFile[]): string {
  cache.putRow(filesRoom, String(part), JSON.stringify(files));
  return digestOf(files);
}

function digestOf(files: readonly KeptFile[]): string {
  const states = new Map(files.map(([path, state]) => [path, state]));
  const isSure = files.every(([, state]) => state !== '');
  return isSure ? digestOfPart([...states.keys()], (path) => states.get(path)) : '';
}

/** Keeps an edition, of which the files are kept already. */
export function setEdition(cache: Cache, edition: Edition): void {
  cache.set(name, JSON.stringify(edition));
}

/** There is no edition: the next build builds. */
export function dropEdition(cache: Cache): void {
  cache.drop(name);
}

/** Whether another process may go by what this build leaves. */
export function leavesEdition({ reading, seesAllPictures, findings }: PreparedSite, { options, crew }: Held): boolean {
  const isPlain = options.cache !== null && (options.releases ?? null) === null && !crew.hasExtras;
  // What could not be read may be read the next time, though nothing that is looked at says so.
  const isRead = !findings.some(({ code }) => code === 'unreadable-file');
  return isPlain && isRead && seesAllPictures && !reading.files.hasLinks;
}

/** Leaves what another process may go by; `states` are those of the files that are no articles. */
export function leaveEdition({
  cache,
  heads,
  states,
  site,
  edition,
  ...held
}: Held & {
  readonly cache: Cache;
  readonly heads: RememberedHeads;
  readonly states: ReadonlyMap<string, string>;
  readonly site: PreparedSite;
  readonly edition: Pick<Edition, 'tree' | 'report' | 'shared'>;
}): void {
  const { files } = site.reading;
  const whole = { ...edition, key: editionKey(held), at: held.options.at, facts: factsOf(files) };
  const keptOf = (file: string): KeptFile => {
    const { stat = states.get(file) ?? '', pack = 0 } = heads.placeOf(file) ?? {};
    return [file, stat, pack];
  };
  keepEdition(cache, whole, { files: files.all, keptOf });
}

/** Keeps the edition of a whole build, writing what has changed since the one before. */
function keepEdition(
  cache: Cache,
  edition: Omit<Edition, 'files'>,
  content: { readonly files: readonly string[]; readonly keptOf: (file: string) => KeptFile },
): void {
  const before = recallEdition(cache);
  // Other rules, other packs.
  const isLike = before?.key === edition.key && sameRules(before.shared, edition.shared);
  const digests = inParts(content.files).map((paths, part) => {
    const files = paths.map(content.keptOf);
    const digest = digestOf(files);
    if (isLike && digest !== '' && digest === before.files[part]) return digest;
    const present = new Set(paths);
    for (const [path] of recallFiles(cache, part) ?? []) if (!present.has(path)) cache.dropRow(briefsRoom, path);
    return keepFiles(cache, part, files);
  });
  setEdition(cache, { ...edition, files: digests });
}

function sameRules(a: SharedSite, b: SharedSite): boolean {
  return JSON.stringify(a.rules) === JSON.stringify(b.rules);
}
