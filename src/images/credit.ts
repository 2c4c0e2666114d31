// Who made a picture, as its own file says: IPTC first, then XMP, then EXIF. Newsrooms and agencies write it there.
// Reads three small formats by hand and takes two facts from them; a position, a camera or a date is never looked at.
// Invariant: whatever the bytes, the answer is short plain text or null.

/** What a file carries inside; sharp's `metadata()` fits. */
export interface Embedded {
  readonly exif?: Buffer | undefined;
  readonly iptc?: Buffer | undefined;
  readonly xmp?: Buffer | undefined;
}

/** Facts that stay with the picture. */
export interface EmbeddedCredit {
  /** Credit line. */
  readonly credit: string | null;
  readonly copyright: string | null;
  readonly artist: string | null;
}

/** Reads them. */
export function readCredit({ exif, iptc, xmp }: Embedded): EmbeddedCredit {
  const inIptc = iptc ? readIptc(iptc) : {};
  const inXmp = xmp ? readXmp(xmp.toString('utf8', 0, 200_000)) : {};
  const inExif = exif ? readExif(exif) : {};
  return {
    credit: inIptc.credit ?? inXmp.credit ?? null,
    copyright: inIptc.copyright ?? inXmp.copyright ?? inExif.copyright ?? null,
    artist: inIptc.artist ?? inXmp.artist ?? inExif.artist ?? null,
  };
}

type Found = { -readonly [K in keyof EmbeddedCredit]?: string | undefined };

function clean(text: string): string | undefined {
  const plain = text
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  // A name in a wrong encoding is worse than none.
  return plain === '' || plain.includes('\ufffd') ? undefined : plain.slice(0, 200);
}

/** Texts are UTF-8 today, Latin-1 in old files. */
function textOf(bytes: Buffer): string | undefined {
  const utf8 = bytes.toString('utf8');
  return clean(utf8.includes('\ufffd') ? bytes.toString('latin1') : utf8);
}

/** Dataset 2 of IPTC-IIM: by-line (80), credit (110), copyright (116). */
function readIptc(bytes: Buffer): Found {
  const found: Found = {};
  for (let at = bytes.indexOf(0x1c); at !== -1 && at + 5 <= bytes.length;) {
    const length = bytes.readUInt16BE(at + 3);
    const name =
      bytes[at + 1] === 2 ? { 80: 'artist', 110: 'credit', 116: 'copyright' }[bytes[at + 2] as number] : null;
    if (name) found[name as keyof Found] ??= textOf(bytes.subarray(at + 5, at + 5 + length));
    at = bytes.indexOf(0x1c, at + 5 + length);
  }
  return found;
}

function readXmp(text: string): Found {
  const first = (name: string): string | undefined => {
    const inside = new RegExp(`<${name}\\b[^>]*>([\\s\\S]{0,2000}?)</${name}>`).exec(text)?.[1];
    const value = inside ?? new RegExp(`\\s${name}="([^"]{0,1000})"`).exec(text)?.[1];
    if (value === undefined) return undefined;
    const plain = value.replace(/<[^>]*>/g, ' ').replace(/&(amp|lt|gt|quot|apos|#\d+);/g, decodeXml);
    return clean(plain);
  };
  return { credit: first('photoshop:Credit'), copyright: first('dc:rights'), artist: first('dc:creator') };
}

function decodeXml(entity: string, name: string): string {
  if (name.startsWith('#')) return String.fromCodePoint(Math.min(Number(name.slice(1)), 0x10_ffff));
  return { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[name] ?? entity;
}

/** The first directory of a TIFF block: Artist (0x013b), Copyright (0x8298). */
function readExif(bytes: Buffer): Found {
  const block = bytes.toString('latin1', 0, 6) === 'Exif\0\0' ? bytes.subarray(6) : bytes;
  const order = block.toString('latin1', 0, 2);
  if (block.length < 14 || (order !== 'II' && order !== 'MM')) return {};
  const short = (at: number): number => (order === 'II' ? block.readUInt16LE(at) : block.readUInt16BE(at));
  const long = (at: number): number => (order === 'II' ? block.readUInt32LE(at) : block.readUInt32BE(at));
  const found: Found = {};
  const start = long(4);
  if (start + 2 > block.length) return {};
  const count = Math.min(short(start), 500);
  for (let i = 0, at = start + 2; i < count && at + 12 <= block.length; i++, at += 12) {
    const name = { 0x013b: 'artist', 0x8298: 'copyright' }[short(at)];
    if (name === undefined || short(at + 2) !== 2) continue;
    const length = long(at + 4);
    const from = length <= 4 ? at + 8 : long(at + 8);
    if (from + length <= block.length) found[name as keyof Found] = textOf(block.subarray(from, from + length));
  }
  return found;
}
