// A look at a folder: its files in parts (see parts.ts), with what tells one state of each from another. No file is opened.
// Where the digest of a part is the one that was kept, nothing in it has changed; the states of single files are unpacked
// only when somebody asks for them.

import { type Dirent, readdirSync } from 'node:fs';
import { findFiles } from '../content/find-files.ts';
import { stampOf, statOf } from './file-state.ts';
import { digestOfText, inParts, textOfPart } from './parts.ts';
import { isMadeAfterwards, markName } from './staging.ts';
import { digestOfBytes } from './tree.ts';

/** What tells one state of a file from another, by path below the folder. */
export type Sight = ReadonlyMap<string, string>;

/** What was seen below a folder; data that is sent from a thread soon. */
export interface Seen {
  /** Digest of what the folder holds besides files: mistakes that were found there, and whether there are rooms. */
  readonly facts: string;
  /** True when a file may have two names there. */
  readonly hasLinks: boolean;
  readonly parts: readonly SeenPart[];
}

/** Files of one part, by path. */
interface SeenPart {
  /** Of paths and states; empty when the state of a file cannot be told from its next one. */
  readonly digest: string;
  /** Path, state, path, state, … between NULs: one long text is sent sooner than many short ones. */
  readonly text: string;
}

/** Nothing was seen, for nobody looked. */
export const unseen: Seen = { facts: '', hasLinks: false, parts: [] };

/** Looks at the files of a content folder: see `statOf`. A folder that cannot be read has none. */
export function lookAtContent(root: string, skip: ReadonlySet<string>, stillSince: number): Seen {
  let found;
  try {
    found = findFiles(root, skip);
  } catch {
    return unseen;
  }
  const { all, hasLinks, hasRooms, unreadable, findings } = found;
  const states = new Map(all.map((path) => [path, statOf(`${root}/${path}`, stillSince)]));
  return { facts: factsOf({ hasRooms, unreadable, findings }), hasLinks, parts: partsOf(states) };
}

/** Digest of what a content folder holds besides files. */
export function factsOf(found: Pick<ReturnType<typeof findFiles>, 'hasRooms' | 'unreadable' | 'findings'>): string {
  const { hasRooms, unreadable, findings } = found;
  return digestOfBytes(JSON.stringify([hasRooms, unreadable, findings]));
}

/** Looks at the files of an output folder but its mark, `/` first, and not at what is made afterwards; what is no file has an empty state: see `stampOf`. */
export function lookAtOut(root: string): Seen {
  const stamps = new Map<string, string>();
  const walk = (folder: string): void => {
    for (const item of itemsOf(root + folder)) {
      const path = `${folder}/${item.name}`;
      if (isMadeAfterwards(`${path}/`)) continue;
      if (item.isDirectory()) walk(path);
      else if (path !== `/${markName}`) stamps.set(path, stampOf(root + path) ?? '');
    }
  };
  walk('');
  return { facts: '', hasLinks: false, parts: partsOf(stamps) };
}

function itemsOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}

function partsOf(states: Sight): SeenPart[] {
  return inParts(states.keys()).map((part) => {
    const text = textOfPart(part, (path) => states.get(path));
    const isSure = !part.some((path) => states.get(path) === '');
    return { digest: isSure ? digestOfText(text) : '', text };
  });
}

/** The files of one part. */
export function sightOfPart({ parts }: Seen, number: number): Sight {
  const words = parts[number]?.text.split('\0') ?? [];
  const sight = new Map<string, string>();
  for (let i = 0; i + 1 < words.length; i += 2) sight.set(words[i] as string, words[i + 1] as string);
  return sight;
}

/** All files. */
export function sightOf(seen: Seen): Sight {
  const sight = new Map<string, string>();
  for (const number of seen.parts.keys()) for (const [path, state] of sightOfPart(seen, number)) sight.set(path, state);
  return sight;
}
