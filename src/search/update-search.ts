// The story of search: divide the articles into shards, see which of them changed, index those, newest first, and offer
// what is true. It runs after the pages are in place and never touches them.
// Invariant: no shard is offered that holds anything but its pages as they are now: one that could not be made again
// goes away, so that a withdrawn text is not found either. A failure is a finding, never an error.

import { readFileSync } from 'node:fs';
import type { Finding } from '../base/findings.ts';
import { listTree } from '../build/tree.ts';
import { makeIndex, recipe, type IndexPage } from './pagefind-index.ts';
import { digestShards } from './shard-digests.ts';
import { type ListedShard, offerShards, readShards, writeShard } from './shard-files.ts';
import { type Shard, shardsOf } from './shards.ts';

/** What search is asked to do. */
export interface SearchOptions {
  /** The output folder, absolute. */
  readonly out: string;
  readonly cache: string;
  /** Language of the site, BCP 47; null: the site has no search, and what there was goes away. */
  readonly lang: string | null;
  /** `changed` makes what changed, `all` everything, `off` only takes away what is no longer true. */
  readonly mode: 'off' | 'changed' | 'all';
  /** Milliseconds for all shards together; what is not made then is made by the next build. */
  readonly budget: number;
}

/** What it came to. */
export interface SearchReport {
  /** Shards that were made, newest first. */
  readonly made: readonly string[];
  readonly kept: number;
  /** Articles in the shards that were made. */
  readonly pages: number;
  readonly ms: number;
  readonly findings: readonly Finding[];
}

/** Brings the search index of a site up to date. */
export async function updateSearch(options: SearchOptions): Promise<SearchReport> {
  const start = performance.now();
  const { out, lang, mode } = options;
  const before = readShards(out);
  if (lang === null || (mode === 'off' && before.length === 0)) {
    if (lang === null) offerShards(out, []);
    return { made: [], kept: 0, pages: 0, ms: 0, findings: [] };
  }
  const shards = shardsOf(listTree(out));
  const digests = digestShards({ ...options, shards, recipe: `${recipe} ${lang}` });
  const fresh = (name: string): boolean => before.some((old) => old.name === name && old.digest === digests.get(name));
  let offered = before.filter(({ name }) => fresh(name));
  if (offered.length < before.length) offerShards(out, offered);

  const made: ListedShard[] = [];
  const findings: Finding[] = [];
  for (const shard of mode === 'off' ? [] : shards) {
    if (mode === 'changed' && fresh(shard.name)) continue;
    const left = options.budget - (performance.now() - start);
    const result = left > 0 ? await makeShard(shard, { out, lang, limit: left }) : 'the time for search was over';
    if (typeof result === 'string' || result === 0) {
      if (result !== 0) findings.push(notMade(shard, result));
      offered = offered.filter(({ name }) => name !== shard.name);
      continue;
    }
    const { name, year } = shard;
    const listed = { name, year, pages: result, digest: digests.get(name) as string };
    made.push(listed);
    offered = inOrder([...offered.filter((old) => old.name !== name), listed], shards);
    offerShards(out, offered);
  }
  if (findings.length > 0) offerShards(out, offered);
  const pages = made.reduce((sum, shard) => sum + shard.pages, 0);
  const ms = Math.round(performance.now() - start);
  return { made: made.map(({ name }) => name), kept: offered.length - made.length, pages, ms, findings };
}

function inOrder(offered: readonly ListedShard[], shards: readonly Shard[]): ListedShard[] {
  return shards.flatMap(({ name }) => offered.find((shard) => shard.name === name) ?? []);
}

/** Makes one shard; answers how many articles are in it, or why it could not be made. */
async function makeShard(
  shard: Shard,
  { out, lang, limit }: { readonly out: string; readonly lang: string; readonly limit: number },
): Promise<number | string> {
  try {
    const { files, pages } = await makeIndex({ pages: pagesOf(shard, out), lang, limit });
    if (pages > 0) writeShard(out, shard.name, files);
    return pages;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Pages that a theme marked as articles; redirects and the notices of withdrawn articles are not. */
function* pagesOf({ paths }: Shard, out: string): Generator<IndexPage> {
  for (const path of paths) {
    const html = readFileSync(out + path, 'utf8');
    if (html.includes(' data-pagefind-body')) yield { url: encodeURI(path), html };
  }
}

function notMade({ name, paths }: Shard, reason: string): Finding {
  return {
    code: 'no-search',
    severity: 'warning',
    file: 'site.md',
    message: `The search index ${name} (${paths.length} articles) was not made: ${reason}. The pages are in place.`,
    hint: 'The next build tries again; --search=all makes all of it anew.',
  };
}
