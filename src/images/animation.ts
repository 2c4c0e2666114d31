// Pictures that move: whether one does, and the same bytes without what they tell of people and places.
// Reads the containers of GIF, WebP and PNG by their blocks; decodes no pixel.
// Invariant: an answer holds the same frames; a file that does not follow its format gives null.

/** True for an animated GIF, WebP or PNG. */
export function isAnimated(bytes: Buffer): boolean {
  if (isGif(bytes)) return (gifBlocks(bytes) ?? []).filter((block) => block.kind === 'frame').length > 1;
  if (isWebp(bytes)) return (chunksOf(bytes, riff) ?? []).some(({ name }) => name === 'ANIM');
  if (!isPng(bytes)) return false;
  const names = (chunksOf(bytes, png) ?? []).map(({ name }) => name);
  return names.includes('acTL') && names.indexOf('acTL') < names.indexOf('IDAT');
}

/** The animation without EXIF, XMP, comments and texts; null when the file cannot be followed to its end. */
export function withoutMetadata(bytes: Buffer): Buffer | null {
  if (isGif(bytes)) {
    const blocks = gifBlocks(bytes);
    return blocks && Buffer.concat(blocks.filter(({ kind }) => kind !== 'note').map((block) => block.bytes));
  }
  return isWebp(bytes) ? cleanWebp(bytes) : cleanPng(bytes);
}

const isGif = (bytes: Buffer): boolean => /^GIF8[79]a/.test(bytes.toString('latin1', 0, 6));
const isWebp = (bytes: Buffer): boolean => /^RIFF....WEBP/s.test(bytes.toString('latin1', 0, 12));
const isPng = (bytes: Buffer): boolean => bytes.toString('latin1', 0, 8) === '\x89PNG\r\n\x1a\n';

interface GifBlock {
  readonly kind: 'head' | 'frame' | 'note' | 'other';
  readonly bytes: Buffer;
}

function gifBlocks(bytes: Buffer): GifBlock[] | null {
  const tableAt = (flags: number): number => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  const afterParts = (from: number): number => {
    let at = from;
    while (at < bytes.length && bytes[at] !== 0) at += (bytes[at] as number) + 1;
    return at + 1;
  };
  const headEnd = 13 + tableAt(bytes[10] ?? 0);
  const blocks: GifBlock[] = [{ kind: 'head', bytes: bytes.subarray(0, headEnd) }];
  for (let at = headEnd; at < bytes.length;) {
    const mark = bytes[at];
    if (mark === 0x3b) return [...blocks, { kind: 'other', bytes: bytes.subarray(at, at + 1) }];
    if (mark !== 0x21 && mark !== 0x2c) return null;
    const start = mark === 0x21 ? at + 2 : at + 11 + tableAt(bytes[at + 9] ?? 0);
    const end = afterParts(start);
    if (end > bytes.length) return null;
    const block = bytes.subarray(at, end);
    const loops = /NETSCAPE2\.0|ANIMEXTS1\.0/.test(block.toString('latin1', 3, 14));
    const isNote = mark === 0x21 && (bytes[at + 1] === 0xfe || (bytes[at + 1] === 0xff && !loops));
    blocks.push({ kind: mark === 0x2c ? 'frame' : isNote ? 'note' : 'other', bytes: block });
    at = end;
  }
  // Some programs leave the last byte out.
  return blocks;
}

interface Chunk {
  readonly name: string;
  /** Name, length, data and what closes it. */
  readonly bytes: Buffer;
}

const riff = { start: 12, read: readRiff };
const png = { start: 8, read: readPng };

function chunksOf(bytes: Buffer, { start, read }: { start: number; read: typeof readRiff }): Chunk[] | null {
  const chunks: Chunk[] = [];
  for (let at = start; at < bytes.length;) {
    if (at + 8 > bytes.length) return null;
    const { name, size } = read(bytes, at);
    if (at + size > bytes.length) return null;
    chunks.push({ name, bytes: bytes.subarray(at, at + size) });
    at += size;
    if (name === 'IEND') break;
  }
  return chunks;
}

function readRiff(bytes: Buffer, at: number): { name: string; size: number } {
  const length = bytes.readUInt32LE(at + 4);
  return { name: bytes.toString('latin1', at, at + 4), size: 8 + length + (length % 2) };
}

function readPng(bytes: Buffer, at: number): { name: string; size: number } {
  return { name: bytes.toString('latin1', at + 4, at + 8), size: 12 + bytes.readUInt32BE(at) };
}

function cleanWebp(bytes: Buffer): Buffer | null {
  const kept = chunksOf(bytes, riff)?.filter(({ name }) => name !== 'EXIF' && name !== 'XMP ');
  if (!kept) return null;
  const parts = kept.map((chunk) => {
    if (chunk.name !== 'VP8X') return chunk.bytes;
    const head = Buffer.from(chunk.bytes);
    // The flags say no longer that EXIF (8) and XMP (4) follow.
    head[8] = (head[8] as number) & ~0x0c;
    return head;
  });
  const body = Buffer.concat([Buffer.from('WEBP'), ...parts]);
  const head = Buffer.from('RIFF....');
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}

function cleanPng(bytes: Buffer): Buffer | null {
  const kept = chunksOf(bytes, png)?.filter(({ name }) => !/^(tEXt|zTXt|iTXt|eXIf|tIME)$/.test(name));
  return kept ? Buffer.concat([bytes.subarray(0, 8), ...kept.map((chunk) => chunk.bytes)]) : null;
}
