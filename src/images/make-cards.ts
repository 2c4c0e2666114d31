// Social cards as files: drawn once, kept in the cache of pictures beside them, named by what is drawn.
// Invariant: what a card shows stands in its name; no font of the machine is asked.

import { join } from 'node:path';
import type { PictureRules } from './make-pictures.ts';
import { loadSharp, sharpVersion } from './sharp.ts';
import { type CardText, cardSize, drawSocialCard } from './social-card.ts';
import { digestOf, folderToFill, openStore, type PictureStore, writeRecord } from './store.ts';

/** A card, ready to be copied. */
export interface CardFile {
  /** Address on the site: `/images/3f2a….png`. */
  readonly src: string;
  readonly width: number;
  readonly height: number;
  /** The file on disk. */
  readonly file: string;
}

/** Makes cards, in the order of their texts; `spare` is a folder for them where the cache may not be written. */
export type MakeCards = (texts: readonly CardText[], spare?: string | null) => Promise<readonly CardFile[]>;

/** Few colours, and no shades but at the edges: to try harder takes twice the time and saves a tenth of the bytes. */
const png = { palette: true, colours: 48, compressionLevel: 6, effort: 1 } as const;

/** Makes a maker of cards; `folder` is the cache of pictures. `anew`: none of an earlier build is used. */
export function createCardMaker(
  rules: Pick<PictureRules, 'folder' | 'now'> & { readonly mode: 'make' | 'anew' },
): MakeCards {
  return async (texts, spare = null) => {
    const store = openStore(rules.folder, rules.now?.() ?? null);
    const cards: CardFile[] = [];
    const target = folderToFill(rules.folder, spare);
    for (const text of texts) cards.push(await makeCard(text, { store, target, useCache: rules.mode === 'make' }));
    return cards;
  };
}

async function makeCard(
  text: CardText,
  from: { readonly store: PictureStore; readonly target: string; readonly useCache: boolean },
): Promise<CardFile> {
  const { store, target, useCache } = from;
  const drawing = drawSocialCard(text);
  const name = digestOf(`card\n${JSON.stringify(png)} sharp ${sharpVersion()}\n${drawing}`).slice(0, 16);
  const file = `${name}.png`;
  const src = `/images/${file}`;
  const known = useCache ? store.read(name) : null;
  if (known && !('fault' in known)) return { src, ...cardSize, file: join(store.folder, file) };
  const sharp = await loadSharp();
  const bytes = await sharp(Buffer.from(drawing)).png(png).toBuffer();
  const files = [{ name: file, bytes: bytes.length, digest: digestOf(bytes) }];
  const record = {
    src,
    ...cardSize,
    sources: [],
    type: 'image/png',
    bytes: bytes.length,
    credit: null,
    remark: null,
    files,
  };
  writeRecord(target, { name, record, files: new Map([[file, bytes]]) });
  return { src, ...cardSize, file: join(target, file) };
}
