// The text of a small room's file (a page, a section, a topic …): read as an article's is, so that what is wrong in it is
// told with its line, and what it points at is known to the library and to the pictures.
// Its dateline, excerpt and credits mean nothing here.

import { readBody } from './body.ts';
import type { ReadingSite } from './article-keys.ts';
import type { RoomReading } from './room-file.ts';
import type { LinkRef } from './types.ts';

/** What of the site decides how such a text is read. */
export type TextSite = Pick<ReadingSite, 'lang' | 'url'>;

/** Adds what is wrong in the text to the reading's findings; answers what it points at. */
export function readRoomText(
  { matter, body, findings }: RoomReading,
  { lang, url = '' }: TextSite,
): { readonly links: readonly LinkRef[]; readonly pictures: readonly LinkRef[] } {
  if (body.trim() === '') return { links: [], pictures: [] };
  const { file, bodyLine: firstLine } = matter;
  const { facts } = readBody(body, { lang, firstLine, file, own: url === '' ? null : url });
  for (const finding of facts.findings) findings.push(finding);
  return { links: facts.links, pictures: facts.pictures };
}
