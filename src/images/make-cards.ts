// Social cards as files: drawn once, kept in the cache of pictures beside them, named by what is drawn.
// Invariant: what a card shows stands in its name; no font of the machine is asked.

import { join } from 'node:path';
import type { PictureRules } from './make-pictures.ts';
import { loadSharp, sharpVersion } from './sharp.ts';
import { type CardText, cardSize, drawSocialCard } from './social-card.ts';
import { digestOf, folderToFill, openStore, type PictureStore, writeRecord } from './store.ts';

/** A card, ready to be copied once it is made. */
export interface CardFile {
  /** Address on the site: `/images/3f2a….png`. */
  readonly src: string;
  readonly width: number;
  readonly height: number;
  /** The file on disk. */
  readonly file: string;
}

/** Cards in the order of their texts: what pages say of them is there at once, their files when somebody has `make` make them. */
export interface CardFiles {
  readonly cards: readonly CardFile[];
  /** Makes those that the cache does not hold; asked again, it answers the same. */
  readonly make: () => Promise<void>;
}

/** Makes cards; `spare` is a folder for them where the cache may not be written. */
export type MakeCards = (texts: readonly CardText[], spare?: string | null) => CardFiles;

/** All colours: to choose a few takes three times as long, and saves half of some forty kilobytes that only robots load. */
const png = { compressionLevel: 6 } as const;

/** Makes a maker of cards; `folder` is the cache of pictures. `anew`: none of an earlier build is used. */
export function createCardMaker(
  rules: Pick<PictureRules, 'folder' | 'now'> & { readonly mode: Exclude<PictureRules['mode'], 'look'> },
): MakeCards {
  return (texts, spare = null) => {
    const isAside = rules.mode === 'aside' && spare !== null;
    const store = openStore(rules.folder, isAside ? null : (rules.now?.() ?? null));
    const target = isAside ? spare : folderToFill(rules.folder, spare);
    const planned = texts.map((text) => planCard(text, { store, target, useCache: rules.mode !== 'anew' }));
    let made: Promise<void> | null = null;
    const make = (): Promise<void> => (made ??= makeAll(planned.flatMap((one) => one.make ?? [])));
    return { cards: planned.map(({ card }) => card), make };
  };
}

async function makeAll(makes: readonly (() => Promise<void>)[]): Promise<void> {
  for (const make of makes) await make();
}

/** A card, and what makes its file; null when the cache holds it. */
function planCard(
  text: CardText,
  from: { readonly store: PictureStore; readonly target: string; readonly useCache: boolean },
): { readonly card: CardFile; readonly make: (() => Promise<void>) | null } {
  const { store, target, useCache } = from;
  const drawing = drawSocialCard(text);
  const name = digestOf(`card\n${JSON.stringify(png)} sharp ${sharpVersion()}\n${drawing}`).slice(0, 16);
  const file = `${name}.png`;
  const src = `/images/${file}`;
  const known = useCache ? store.read(name) : null;
  if (known && !('fault' in known)) return { card: { src, ...cardSize, file: join(store.folder, file) }, make: null };
  const card = { src, ...cardSize, file: join(target, file) };
  return { card, make: () => drawCard(drawing, { name, src, target }) };
}

async function drawCard(
  drawing: string,
  { name, src, target }: { readonly name: string; readonly src: string; readonly target: string },
): Promise<void> {
  const file = `${name}.png`;
  const sharp = await loadSharp();
  const bytes = await sharp(Buffer.from(drawing)).removeAlpha().png(png).toBuffer();
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
}
