// The intake's database: one file of SQLite, in which accepted comments and reports wait for a person.
// It decides nothing and knows no HTTP. The moderators' command opens the same file at the same time.
// Invariant: when a method has answered, what it was given is on the disk (`synchronous = FULL`).

import { chmodSync, existsSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { IntakeStore, NewComment, NewReport } from './types.ts';

/** A comment as it waits. */
export interface WaitingComment extends Omit<NewComment, 'print'> {
  readonly status: 'waiting' | 'approved' | 'rejected';
}

/** A report as it waits. */
export interface WaitingReport extends Omit<NewReport, 'print'> {
  readonly id: number;
}

/** What moderators need of the database. */
export interface Desk {
  /** Comments that wait, oldest first. */
  readonly waiting: () => WaitingComment[];
  /** Reports that wait, oldest first. */
  readonly reports: () => WaitingReport[];
  readonly comment: (id: string) => WaitingComment | null;
  readonly decide: (id: string, status: 'approved' | 'rejected', at: number) => void;
  /** Replaces the text of a comment that waits; the first text is kept beside it. */
  readonly edit: (id: string, text: string) => void;
  /** Ends all reports of a comment; answers how many. */
  readonly endReports: (article: string, comment: string, at: number) => number;
  /** Deletes what was decided before an instant (ms): it stands in the repository, or was rejected. */
  readonly clear: (before: number) => void;
}

export interface Store extends IntakeStore, Desk {
  readonly close: () => void;
}

/** What waits at most: beyond that something is wrong, and readers are told. */
const mostWaiting = 20_000;

const schema = `
CREATE TABLE IF NOT EXISTS comments (
  id TEXT PRIMARY KEY, article TEXT NOT NULL, page TEXT NOT NULL, replyTo TEXT, author TEXT NOT NULL,
  text TEXT NOT NULL, firstText TEXT, created INTEGER NOT NULL, address TEXT, print TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL DEFAULT 'waiting', decided INTEGER
) STRICT;
CREATE TABLE IF NOT EXISTS reports (
  id INTEGER PRIMARY KEY, article TEXT NOT NULL, page TEXT NOT NULL, comment TEXT NOT NULL, reason TEXT NOT NULL,
  text TEXT NOT NULL, created INTEGER NOT NULL, address TEXT, print TEXT NOT NULL UNIQUE,
  status TEXT NOT NULL DEFAULT 'waiting', decided INTEGER
) STRICT;
CREATE INDEX IF NOT EXISTS waitingComments ON comments (created) WHERE status = 'waiting';
CREATE INDEX IF NOT EXISTS waitingReports ON reports (created) WHERE status = 'waiting';
`;

/** Opens the database; makes it when it is missing, readable by its owner alone. */
export function openStore(file: string, options: { readonly wait?: number; readonly mostPages?: number } = {}): Store {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const isNew = !existsSync(file);
  const database = new DatabaseSync(file, { timeout: options.wait ?? 1000 });
  if (isNew) chmodSync(file, 0o600);
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;');
  // 4 KB each: half a gigabyte of comments is a flood, not a debate.
  database.exec(`PRAGMA max_page_count = ${options.mostPages ?? 131_072}`);
  database.exec(schema);
  return { ...intakeOf(database), ...deskOf(database), failureOf, close: () => database.close() };
}

function intakeOf(database: DatabaseSync): Pick<IntakeStore, 'addComment' | 'addReport' | 'forget'> {
  const hasRoom = (table: 'comments' | 'reports'): (() => boolean) => {
    const count = database.prepare(`SELECT count(*) AS count FROM ${table} WHERE status = 'waiting'`);
    return () => (count.get() as { count: number }).count < mostWaiting;
  };
  const roomForComments = hasRoom('comments');
  const roomForReports = hasRoom('reports');
  const comment = database.prepare(
    `INSERT INTO comments (id, article, page, replyTo, author, text, created, address, print)
     VALUES (:id, :article, :page, :replyTo, :author, :text, :created, :address, :print) ON CONFLICT (print) DO NOTHING`,
  );
  const report = database.prepare(
    `INSERT INTO reports (article, page, comment, reason, text, created, address, print)
     VALUES (:article, :page, :comment, :reason, :text, :created, :address, :print) ON CONFLICT (print) DO NOTHING`,
  );
  const add = (statement: StatementSync, values: Parameters<StatementSync['run']>[0]): 'added' | 'known' =>
    Number(statement.run(values as Record<string, string>).changes) === 1 ? 'added' : 'known';
  return {
    addComment: (values) => (roomForComments() ? add(comment, { ...values }) : 'full'),
    addReport: (values) => (roomForReports() ? add(report, { ...values }) : 'full'),
    forget: (before) => {
      for (const table of ['comments', 'reports']) {
        database.prepare(`UPDATE ${table} SET address = NULL WHERE address IS NOT NULL AND created < ?`).run(before);
      }
    },
  };
}

function deskOf(database: DatabaseSync): Desk {
  const fields = 'id, article, page, replyTo, author, text, created, address, status';
  const end = database.prepare(
    `UPDATE reports SET status = 'done', decided = ? WHERE status = 'waiting' AND article = ? AND comment = ?`,
  );
  const rows = <T>(sql: string): T[] =>
    database
      .prepare(sql)
      .all()
      .map((row) => ({ ...row }) as T);
  return {
    waiting: () => rows(`SELECT ${fields} FROM comments WHERE status = 'waiting' ORDER BY created, id`),
    reports: () =>
      rows(
        `SELECT id, article, page, comment, reason, text, created, address FROM reports
         WHERE status = 'waiting' ORDER BY created, id`,
      ),
    comment: (id) => {
      const row = database.prepare(`SELECT ${fields} FROM comments WHERE id = ?`).get(id);
      return row ? ({ ...row } as unknown as WaitingComment) : null;
    },
    decide: (id, status, at) => {
      database.prepare('UPDATE comments SET status = ?, decided = ? WHERE id = ?').run(status, at, id);
    },
    edit: (id, text) => {
      database
        .prepare(
          `UPDATE comments SET firstText = coalesce(firstText, text), text = ? WHERE id = ? AND status = 'waiting'`,
        )
        .run(text, id);
    },
    endReports: (article, comment, at) => Number(end.run(at, article, comment).changes),
    clear: (before) => {
      for (const table of ['comments', 'reports']) {
        database.prepare(`DELETE FROM ${table} WHERE status <> 'waiting' AND decided < ?`).run(before);
      }
    },
  };
}

/** By SQLite's own numbers: busy and locked; out of space, too large, or the disk failed. */
function failureOf(error: unknown): 'busy' | 'full' | 'fault' {
  const code = Number((error as { errcode?: unknown }).errcode) & 0xff;
  if (code === 5 || code === 6) return 'busy';
  return code === 13 || code === 10 || code === 8 ? 'full' : 'fault';
}
