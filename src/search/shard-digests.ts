// Digests of shards: of the bytes of their pages and of the recipe. Reading all pages of a large site takes seconds, so
// what the file system says of them (size and time of change) is remembered in the cache: where it is as it was, so is
// the digest. Delete the file, and the digests are made from the bytes again.

import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Shard } from './shards.ts';

/** By output folder and shard: what the file system said, and the digest that belongs to it. */
type Memory = Record<string, Record<string, { readonly stat: string; readonly digest: string }>>;

const fileName = 'search.json';

/** Digests of shards by name. */
export function digestShards(input: {
  readonly out: string;
  readonly shards: readonly Shard[];
  readonly cache: string;
  readonly recipe: string;
}): ReadonlyMap<string, string> {
  const { out, shards, cache, recipe } = input;
  const memory = readMemory(cache);
  const before = memory[out] ?? {};
  const digests = new Map<string, string>();
  const after: Memory[string] = {};
  for (const shard of shards) {
    const stat = `${recipe} ${statOf(out, shard)}`;
    const known = before[shard.name];
    const digest = known?.stat === stat ? known.digest : bytesOf(out, shard, recipe);
    digests.set(shard.name, digest);
    after[shard.name] = { stat, digest };
  }
  writeMemory(cache, { ...memory, [out]: after });
  return digests;
}

function statOf(out: string, { paths }: Shard): string {
  const hash = createHash('sha1');
  for (const path of paths) {
    const { size, mtimeNs, ino } = statSync(out + path, { bigint: true });
    hash.update(`${path}\0${size} ${mtimeNs} ${ino}\n`);
  }
  return hash.digest('hex');
}

function bytesOf(out: string, { paths }: Shard, recipe: string): string {
  const hash = createHash('sha1').update(recipe);
  for (const path of paths)
    hash
      .update(`${path}\0`)
      .update(readFileSync(out + path))
      .update('\0');
  return hash.digest('hex').slice(0, 20);
}

function readMemory(cache: string): Memory {
  try {
    const read: unknown = JSON.parse(readFileSync(join(cache, fileName), 'utf8'));
    return typeof read === 'object' && read !== null ? (read as Memory) : {};
  } catch {
    return {};
  }
}

/** What cannot be remembered is found out again next time. */
function writeMemory(cache: string, memory: Memory): void {
  try {
    mkdirSync(cache, { recursive: true });
    writeFileSync(join(cache, fileName), JSON.stringify(memory));
  } catch {
    return;
  }
}
