// What RSS, Atom and JSON Feed say alike, each in its own syntax: titles, people, labels, instants.
// Writes no markup and escapes nothing.
// Partner content is marked in the title, the only field that every reader shows, and by a category to filter by.
// Invariant: the newest change depends on the items only; an empty feed is as old as 1970, whenever it is made.

import { readStamp } from './feed-dates.ts';
import type { Stamp } from './feed-dates.ts';
import type { Feed, FeedItem } from './types.ts';

/** The headline; for partner content `[Contenu partenaire] Top 5 IA`. */
export function shownTitle(item: FeedItem, feed: Feed): string {
  return item.partner === null ? item.title : `[${feed.partnerLabel}] ${item.title}`;
}

/** Who signs: people, else the source, else the partner; empty when the newspaper itself does. */
export function signatures(item: FeedItem): readonly string[] {
  const people = distinct(item.authors);
  return people.length > 0 ? people : distinct([item.source?.name ?? item.partner ?? '']);
}

/** Section, topics and the mark of partner content, each once. */
export function labels(item: FeedItem, feed: Feed): readonly string[] {
  return distinct([item.section, ...item.topics, item.partner === null ? '' : feed.partnerLabel]);
}

/** When the item appeared. */
export function published(item: FeedItem): Stamp {
  return readStamp(item.date, item.at);
}

/** When the item last changed; its publication when it never did, or when the change claims to be older. */
export function changed(item: FeedItem): Stamp {
  return hasChanged(item) ? readStamp(item.updated, item.updatedAt) : published(item);
}

/** True when the item changed after it appeared. */
export function hasChanged(item: FeedItem): item is FeedItem & { updated: string; updatedAt: number } {
  return item.updated !== null && item.updatedAt !== null && item.updatedAt > item.at;
}

/** When any item last changed. */
export function newestChange(feed: Feed): Stamp {
  let newest = feed.items[0];
  if (newest === undefined) return { at: 0, offset: 0 };
  for (const item of feed.items) if (changeInstant(item) > changeInstant(newest)) newest = item;
  return changed(newest);
}

function changeInstant(item: FeedItem): number {
  return hasChanged(item) ? item.updatedAt : item.at;
}

function distinct(names: readonly string[]): readonly string[] {
  return [...new Set(names)].filter((name) => name.trim() !== '');
}
