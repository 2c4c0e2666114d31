// A file of a small room (site, sections, topics, authors, sources, securities, pages): its keys by a table, and its body.
// It knows no room's keys; each room hands its table in, from which its documentation is printed as well.
// Invariant: a file without front matter, or without any key, is a file all the same: its text is its body.

import type { Finding } from '../base/findings.ts';
import { didYouMean, nearest, oneLine, sentences } from '../base/text.ts';
import { keyFinding, pairsByKey, readFrontMatter, type FrontMatter } from './front-matter.ts';
import type { KeyDefinition } from './keys.ts';
import { foldKey, isEmpty, type MapNode, type Pair } from './nodes.ts';
import { decode, type SourceFile } from './source-file.ts';
import type { Reading } from './values.ts';

/** A file of a room that is being read. */
export interface RoomReading extends Reading {
  readonly first: (key: string) => Pair | null;
  /** Pairs whose key means nothing here, and the finding that says so. */
  readonly unknown: readonly { readonly pair: Pair; readonly finding: Finding }[];
  /** Markdown. */
  readonly body: string;
  readonly hasFrontMatter: boolean;
}

const emptyRoot: MapNode = { kind: 'map', pairs: [], start: -1, end: -1 };

/** Reads a file by a table of keys; null when it holds no text or its front matter cannot be read. */
export function readRoomFile(
  file: SourceFile,
  keys: readonly KeyDefinition[],
): { reading: RoomReading | null; findings: Finding[] } {
  const read = readFrontMatter(file);
  const findings = [...read.findings];
  let matter = read.value;
  if (matter === null && !read.none) return { reading: null, findings };
  matter ??= bare(file);
  const spellings = new Map<string, readonly [string, number]>();
  for (const { name, synonyms } of keys) {
    for (const [rank, spelling] of [name, ...synonyms].entries()) spellings.set(foldKey(spelling), [name, rank]);
  }
  const found = new Map<string, readonly [Pair, number]>();
  const others: { pair: Pair; finding: Finding }[] = [];
  for (const [folded, pair] of pairsByKey(matter.root)) {
    const known = spellings.get(folded);
    if (known === undefined) {
      if (pair.key.startsWith('_') || tolerated.has(folded)) continue;
      const finding = unknownKey(matter, pair, keys);
      others.push({ pair, finding });
      findings.push(finding);
      continue;
    }
    const [name, rank] = known;
    const before = found.get(name);
    if (!isEmpty(pair.value) && (before === undefined || rank < before[1])) found.set(name, [pair, rank]);
  }
  const first = (key: string): Pair | null => found.get(key)?.[0] ?? null;
  const { body } = matter;
  const reading = { matter, findings, first, unknown: others, body, hasFrontMatter: read.value !== null };
  return { reading, findings };
}

const tolerated = new Set([
  'layout',
  'permalink',
  'weight',
  'menu',
  'lang',
  'language',
  'date',
  'slug',
  'id',
  'type',
  'note',
  'ednote',
]);

function bare(file: SourceFile): FrontMatter {
  const text = decode(file).value?.text ?? '';
  return { file: file.path, text, language: 'yaml', root: emptyRoot, head: '', headLine: 1, body: text, bodyLine: 1 };
}

function unknownKey(matter: FrontMatter, pair: Pair, keys: readonly KeyDefinition[]): Finding {
  const room = matter.file.split('/')[0] as string;
  const names = keys.filter(({ rooms }) => rooms?.includes(room) ?? true).map(({ name }) => name);
  const message = sentences(
    `There is no key "${oneLine(pair.key.slice(0, 60)).text}" here.`,
    didYouMean(nearest(pair.key, names)),
  );
  const hint = `Understood are: ${names.join(', ')}.`;
  return keyFinding(matter, pair, { code: 'unknown-key', severity: 'warning', message, hint, onKey: true });
}

/** The file's name without folders and ending. */
export function stemOf(path: string): string {
  return (path.split('/').at(-1) as string).replace(/\.(?:md|markdown)$/i, '');
}
