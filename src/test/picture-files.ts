// Picture files for tests, made when they are asked for: healthy ones by sharp, broken ones by hand.

import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A photograph of sorts: colours that run and a circle, which no encoder makes nothing of. */
export function photo(width: number, height: number): ReturnType<typeof sharp> {
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="#124"/><stop offset=".5" stop-color="#d86"/><stop offset="1" stop-color="#fed"/></linearGradient><filter id="n"><feTurbulence baseFrequency=".4"/><feBlend in2="SourceGraphic" mode="soft-light"/></filter></defs><rect width="100%" height="100%" fill="url(#g)" filter="url(#n)"/><circle cx="30%" cy="40%" r="20%" fill="#b32"/></svg>`;
  return sharp(Buffer.from(drawing));
}

/** A photograph with a position, a camera's words and a copyright inside. */
export function telltale(width: number, height: number): Promise<Buffer> {
  return photo(width, height)
    .withExif({
      IFD0: {
        Copyright: 'Zoe Marchand / Agence',
        Artist: 'Zoe Marchand',
        Make: 'SecretCam',
        ImageDescription: 'chez-moi',
      },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 51/1 30/1', GPSLongitudeRef: 'E', GPSLongitude: '2/1 21/1 3/1' },
    })
    .jpeg()
    .toBuffer();
}

/** Bytes that sharp makes of frames: an animated GIF or WebP. */
export async function animation(format: 'gif' | 'webp'): Promise<Buffer> {
  const frames = await Promise.all(
    ['#c00', '#0c0', '#00c'].map((background) =>
      sharp({ create: { width: 40, height: 30, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  const joined = sharp(frames, { join: { animated: true } });
  return format === 'gif' ? joined.gif({ delay: 100 }).toBuffer() : joined.webp({ delay: [100, 100, 100] }).toBuffer();
}

/** A small PNG file that claims to be so large. */
export function pngBomb(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([1, 0, 0, 0, 0], 8);
  const rows = Buffer.alloc(100_000);
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A chunk of a PNG file. */
export function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
