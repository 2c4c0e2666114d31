// A reader's lists as a file: written for keeping or for another device, read with suspicion.
// Says why a file is refused by a code; the page has the sentence.

import { most, readShelf, type Shelf } from './shelf.ts';

/** Why a file is no use. */
export type FileFault = 'too-big' | 'not-json' | 'not-lists' | 'newer' | 'empty';

/** The mark by which we know our own files, and the newest form that we can read. */
const format = 'depeche-listes';
const version = 1;

/** The text of the file. */
export function writeShelfFile(shelf: Shelf): string {
  return `${JSON.stringify({ format, version, ...shelf }, null, 2)}\n`;
}

/** Reads a file's text. */
export function readShelfFile(text: string): Shelf | FileFault {
  if (text.length > most.file) return 'too-big';
  let data: unknown;
  try {
    data = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return 'not-json';
  }
  const head = typeof data === 'object' && data !== null ? (data as Record<string, unknown>) : {};
  if (head['format'] !== format) return 'not-lists';
  if (typeof head['version'] !== 'number' || head['version'] > version) return 'newer';
  const shelf = readShelf(data);
  if (shelf === null) return 'not-lists';
  return shelf.lists.length + shelf.saved.length === 0 ? 'empty' : shelf;
}

/** A file's content with ids that no list here has. */
export function renumber(file: Shelf, newId: () => string): Shelf {
  return { ...file, lists: file.lists.map((list) => ({ ...list, id: newId() })) };
}
