// Reads a content folder: every file once, each to one value and its findings. Looks at no clock and builds nothing.
// Invariant: every Markdown file that was found is counted once: article, refused or ignored.

import type { Finding } from '../base/findings.ts';
import { type ContentFiles, findFiles } from '../content/find-files.ts';
import { slugFromPlace } from '../content/article-address.ts';
import { readPath } from '../content/file-name.ts';
import type { Card } from '../content/card.ts';
import { readSite } from '../content/site.ts';
import type { SiteSettings } from '../content/types.ts';
import { addressKey } from '../library/addresses.ts';
import type { Holdings } from '../library/holdings.ts';
import { slugify } from '../base/text.ts';
import type { Unread } from './lost.ts';
import { readFile } from './read-file.ts';
import { readRooms } from './read-rooms.ts';
import type { TextPlace } from './spill.ts';

/** What reading an article needs to know of the site. */
export interface ReadingRules {
  readonly lang: string;
  readonly zone: string;
  readonly hasRooms: boolean;
  readonly url: string;
}

/** What became of one file. */
export type FileReport = {
  readonly file: string;
  /** Of its bytes; empty when they could not be read. */
  readonly digest: string;
  readonly findings: readonly Finding[];
} & (
  | { readonly kind: 'article'; readonly card: Card }
  /** `guess`: the slug that it would have had, to know which address is lost. */
  | { readonly kind: 'refused'; readonly guess: string }
  | { readonly kind: 'ignored' }
);

/** Files to read, and for each the digest that is known of it, or null. */
export interface ReadOrder {
  readonly files: readonly string[];
  readonly digests: readonly (string | null)[];
  readonly rules: ReadingRules;
  /** See `statOf`. */
  readonly stillSince: number;
  /** Folder for what pages will show of the articles, bodies' markup included; null: it is read again for them. */
  readonly spill: string | null;
  /** True: the articles' texts as they were written are kept there as well, and no file is opened again. */
  readonly keepsTexts: boolean;
}

/** What some files of an order became. Text, because it is kept as text, and costs threads little to send. */
export interface ReadBatch {
  /** State of each file before it was read: see `statOf`. */
  readonly stats: readonly string[];
  /** JSON of `(FileReport | null)[]`; null: the digest is the known one, and nothing was read. */
  readonly reports: string;
  /** Where the rest of each article lies, if it was kept. */
  readonly places: readonly (TextPlace | null)[];
}

/** Reads files, perhaps on several threads. Batches may come in any order; `first` is the place of their first file. */
export type ReadArticles = (order: ReadOrder, take: (batch: ReadBatch, first: number) => void) => Promise<void>;

/** Remembers what files said, so that it need not be read again: see heads.ts. */
export interface Memory {
  readonly read: (input: {
    readonly root: string;
    readonly files: readonly string[];
    readonly rules: ReadingRules;
  }) => Promise<Iterable<FileReport>>;
  /** Where the rest of a file's article lies, if this build read it and kept it. */
  readonly place: (file: string) => TextPlace | null;
}

/** A content folder, read. */
export interface Reading {
  readonly holdings: Holdings;
  readonly files: ContentFiles;
  readonly findings: readonly Finding[];
  /** Refused files. */
  readonly refused: readonly string[];
  /** Markdown that is no article. */
  readonly ignored: number;
  /** Files of articles/ that make no article: perhaps they did, before a mistake. */
  readonly unread: readonly Unread[];
  readonly rules: ReadingRules;
  /** Where the rest of a file's article lies, if this build read it and kept it. */
  readonly place: (file: string) => TextPlace | null;
}

/** Reads a content folder; `onListed` is told of its files before one is read. Throws only when the folder itself cannot be read. */
export async function readContent(
  root: string,
  skip: ReadonlySet<string>,
  remember: (rules: ReadingRules) => Memory,
  onListed: (files: ContentFiles) => void = () => {},
): Promise<Reading> {
  const files = findFiles(root, skip);
  onListed(files);
  const findings: Finding[] = [...files.findings];
  const { settings } = siteOf(root, files, findings);
  const rules = { lang: settings.lang, zone: settings.zone, hasRooms: files.hasRooms, url: settings.url };
  const rooms = readRooms(root, files, rules);
  for (const finding of rooms.findings) findings.push(finding);

  const memory = remember(rules);
  const refused = [...files.unreadable, ...rooms.refused];
  const articles: Card[] = [];
  const unread: Unread[] = files.unreadable.map((file) => ({ file, slugs: [slugOfPath(file, rules)] }));
  // Whoever makes a folder articles/ where none was takes all articles that lie elsewhere out of the newspaper.
  const hint = 'Where there is a folder articles/, articles lie in it: move the file there.';
  for (const file of files.others) unread.push({ file, slugs: [slugOfPath(file, rules)], hint });
  let ignored = files.others.length + rooms.count + (files.site ? 1 : 0);
  for (const report of await memory.read({ root, files: files.markdown.articles, rules })) {
    for (const finding of report.findings) findings.push(finding);
    if (report.kind === 'article') {
      articles.push(report.card);
      continue;
    }
    const { file } = report;
    const slugs = [slugOfPath(file, rules)];
    if (report.kind === 'refused') {
      refused.push(file);
      slugs.push(report.guess, ...writtenSlug(root, file));
    } else ignored++;
    unread.push({ file, slugs });
  }
  const statics = new Set(files.statics.map((file) => addressKey(file.slice('static'.length))));
  const { terms, pages, comments, threadFiles } = rooms;
  const holdings = { settings, articles, terms, pages, comments, threadFiles, statics };
  return { holdings, files, findings, refused, ignored, unread, rules, place: memory.place };
}

function slugOfPath(file: string, rules: ReadingRules): string {
  return slugFromPlace({ name: readPath(file, rules).name, title: '', path: file }, []);
}

/** The slug in a file whose front matter cannot be read: it was an address while it could. */
function writtenSlug(root: string, path: string): readonly string[] {
  const bytes = readFile(root, path).file?.bytes ?? Buffer.alloc(0);
  const line = /^[ \t"']*slug["']?[ \t]*[:=][ \t]*(\S.*)$/im.exec(Buffer.from(bytes.subarray(0, 20_000)).toString());
  return line ? [slugify(line[1] as string)] : [];
}

function siteOf(root: string, files: ContentFiles, findings: Finding[]): { settings: SiteSettings } {
  const read = files.site ? readFile(root, files.site) : { file: null, findings: [] };
  const site = readSite(read.file);
  for (const finding of [...read.findings, ...site.findings]) findings.push(finding);
  return site;
}
