// Where a reader's lists are kept: the browser's storage of this site, shared between its tabs.
// A storage that is full, forbidden or damaged never loses what is on the screen: the changes that could not be kept
// stay in memory, are made anew to whatever another tab stores, and are kept as soon as there is room; until then the
// page is told, so that it can say so.
// Invariant: every change is made to what is stored now, not to what this tab last saw. So a change may be made more
// than once, and must come to the same: it takes no new id and reads nothing but the shelf.

import { tellSaved } from './offline.ts';
import { emptyShelf, readShelf, type Shelf } from './shelf.ts';

const key = 'depeche:listes';

/** Whether what is shown is also kept: `full` and `forbidden` live until the page is closed. */
export type KeepState = 'kept' | 'full' | 'forbidden';

/** From one shelf to the next, the same whenever it is asked. */
export type Change = (shelf: Shelf) => Shelf;

export interface Keeping {
  readonly read: () => Shelf;
  /** Makes a change and keeps it. */
  readonly change: (to: Change) => Shelf;
  readonly state: () => KeepState;
  /** Calls `seen` when another tab changed the lists. */
  readonly watch: (seen: () => void) => void;
}

/** Opens the storage. */
export function openKeeping(): Keeping {
  let state: KeepState = 'kept';
  /** Changes that are not stored yet, the oldest first. */
  let waiting: readonly Change[] = [];
  const stored = (): Shelf => {
    const { text, allowed } = readText();
    if (allowed) return parse(text);
    state = 'forbidden';
    return emptyShelf;
  };
  const read = (): Shelf => waiting.reduce((shelf, to) => to(shelf), stored());
  const keep = (changes: readonly Change[]): Shelf => {
    waiting = changes;
    const next = read();
    try {
      localStorage.setItem(key, JSON.stringify({ version: 1, ...next }));
      waiting = [];
      state = 'kept';
      tellSaved(next);
    } catch {
      state = readText().allowed ? 'full' : 'forbidden';
    }
    return next;
  };
  return {
    read,
    state: () => state,
    change: (to) => keep([...waiting, to]),
    watch: (seen) => {
      addEventListener('storage', (event) => {
        if (event.key !== key && event.key !== null) return;
        if (waiting.length > 0) keep(waiting);
        seen();
      });
      // A page that comes back from the browser's memory has missed what happened meanwhile.
      addEventListener('pageshow', (event) => {
        if (event.persisted) seen();
      });
    },
  };
}

function readText(): { readonly text: string | null; readonly allowed: boolean } {
  try {
    return { text: localStorage.getItem(key), allowed: true };
  } catch {
    return { text: null, allowed: false };
  }
}

/** What is stored; when it is damaged it is put aside, never overwritten unseen. */
function parse(text: string | null): Shelf {
  if (text === null) return emptyShelf;
  let shelf: Shelf | null = null;
  try {
    shelf = readShelf(JSON.parse(text));
  } catch {
    // Falls through: not JSON.
  }
  if (shelf !== null) return shelf;
  try {
    localStorage.setItem(`${key}:abime`, text);
    localStorage.removeItem(key);
  } catch {
    // Then it stays where it is.
  }
  return emptyShelf;
}

/** A new id for a list. */
export function newId(): string {
  return `l${Date.now().toString(36)}${Math.random().toString(36).slice(2, 8)}`;
}
