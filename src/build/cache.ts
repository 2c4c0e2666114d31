// The cache: one SQLite file that may be deleted, cut or damaged at any time, and is then made again.
// Cache rules. (1) All that a build writes is one transaction, committed when the new tree is in place; a build that is
// killed leaves the cache of the build before. (2) Every row carries a check of its own key and text; a row that fails it
// is not there. (3) A file that SQLite cannot read, or of another schema, is thrown away. (4) Who cannot have the cache
// (another build holds it, no permission, no room) builds with an empty one that nobody keeps.
// It knows rows of text and nothing of what they mean: see heads.ts and trees.ts.

import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { crc32 } from 'node:zlib';

/** Raised by hand whenever a table or the meaning of its text changes. */
const schema = '6';

const tables = `
  CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL, proof TEXT NOT NULL);
  CREATE TABLE rows (room TEXT NOT NULL, id TEXT NOT NULL, text TEXT NOT NULL, proof TEXT NOT NULL, PRIMARY KEY (room, id));
`;

/** An open cache. */
export class Cache {
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  private constructor(db: DatabaseSync) {
    this.#db = db;
  }

  /** Opens the cache at a path, or makes one. Null when it cannot be had. */
  static open(path: string): Cache | null {
    for (let attempt = 0; attempt < 2; attempt++) {
      try {
        return Cache.#openOnce(path).#mustBeWritable();
      } catch (error) {
        // SQLITE_BUSY: another build holds it, and it is not ours to throw away. SQLITE_FULL: another disk may heal it.
        if (isSqlite(error) && [5, 13].includes(error.errcode & 255)) return null;
        if (!discardCache(path)) return null;
      }
    }
    return null;
  }

  /** Opens a cache that is there; null when there is none, or it cannot be had. Nothing is written. */
  static openToRead(path: string): Cache | null {
    try {
      return existsSync(path) ? Cache.#openOnce(path) : null;
    } catch {
      return null;
    }
  }

  /** An empty cache that nobody keeps. */
  static openInMemory(): Cache {
    return Cache.#openOnce(':memory:');
  }

  static #openOnce(path: string): Cache {
    if (path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
    const db = new DatabaseSync(path, { timeout: 0 });
    try {
      // Losing power may damage the file; then it is thrown away. A killed process does it no harm.
      // Large pages hold rows of a few kilobytes whole, which are then written in a third of the time.
      db.exec(
        'PRAGMA page_size=16384; PRAGMA synchronous=OFF; PRAGMA journal_mode=TRUNCATE; PRAGMA cache_size=-4000; BEGIN EXCLUSIVE',
      );
      const cache = new Cache(db);
      const has = db.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'about'").get();
      if (Number(has?.['n']) === 0) {
        db.exec(tables);
        cache.set('schema', schema);
      }
      if (cache.get('schema') !== schema) throw new Error('another schema');
      return cache;
    } catch (error) {
      db.close();
      throw error;
    }
  }

  /** A single value, or null. */
  get(name: string): string | null {
    const row = this.#prepare('SELECT value, proof FROM about WHERE name = ?').get(name);
    return row && row['proof'] === proofOf(name, String(row['value'])) ? String(row['value']) : null;
  }

  set(name: string, value: string): void {
    this.#prepare('INSERT OR REPLACE INTO about VALUES (?, ?, ?)').run(name, value, proofOf(name, value));
  }

  drop(name: string): void {
    this.#prepare('DELETE FROM about WHERE name = ?').run(name);
  }

  /** All rows of a room that are sound, by id. */
  *rows(room: string): Generator<{ readonly id: string; readonly text: string }> {
    const found = this.#prepare('SELECT id, text, proof FROM rows WHERE room = ? ORDER BY id').iterate(room);
    for (const { id, text, proof } of found as Iterable<Record<'id' | 'text' | 'proof', string>>) {
      if (proof === proofOf(`${room} ${id}`, text)) yield { id, text };
    }
  }

  /** The text of one row, if it is sound; else null. */
  row(room: string, id: string): string | null {
    const found = this.#prepare('SELECT text, proof FROM rows WHERE room = ? AND id = ?').get(room, id);
    const text = found ? String(found['text']) : '';
    return found && found['proof'] === proofOf(`${room} ${id}`, text) ? text : null;
  }

  putRow(room: string, id: string, text: string): void {
    this.#prepare('INSERT OR REPLACE INTO rows VALUES (?, ?, ?, ?)').run(
      room,
      id,
      text,
      proofOf(`${room} ${id}`, text),
    );
  }

  dropRow(room: string, id: string): void {
    this.#prepare('DELETE FROM rows WHERE room = ? AND id = ?').run(room, id);
  }

  dropRoom(room: string): void {
    this.#prepare('DELETE FROM rows WHERE room = ?').run(room);
  }

  /** Keeps what was written; nothing is written afterwards. */
  commit(): void {
    this.#db.exec('COMMIT');
  }

  /** Lets go of it; what was not committed is gone. */
  close(): void {
    if (this.#db.isOpen) this.#db.close();
  }

  /** One that cannot be written to is found when it is opened, and not when the new tree is in place. */
  #mustBeWritable(): this {
    try {
      this.#db.exec('PRAGMA user_version = 1');
      return this;
    } catch (error) {
      this.close();
      throw error;
    }
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known) return known;
    const made = this.#db.prepare(sql);
    // A damaged cell may hold a number that is none of JavaScript's; as text it only fails its check.
    made.setReadBigInts(true);
    this.#statements.set(sql, made);
    return made;
  }
}

/** Throws a cache away, whatever stands there; false when that is not allowed. */
export function discardCache(path: string): boolean {
  try {
    for (const end of ['', '-journal', '-wal', '-shm']) rmSync(path + end, { recursive: true, force: true });
    return true;
  } catch {
    return false;
  }
}

/** True for errors of SQLite itself. */
export function isSqlite(error: unknown): error is Error & { readonly errcode: number } {
  return error instanceof Error && (error as NodeJS.ErrnoException).code === 'ERR_SQLITE_ERROR';
}

/** Against damage, not against malice: a sum of 32 bits, and the length. */
export function proofOf(key: string, text: string): string {
  return `${crc32(text, crc32(`${key}\n`)).toString(36)} ${text.length}`;
}

/** Keeps what the next build may use. The new tree is in: a cache for which there is no room stays as it was. */
export function keepAll(cache: Cache, keep: () => void): void {
  try {
    keep();
    cache.commit();
  } catch (error) {
    if (!hasNoRoom(error)) throw error;
  }
}

/** True for an error that is not the cache's own: the disk is full or fails, or no more files can be opened. */
export function hasNoRoom(error: unknown): boolean {
  // SQLITE_FULL, SQLITE_IOERR, SQLITE_CANTOPEN, SQLITE_READONLY
  return isSqlite(error) && [13, 10, 14, 8].includes(error.errcode & 255);
}
