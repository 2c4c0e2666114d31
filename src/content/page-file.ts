// A file of content/pages: about, legal notice, accessibility. A page has no date and stands in no list.
// Invariant: only a page without a title, or that is a draft, is refused.

import type { Parsed } from '../base/findings.ts';
import { oneLine, plainText } from '../base/text.ts';
import { readSlug } from './article-address.ts';
import { printTable, type KeyDefinition } from './keys.ts';
import { readRoomFile, stemOf } from './room-file.ts';
import { digestOf, type SourceFile } from './source-file.ts';
import type { PageFile } from './types.ts';
import { booleanOf, complain, readText, readWord } from './values.ts';

/** The keys of a page. */
export const pageKeys = [
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
  { name: 'draft', form: 'yes or no', meaning: '`true`: it is not published.', otherwise: '`false`', synonyms: [] },
] as const satisfies readonly KeyDefinition[];

/** The table of a page's keys in Markdown. */
export function printPageTable(): string {
  return printTable(pageKeys);
}

/** Reads a page. */
export function readPageFile(file: SourceFile): Parsed<PageFile> {
  const { reading, findings } = readRoomFile(file, pageKeys);
  if (reading === null) return { value: null, findings };
  const draft = reading.first('draft');
  if (draft !== null && booleanOf(draft.value) !== false) {
    complain(reading, draft, { severity: 'warning', message: 'The page is a draft, so it is not published.' });
    return { value: null, findings };
  }
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
    body,
  };
  return { value: page, findings };
}
