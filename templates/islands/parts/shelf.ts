// A reader's lists as plain data, and every change that can be made to them: pure functions, no browser in them.
// What comes from outside (storage, a file) goes through `readShelf`, which takes only what it knows.
// Invariant: a shelf holds text and ids only. Addresses are made here from ids, and never taken from a file but for
// articles, whose path must be one of this site.

/** A security in a list. */
export interface Security {
  readonly id: string;
  readonly name: string;
}

/** One list. */
export interface WatchList {
  readonly id: string;
  readonly name: string;
  readonly securities: readonly Security[];
}

/** An article that is kept for later. */
export interface SavedArticle {
  /** Path on this site. */
  readonly url: string;
  readonly title: string;
  /** ISO, or empty. */
  readonly date: string;
  /** Whose content it is, when a partner paid for it. */
  readonly partner?: string;
}

/** All that a reader keeps on this device. */
export interface Shelf {
  readonly lists: readonly WatchList[];
  /** Newest first. */
  readonly saved: readonly SavedArticle[];
}

export const emptyShelf: Shelf = { lists: [], saved: [] };

/** Limits: what a telephone shows and a browser stores without complaint. */
export const most = { lists: 50, securities: 200, saved: 300, name: 80, title: 300, file: 1_000_000 } as const;

// Controls, and what turns the direction of the text around it.
const unseen = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]+/g;

/** A text of one line, without what is not seen, cut at whole characters. */
export function tidy(text: unknown, length: number = most.name): string {
  if (typeof text !== 'string') return '';
  const line = text
    .slice(0, length * 8)
    .replace(unseen, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return [...line].slice(0, length).join('').trim();
}

/** True for what can be the last part of a security's address. */
export function isId(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 100 && /^[\p{L}\p{N}][\p{L}\p{M}\p{N}-]*$/u.test(value);
}

/** Address of a security. */
export function securityUrl(id: string): string {
  return `/valeurs/${encodeURIComponent(id)}/`;
}

/** True for the path of an article: from the root, one slash, nothing that leads elsewhere. */
export function isArticlePath(value: unknown): value is string {
  return typeof value === 'string' && value.length <= 500 && /^\/[^/\\\s"'<>?#][^\\\s"'<>?#]*\.html$/.test(value);
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function items(value: unknown, count: number): readonly unknown[] {
  return Array.isArray(value) ? value.slice(0, count) : [];
}

/** The first of each, by a key. */
function once<T>(values: readonly T[], key: (value: T) => string): readonly T[] {
  return [...new Map(values.toReversed().map((value) => [key(value), value])).values()].toReversed();
}

/** What can be read of unknown data; null when it is no shelf at all. */
export function readShelf(data: unknown): Shelf | null {
  const { lists, saved } = record(data);
  if (!Array.isArray(lists) && !Array.isArray(saved)) return null;
  return {
    lists: once(items(lists, most.lists).flatMap(readList), (list) => list.id),
    saved: once(items(saved, most.saved).flatMap(readSaved), (article) => article.url),
  };
}

function readList(data: unknown, place: number): readonly WatchList[] {
  const { id, name, securities } = record(data);
  const title = tidy(name);
  if (title === '') return [];
  const held = items(securities, most.securities).flatMap((value) => {
    const { id: own, name: label } = record(value);
    return isId(own) ? [{ id: own, name: tidy(label) || own }] : [];
  });
  return [{ id: isId(id) ? id : `liste-${place}`, name: title, securities: once(held, (security) => security.id) }];
}

function readSaved(data: unknown): readonly SavedArticle[] {
  const { url, title, date, partner } = record(data);
  const label = tidy(title, most.title);
  const payer = tidy(partner);
  if (!isArticlePath(url) || label === '') return [];
  const day = typeof date === 'string' && /^\d{4}-\d\d-\d\d(T[\d:+Z-]+)?$/.test(date) ? date : '';
  return [{ url, title: label, date: day, ...(payer !== '' && { partner: payer }) }];
}

/** Changes one list. */
function change(shelf: Shelf, id: string, to: (list: WatchList) => WatchList): Shelf {
  return { ...shelf, lists: shelf.lists.map((list) => (list.id === id ? to(list) : list)) };
}

/** A shelf with one more list at its end; the same when there are too many, or when the name is empty. */
export function addList(shelf: Shelf, list: { readonly id: string; readonly name: string }): Shelf {
  const name = tidy(list.name);
  if (name === '' || shelf.lists.length >= most.lists) return shelf;
  return { ...shelf, lists: [...shelf.lists, { id: list.id, name, securities: [] }] };
}

export function renameList(shelf: Shelf, id: string, name: string): Shelf {
  const next = tidy(name);
  return next === '' ? shelf : change(shelf, id, (list) => ({ ...list, name: next }));
}

export function removeList(shelf: Shelf, id: string): Shelf {
  return { ...shelf, lists: shelf.lists.filter((list) => list.id !== id) };
}

/** Moves what is at `from` to `to`; places that do not exist change nothing. */
export function move<T>(values: readonly T[], from: number, to: number): readonly T[] {
  if (from === to || !(from in values) || !(to in values)) return values;
  const rest = values.toSpliced(from, 1);
  return rest.toSpliced(to, 0, values[from] as T);
}

export function moveList(shelf: Shelf, id: string, by: number): Shelf {
  const from = shelf.lists.findIndex((list) => list.id === id);
  return { ...shelf, lists: move(shelf.lists, from, from + by) };
}

/** Adds a security at the end of a list that has room and does not hold it yet. */
export function addSecurity(shelf: Shelf, id: string, security: Security): Shelf {
  const { id: own, name } = security;
  if (!isId(own)) return shelf;
  return change(shelf, id, (list) => {
    if (list.securities.length >= most.securities || list.securities.some((held) => held.id === own)) return list;
    return { ...list, securities: [...list.securities, { id: own, name: tidy(name) || own }] };
  });
}

export function removeSecurity(shelf: Shelf, id: string, security: string): Shelf {
  return change(shelf, id, (list) => ({ ...list, securities: list.securities.filter(({ id }) => id !== security) }));
}

export function moveSecurity(
  shelf: Shelf,
  id: string,
  step: { readonly security: string; readonly by: number },
): Shelf {
  return change(shelf, id, (list) => {
    const from = list.securities.findIndex((held) => held.id === step.security);
    return { ...list, securities: move(list.securities, from, from + step.by) };
  });
}

export function isSaved(shelf: Shelf, url: string): boolean {
  return shelf.saved.some((article) => article.url === url);
}

/** Puts an article first among the saved ones; the oldest goes when there are too many. */
export function saveArticle(shelf: Shelf, article: SavedArticle): Shelf {
  const read = readSaved(article);
  const rest = shelf.saved.filter(({ url }) => url !== article.url);
  return read.length === 0 ? shelf : { ...shelf, saved: [...read, ...rest].slice(0, most.saved) };
}

export function forgetArticle(shelf: Shelf, url: string): Shelf {
  return { ...shelf, saved: shelf.saved.filter((article) => article.url !== url) };
}

/** Everything of both: lists of one name become one, in the order in which they were. Ids of `other` are its own. */
export function mergeShelves(shelf: Shelf, other: Shelf): Shelf {
  let merged = shelf;
  for (const list of other.lists) {
    let target = merged.lists.find(({ name }) => name === list.name);
    if (target === undefined) {
      merged = addList(merged, { id: list.id, name: list.name });
      target = merged.lists.find(({ id }) => id === list.id);
    }
    if (target === undefined) break;
    for (const security of list.securities) merged = addSecurity(merged, target.id, security);
  }
  for (const article of other.saved.toReversed()) {
    if (!isSaved(merged, article.url)) merged = saveArticle(merged, article);
  }
  return merged;
}

/** Takes a change back (from `before` it led to `after`), and leaves alone what was changed elsewhere since. */
export function takeBack(shelf: Shelf, before: Shelf, after: Shelf): Shelf {
  return {
    lists: restore({ now: shelf.lists, before: before.lists, after: after.lists, key: ({ id }) => id }),
    saved: restore({ now: shelf.saved, before: before.saved, after: after.saved, key: ({ url }) => url }),
  };
}

/** What the change took is there again, what it brought is gone, what it made otherwise is as before. */
function restore<T>(input: {
  readonly now: readonly T[];
  readonly before: readonly T[];
  readonly after: readonly T[];
  readonly key: (value: T) => string;
}): readonly T[] {
  const { key } = input;
  const [now, before, after] = [input.now, input.before, input.after].map(
    (values) => new Map(values.map((value) => [key(value), value])),
  ) as [Map<string, T>, Map<string, T>, Map<string, T>];
  const isOurs = (value: T): boolean => JSON.stringify(after.get(key(value))) === JSON.stringify(value);
  const kept = input.before.flatMap((value) => {
    const found = now.get(key(value));
    if (found === undefined) return after.has(key(value)) ? [] : [value];
    return [isOurs(found) ? value : found];
  });
  return [...kept, ...input.now.filter((value) => !before.has(key(value)) && !isOurs(value))];
}
