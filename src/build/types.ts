// What a build is asked, what does its work, and what it answers. Data and functions; nothing here builds.

import type { Finding } from '../base/findings.ts';
import type { MakeCards } from '../images/make-cards.ts';
import type { MakePictures } from '../images/make-pictures.ts';
import type { ViewContext } from '../view/context.ts';
import type { FileWords } from '../view/types.ts';
import type { SharedSite } from './brief.ts';
import type { Cache } from './cache.ts';
import type { Works } from './changed.ts';
import type { PageDigests } from './inputs.ts';
import type { Lock } from './lock.ts';
import type { Progress } from './progress.ts';
import type { ReadArticles } from './read-content.ts';
import type { Places } from './staging.ts';
import type { BuildSession } from './touch-up.ts';

/** What a build is asked to do. Paths are absolute. */
export interface BuildOptions {
  readonly content: string;
  readonly out: string;
  /** Path of the cache; null: nothing of an earlier build is used, and nothing kept. */
  readonly cache: string | null;
  /** How long (ms) a file must have lain still for its stat to be believed; 2000 when absent. */
  readonly settle?: number;
  /** Number of files from which on a scout looks at them meanwhile; 5000 when absent. */
  readonly scoutFrom?: number;
  /** When more articles than this are read anew, most of what is kept of them and of their pages lies on file (see card-file.ts); 50,000 when absent. Only memory depends on it. */
  readonly mostCards?: number;
  /** For tests: makes every view, and throws when one changed whose mark did not. */
  readonly verify?: boolean;
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
  /** What the builds of one process leave to each other; absent: nothing. Only time depends on it. */
  readonly session?: BuildSession;
  /** Files that changed since the build before (absolute paths), if that is certain; absent: any may have. */
  readonly changed?: ReadonlySet<string>;
  /** Told of files of the site (paths below `out`, `/` first) that are in place before the rest is made: see touch-up.ts. */
  readonly onBegun?: (paths: readonly string[]) => void;
}

/** Where pages are drawn. */
export interface Where {
  readonly out: string;
  /** An empty folder. */
  readonly empty: string;
  /** What all articles' pages know. */
  readonly shared: SharedSite;
}

/** The hands of a build: they read, draw and write, on as many threads as they like. */
export interface Crew {
  /** What pages depend on besides their views. */
  readonly digests: PageDigests;
  /** Told how far the build is. */
  readonly progress: Progress;
  readonly readArticles: ReadArticles;
  /** Finds, measures and encodes pictures. */
  readonly makePictures: MakePictures;
  /** Draws social cards. */
  readonly makeCards: MakeCards;
  /** Draws what has to be drawn, writes it below `out`, and settles it; answers how many files. */
  readonly draw: (works: Works, where: Where) => Promise<number>;
  /** Loads what drawing needs, which whoever draws does anyhow. */
  readonly prepare: () => Promise<void>;
  /** The theme's words for the files that nobody designs, in a site's language. */
  readonly fileWords: (lang: string) => Promise<FileWords>;
  /** Makes files of the theme: stylesheet, scripts, pictures; answers what writes them below `out`, but where a path is taken. May remember them in the cache. */
  readonly makeAssets: (
    cache: Pick<Cache, 'get' | 'set'>,
  ) => Promise<(out: string, taken: Pick<ReadonlySet<string>, 'has'>) => void>;
  /** Extra pages, copies and hooks of the newsroom's own Eleventy configuration; `taken` are the paths of our own files. */
  readonly drawExtras: (context: ViewContext, out: string, taken: Pick<ReadonlySet<string>, 'has'>) => Promise<void>;
  /** False when there are none of these. */
  readonly hasExtras: boolean;
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
  /** Paths of the files that were written or deleted (below `out`, `/` first); null: too many to name. */
  readonly changed: readonly string[] | null;
  /** `lost-address` first, then by file. */
  readonly findings: readonly Finding[];
  /** Next instant (ms) at which the output would change by itself. */
  readonly next: number | null;
  /** Language in which the articles are searched; null when the site has no search. */
  readonly searchLang: string | null;
}

/** Why a build did not happen, as one sentence. */
export interface NotBuilt {
  readonly reason: 'locked' | 'not-ours' | 'nothing';
  readonly message: string;
  /** Articles that were refused, if any was read. */
  readonly refused?: number;
  readonly findings: readonly Finding[];
}

/** A build that has the lock. */
export interface Held {
  readonly options: BuildOptions;
  readonly places: Places;
  readonly crew: Crew;
  readonly lock: Lock;
}
