// All lists of a library, kind by kind: what is done for each list, whatever it lists, begins here.
// Invariant: always the same order, for what is sent to threads names lists by their place.

import type { Library, List } from './types.ts';

/** All lists of a library. */
export function listsOf(library: Pick<Library, 'sections' | 'topics' | 'sources' | 'authors' | 'securities'>): List[] {
  const { sections, topics, sources, authors, securities } = library;
  return [...sections, ...topics, ...sources, ...authors, ...securities];
}
