// The memory of files that were read: what each Markdown file of the articles' room said, by its path.
// A file whose stat is as it was is not opened; one whose bytes are as they were is not read again. A stat is not
// believed when the file was changed within two seconds of being looked at: a second change may hide behind it.
// Cards stay in memory; whole heads lie in the cache, and are fetched by number.
// Invariant: what comes out is what reading every file anew would give.

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Recent } from '../base/recent.ts';
import type { Card } from '../content/card.ts';
import type { Article } from '../content/types.ts';
import type { BodyPlace } from './job.ts';
import { Cache } from './cache.ts';
import { readFile, type FileReport, type Memory, type ReadArticles, type ReadingRules } from './read-content.ts';
import { readArticle } from '../content/article.ts';

/** A file's report, with where it is kept. */
interface Known {
  report: FileReport;
  stat: string;
  /** Number of its head. */
  n: number;
  pack: number;
}

/** Files in one row of the cache. */
const packSize = 500;
/** Heads that stay in memory after they were fetched, and as text after they were read. */
const openHeads = 3000;
const headTexts = 10_000;

const room = 'packs';

/** The memory of one build: made when the rules are known, saved when the build is done. */
export function rememberHeads(input: {
  readonly cache: Cache;
  /** Files changed after this instant (ms) are looked into, whatever their stat says. */
  readonly stillSince: number;
  /** Digest of the program: another one may read a file differently. */
  readonly program: string;
  readonly readArticles: ReadArticles;
  /** Folder for the markup of bodies; absent: none is made before its page is drawn. */
  readonly spill?: string;
}): { readonly remember: (content: string, rules: ReadingRules) => Memory; readonly save: () => void } {
  const { cache, stillSince, program, readArticles, spill = null } = input;
  let heads: Heads | null = null;
  return {
    remember: (content, rules) => {
      const key = `${program} ${JSON.stringify(rules)}`;
      const made = new Heads(cache, key, (file) => readHead(content, file, rules));
      heads = made;
      return {
        open: made.open,
        body: made.body,
        read: (asked) => made.read({ ...asked, readArticles, stillSince, spill }),
      };
    },
    save: () => heads?.save(),
  };
}

/** A memory that begins empty and is kept nowhere. */
export function freshMemory(readArticles: ReadArticles): (content: string, rules: ReadingRules) => Memory {
  return rememberHeads({ cache: Cache.openInMemory(), stillSince: 0, program: '', readArticles }).remember;
}

function readHead(content: string, path: string, rules: ReadingRules): Article {
  const { file } = readFile(content, path);
  const result = file && readArticle(file, rules);
  if (result?.kind !== 'article') throw new Error(`${path} was changed while the site was built; build again.`);
  return result.article;
}

/** Memory of the files of one build. */
class Heads {
  readonly #cache: Cache;
  readonly #known = new Map<string, Known>();
  readonly #packs = new Map<number, Set<string>>();
  readonly #bodies = new Map<string, BodyPlace>();
  readonly #changedPacks = new Set<number>();
  /** By file, not by number: two cards of a damaged cache may have one number. */
  readonly #recent = new Recent<string, Article>(openHeads);
  readonly #texts = new Recent<number, string>(headTexts);
  readonly #readAgain: (file: string) => Article;
  #nextNumber = 1;
  #nextPack = 1;

  /** `key` names all that the meaning of a file depends on besides its bytes; `readAgain` reads one article's file. */
  constructor(cache: Cache, key: string, readAgain: (file: string) => Article) {
    this.#cache = cache;
    this.#readAgain = readAgain;
    if (cache.get('heads') !== key) {
      cache.dropRoom(room);
      cache.dropHeads();
      cache.set('heads', key);
    }
    for (const { id, text } of cache.rows(room)) this.#unpack(Number(id), text);
  }

  #unpack(pack: number, text: string): void {
    const [places, reports] = JSON.parse(text) as [[n: number, stat: string][], FileReport[]];
    const files = new Set<string>();
    for (const [index, report] of reports.entries()) {
      const [n, stat] = places[index] as [number, string];
      this.#keep({ report, stat, n, pack });
      files.add(report.file);
      this.#nextNumber = Math.max(this.#nextNumber, n + 1);
    }
    this.#packs.set(pack, files);
    this.#nextPack = Math.max(this.#nextPack, pack + 1);
  }

  #keep(known: Known): void {
    this.#known.set(known.report.file, known);
  }

  /** Reads what has changed; answers a report for each file, in their order. Files changed after `stillSince` (ms) are looked into, whatever their stat says. */
  async read(input: {
    readonly root: string;
    readonly files: readonly string[];
    readonly rules: ReadingRules;
    readonly readArticles: ReadArticles;
    readonly stillSince: number;
    readonly spill: string | null;
  }): Promise<FileReport[]> {
    const { root, files, rules, readArticles, stillSince, spill } = input;
    const stats = new Map<string, string>();
    const asked: string[] = [];
    for (const file of files) {
      const stat = statOf(join(root, file), stillSince);
      const known = this.#known.get(file);
      if (known && stat !== '' && known.stat === stat) continue;
      stats.set(file, stat);
      asked.push(file);
    }
    const digests = asked.map((file) => this.#known.get(file)?.report.digest ?? null);
    await readArticles({ files: asked, digests, rules, spill }, (batch, first) => {
      const reports = JSON.parse(batch.reports) as (FileReport | null)[];
      for (const [index, report] of reports.entries()) {
        const file = asked[first + index] as string;
        const body = batch.bodies[index];
        if (body) this.#bodies.set(file, body);
        this.#take(file, { report, head: batch.heads[index] ?? null, stat: stats.get(file) as string });
      }
    });
    this.#forgetOthers(files);
    return files.map((file) => (this.#known.get(file) as Known).report);
  }

  #take(file: string, read: { report: FileReport | null; head: string | null; stat: string }): void {
    const { report, head, stat } = read;
    const known = this.#known.get(file);
    const pack = known?.pack ?? this.#openPack();
    this.#changedPacks.add(pack);
    if (!report) {
      (known as Known).stat = stat;
      return;
    }
    const n = this.#nextNumber++;
    if (known?.report.kind === 'article') this.#cache.dropHead(known.n);
    if (head !== null) {
      this.#cache.putHead(n, head);
      this.#texts.get(n, () => head);
    }
    this.#packs.get(pack)?.add(file);
    this.#keep({ report, stat, n, pack });
  }

  #openPack(): number {
    const last = this.#nextPack - 1;
    if ((this.#packs.get(last)?.size ?? packSize) < packSize) return last;
    this.#packs.set(this.#nextPack, new Set());
    return this.#nextPack++;
  }

  #forgetOthers(files: readonly string[]): void {
    if (this.#known.size === files.length) return;
    const present = new Set(files);
    for (const [file, { pack, n }] of this.#known) {
      if (present.has(file)) continue;
      this.#known.delete(file);
      this.#packs.get(pack)?.delete(file);
      this.#cache.dropHead(n);
      this.#changedPacks.add(pack);
    }
  }

  /** The whole head of a card. A head that is missing or damaged is read from its file again. */
  readonly open = (card: Card): Article => {
    return this.#recent.get(card.file, () => {
      const n = this.#known.get(card.file)?.n ?? 0;
      const text = this.#texts.get(n, () => this.#cache.head(n) ?? '');
      const article = text === '' ? null : (JSON.parse(text) as Article);
      return article?.file === card.file && article.digest === card.digest ? article : this.#readAgain(card.file);
    });
  };

  readonly body = (file: string): BodyPlace | null => this.#bodies.get(file) ?? null;

  /** Writes what has changed into the cache; the caller commits. */
  save(): void {
    for (const pack of this.#changedPacks) {
      // A file that another pack holds as well, or only another, is kept once.
      const inPack = [...(this.#packs.get(pack) ?? [])].map((file) => this.#known.get(file));
      const files = inPack.filter((known) => known?.pack === pack) as Known[];
      if (files.length === 0) this.#cache.dropRow(room, String(pack));
      else {
        const places = files.map(({ n, stat }) => [n, stat]);
        this.#cache.putRow(room, String(pack), JSON.stringify([places, files.map(({ report }) => report)]));
      }
    }
    this.#changedPacks.clear();
  }
}

/** What tells that a file is the one that was read; empty when it changed too lately to tell, or is gone. */
export function statOf(path: string, stillSince: number): string {
  let stat;
  try {
    stat = statSync(path);
  } catch {
    return '';
  }
  if (Math.max(stat.mtimeMs, stat.ctimeMs) > stillSince) return '';
  return `${stat.size} ${stat.mtimeMs} ${stat.ctimeMs} ${stat.ino}`;
}
