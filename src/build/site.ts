// From a content folder to everything that can be drawn: reads, builds the library at an instant, finds the pictures.
// Used by every command: `build` draws it, `check` only wants its findings, and plain Eleventy gets all of it.

import { accessSync, constants } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../base/findings.ts';
import type { ContentFiles } from '../content/find-files.ts';
import type { MakeCards } from '../images/make-cards.ts';
import type { MakePictures } from '../images/make-pictures.ts';
import { type Built, buildLibrary } from '../library/library.ts';
import { settleStatics } from '../library/static-paths.ts';
import { chooseRelated } from '../library/related.ts';
import type { Entry } from '../library/types.ts';
import { nextChange } from '../library/visibility.ts';
import { newsWindow } from '../output/news-sitemap.ts';
import { createContext, type ViewContext } from '../view/context.ts';
import { chooseFront } from '../view/front-view.ts';
import { makeSite } from '../view/site-view.ts';
import { findPictures } from './pictures.ts';
import { makeSocialCards, noCards } from './social-cards.ts';
import { groundOf } from './marks.ts';
import { type Memory, readContent, type Reading, type ReadingRules } from './read-content.ts';

/** A site, ready to be drawn. */
export interface PreparedSite {
  readonly reading: Reading;
  readonly built: Built;
  readonly context: ViewContext;
  /** Files to copy as they are: path below the output folder, and where the file lies. */
  readonly copies: ReadonlyMap<string, string>;
  /** Settled when all of them are there: social cards are made when it is asked first. */
  readonly makeCopies: () => Promise<void>;
  /** False when a picture is named that lies, or may lie, where files are not listed. */
  readonly seesAllPictures: boolean;
  readonly findings: readonly Finding[];
  /** Everything that pages depend on besides articles, as text: see marks.ts. */
  readonly ground: string;
  /** The next instant (ms) at which the output would change by itself. */
  readonly next: number | null;
}

/** Reads and prepares a site at the instant `at` (ms). */
export async function prepareSite(input: {
  readonly content: string;
  readonly at: number;
  readonly skip: ReadonlySet<string>;
  readonly remember: (rules: ReadingRules) => Memory;
  /** Told of the files of the content before one is read. */
  readonly onListed?: (files: ContentFiles) => void;
  readonly makePictures: MakePictures;
  /** Null: nothing will be drawn, so there need be no social cards. */
  readonly makeCards: MakeCards | null;
}): Promise<PreparedSite> {
  const reading = await readContent(input.content, input.skip, input.remember, input.onListed);
  const built = buildLibrary(reading.holdings, input.at);
  const { library } = built;
  const { content, makePictures: make } = input;
  const pictures = await findPictures({ content, library, make });
  const cards = input.makeCards === null ? noCards : makeSocialCards(library, input.makeCards);
  const statics = settleStatics(reading.files.statics, library);
  const { copies, unread } = copiesOf(statics.kept, content);
  const site = makeSite({ library, statics: new Set(copies.keys()), card: cards.own });
  for (const [path, file] of [...pictures.copies, ...cards.copies]) copies.set(path, file);
  const related = chooseRelated(library);
  const context = createContext({ library, site, related, picture: pictures.picture, card: cards.of });
  const ground = groundOf(context, [pictures.facts, JSON.stringify([...copies.keys()])]);
  return {
    reading,
    ground,
    built,
    context,
    copies,
    makeCopies: cards.makeFiles,
    seesAllPictures: pictures.seesAll,
    findings: [
      ...reading.findings,
      ...built.findings,
      ...statics.findings,
      ...unread,
      ...pictures.findings,
      ...chooseFront(library).findings,
    ],
    next: nextInstant(reading, library.entries, input.at),
  };
}

/** Where files of static/ are copied to and from, and a finding for each that cannot be read. */
function copiesOf(files: readonly string[], content: string): { copies: Map<string, string>; unread: Finding[] } {
  const copies = new Map<string, string>();
  const unread: Finding[] = [];
  for (const path of files) {
    const file = join(content, path);
    const fault = faultOf(file);
    if (fault === null) copies.set(path.slice('static'.length), file);
    else
      unread.push({ code: 'unreadable-file', severity: 'error', file: path, message: `${fault}; it is not copied.` });
  }
  return { copies, unread };
}

/** Why a file cannot be read, or null. */
function faultOf(file: string): string | null {
  try {
    accessSync(file, constants.R_OK);
    return null;
  } catch (error) {
    return `The file could not be read (${(error as NodeJS.ErrnoException).code ?? 'unknown reason'})`;
  }
}

/** Articles and pages appear and disappear by their dates; news leaves the news sitemap after two days. */
function nextInstant(reading: Reading, entries: readonly Entry[], at: number): number | null {
  let next = nextChange(reading.holdings.articles, reading.holdings.pages, at) ?? Infinity;
  for (const { date } of reading.holdings.comments) if (date.at > at && date.at < next) next = date.at;
  for (const { card } of entries) {
    const leaves = card.date.at + newsWindow;
    if (leaves <= at) break;
    next = Math.min(next, leaves);
  }
  return next === Infinity ? null : next;
}
