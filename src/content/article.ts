// One Markdown file to one article: the story of reading it. Each group of keys has a file of its own
// (article-keys, -status, -address, -picture, -desk); the body is read by body.ts.
// It never looks at a second file: whether a section, a related article or a picture exists is the library's question.
// Invariant: never throws. Only a missing title or date, or a mistake that could publish too much, refuses the file.

import type { Finding } from '../base/findings.ts';
import { oneLine, plainText } from '../base/text.ts';
import { readCanonical, readRedirects, readSlug } from './article-address.ts';
import { readCorrections } from './article-corrections.ts';
import { readAuthors, readComments, readLang, readSource, readTopics, readType, readUrgency } from './article-desk.ts';
import { readCredits } from './article-credits.ts';
import { sortKeys, type ArticleReading, type ReadingSite } from './article-keys.ts';
import { readImage, readVideo } from './article-picture.ts';
import { missing, refuse, withoutFrontMatter } from './article-refusal.ts';
import { readDate, readStatus, type Shown } from './article-status.ts';
import { type BodyFacts, readBody } from './body.ts';
import { findDateline } from './dateline.ts';
import { cutExcerpt } from './excerpt.ts';
import { readPath, type PathFacts } from './file-name.ts';
import { bodyAfterFrontMatter, readFrontMatter } from './front-matter.ts';
import { tidy } from './plain-text.ts';
import { digestOf, type SourceFile } from './source-file.ts';
import type { Article, Moment } from './types.ts';
import { readList } from './list-values.ts';
import { complain, readMoment, readText, readWord } from './values.ts';

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
  const known = { file, path, slug, title, date: dated.date, shown: status, lang };
  const article = makeArticle(reading, known, facts);
  return {
    result: { kind: 'article', article, findings },
    markup: facts.pictures.length > 0 ? null : () => markup(title).html,
  };
}

/** What is known of an article before its other keys are read. */
interface Known {
  readonly file: SourceFile;
  readonly path: PathFacts;
  readonly slug: string;
  readonly title: string;
  readonly date: Moment;
  readonly shown: Shown;
  /** BCP 47 when it is not the site's language; else null. */
  readonly lang: string | null;
}

/**
 * Reads the keys that an article can do without, and puts all together, each by name: an object in which others are
 * spread is slow to make, and slow to write.
 */
function makeArticle(reading: ArticleReading, known: Known, facts: BodyFacts): Article {
  const { file, path, slug, title, date, shown, lang } = known;
  const summary = readText(reading, reading.first('summary'));
  const ownId = readWord(reading, reading.first('id'));
  const credits = readCredits(reading);
  const place = reading.sectionPlace(path.section);
  const rules = { date, lang: lang ?? reading.site.lang, status: shown.status };
  const { corrections, withdrawal } = readCorrections(reading, rules);
  const { urgency, until } = readUrgency(reading);
  return {
    file: file.path,
    digest: file.digest ?? digestOf(file.bytes),
    id: ownId === null ? slug : oneLine(ownId.slice(0, 200)).text,
    hasOwnId: ownId !== null,
    slug,
    title,
    kicker: readText(reading, reading.first('kicker'), 200),
    summary,
    date,
    updated: readUpdated(reading, date),
    embargo: shown.embargo,
    expires: shown.expires,
    status: shown.status,
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
    corrections,
    withdrawal,
    redirects: readRedirects(reading, reading.all('redirects'), reading.foreign(['permalink', 'url'])),
    video: readVideo(reading, reading.first('video')),
    lang,
    comments: readComments(reading),
    canonical: readCanonical(reading, reading.first('canonical')),
    urgency,
    until,
    dateline: facts.dateline,
    excerpt: (summary === null ? '' : excerptOfSummary(summary)) || facts.excerpt,
    links: facts.links,
    pictures: facts.pictures,
    words: facts.words,
  };
}

/** The Markdown after the front matter, and the line on which it starts, for drawing; '' when there is none. */
export function readBodyText(file: SourceFile): string {
  return bodyAfterFrontMatter(file).body;
}

/** A summary as lists show it: without the dateline that some wires put there as well. */
function excerptOfSummary(summary: string): string {
  const plain = tidy(summary);
  return cutExcerpt(plain.slice(findDateline(plain)?.end ?? 0));
}

/** The headline: the key, else the first heading of the text. */
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
