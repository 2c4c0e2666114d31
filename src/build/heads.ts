// The memory of files that were read: what each Markdown file of the articles' room said, by its path.
// A file whose stat is as it was is not opened; one whose bytes are as they were is not read again. A stat is not
// believed when the file was changed within two seconds of being looked at: a second change may hide behind it.
// What is remembered are cards. The rest of a head, which only its own page shows, lies where this build has read it;
// else the file is read again when the page is drawn, which its body wants in any case.
// Invariant: what comes out is what reading every file anew would give.

import { join } from 'node:path';
import { Cache } from './cache.ts';
import { statOf } from './file-state.ts';
import type { FileReport, Memory, ReadArticles, ReadingRules } from './read-content.ts';
import { type CardFile, FiledCard, openCardFile } from './card-file.ts';
import { sightOf } from './look.ts';
import { noScout, type Scout } from './scout.ts';
import { createSharer } from './share-words.ts';
import type { TextPlace } from './spill.ts';

/** A file's report, with where it is kept. */
interface Known extends HeadPlace {
  readonly report: FileReport;
  /** Where the rest of the article lies, if this build read it and kept it. */
  readonly place: TextPlace | null;
}

/** What is known of a file; of an article of a very large site it lies on file, beside the card. */
type Remembered = Known | FiledCard;

function reportIn(known: Remembered): FileReport {
  if (!(known instanceof FiledCard)) return known.report;
  const { file, findings } = known;
  return {
    kind: 'article',
    file,
    get digest() {
      return known.digest;
    },
    card: known,
    findings,
  };
}

const notesIn = (known: Remembered): Omit<Known, 'report'> => (known instanceof FiledCard ? known.notes : known);

/** Files in one row of the cache, unless more were read at once. */
const packSize = 500;
const room = 'packs';

/** Where a file's report is kept, and for which state of the file. */
export interface HeadPlace {
  readonly stat: string;
  readonly pack: number;
}

/** What a build remembers of files. */
export interface RememberedHeads {
  readonly remember: (rules: ReadingRules) => Memory;
  /** Writes what has changed into the build's cache. */
  readonly save: () => void;
  /** What a file said. */
  readonly reportOf: (file: string) => FileReport | null;
  /** State of a file when it was looked at (see file-state.ts), and the pack that keeps what it said. */
  readonly placeOf: (file: string) => HeadPlace | null;
  /** Remembers what files say now, which changed a moment ago, and writes it into the cache of a later build. */
  readonly renew: (reports: readonly FileReport[], cache: Cache) => void;
  /** Lets go of what lies on file: nothing of it can be asked afterwards. */
  readonly close: () => void;
}

/** The memory of one build: made when the rules are known, saved when the build is done. */
export function rememberHeads(input: {
  readonly cache: Cache;
  /** Files changed after this instant (ms) are looked into, whatever their stat says. */
  readonly stillSince: number;
  /** Digest of the program: another one may read a file differently. */
  readonly program: string;
  readonly readArticles: ReadArticles;
  /** Who looks at files meanwhile; absent: nobody. */
  readonly scout?: Scout;
  /** Folder for what pages will show of articles; absent: it is read again for them. */
  readonly spill?: string;
  /** True: every file is read anew, and its text is kept in that folder until its page is drawn. */
  readonly keepsTexts?: boolean;
  /**
   * When more files than this are read anew, their cards are kept in that folder as well (see card-file.ts); of those that
   * were read by an earlier build, which cost time to be put there, what is more than four times as many. Absent: in memory.
   */
  readonly mostCards?: number;
  /** True: what is read for the first time is written into the cache at once, as it comes; who made it commits. */
  readonly keepsAtOnce?: boolean;
}): RememberedHeads {
  const { cache, stillSince, program, readArticles, scout = noScout, spill = null } = input;
  const { keepsTexts = false, mostCards = Infinity, keepsAtOnce = false } = input;
  let heads: Heads | null = null;
  return {
    remember: (rules) => {
      const made = new Heads({ cache, key: keyOf({ program, rules }), spill, mostCards });
      heads = made;
      return {
        place: made.place,
        read: (asked) =>
          made.read({ ...asked, readArticles, scout, stillSince, keepsTexts, cache: keepsAtOnce ? cache : null }),
      };
    },
    save: () => heads?.save(cache),
    reportOf: (file) => heads?.reportOf(file) ?? null,
    placeOf: (file) => heads?.placeOf(file) ?? null,
    renew: (reports, into) => {
      for (const report of reports) heads?.renew(report);
      heads?.save(into);
    },
    close: () => heads?.close(),
  };
}

/** What a file said, from its pack alone; null when that does not hold for this key, or is not there. */
export function recallReport(
  cache: Cache,
  key: HeadsKey,
  { file, pack }: { file: string; pack: number },
): FileReport | null {
  const text = cache.get('heads') === keyOf(key) ? cache.row(room, String(pack)) : null;
  if (text === null) return null;
  const [, reports] = JSON.parse(text) as [string[], FileReport[]];
  return reports.find((report) => report.file === file) ?? null;
}

/** All that the meaning of a file depends on besides its bytes. */
interface HeadsKey {
  readonly program: string;
  readonly rules: ReadingRules;
}

const keyOf = ({ program, rules }: HeadsKey): string => `${program} ${JSON.stringify(rules)}`;

/** A memory that begins empty and is kept nowhere. */
export function freshMemory(readArticles: ReadArticles): (rules: ReadingRules) => Memory {
  return rememberHeads({ cache: Cache.openInMemory(), stillSince: 0, program: '', readArticles }).remember;
}

/** Memory of the files of one build. */
class Heads {
  readonly #known = new Map<string, Remembered>();
  readonly #packs = new Map<number, Set<string>>();
  readonly #changedPacks = new Set<number>();
  readonly #share = createSharer();
  readonly #spill: string | null;
  readonly #mostCards: number;
  #cards: CardFile | null = null;
  #nextPack = 1;

  /** `key` names all that the meaning of a file depends on besides its bytes. */
  constructor(input: {
    readonly cache: Cache;
    readonly key: string;
    readonly spill: string | null;
    readonly mostCards: number;
  }) {
    const { cache, key, spill, mostCards } = input;
    this.#spill = spill;
    this.#mostCards = mostCards;
    if (cache.get('heads') !== key) {
      cache.dropRoom(room);
      cache.set('heads', key);
    }
    for (const { id, text } of cache.rows(room)) this.#unpack(Number(id), text);
  }

  #unpack(pack: number, text: string): void {
    const [stats, reports] = JSON.parse(text) as [string[], FileReport[]];
    const files = new Set<string>();
    if (this.#known.size > this.#mostCards * 4) this.#openCards();
    for (const [index, report] of reports.entries()) {
      const { file } = report;
      this.#keep(file, this.#share.report(report, file), { stat: stats[index] as string, pack, place: null });
      files.add(file);
    }
    this.#packs.set(pack, files);
    this.#nextPack = Math.max(this.#nextPack, pack + 1);
  }

  /** From now on, cards are kept on file. */
  #openCards(): void {
    if (this.#spill !== null) this.#cards ??= openCardFile(this.#spill);
  }

  #keep(file: string, report: FileReport, notes: Omit<Known, 'report'>): void {
    const { findings } = report;
    if (this.#cards === null || report.kind !== 'article') this.#known.set(file, { report, ...notes });
    else this.#known.set(file, this.#cards.put(report.card, { findings, ...notes }));
  }

  /** Reads what has changed; answers a report for each file, in their order. Files changed after `stillSince` (ms) are looked into, whatever their stat says. */
  async read(input: {
    readonly root: string;
    readonly files: readonly string[];
    readonly rules: ReadingRules;
    readonly readArticles: ReadArticles;
    readonly scout: Scout;
    readonly stillSince: number;
    readonly keepsTexts: boolean;
    /** Takes what is read for the first time. */
    readonly cache: Cache | null;
  }): Promise<Iterable<FileReport>> {
    const { root, files, rules, readArticles, scout, stillSince, keepsTexts, cache } = input;
    const spill = this.#spill;
    const seen = sightOf(await scout.content);
    const isAsBefore = (file: string): boolean => {
      const known = keepsTexts ? undefined : this.#known.get(file);
      if (known === undefined) return false;
      const stat = seen.get(file) ?? statOf(join(root, file), stillSince);
      return stat !== '' && notesIn(known).stat === stat;
    };
    const asked = files.filter((file) => !isAsBefore(file));
    if (asked.length > this.#mostCards) this.#openCards();
    const digests = asked.map((file) => (keepsTexts ? null : (this.reportOf(file)?.digest ?? null)));
    await readArticles({ files: asked, digests, rules, stillSince, spill, keepsTexts }, (batch, first) => {
      const reports = JSON.parse(batch.reports) as (FileReport | null)[];
      const taken = asked.slice(first, first + reports.length);
      const pack = cache && this.#packOfItsOwn(taken, reports);
      for (const [index, report] of reports.entries()) {
        const file = taken[index] as string;
        const place = batch.places[index] ?? null;
        this.#take(file, report && this.#share.report(report, file), {
          stat: batch.stats[index] as string,
          place: place && { ...place, file: this.#share.word(place.file) },
          pack,
        });
      }
      if (pack !== null) cache?.putRow(room, String(pack), `[${JSON.stringify(batch.stats)},${batch.reports}]`);
    });
    this.#forgetOthers(files);
    return this.#reportsOf(files);
  }

  *#reportsOf(files: readonly string[]): Generator<FileReport> {
    for (const file of files) yield reportIn(this.#known.get(file) as Remembered);
  }

  /** A new pack for files of which nothing was known, and which all could be read: it is kept as it comes. */
  #packOfItsOwn(files: readonly string[], reports: readonly (FileReport | null)[]): number | null {
    const isNew = files.every((file, index) => !this.#known.has(file) && (reports[index]?.digest ?? '') !== '');
    return isNew ? this.#newPack() : null;
  }

  /** `pack`: where it is kept already; null: where `save` will. */
  #take(
    file: string,
    report: FileReport | null,
    { stat: seen, place, pack: kept }: Pick<Known, 'stat' | 'place'> & { readonly pack: number | null },
  ): void {
    // What could not be read may be read the next time, though its file is the same.
    const stat = report?.digest === '' ? '' : seen;
    const known = this.#known.get(file);
    const pack = kept ?? (known ? notesIn(known).pack : this.#openPack());
    if (kept === null) this.#changedPacks.add(pack);
    if (!report) {
      const old = known as Remembered;
      this.#known.set(file, { report: reportIn(old), stat, pack, place: notesIn(old).place });
      return;
    }
    this.#packs.get(pack)?.add(file);
    this.#keep(file, report, { stat, pack, place });
  }

  #openPack(): number {
    const last = this.#nextPack - 1;
    return (this.#packs.get(last)?.size ?? packSize) < packSize ? last : this.#newPack();
  }

  #newPack(): number {
    this.#packs.set(this.#nextPack, new Set());
    return this.#nextPack++;
  }

  #forgetOthers(files: readonly string[]): void {
    if (this.#known.size === files.length) return;
    const present = new Set(files);
    for (const [file, known] of this.#known) {
      if (present.has(file)) continue;
      const { pack } = notesIn(known);
      this.#known.delete(file);
      this.#packs.get(pack)?.delete(file);
      this.#changedPacks.add(pack);
    }
  }

  readonly place = (file: string): TextPlace | null => this.#notesOf(file)?.place ?? null;

  reportOf(file: string): FileReport | null {
    const known = this.#known.get(file);
    return known ? reportIn(known) : null;
  }

  placeOf(file: string): HeadPlace | null {
    return this.#notesOf(file);
  }

  #notesOf(file: string): Omit<Known, 'report'> | null {
    const known = this.#known.get(file);
    return known ? notesIn(known) : null;
  }

  /** Its stat is not believed: it changed too lately. */
  renew(report: FileReport): void {
    this.#take(report.file, report, { stat: '', place: null, pack: null });
  }

  /** Writes what has changed into the cache; the caller commits. */
  save(cache: Cache): void {
    for (const pack of this.#changedPacks) {
      // A file that another pack holds as well, or only another, is kept once.
      const stats: string[] = [];
      const reports: FileReport[] = [];
      for (const file of this.#packs.get(pack) ?? []) {
        const place = this.placeOf(file);
        if (place?.pack !== pack) continue;
        stats.push(place.stat);
        reports.push(this.reportOf(file) as FileReport);
      }
      if (reports.length === 0) cache.dropRow(room, String(pack));
      else cache.putRow(room, String(pack), JSON.stringify([stats, reports]));
    }
    this.#changedPacks.clear();
  }

  close(): void {
    this.#cards?.close();
  }
}
