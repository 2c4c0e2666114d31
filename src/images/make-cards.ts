// Social cards as files: drawn once, kept in the cache of pictures beside them, named by what is drawn.
// Invariant: what a card shows stands in its name; no font of the machine is asked.

import { join } from 'node:path';
import type { PictureRules } from './make-pictures.ts';
import { loadSharp, sharpVersion } from './sharp.ts';
import { type CardText, cardSize, drawSocialCard } from './social-card.ts';
import { digestOf, openStore, type PictureStore, writeRecord } from './store.ts';

/** A card, ready to be copied. */
export interface CardFile {
  /** Address on the site: `/images/3f2a….png`. */
  readonly src: string;
  readonly width: number;
  readonly height: number;
  /** The file on disk. */
  readonly file: string;
}

/** Makes cards, in the order of their texts. */
export type MakeCards = (texts: readonly CardText[]) => Promise<readonly CardFile[]>;

/** Few colours, and no shades but at the edges: to try harder takes twice the time and saves a tenth of the bytes. */
const png = { palette: true, colours: 48, compressionLevel: 6, effort: 1 } as const;

/** Makes a maker of cards; `folder` is the cache of pictures. `anew`: none of an earlier build is used. */
export function createCardMaker(
  rules: Pick<PictureRules, 'folder' | 'now'> & { readonly mode: 'make' | 'anew' },
): MakeCards {
  return async (texts) => {
    const store = openStore(rules.folder, rules.now?.() ?? null);
    const cards: CardFile[] = [];
    for (const text of texts) cards.push(await makeCard(text, store, rules.mode === 'make'));
    return cards;
  };
}

async function makeCard(text: CardText, store: PictureStore, useCache: boolean): Promise<CardFile> {
  const drawing = drawSocialCard(text);
  const name = digestOf(`card\n${JSON.stringify(png)} sharp ${sharpVersion()}\n${drawing}`).slice(0, 16);
  const file = `${name}.png`;
  const card: CardFile = { src: `/images/${file}`, ...cardSize, file: join(store.folder, file) };
  const known = useCache ? store.read(name) : null;
  if (known && !('fault' in known)) return card;
  const sharp = await loadSharp();
  const bytes = await sharp(Buffer.from(drawing)).png(png).toBuffer();
  const { src, width, height } = card;
  const files = [{ name: file, bytes: bytes.length, digest: digestOf(bytes) }];
  const record = {
    src,
    width,
    height,
    sources: [],
    type: 'image/png',
    bytes: bytes.length,
    credit: null,
    remark: null,
    files,
  };
  writeRecord(store.folder, { name, record, files: new Map([[file, bytes]]) });
  return card;
}
