// A file of content/sections, topics, authors, sources or securities: one thing that articles refer to.
// Which room it is of, the build knows from the folder; the keys are the same for all, for they never contradict.
// Invariant: a readable file is a term; without a name it is called by its file name, with a finding.

import type { Parsed } from '../base/findings.ts';
import { slugify } from '../base/text.ts';
import { printTable, type KeyDefinition } from './keys.ts';
import { readRoomFile, stemOf, type RoomReading } from './room-file.ts';
import { readRoomText, type TextSite } from './room-text.ts';
import { digestOf, type SourceFile } from './source-file.ts';
import type { Term } from './types.ts';
import { complain, readText, readWord } from './values.ts';

/** The keys of a term. */
export const termKeys = [
  {
    name: 'name',
    form: 'text',
    meaning: 'What readers see. Required.',
    otherwise: 'the file name',
    synonyms: ['title', 'label', 'nom'],
  },
  {
    name: 'summary',
    form: 'text',
    meaning: 'One or two sentences about it, on its page.',
    otherwise: 'none',
    synonyms: ['description', 'deck', 'excerpt', 'bio', 'tagline'],
  },
  {
    name: 'role',
    form: 'text',
    meaning: 'Of an author: what they do here.',
    otherwise: 'none',
    synonyms: ['job', 'position', 'fonction'],
    rooms: ['authors'],
  },
  {
    name: 'address',
    form: 'full address',
    meaning: 'Of a source or author: their own site.',
    otherwise: 'none',
    synonyms: ['url', 'website', 'site', 'homepage', 'link'],
    rooms: ['sources', 'authors'],
  },
  {
    name: 'rights',
    form: 'text',
    meaning: 'Of a source: what may be done with its texts.',
    otherwise: 'none',
    synonyms: ['copyright', 'licence', 'license'],
    rooms: ['sources'],
  },
  {
    name: 'kind',
    form: '`agency`, `partner` or `own`',
    meaning: 'Of a source: `partner` marks all its articles as partner content.',
    otherwise: 'none',
    synonyms: ['source_kind'],
    rooms: ['sources'],
  },
  {
    name: 'typography',
    form: '`set` or `keep`',
    meaning: 'Of a source: `keep` leaves the spaces, quotes and apostrophes of its texts as they came.',
    otherwise: '`set`',
    synonyms: [],
    rooms: ['sources'],
  },
  {
    name: 'isin',
    form: 'ISIN',
    meaning: 'Of a security.',
    otherwise: 'none',
    synonyms: [],
    rooms: ['securities'],
  },
  {
    name: 'ticker',
    form: 'text',
    meaning: 'Of a security: its symbol.',
    otherwise: 'none',
    synonyms: ['symbol', 'code'],
    rooms: ['securities'],
  },
  {
    name: 'market',
    form: 'text',
    meaning: 'Of a security: where it is listed.',
    otherwise: 'none',
    synonyms: ['exchange', 'place'],
    rooms: ['securities'],
  },
] as const satisfies readonly KeyDefinition[];

/** The table of a term's keys in Markdown. */
export function printTermTable(): string {
  return printTable(termKeys);
}

/** Reads a term. */
export function readTerm(file: SourceFile, site: TextSite): Parsed<Term> {
  const { reading, findings } = readRoomFile(file, termKeys);
  if (reading === null) return { value: null, findings };
  const text = (key: (typeof termKeys)[number]['name'], max = 1000): string | null =>
    readText(reading, reading.first(key), max);
  const stem = stemOf(file.path);
  const id = slugify(stem) || stem;
  const name = text('name', 200);
  if (name === null) {
    const message = `The file has no name; it is called "${stem}".`;
    findings.push({
      code: 'missing-name',
      severity: 'warning',
      message,
      hint: 'Add name: to its front matter.',
      file: file.path,
      line: 1,
    });
  }
  const term: Term = {
    file: file.path,
    digest: digestOf(file.bytes),
    id,
    name: name ?? stem,
    summary: text('summary'),
    body: reading.body.trim(),
    ...readRoomText(reading, site),
    role: text('role'),
    address: readAddress(reading),
    rights: text('rights'),
    sourceKind: readKind(reading),
    typography: readTypography(reading),
    isin: readIsin(reading),
    ticker: text('ticker', 40),
    market: text('market', 200),
  };
  return { value: term, findings };
}

function readAddress(reading: RoomReading): string | null {
  const pair = reading.first('address');
  const written = readWord(reading, pair);
  if (written === null || pair === null) return null;
  if (/^https?:\/\/[^\s"<>\\]+$/i.test(written) && URL.canParse(written)) return written;
  complain(reading, pair, { message: 'This is not a full address.', hint: 'Write https://www.example.org/.' });
  return null;
}

function readKind(reading: RoomReading): Term['sourceKind'] {
  const pair = reading.first('kind');
  const word = readWord(reading, pair)?.toLowerCase();
  if (word === undefined || pair === null) return null;
  const kinds: Record<string, Term['sourceKind']> = {
    agency: 'agency',
    agence: 'agency',
    partner: 'partner',
    partenaire: 'partner',
    own: 'own',
  };
  if (Object.hasOwn(kinds, word)) return kinds[word] ?? null;
  complain(reading, pair, {
    message: `There is no kind "${word.slice(0, 40)}".`,
    hint: 'Write agency, partner or own.',
  });
  return null;
}

function readTypography(reading: RoomReading): Term['typography'] {
  const pair = reading.first('typography');
  const word = readWord(reading, pair)?.toLowerCase();
  if (word === undefined || pair === null || word === 'set') return 'set';
  if (word === 'keep') return 'keep';
  complain(reading, pair, { message: `Typography is set or keep, not "${word.slice(0, 40)}".`, hint: 'Write keep.' });
  return 'set';
}

function readIsin(reading: RoomReading): string | null {
  const pair = reading.first('isin');
  const written = readWord(reading, pair)?.toUpperCase().replaceAll(' ', '');
  if (written === undefined || pair === null) return null;
  if (/^[A-Z]{2}[A-Z0-9]{9}\d$/.test(written)) return written;
  complain(reading, pair, {
    message: 'An ISIN has two letters, nine letters or digits, and a digit.',
    hint: 'Example: FR0014004L86.',
  });
  return null;
}
