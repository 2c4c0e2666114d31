// One picture from its file to its record in the cache: looked at, made, written. May run in a process of its own, so an
// order is plain data and so is the answer.
// Invariant: the name comes from the bytes that were read here, so that a file which changes meanwhile does no harm.

import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { encodePicture, srcsetOf, type Variant } from './encode.ts';
import type { PictureFault } from './faults.ts';
import { inspectPicture, isWhole } from './inspect.ts';
import { mediaTypes, recipe } from './recipe.ts';
import { sharpVersion } from './sharp.ts';
import { digestOf, type PictureRecord, writeRecord } from './store.ts';
import type { PictureResult } from './types.ts';

/** What is to be made. */
export interface PictureOrder {
  /** Absolute path of the picture. */
  readonly file: string;
  /** Folder of the cache. */
  readonly folder: string;
  /** True: nothing is made or written, only looked at. */
  readonly lookOnly: boolean;
}

let madeWith: string | null = null;

/** Name of a picture: everything that decides the bytes of its variants. A wrong ending is a remark, so it counts. */
export function pictureName(digest: string, file: string): string {
  madeWith ??= `${JSON.stringify(recipe)} sharp ${sharpVersion()}`;
  const ending = /\.[a-z0-9]+$/i.exec(file)?.[0].toLowerCase() ?? '';
  return digestOf(`${madeWith}\n${digest}\n${ending}`).slice(0, 16);
}

/** Makes one picture. Throws only when the disk fails. */
export async function makePicture({ file, folder, lookOnly }: PictureOrder): Promise<PictureResult> {
  const bytes = readOrNull(file);
  if (bytes === null) return { fault: 'unreadable' };
  const name = pictureName(digestOf(bytes), file);
  const looked = await inspectPicture(bytes, basename(file));
  const refuse = (fault: PictureFault): PictureResult => {
    if (!lookOnly) writeRecord(folder, { name, record: { fault }, files: new Map() });
    return { fault };
  };
  if ('fault' in looked) return refuse(looked.fault);
  if ((lookOnly || looked.kind !== 'still') && !(await isWhole(bytes, looked))) return refuse('cut-off');
  const { embedded, remark, width, height } = looked;
  const credit = embedded.credit ?? embedded.copyright ?? embedded.artist;
  if (lookOnly) {
    return { src: '', width, height, sources: [], type: '', bytes: bytes.length, credit, remark, files: [] };
  }
  const encoded = await encodePicture(bytes, looked);
  if (encoded === null) return refuse('cut-off');
  const fileName = (one: Variant): string => `${name}${one.width === null ? '' : `-${one.width}`}.${one.ending}`;
  const address = (one: Variant): string => `/images/${fileName(one)}`;
  const { plain, variants } = encoded;
  const endings = new Set(['avif', 'webp', plain.ending] as const);
  const record: PictureRecord = {
    src: address(plain),
    width: encoded.width,
    height: encoded.height,
    sources: [...endings].flatMap((ending) => srcsetOf(encoded, ending, address) ?? []),
    type: mediaTypes[plain.ending],
    bytes: plain.bytes.length,
    credit,
    remark,
    files: variants.map((one) => ({ name: fileName(one), bytes: one.bytes.length, digest: digestOf(one.bytes) })),
  };
  const files = new Map(variants.map((one) => [fileName(one), one.bytes]));
  writeRecord(folder, { name, record, files });
  return resultOf(record, folder);
}

function readOrNull(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}

/** A record with the places of its files. */
export function resultOf(record: PictureRecord, folder: string): PictureResult {
  if ('fault' in record) return record;
  return { ...record, files: record.files.map(({ name }) => ({ path: `/images/${name}`, file: join(folder, name) })) };
}
