// Kinds of damage to a cache and to what it speaks of, for the test that a build heals each: bits, cuts, rows, tables,
// what stands in its place, who holds it, and marks and pages that are not those it knows.
// Each is a function of a site that was built twice, with the cache of both builds; always the same damage.

import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { proofOf } from '../build/cache.ts';
import { markName } from '../build/staging.ts';
import { chance } from './fault-corpus.ts';

/** What is damaged, and what there is to damage it with. */
export interface Victim {
  readonly cache: string;
  readonly out: string;
  /** The cache of another site. */
  readonly otherCache: string;
  /** The output folder of another site. */
  readonly otherOut: string;
  /** The same cache as it was one build earlier. */
  readonly earlierCache: string;
  /** The output folder as it was one build earlier. */
  readonly earlierOut: string;
}

/** One kind of damage. */
export interface CacheDamage {
  readonly name: string;
  /** Answers what ends it, where it lasts for as long as the build does. */
  readonly inflict: (victim: Victim) => (() => void) | void;
}

/** All kinds. */
export function cacheDamages(): readonly CacheDamage[] {
  return [...bits(), ...cuts(), ...rowDamages, ...tableDamages, ...inItsPlace, ...holders, ...elsewhere];
}

/** Kinds in which the cache can be read, and says something else than it should, or something that is not so any more. */
export function falseMemories(): readonly CacheDamage[] {
  return [...rowDamages, ...elsewhere];
}

/** Bits flipped in the header, in each page's head, and anywhere. */
function bits(): CacheDamage[] {
  const next = chance(31);
  const flip = (name: string, at: (size: number) => readonly number[]): CacheDamage => ({
    name,
    inflict: ({ cache }) => {
      const bytes = readFileSync(cache);
      for (const place of at(bytes.length)) {
        const index = place % bytes.length;
        bytes[index] = (bytes[index] as number) ^ (1 << Math.floor(next() * 8));
      }
      writeFileSync(cache, bytes);
    },
  });
  const header = [0, 16, 18, 19, 20, 24, 28, 32, 36, 43, 44, 47, 56, 60, 92, 96];
  return [
    ...header.map((place) => flip(`a bit of byte ${place}`, () => [place])),
    ...Array.from({ length: 12 }, (_, page) => flip(`a bit in the head of page ${page + 1}`, () => [page * 4096 + 3])),
    ...Array.from({ length: 12 }, (_, page) => flip(`a bit in a cell of page ${page + 1}`, () => [page * 4096 + 110])),
    ...Array.from({ length: 8 }, (_, i) => flip(`a bit anywhere, ${i}`, (size) => [Math.floor(next() * size)])),
    ...[10, 100, 1000].map((count) =>
      flip(`${count} bits anywhere`, (size) => Array.from({ length: count }, () => Math.floor(next() * size))),
    ),
  ];
}

/** Cut off, or filled with zeros, at many sizes. */
function cuts(): CacheDamage[] {
  const sizes = [0, 1, 15, 16, 99, 100, 512, 4095, 4096, 4097, 8192, 12_288, 20_480];
  const zeros = (from: number): CacheDamage => ({
    name: `4096 zeros from byte ${from}`,
    inflict: ({ cache }) => {
      const bytes = readFileSync(cache);
      writeFileSync(cache, bytes.fill(0, from, Math.min(from + 4096, bytes.length)));
    },
  });
  return [
    ...sizes.map((size) => ({
      name: `cut off after ${size} bytes`,
      inflict: ({ cache }: Victim) => truncateSync(cache, size),
    })),
    ...[0.25, 0.5, 0.75, 0.99].map((share) => ({
      name: `cut off after ${share * 100} %`,
      inflict: ({ cache }: Victim) => truncateSync(cache, Math.floor(statSync(cache).size * share)),
    })),
    ...[0, 4096, 8192, 16_384, 32_768].map(zeros),
    {
      name: 'all zeros',
      inflict: ({ cache }) => writeFileSync(cache, Buffer.alloc(statSync(cache).size)),
    },
    {
      name: 'followed by what is not its own',
      inflict: ({ cache }) => writeFileSync(cache, Buffer.concat([readFileSync(cache), Buffer.alloc(5000, 'x')])),
    },
  ];
}

/** Damage by SQL; the cache of the build before is there as `earlier`, that of another site as `other`. */
function sql(name: string, ...statements: readonly string[]): CacheDamage {
  return {
    name,
    inflict: ({ cache, earlierCache, otherCache }) => {
      const db = new DatabaseSync(cache);
      try {
        db.function('proof', (key, text) => proofOf(String(key), String(text)));
        db.prepare('ATTACH ? AS earlier').run(earlierCache);
        db.prepare('ATTACH ? AS other').run(otherCache);
        for (const statement of statements) db.exec(statement);
      } finally {
        db.close();
      }
    },
  };
}

/** Changes a value, and proves it. */
function said(name: string, change: string): string[] {
  return [
    `UPDATE about SET value = ${change} WHERE name = '${name}'`,
    `UPDATE about SET proof = proof(name, value) WHERE name = '${name}'`,
  ];
}

/** Rows with a wrong proof, then rows whose proof is right and which are false nevertheless. */
const rowDamages: readonly CacheDamage[] = [
  sql('texts of rows swapped', 'UPDATE rows SET text = (SELECT text FROM rows r WHERE r.id <> rows.id LIMIT 1)'),
  sql('empty packs', "UPDATE rows SET text = '' WHERE room = 'packs'"),
  sql('packs that are bytes', "UPDATE rows SET text = x'00ff00ff' WHERE room = 'packs'"),
  sql('proofs that are large numbers', 'UPDATE rows SET proof = 9223372036854775807'),
  sql('packs that are large numbers', 'UPDATE rows SET text = 9223372036854775807'),
  sql('values that are large numbers', "UPDATE about SET value = 9223372036854775807 WHERE name <> 'schema'"),
  sql('a schema that is a large number', 'UPDATE about SET value = 9223372036854775807'),
  sql('no proofs', "UPDATE rows SET proof = ''"),
  sql('no packs', "DELETE FROM rows WHERE room = 'packs'"),
  sql('packs cut short', "UPDATE rows SET text = substr(text, 1, 50) WHERE room = 'packs'"),
  sql('no rows of trees', "DELETE FROM rows WHERE room LIKE 'tree %'"),
  sql(
    'rows of trees for packs',
    "UPDATE rows SET room = 'x' || room",
    "UPDATE rows SET id = room || id, room = 'packs'",
  ),
  sql('trees of another number of files', ...said('trees', `replace(value, '"size":', '"size":1')`)),
  sql('no edition', "DELETE FROM about WHERE name = 'edition'"),
  sql('an edition of other files', ...said('edition', `replace(value, '"files":["', '"files":["x')`)),
  sql('an edition that never ends', ...said('edition', `replace(value, '"next":', '"next":null,"was":')`)),
  sql('no files of the edition', "DELETE FROM rows WHERE room = 'files'"),
  sql('files of the edition before', "REPLACE INTO rows SELECT * FROM earlier.rows WHERE room = 'files'"),
  sql('no briefs', "DELETE FROM rows WHERE room = 'briefs'"),
  sql('briefs of the build before', "REPLACE INTO rows SELECT * FROM earlier.rows WHERE room = 'briefs'"),
  sql('briefs of another site', "REPLACE INTO rows SELECT * FROM other.rows WHERE room = 'briefs'"),
  sql('no list of trees', "DELETE FROM about WHERE name = 'trees'"),
  sql('no key of the packs', "DELETE FROM about WHERE name = 'heads'"),
  sql('no digests of copies', "DELETE FROM about WHERE name = 'copies'"),
  sql('packs of the build before', "REPLACE INTO rows SELECT * FROM earlier.rows WHERE room = 'packs'"),
  sql('packs of another site', "REPLACE INTO rows SELECT * FROM other.rows WHERE room = 'packs'"),
  sql('a second pack, of another site', "REPLACE INTO rows SELECT room, '7', text, proof(room || ' 7', text) FROM other.rows WHERE room = 'packs' LIMIT 1"), // prettier-ignore
  sql('a second pack of the build before', "REPLACE INTO rows SELECT room, '7', text, proof(room || ' 7', text) FROM earlier.rows WHERE room = 'packs' LIMIT 1"), // prettier-ignore
  sql('a pack twice', "REPLACE INTO rows SELECT room, '7', text, proof(room || ' 7', text) FROM rows WHERE room = 'packs' LIMIT 1"), // prettier-ignore
];

const tableDamages: readonly CacheDamage[] = [
  ...['rows', 'about'].map((table) => sql(`no table ${table}`, `DROP TABLE ${table}`)),
  sql('no table at all', 'DROP TABLE rows', 'DROP TABLE about'),
  ...['rows', 'about'].map((table) => sql(`a column of ${table} renamed`, `ALTER TABLE ${table} RENAME COLUMN proof TO preuve`)), // prettier-ignore
  sql('an older schema', "UPDATE about SET value = '1', proof = proof('schema', '1') WHERE name = 'schema'"),
  sql('a newer schema', "UPDATE about SET value = '99', proof = proof('schema', '99') WHERE name = 'schema'"),
  sql(
    'a view for a table',
    'DROP TABLE rows',
    "CREATE VIEW rows AS SELECT 'packs' AS room, '1' AS id, '' AS text, '' AS proof",
  ),
  sql('a trigger that forbids', "CREATE TRIGGER no BEFORE INSERT ON rows BEGIN SELECT raise(ABORT, 'no'); END"),
  sql(
    'a table that takes only what it has',
    'CREATE TRIGGER no BEFORE DELETE ON rows BEGIN SELECT raise(FAIL, 0); END',
  ),
  sql('written by WAL', 'PRAGMA journal_mode = WAL', 'DELETE FROM rows'),
];

const put = (name: string, make: (cache: string, victim: Victim) => void): CacheDamage => ({
  name,
  inflict: (victim) => {
    rmSync(victim.cache, { recursive: true, force: true });
    make(victim.cache, victim);
  },
});

const inItsPlace: readonly CacheDamage[] = [
  put('no file', () => {}),
  put('a text', (cache) => writeFileSync(cache, 'Ceci n’est pas une base.\n'.repeat(300))),
  put('a folder', (cache) => mkdirSync(cache)),
  put('a folder that is not empty', (cache) => mkdirSync(join(cache, 'a/b'), { recursive: true })),
  put('a dangling link', (cache) => symlinkSync('nirgends', cache)),
  put('a link to where no folder is', (cache) => symlinkSync('pas/de/dossier.db', cache)),
  put('a link to itself', (cache) => symlinkSync('depeche.db', cache)),
  put('a link to a folder', (cache) => symlinkSync('.', cache)),
  put('another database', (cache) => {
    const db = new DatabaseSync(cache);
    db.exec('CREATE TABLE articles (id INTEGER PRIMARY KEY, texte TEXT)');
    db.close();
  }),
  put('the cache of another site', (cache, { otherCache }) => copyFileSync(otherCache, cache)),
  put('the cache of the build before', (cache, { earlierCache }) => copyFileSync(earlierCache, cache)),
  {
    name: 'a file in place of its folder',
    inflict: ({ cache }) => {
      rmSync(dirname(cache), { recursive: true });
      writeFileSync(dirname(cache), 'fichier');
      return () => rmSync(dirname(cache));
    },
  },
  ...['-journal', '-wal', '-shm'].flatMap((end): CacheDamage[] => [
    { name: `a strange ${end}`, inflict: ({ cache }) => writeFileSync(cache + end, 'x'.repeat(9000)) },
    { name: `a folder ${end}`, inflict: ({ cache }) => (rmSync(cache + end, { force: true }), mkdirSync(cache + end)) },
  ]),
  { name: 'a journal of zeros', inflict: ({ cache }) => writeFileSync(`${cache}-journal`, Buffer.alloc(4096)) },
];

/** Somebody else holds the cache until the build is over. */
function heldBy(name: string, ...statements: readonly string[]): CacheDamage {
  return {
    name,
    inflict: ({ cache }) => {
      const db = new DatabaseSync(cache);
      for (const statement of statements) db.exec(statement);
      return () => db.close();
    },
  };
}

const holders: readonly CacheDamage[] = [
  heldBy('somebody writes it', 'BEGIN EXCLUSIVE'),
  heldBy('somebody will write it', 'BEGIN IMMEDIATE'),
  heldBy('somebody reads it', 'BEGIN', 'SELECT count(*) FROM sqlite_schema'),
];

/** What the cache speaks of is not what it was. */
const elsewhere: readonly CacheDamage[] = [
  { name: 'an empty mark', inflict: ({ out }) => writeFileSync(join(out, markName), '') },
  {
    name: 'a mark with another digest',
    inflict: ({ out }) => {
      const mark = join(out, markName);
      writeFileSync(mark, readFileSync(mark, 'utf8').replace(/\w{5}\n$/, 'AAAAA\n'));
    },
  },
  { name: 'a mark of bytes', inflict: ({ out }) => writeFileSync(join(out, markName), Buffer.alloc(300, 0xff)) },
  {
    name: 'the mark of another tree',
    inflict: ({ out, otherOut }) => copyFileSync(join(otherOut, markName), join(out, markName)),
  },
  {
    name: 'the mark of the build before',
    inflict: ({ out, earlierOut }) => copyFileSync(join(earlierOut, markName), join(out, markName)),
  },
  {
    name: 'the whole tree of the build before',
    inflict: ({ out, earlierOut }) => {
      rmSync(out, { recursive: true });
      renameSync(earlierOut, out);
    },
  },
  { name: 'a page changed by hand', inflict: ({ out }) => writeFileSync(join(out, 'monde/index.html'), '<p>main</p>') },
  {
    name: 'a page changed by hand, with its time',
    inflict: ({ out }) => {
      const page = join(out, 'index.html');
      const { atime, mtime } = statSync(page);
      writeFileSync(page, `${readFileSync(page, 'utf8')} `);
      utimesSync(page, atime, mtime);
    },
  },
  { name: 'an empty page', inflict: ({ out }) => truncateSync(join(out, 'sport/index.html'), 0) },
  { name: 'a page gone', inflict: ({ out }) => rmSync(join(out, '404.html')) },
  {
    name: 'a folder for a page',
    inflict: ({ out }) => {
      rmSync(join(out, '404.html'));
      mkdirSync(join(out, '404.html'));
      writeFileSync(join(out, '404.html/x'), 'x');
    },
  },
  {
    name: 'a link for a page',
    inflict: ({ out }) => {
      renameSync(join(out, '404.html'), join(out, 'ailleurs.html'));
      symlinkSync('ailleurs.html', join(out, '404.html'));
    },
  },
  { name: 'a file that is not ours', inflict: ({ out }) => writeFileSync(join(out, 'monde/note.txt'), 'note') },
  { name: 'a folder of pages gone', inflict: ({ out }) => rmSync(join(out, 'monde'), { recursive: true }) },
  {
    name: 'the whole tree gone',
    inflict: ({ out }) => {
      if (existsSync(out)) rmSync(out, { recursive: true });
    },
  },
];
