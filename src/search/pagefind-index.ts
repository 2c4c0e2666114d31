// The only importer of Pagefind: pages in, the files of an index out. The program that does the work lies in the npm
// package; it is started for one index and ended after it, so that its memory is given back.
// Invariant: the same pages give the same files. Rejects when the program fails or takes longer than it may.

import { close, createIndex, type PagefindIndex } from 'pagefind';
import { cutElisions } from './elisions.ts';

/** A page to be found. */
export interface IndexPage {
  /** Address on the site, encoded. */
  readonly url: string;
  readonly html: string;
}

/** Raise it when what is given to the indexer changes: all indexes are then made again. */
export const recipe = 'pagefind 1.5.2, 1';

/** Pages that are on their way to the program at once. */
const lanes = 24;

/** Pagefind's own user interface, which ours takes the place of, and its worker, which our policy does not let start. */
const unused = /^pagefind-(?:ui|component-ui|modular-ui|highlight|worker)\./;

/** An index. */
export interface MadeIndex {
  /** By path, the entry last; none when there is no page. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** Pages in it. */
  readonly pages: number;
}

/** Makes an index. */
export async function makeIndex(input: {
  readonly pages: Iterable<IndexPage>;
  /** BCP 47; the whole site is one index, also its articles in other languages. */
  readonly lang: string;
  /** Milliseconds. */
  readonly limit: number;
}): Promise<MadeIndex> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it took longer than ${Math.round(input.limit / 1000)} s`)), input.limit);
  });
  try {
    return await Promise.race([indexPages(input.pages, input.lang), late]);
  } finally {
    clearTimeout(timer);
    await close();
  }
}

async function indexPages(pages: Iterable<IndexPage>, lang: string): Promise<MadeIndex> {
  const forceLanguage = lang.split('-')[0] as string;
  const { index, errors } = await createIndex({ forceLanguage, keepIndexUrl: true });
  if (!index) throw new Error(errors.join(' ') || 'the indexer did not start');
  const source = pages[Symbol.iterator]();
  const counts = await Promise.all(Array.from({ length: lanes }, () => feed(index, source)));
  const count = counts.reduce((sum, fed) => sum + fed, 0);
  if (count === 0) return { files: new Map(), pages: 0 };
  const made = await index.getFiles();
  if (made.errors.length > 0) throw new Error(made.errors.join(' '));
  const files = new Map<string, Uint8Array>();
  for (const { path, content } of made.files) if (!unused.test(path)) files.set(path, content);
  const entry = files.get('pagefind-entry.json');
  if (entry === undefined) throw new Error('the indexer made no entry');
  const { text, languages } = tidyEntry(Buffer.from(entry).toString());
  for (const path of files.keys()) {
    const engine = /^wasm\.(.+)\.pagefind$/.exec(path)?.[1];
    if (engine !== undefined && !languages.has(engine)) files.delete(path);
  }
  files.delete('pagefind-entry.json');
  files.set('pagefind-entry.json', Buffer.from(text));
  return { files, pages: count };
}

/** Gives pages to the program, one after the other; answers how many. */
async function feed(index: PagefindIndex, source: Iterator<IndexPage>): Promise<number> {
  let count = 0;
  for (let next = source.next(); !next.done; next = source.next()) {
    const { url, html } = next.value;
    const { errors } = await index.addHTMLFile({ url, content: cutElisions(html) });
    if (errors.length > 0) throw new Error(`${url}: ${errors.join(' ')}`);
    count++;
  }
  return count;
}

/** The entry, whose languages the program writes in any order, and the engines that it names. */
function tidyEntry(entry: string): { text: string; languages: ReadonlySet<string> } {
  const { languages, ...rest } = JSON.parse(entry) as { languages: Record<string, { wasm: string | null }> };
  const text = JSON.stringify({ ...rest, languages: Object.fromEntries(Object.entries(languages).toSorted()) });
  return { text, languages: new Set(Object.values(languages).map(({ wasm }) => wasm ?? 'unknown')) };
}
