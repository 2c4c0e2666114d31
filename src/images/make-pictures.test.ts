// What becomes of picture files, healthy and hostile, and what the cache spares.

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, describe, expect, test } from 'vitest';
import { createPictureMaker, type PictureRules } from './make-pictures.ts';
import { animation, photo, pngBomb, telltale } from '../test/picture-files.ts';
import type { PictureFile, PictureResult } from './types.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

interface Desk {
  readonly root: string;
  readonly cache: string;
  readonly put: (name: string, bytes: Uint8Array | string) => void;
  /** Makes one picture; `made` counts how many had to be made. */
  readonly make: (name: string, mode?: PictureRules['mode']) => Promise<{ result: PictureResult | null; made: number }>;
  readonly show: (name: string) => Promise<PictureFile>;
}

function desk(): Desk {
  const folder = mkdtempSync(join(tmpdir(), 'depeche-pictures-'));
  folders.push(folder);
  const root = join(folder, 'content');
  const cache = join(folder, 'cache');
  mkdirSync(root);
  const make: Desk['make'] = async (name, mode = 'make') => {
    let made = 0;
    const find = await createPictureMaker({ folder: cache, mode, onProgress: (done) => (made = done) })(root, [[name]]);
    return { result: find([name]), made };
  };
  return {
    root,
    cache,
    put: (name, bytes) => writeFileSync(join(root, name), bytes),
    make,
    show: async (name) => {
      const { result } = await make(name);
      if (!result || 'fault' in result) throw new Error(JSON.stringify(result));
      return result;
    },
  };
}

const bytesAt = (picture: PictureFile, pattern: RegExp): Buffer =>
  readFileSync(picture.files.find(({ path }) => pattern.test(path))?.file as string);

test('a picture goes to a spare folder where nothing may be written into the cache', async () => {
  const at = desk();
  at.put('vue.jpg', await photo(300, 200).jpeg().toBuffer());
  writeFileSync(at.cache, 'no folder');
  const spare = `${at.cache}-spare`;
  const find = await createPictureMaker({ folder: at.cache, mode: 'make' })(at.root, [['vue.jpg']], spare);
  const files = (find(['vue.jpg']) as PictureFile).files.map(({ file }) => file);
  expect(files.length).toBeGreaterThan(0);
  for (const file of files) expect(file.startsWith(spare) && existsSync(file)).toBe(true);
});

describe('a photograph', () => {
  test('becomes AVIF, WebP and JPEG in several widths, best format first', async () => {
    const at = desk();
    at.put('vue.jpg', await photo(1500, 1000).jpeg().toBuffer());
    const picture = await at.show('vue.jpg');
    expect(picture).toMatchObject({ width: 1500, height: 1000, type: 'image/jpeg', credit: null, remark: null });
    const sources = picture.sources.map(({ type, srcset }) => [type, srcset.match(/\d+w/g)?.join(' ')]);
    expect(sources).toEqual([
      ['image/avif', '360w 720w 1120w 1500w'],
      ['image/webp', '360w 720w 1120w 1500w'],
      ['image/jpeg', '720w 1500w'],
    ]);
    for (const { path, file } of picture.files) {
      const { width, height, format, compression } = await sharp(file).metadata();
      expect(path).toMatch(new RegExp(`^/images/[0-9a-f]{16}-${width}\\.(avif|webp|jpg)$`));
      expect(Math.abs((height as number) - (width as number) / 1.5)).toBeLessThan(1);
      expect(format === 'heif' ? compression : 'av1').toBe('av1');
    }
    expect(bytesAt(picture, /1500\.jpg/).length).toBe(picture.bytes);
  });

  test('is never enlarged, and a width just below its own is not made', async () => {
    const at = desk();
    at.put('petite.jpg', await photo(380, 200).jpeg().toBuffer());
    const picture = await at.show('petite.jpg');
    expect(picture.files.map(({ path }) => path.replace(/.*-/, '')).toSorted()).toEqual([
      '380.avif',
      '380.jpg',
      '380.webp',
    ]);
  });

  test('wider than any page is made smaller', async () => {
    const at = desk();
    at.put('large.jpg', await photo(2400, 1200).jpeg().toBuffer());
    expect(await at.show('large.jpg')).toMatchObject({ width: 1680, height: 840 });
  });

  test('loses its position and its camera, and keeps its copyright', async () => {
    const at = desk();
    at.put('chez-moi.jpg', await telltale(900, 600));
    const picture = await at.show('chez-moi.jpg');
    expect(picture.credit).toBe('Zoe Marchand / Agence');
    expect(picture.files.length).toBeGreaterThan(5);
    for (const { file } of picture.files) {
      const bytes = readFileSync(file).toString('latin1');
      expect(bytes).toContain('Zoe Marchand / Agence');
      expect(bytes).not.toMatch(/SecretCam|chez-moi|GPS/);
      const { exif } = await sharp(file).metadata();
      // 0x8825 would lead to a position.
      expect((exif as Buffer).includes(Buffer.from([0x25, 0x88]))).toBe(false);
    }
  });

  test('stands upright when the camera says how it was held', async () => {
    const at = desk();
    at.put('debout.jpg', await photo(600, 300).withMetadata({ orientation: 6 }).jpeg().toBuffer());
    const picture = await at.show('debout.jpg');
    expect(picture).toMatchObject({ width: 300, height: 600 });
    expect((await sharp(bytesAt(picture, /\.jpg/)).metadata()).orientation).toBe(undefined);
  });

  test('in colours for print is shown in colours for screens, with a remark', async () => {
    const at = desk();
    at.put('cmjn.jpg', await photo(400, 300).toColourspace('cmyk').jpeg().toBuffer());
    const picture = await at.show('cmjn.jpg');
    expect(picture.remark).toBe('cmyk');
    expect((await sharp(bytesAt(picture, /\.jpg/)).metadata()).space).toBe('srgb');
  });

  test('with transparent parts keeps them', async () => {
    const at = desk();
    const round =
      '<svg xmlns="http://www.w3.org/2000/svg" width="500" height="500"><circle cx="250" cy="250" r="200" fill="#b32"/></svg>';
    at.put('rond.webp', await sharp(Buffer.from(round)).webp().toBuffer());
    const picture = await at.show('rond.webp');
    expect(picture.type).toBe('image/png');
    for (const { file } of picture.files) expect((await sharp(file).metadata()).hasAlpha).toBe(true);
  });
});

describe('an animation', () => {
  test.each(['gif', 'webp'] as const)('is copied with all its frames, in one size: %s', async (format) => {
    const at = desk();
    at.put(`film.${format}`, await animation(format));
    const picture = await at.show(`film.${format}`);
    expect(picture).toMatchObject({ width: 40, height: 30, sources: [], remark: 'animated', type: `image/${format}` });
    expect((await sharp(bytesAt(picture, /./)).metadata()).pages).toBe(3);
  });

  test('loses what it says of its author’s machine', async () => {
    const at = desk();
    const gif = await animation('gif');
    const comment = Buffer.concat([Buffer.from([0x21, 0xfe, 6]), Buffer.from('secret'), Buffer.from([0])]);
    const flags = gif[10] as number;
    const end = 13 + (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
    at.put('film.gif', Buffer.concat([gif.subarray(0, end), comment, gif.subarray(end)]));
    const bytes = bytesAt(await at.show('film.gif'), /./);
    expect(bytes.includes('secret')).toBe(false);
    expect((await sharp(bytes).metadata()).pages).toBe(3);
  });
});

describe('a drawing', () => {
  const svg = (inside: string): string =>
    `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" width="200" height="100">${inside}</svg>`;

  test('without a script is published as it is', async () => {
    const at = desk();
    const text = svg('<defs><linearGradient id="a"/></defs><path d="M0 0h9" fill="url(#a)"/><use href="#a"/>');
    at.put('plan.svg', text);
    const picture = await at.show('plan.svg');
    expect(picture).toMatchObject({ width: 200, height: 100, type: 'image/svg+xml', sources: [] });
    expect(bytesAt(picture, /\.svg$/).toString()).toBe(text);
  });

  test.each([
    '<script>alert(1)</script>',
    '<g onload="alert(1)"/>',
    '<svg:script xmlns:svg="http://www.w3.org/2000/svg">alert(1)</svg:script>',
    '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>',
    '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>',
    '<a href="javascript:alert(1)"><path d="M0 0"/></a>',
    '<image href="https://tracker.example/p.png"/>',
    '<image xlink:href="//tracker.example/p.png" xmlns:xlink="http://www.w3.org/1999/xlink"/>',
    '<use href="other.svg#a"/>',
    '<path fill="url(https://tracker.example/p.svg#a)"/>',
    '<path style="fill:url( &quot;https://tracker.example&quot; )"/>',
    '<style>@import "https://tracker.example/a.css";</style>',
    '<style>@&#105;mport "https://tracker.example/a.css";</style>',
    '<style>path{fill:u\\72l(https://tracker.example)}</style>',
    '<animate attributeName="href" to="javascript:alert(1)"/>',
    '<set attributeName="onload" to="alert(1)"/>',
    '<iframe src="https://example.org"/>',
    '<image href="data:image/svg+xml;base64,PHN2Zz4="/>',
  ])('that runs or asks elsewhere is left out: %s', async (inside) => {
    const at = desk();
    at.put('plan.svg', svg(inside));
    expect((await at.make('plan.svg')).result).toEqual({ fault: 'unsafe-svg' });
    expect(readdirSync(at.cache).some((name) => name.endsWith('.svg'))).toBe(false);
  });

  test.each([
    ['an entity', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('').slice(39)}`],
    ['a style sheet of elsewhere', `<?xml-stylesheet href="https://example.org/a.css"?>${svg('').slice(39)}`],
    ['another encoding', Buffer.from(`\ufeff${svg('')}`, 'utf16le')],
    ['another ending', svg('<script/>')],
  ])('with %s is left out', async (_, bytes) => {
    const at = desk();
    at.put('plan.jpg', bytes);
    expect((await at.make('plan.jpg')).result).toEqual({ fault: 'unsafe-svg' });
  });
});

describe('a file that cannot be shown has its reason', () => {
  test.each([
    ['empty', async () => ''],
    ['not-a-picture', async () => 'Ceci n’est pas une image.'],
    ['not-a-picture', async () => '<!doctype html><script>alert(1)</script>'],
    ['cut-off', async () => (await photo(900, 600).jpeg().toBuffer()).subarray(0, 20_000)],
    ['cut-off', async () => (await photo(900, 600).png().toBuffer()).subarray(0, 20_000)],
    ['cut-off', async () => (await photo(900, 600).webp().toBuffer()).subarray(0, 5000)],
    ['cut-off', async () => (await animation('gif')).subarray(0, 200)],
    ['cut-off', async () => Buffer.from([0xff, 0xd8, 0xff, 0xe0])],
    ['heic', async () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic\0\0\x01\xcameta', 'latin1')],
    ['too-large', async () => pngBomb(30_000, 30_000)],
    ['too-large', async () => pngBomb(11_000, 11_000)],
    ['too-large', async () => pngBomb(2, 2_000_000)],
  ])('%s', async (fault, bytes) => {
    const at = desk();
    at.put('image.jpg', await bytes());
    expect((await at.make('image.jpg')).result).toEqual({ fault });
    expect((await at.make('image.jpg', 'look')).result).toEqual({ fault });
  });

  test('folder', async () => {
    const at = desk();
    mkdirSync(join(at.root, 'image.jpg'));
    expect((await at.make('image.jpg')).result).toEqual({ fault: 'folder' });
  });

  test('and none when there is no file', async () => {
    expect((await desk().make('image.jpg')).result).toBe(null);
    expect((await desk().make('../../../../etc/passwd')).result).toBe(null);
  });

  test('but a wrong ending is a remark', async () => {
    const at = desk();
    at.put('vue.jpg', await photo(300, 200).png().toBuffer());
    expect(await at.show('vue.jpg')).toMatchObject({ type: 'image/png', remark: 'wrong-ending' });
  });
});

describe('the cache', () => {
  test('spares what was made: nothing is made twice, also under another name', async () => {
    const at = desk();
    const bytes = await photo(800, 500).jpeg().toBuffer();
    at.put('a.jpg', bytes);
    expect((await at.make('a.jpg')).made).toBe(1);
    const again = await at.make('a.jpg');
    expect(again.made).toBe(0);
    at.put('b.jpg', bytes);
    expect(await at.make('b.jpg')).toEqual(again);
  });

  test('remembers what could not be shown', async () => {
    const at = desk();
    at.put('a.jpg', 'rien');
    expect((await at.make('a.jpg')).made).toBe(1);
    expect(await at.make('a.jpg')).toEqual({ result: { fault: 'not-a-picture' }, made: 0 });
  });

  test('sees a changed file', async () => {
    const at = desk();
    at.put('a.jpg', await photo(800, 500).jpeg().toBuffer());
    const before = await at.show('a.jpg');
    at.put('a.jpg', await photo(800, 400).jpeg().toBuffer());
    expect((await at.show('a.jpg')).src).not.toBe(before.src);
  });

  test('gives the same bytes when it is deleted, and with the mode that uses none', async () => {
    const at = desk();
    at.put('a.jpg', await photo(800, 500).jpeg().toBuffer());
    const read = (): [string, string][] =>
      readdirSync(at.cache)
        .filter((name) => !name.endsWith('.json'))
        .toSorted()
        .map((name) => [name, readFileSync(join(at.cache, name), 'latin1')]);
    await at.show('a.jpg');
    const before = read();
    rmSync(at.cache, { recursive: true });
    await at.show('a.jpg');
    expect(read()).toEqual(before);
    expect((await at.make('a.jpg', 'anew')).made).toBe(1);
    expect(read()).toEqual(before);
  });

  test.each([
    ['cut off', (file: string) => writeFileSync(file, readFileSync(file).subarray(0, 100))],
    ['damaged', (file: string) => writeFileSync(file, readFileSync(file).fill(7, 50, 60))],
    ['gone', (file: string) => rmSync(file)],
  ])('makes again what is %s', async (_, spoil) => {
    const at = desk();
    at.put('a.jpg', await photo(800, 500).jpeg().toBuffer());
    const { file } = (await at.show('a.jpg')).files[1] as { file: string };
    const before = readFileSync(file);
    spoil(file);
    const later = Date.now() / 1000 + 5;
    if (existsSync(file)) utimesSync(file, later, later);
    expect((await at.make('a.jpg')).made).toBe(1);
    expect(readFileSync(file)).toEqual(before);
  });

  test('trusts files that were only copied here, after one look at their bytes', async () => {
    const at = desk();
    at.put('a.jpg', await photo(800, 500).jpeg().toBuffer());
    const { files } = await at.show('a.jpg');
    const later = Date.now() / 1000 + 5;
    for (const { file } of files) utimesSync(file, later, later);
    expect((await at.make('a.jpg')).made).toBe(0);
    const record = readdirSync(at.cache).find((name) => /^[0-9a-f]{16}\.json$/.test(name)) as string;
    expect(statSync(join(at.cache, record)).mtimeMs / 1000).toBeGreaterThanOrEqual(later);
  });

  test.each(['stats.json', 'record'])('survives a damaged %s', async (which) => {
    const at = desk();
    at.put('a.jpg', await photo(800, 500).jpeg().toBuffer());
    const before = await at.show('a.jpg');
    const name = which === 'record' ? readdirSync(at.cache).find((one) => /^[0-9a-f]{16}\.json$/.test(one)) : which;
    writeFileSync(join(at.cache, name as string), '{"files":[');
    expect(await at.show('a.jpg')).toEqual(before);
  });

  test('is not touched by a mere look', async () => {
    const at = desk();
    at.put('a.jpg', await photo(800, 500).jpeg().toBuffer());
    expect((await at.make('a.jpg', 'look')).result).toMatchObject({ width: 800, height: 500 });
    expect(() => readdirSync(at.cache)).toThrow();
  });
});
