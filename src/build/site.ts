// From a content folder to everything that can be drawn: reads, builds the library at an instant, finds the pictures.
// Used by every command: `build` draws it, `check` only wants its findings, and plain Eleventy gets all of it.

import { join } from 'node:path';
import type { Finding } from '../base/findings.ts';
import { measurePictures, type PictureFile } from '../images/measure.ts';
import { type Built, buildLibrary } from '../library/library.ts';
import { isRemote, pictureCandidates } from '../library/picture-paths.ts';
import { chooseRelated } from '../library/related.ts';
import type { Entry } from '../library/types.ts';
import { nextChange } from '../library/visibility.ts';
import { newsWindow } from '../output/news-sitemap.ts';
import { createContext, type ViewContext } from '../view/context.ts';
import { chooseFront } from '../view/front-view.ts';
import { makeSite } from '../view/site-view.ts';
import { type Memory, readContent, type Reading, type ReadingRules } from './read-content.ts';

/** A site, ready to be drawn. */
export interface PreparedSite {
  readonly reading: Reading;
  readonly built: Built;
  readonly context: ViewContext;
  /** Files to copy as they are: path below the output folder, and where the file lies. */
  readonly copies: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
  /** The next instant (ms) at which the output would change by itself. */
  readonly next: number | null;
}

/** Reads and prepares a site at the instant `at` (ms). */
export async function prepareSite(input: {
  readonly content: string;
  readonly at: number;
  readonly skip: ReadonlySet<string>;
  readonly remember: (content: string, rules: ReadingRules) => Memory;
}): Promise<PreparedSite> {
  const reading = await readContent(input.content, input.skip, input.remember);
  const built = buildLibrary(reading.holdings, input.at);
  const { library } = built;
  const { picture, files, findings: missing } = await findPictures(input.content, reading, library.entries);
  const copies = new Map<string, string>();
  for (const path of reading.files.statics) copies.set(path.slice('static'.length), join(input.content, path));
  const site = makeSite(library, new Set(copies.keys()));
  for (const file of files) copies.set(file.src, file.file);
  const context = createContext({ library, site, related: chooseRelated(library), picture });
  return {
    reading,
    built,
    context,
    copies,
    findings: [...reading.findings, ...built.findings, ...missing, ...chooseFront(library).findings],
    next: nextInstant(reading, library.entries, input.at),
  };
}

/** Articles appear and disappear by their dates; news leaves the news sitemap after two days. */
function nextInstant(reading: Reading, entries: readonly Entry[], at: number): number | null {
  let next = nextChange(reading.holdings.articles, at) ?? Infinity;
  for (const { date } of reading.holdings.comments) if (date.at > at && date.at < next) next = date.at;
  for (const { card } of entries) {
    const leaves = card.date.at + newsWindow;
    if (leaves <= at) break;
    next = Math.min(next, leaves);
  }
  return next === Infinity ? null : next;
}

interface Wanted {
  readonly file: string;
  readonly src: string;
  readonly line: number | null;
}

/** Every picture that a visible article or page names. */
function wantedPictures(reading: Reading, entries: readonly Entry[]): Wanted[] {
  const wanted: Wanted[] = [];
  for (const { card } of entries) {
    const { file, image, video, pictures } = card;
    if (image) wanted.push({ file, src: image.src, line: null });
    if (video?.poster) wanted.push({ file, src: video.poster, line: null });
    for (const { href, line } of pictures) wanted.push({ file, src: href, line });
  }
  const { terms, pages } = reading.holdings;
  for (const { file, body } of [...Object.values(terms).flat(), ...pages]) {
    for (const [, src] of body.matchAll(/!\[[^\]]*\]\(\s*([^)\s]+)/g))
      wanted.push({ file, src: src as string, line: null });
  }
  return wanted;
}

async function findPictures(
  content: string,
  reading: Reading,
  entries: readonly Entry[],
): Promise<{ picture: ViewContext['picture']; files: PictureFile[]; findings: Finding[] }> {
  const wanted = wantedPictures(reading, entries);
  const candidates = wanted.flatMap(({ file, src }) => pictureCandidates(file, src));
  const measured = await measurePictures(content, candidates);
  const picture = (file: string, src: string): PictureFile | null => {
    for (const path of pictureCandidates(file, src)) {
      const found = measured.get(path);
      if (found) return found;
    }
    return null;
  };
  const files = new Set<PictureFile>();
  const findings: Finding[] = [];
  for (const { file, src, line } of wanted) {
    const found = picture(file, src);
    if (found) files.add(found);
    else findings.push(missingPicture(file, src, line));
  }
  return { picture, files: [...files], findings };
}

function missingPicture(file: string, src: string, line: number | null): Finding {
  const remote = isRemote(src);
  return {
    code: 'missing-picture',
    severity: 'warning',
    file,
    message: remote
      ? `The picture ${src} lies on another server; it is not shown.`
      : `The picture "${src}" is missing, or is no picture that browsers show; it is left out.`,
    hint: remote
      ? 'Put the file beside the article: readers then ask no other server.'
      : 'It is looked for beside the article, then in static/.',
    ...(line === null ? {} : { line }),
  };
}
