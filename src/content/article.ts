// One Markdown file to one article: the story of reading it. Each group of keys has a file of its own
// (article-keys, -status, -address, -picture, -desk); the body is read by body.ts.
// It never looks at a second file: whether a section, a related article or a picture exists is the library's question.
// Invariant: never throws. Only a missing title or date, or a mistake that could publish too much, refuses the file.

import type { Finding } from '../base/findings.ts';
import { oneLine, plainText } from '../base/text.ts';
import { readRedirects, readSlug, slugFromPlace } from './article-address.ts';
import { readCorrections } from './article-corrections.ts';
import { readAuthors, readLang, readSource, readTopics, readType, readUrgency } from './article-desk.ts';
import { readCredits } from './article-credits.ts';
import { sortKeys, type ArticleReading, type ReadingSite } from './article-keys.ts';
import { readImage, readVideo } from './article-picture.ts';
import { readDate, readStatus } from './article-status.ts';
import { readBody } from './body.ts';
import { findDateline } from './dateline.ts';
import { cutExcerpt } from './excerpt.ts';
import { readPath, type PathFacts } from './file-name.ts';
import { bodyAfterFrontMatter, placeOf, readFrontMatter, type FrontMatter } from './front-matter.ts';
import { tidy } from './plain-text.ts';
import { decode, digestOf, onLine, type SourceFile } from './source-file.ts';
import type { Article, Moment } from './types.ts';
import { readList } from './list-values.ts';
import { booleanOf, complain, readMoment, readText, readWord } from './values.ts';

/** What became of a file. */
export type ArticleResult =
  | { readonly kind: 'article'; readonly article: Article; readonly findings: readonly Finding[] }
  /** `guess`: the slug that it would have had, to know which address is lost. */
  | { readonly kind: 'refused'; readonly file: string; readonly guess: string; readonly findings: readonly Finding[] }
  /** No article of anybody: no front matter, or a list page. */
  | { readonly kind: 'ignored'; readonly file: string; readonly findings: readonly Finding[] };

const titleMax = 300;

/** Reads one file. */
export function readArticle(file: SourceFile, site: ReadingSite): ArticleResult {
  return readArticleAndBody(file, site).result;
}

/**
 * Reads one file; `markup` makes its body's markup as it is when nothing of the site changes a link in it, and is null
 * when the body shows pictures. It may be called once.
 */
export function readArticleAndBody(
  file: SourceFile,
  site: ReadingSite,
): { readonly result: ArticleResult; readonly markup: (() => string) | null } {
  const path = readPath(file.path, site);
  const none = (result: ArticleResult): { result: ArticleResult; markup: null } => ({ result, markup: null });
  if (path.isListPage) return none({ kind: 'ignored', file: file.path, findings: [] });
  const read = readFrontMatter(file);
  if (read.none) return none(withoutFrontMatter(file, path, { findings: read.findings, hasRooms: site.hasRooms }));
  if (read.value === null) return none(refuse(file, path, [...read.findings]));

  const findings = [...read.findings];
  const reading = sortKeys({ matter: read.value, findings, site });
  const title = readTitle(reading);
  const dated = readDate(reading, path);
  const status = readStatus(reading, dated, path);
  const slug = readSlug(reading, reading.first('slug'), { name: path.name, title: title ?? '', path: file.path });
  if (title === null || dated.date === null || status === null) {
    if (title === null) findings.push(missing(read.value, 'title'));
    if (dated.date === null && !dated.bad) findings.push(missing(read.value, 'date'));
    return none({ kind: 'refused', file: file.path, guess: slug, findings });
  }

  const lang = readLang(reading, path.lang);
  const { body, bodyLine } = read.value;
  const { facts, markup } = readBody(body, {
    lang: lang ?? site.lang,
    firstLine: bodyLine,
    file: file.path,
    own: site.url ?? null,
  });
  for (const finding of facts.findings) findings.push(finding);
  const summary = readText(reading, reading.first('summary'));
  const ownId = readWord(reading, reading.first('id'));
  const credits = readCredits(reading);
  const place = reading.sectionPlace(path.section);
  const article: Article = {
    file: file.path,
    digest: file.digest ?? digestOf(file.bytes),
    id: ownId === null ? slug : oneLine(ownId.slice(0, 200)).text,
    hasOwnId: ownId !== null,
    slug,
    title,
    kicker: readText(reading, reading.first('kicker'), 200),
    summary,
    date: dated.date,
    updated: readUpdated(reading, dated.date),
    embargo: status.embargo,
    expires: status.expires,
    status: status.status,
    type: readType(reading),
    section: place.section,
    sectionPlace: place.place,
    topics: readTopics(reading, place.fromCategories),
    source: readSource(reading),
    authors: readAuthors(reading),
    credits: credits?.credits ?? facts.credits,
    creditLine: credits?.line ?? facts.creditLine,
    securities: readList(reading, reading.first('securities')),
    image: readImage(reading, reading.all('image'), reading.pairs),
    related: readList(reading, reading.first('related')),
    ...readCorrections(reading, { date: dated.date, lang: lang ?? site.lang, status: status.status }),
    redirects: readRedirects(reading, reading.all('redirects'), reading.foreign(['permalink', 'url'])),
    video: readVideo(reading, reading.first('video')),
    lang,
    comments: readComments(reading),
    canonical: readCanonical(reading),
    ...readUrgency(reading),
    dateline: facts.dateline,
    excerpt: (summary === null ? '' : excerptOfSummary(summary)) || facts.excerpt,
    links: facts.links,
    pictures: facts.pictures,
    words: facts.words,
  };
  return {
    result: { kind: 'article', article, findings },
    markup: facts.pictures.length > 0 ? null : () => markup(title).html,
  };
}

/** The Markdown after the front matter, and the line on which it starts, for drawing; '' when there is none. */
export function readBodyText(file: SourceFile): string {
  return bodyAfterFrontMatter(file).body;
}

function withoutFrontMatter(
  file: SourceFile,
  path: PathFacts,
  { findings, hasRooms }: { findings: readonly Finding[]; hasRooms: boolean },
): ArticleResult {
  if (path.isAboutFolder) return { kind: 'ignored', file: file.path, findings: [] };
  if (file.bytes.length < 200 && /^[\s\ufeff]*$/.test(Buffer.from(file.bytes).toString('utf8'))) {
    const hint = 'Write it, or delete it.';
    const empty: Finding = {
      code: 'empty-file',
      severity: 'error',
      message: 'The file is empty.',
      hint,
      file: file.path,
    };
    return refuse(file, path, [...findings, empty]);
  }
  if (!hasRooms) return { kind: 'ignored', file: file.path, findings: [] };
  const message = 'The file has no front matter, so it is not an article.';
  const hint = 'Start it with a line of ---, then title: and date:, then a line of ---.';
  const lines = decode(file).value?.text.split('\n') ?? [];
  const line = Math.max(
    0,
    lines.findIndex((text) => text.trim() !== ''),
  );
  const text = lines[line] ?? '';
  const place = onLine(text, { line: line + 1, column: 1, length: text.trimEnd().length });
  const shape: Finding = { code: 'front-matter-shape', severity: 'warning', message, hint, file: file.path, ...place };
  return { kind: 'ignored', file: file.path, findings: [...findings, shape] };
}

function refuse(file: SourceFile, path: PathFacts, findings: Finding[]): ArticleResult {
  const guess = slugFromPlace({ name: path.name, title: '', path: file.path }, []);
  return { kind: 'refused', file: file.path, guess, findings };
}

/** A summary as lists show it: without the dateline that some wires put there as well. */
function excerptOfSummary(summary: string): string {
  const plain = tidy(summary);
  return cutExcerpt(plain.slice(findDateline(plain)?.end ?? 0));
}

/** The last change; null when there was none after the publication. A change before it is a slip, and told. */
function readUpdated(reading: ArticleReading, date: Moment): Moment | null {
  const pair = reading.first('updated');
  const { moment } = readMoment(reading, pair, reading.site.zone);
  if (pair === null || moment === null || moment.at > date.at) return moment;
  if (moment.iso.slice(0, 10) < date.iso.slice(0, 10)) {
    const message = `The last change lies before the date of publication; it is not shown.`;
    complain(reading, pair, { severity: 'warning', message, hint: 'Correct one of the two, or take updated: out.' });
  }
  return null;
}

function missing(matter: FrontMatter, key: 'title' | 'date'): Finding {
  const comment = key === 'title' ? /^[ \t]*["']?title["']?[ \t]*:[ \t]*(#.*)$/im.exec(matter.head) : null;
  if (comment !== null) {
    const written = comment[1] as string;
    const message = 'There is no title: what begins with # is a comment.';
    const hint = `Put it between quotes: title: ${JSON.stringify(written.slice(0, 100).trimEnd())}.`;
    const start = comment.index + comment[0].length - written.length;
    const place = placeOf(matter, { start, end: start + written.length });
    return { code: 'missing-title', severity: 'error', message, hint, file: matter.file, ...place };
  }
  const hint =
    key === 'title'
      ? 'Add title: and the headline.'
      : 'Add date: 2026-03-05 16:28, or put the date into the file name.';
  const line = Math.max(1, matter.headLine - 1);
  const text = matter.text.split('\n', line)[line - 1] ?? '';
  const code = key === 'title' ? 'missing-title' : 'missing-date';
  const place = onLine(text, { line, column: 1, length: text.length });
  return { code, severity: 'error', message: `There is no ${key}.`, hint, file: matter.file, ...place };
}

function readTitle(reading: ArticleReading): string | null {
  for (const pair of reading.all('title')) {
    const title = readText(reading, pair, titleMax);
    if (title !== null) return title;
  }
  const heading = /^\s*#[ \t]+([^\n]+?)[ \t]*#*[ \t]*(?:\n|$)|^\s*([^\s#>`*+-][^\n]*)\n=+[ \t]*(?:\n|$)/.exec(
    reading.matter.body.slice(0, 3000),
  );
  const text = heading?.[1] ?? heading?.[2];
  const title = text === undefined ? '' : plainText(oneLine(text.replace(/\{[#.][^}]*\}$/, '')).text);
  return title === '' || title.length > titleMax ? null : title;
}

function readComments(reading: ArticleReading): boolean {
  const pair = reading.first('comments');
  // Exports keep the comments themselves below this key; they are open then.
  if (pair === null || pair.value.kind !== 'scalar') return true;
  const open = booleanOf(pair.value);
  if (open === null) complain(reading, pair, { severity: 'warning', message: `"${pair.key}" must be true or false.` });
  return open ?? true;
}

function readCanonical(reading: ArticleReading): string | null {
  const pair = reading.first('canonical');
  const written = readWord(reading, pair);
  if (written === null || pair === null) return null;
  const isUsable = written.length < 2000 && /^https?:\/\/[^\s"<>\\]+$/i.test(written) && URL.canParse(written);
  if (isUsable) return written;
  complain(reading, pair, {
    message: 'A canonical address must be a full one.',
    hint: 'Write https://example.org/article.',
  });
  return null;
}
