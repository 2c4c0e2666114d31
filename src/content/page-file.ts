// A file of content/pages: about, legal notice, accessibility. A page stands in no list and shows no date; what withholds
// an article withholds it as well. Invariant: only a missing title, or a mistake that could publish too much, refuses it.

import type { Finding, Parsed } from '../base/findings.ts';
import { oneLine, plainText } from '../base/text.ts';
import { readSlug } from './article-address.ts';
import { sortKeys, type ReadingSite } from './article-keys.ts';
import { readDate, readStatus, type Shown } from './article-status.ts';
import { readPath } from './file-name.ts';
import type { FrontMatter } from './front-matter.ts';
import { articleKeys, printTable, type ArticleKey, type KeyDefinition } from './keys.ts';
import { readRoomFile, stemOf } from './room-file.ts';
import { readRoomText } from './room-text.ts';
import { digestOf, type SourceFile } from './source-file.ts';
import type { Moment, PageFile } from './types.ts';
import { complain, readText, readWord } from './values.ts';

/** A key that is an article's as well, with what it means for a page. */
function alsoOfArticles(name: ArticleKey, own: Partial<KeyDefinition> = {}): KeyDefinition {
  return { ...(articleKeys.find((key) => key.name === name) as KeyDefinition), ...own };
}

/** The keys of a page. */
export const pageKeys: readonly KeyDefinition[] = [
  {
    name: 'title',
    form: 'text',
    meaning: 'Its headline. Required.',
    otherwise: 'the first `#` heading',
    synonyms: ['name', 'headline'],
  },
  {
    name: 'summary',
    form: 'text',
    meaning: 'For search engines and social networks.',
    otherwise: 'none',
    synonyms: ['description', 'deck', 'excerpt'],
  },
  { name: 'slug', form: 'text', meaning: 'Its address: `/<slug>/`.', otherwise: 'the file name', synonyms: [] },
  {
    name: 'order',
    form: 'number',
    meaning: 'Its place in the footer, lowest first.',
    otherwise: '`100`',
    synonyms: ['weight', 'position'],
  },
  alsoOfArticles('date', { meaning: 'It is not shown before it.', otherwise: 'the date in the file name, or none' }),
  alsoOfArticles('status', { meaning: 'Only what is live is published.' }),
  alsoOfArticles('draft'),
  alsoOfArticles('embargo'),
  alsoOfArticles('expires'),
];

/** The table of a page's keys in Markdown. */
export function printPageTable(): string {
  return printTable(pageKeys);
}

/** Reads a page. */
export function readPageFile(file: SourceFile, site: ReadingSite): Parsed<PageFile> {
  const { reading, findings } = readRoomFile(file, pageKeys);
  if (reading === null) return { value: null, findings };
  const shown = readShown(reading.matter, site, findings);
  if (shown === null) return { value: null, findings };
  const heading = /^\s*#[ \t]+([^\n]+?)[ \t]*#*[ \t]*(?:\n|$)/.exec(reading.body.slice(0, 3000));
  const written = readText(reading, reading.first('title'), 300);
  const title = written ?? (heading === null ? '' : plainText(oneLine(heading[1] as string).text));
  if (title === '') {
    const hint = 'Add title: to its front matter.';
    findings.push({
      code: 'missing-title',
      severity: 'error',
      message: 'The page has no title.',
      hint,
      file: file.path,
      line: 1,
    });
    return { value: null, findings };
  }
  // A heading that serves as the title must not stand there twice.
  const body = written === null && heading !== null ? reading.body.slice(heading[0].length) : reading.body;
  const slug = readSlug(reading, reading.first('slug'), { name: stemOf(file.path), title, path: file.path });
  const order = readWord(reading, reading.first('order'));
  const isNumber = order !== null && /^-?\d{1,9}(?:\.\d+)?$/.test(order);
  const pair = reading.first('order');
  if (order !== null && !isNumber && pair !== null) complain(reading, pair, { message: 'The order is a number.' });
  const summary = readText(reading, reading.first('summary'));
  const page = {
    file: file.path,
    digest: digestOf(file.bytes),
    slug,
    title,
    summary,
    order: isNumber ? Number(order) : 100,
    ...shown,
    body,
    ...readRoomText(reading, site),
  };
  return { value: page, findings };
}

/** When a page may be seen, read as an article's keys are read; null when it must be refused. */
function readShown(
  matter: FrontMatter,
  site: ReadingSite,
  findings: Finding[],
): (Shown & { readonly date: Moment | null }) | null {
  const found: Finding[] = [];
  const keys = sortKeys({ matter, findings: found, site });
  const path = readPath(matter.file, { ...site, hasRooms: true });
  const dated = readDate(keys, path);
  const shown = readStatus(keys, dated, path);
  for (const finding of found) {
    const { code, severity, line } = finding;
    if (code !== 'unknown-key') findings.push(finding);
    // Which keys there are is told by a page's own table; that one may be a misspelt one of these is told in its place.
    else if (severity === 'error') {
      const told = findings.findIndex((other) => other.code === code && other.line === line);
      findings.splice(told < 0 ? findings.length : told, 1, finding);
    }
  }
  return shown === null || dated.bad ? null : { ...shown, date: dated.date };
}
