// Pagefind in the browser: which shards a question needs, loaded once each and merged. Pagefind sorts by date within a
// shard only; for "newest first" the shards are asked one after the other, newest first, as far as results are wanted.
// Runs in the page, not in a worker: the site's policy allows no script address that is not written in the markup.

/** What a reader asks. */
export interface Question {
  readonly words: string;
  /** Name of a section; null: all. */
  readonly section: string | null;
  readonly year: number | null;
  readonly order: Order;
}

export type Order = 'best' | 'newest';

/** What is known of an article that was found. */
export interface FoundData {
  readonly url: string;
  /** With `mark` elements; all other markup is escaped. */
  readonly excerpt: string;
  /** All of its text, escaped as the excerpt is. */
  readonly content?: string;
  readonly meta: Readonly<Record<string, string | undefined>>;
}

export interface Found {
  readonly data: () => Promise<FoundData>;
}

/** The answer to a question. */
export interface Answer {
  readonly count: number;
  /** The next results, in order; fewer when there are no more. */
  readonly next: (count: number) => Promise<readonly Found[]>;
}

interface Shard {
  readonly name: string;
  readonly year: number;
  readonly digest: string;
}

interface Instance {
  readonly mergeIndex: (path: string, options: object) => Promise<void>;
  readonly search: (words: string, options: object) => Promise<{ readonly results: readonly Found[] }>;
}

const elision = /(?<![\p{L}\p{N}])(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)['’](?=[\p{L}\p{N}])/giu;

/** Makes what answers questions. Nothing is loaded before the first one. */
export function createEngines(): {
  readonly years: () => Promise<readonly number[]>;
  readonly search: (question: Question) => Promise<Answer>;
} {
  let listed: Promise<readonly Shard[]> | null = null;
  /** What a failure of the network ended is begun anew by the next question. */
  const forgotten = <T>(asked: Promise<T>, forget: () => void): Promise<T> => {
    asked.catch(forget);
    return asked;
  };
  const shards = (): Promise<readonly Shard[]> => (listed ??= forgotten(listShards(), () => (listed = null)));
  const engines = new Map<string, Promise<Instance>>();
  return {
    years: async () => [...new Set((await shards().catch(() => [])).map((shard) => shard.year))],
    search: async ({ words, section, year, order }) => {
      const wanted = (await shards()).filter((shard) => year === null || shard.year === year);
      if (wanted.length === 0) return inTurn([]);
      const key = String(year);
      const engine = engines.get(key) ?? forgotten(loadEngine(wanted), () => engines.delete(key));
      engines.set(key, engine);
      const { search } = await engine;
      const filters = section === null ? {} : { section };
      const text = words.replace(elision, '').replace(/[«»“”„]/g, '"');
      const { results } = await search(text, { filters });
      if (order === 'best') return inTurn([async () => results], results.length);
      const byShard = wanted.map(({ name }) => async () => {
        return (await search(text, { filters: { ...filters, shard: name }, sort: { date: 'desc' } })).results;
      });
      return inTurn(byShard, results.length);
    },
  };
}

/** Results of several searches, each made when the ones before it are used up. */
function inTurn(searches: readonly (() => Promise<readonly Found[]>)[], count = 0): Answer {
  const waiting = [...searches];
  const ready: Found[] = [];
  return {
    count,
    next: async (wanted) => {
      for (let search = waiting.shift(); search; search = waiting.shift()) {
        ready.push(...(await search()));
        if (ready.length >= wanted) break;
      }
      return ready.splice(0, wanted);
    },
  };
}

async function listShards(): Promise<readonly Shard[]> {
  const response = await fetch('/pagefind/shards.json', { cache: 'no-cache' });
  if (!response.ok) throw new Error('There is no index.');
  const { shards } = (await response.json()) as { shards: readonly Shard[] };
  if (shards.length === 0) throw new Error('The index is empty.');
  return shards;
}

async function loadEngine([first, ...others]: readonly Shard[]): Promise<Instance> {
  const { name } = first as Shard;
  const folder = (shard: string): string => `/pagefind/${shard}/`;
  const options = (shard: Shard): object => ({
    baseUrl: '/',
    excerptLength: 28,
    metaCacheTag: shard.digest,
    mergeFilter: { shard: shard.name },
  });
  const module = (await import(`${folder(name)}pagefind.js`)) as { createInstance: (options: object) => Instance };
  const instance = module.createInstance({ ...options(first as Shard), basePath: folder(name), noWorker: true });
  await Promise.all(others.map((other) => instance.mergeIndex(folder(other.name), options(other))));
  return instance;
}
