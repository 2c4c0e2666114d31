// The picture and the film of an article, in the many spellings of other programs.
// It opens no file: whether the picture exists is for those who make it. Invariant: no `src`, no picture.

import { tellUnknownKeys, type NestedKeys } from './nested-keys.ts';
import { isEmpty, pick, type MapNode, type Node, type Pair } from './nodes.ts';
import type { Article, ImageRef } from './types.ts';
import { complain, readText, readWord, writtenText, type Reading } from './values.ts';

const picture = {
  src: [
    'src',
    'url',
    'path',
    'image',
    'file',
    'filename',
    'href',
    'large',
    'featured',
    'feature',
    'overlayimage',
    'teaser',
    'thumbnail',
    'thumb',
  ],
  alt: ['alt', 'alttext', 'imagealt', 'alternative', 'textealternatif', 'description'],
  caption: ['caption', 'legend', 'legende', 'figcaption', 'imagecaption', 'title'],
  credit: ['credit', 'credits', 'copyright', 'attribution', 'photographer', 'author', 'creditline'],
} as const satisfies NestedKeys;
const film = {
  src: ['src', 'url', 'href', 'link', 'file'],
  poster: ['poster', 'image', 'thumbnail', 'cover'],
  partner: ['partner', 'provider', 'source', 'host', 'partenaire'],
} as const satisfies NestedKeys;

/** The head picture, from the pairs that name one in order of precedence; keys beside it (`image_alt`) fill it up. */
export function readImage(
  reading: Reading,
  named: readonly Pair[],
  beside: ReadonlyMap<string, Pair>,
): ImageRef | null {
  for (const pair of named) {
    const node = firstOf(pair.value);
    if (node === null) continue;
    const parts = partsOf(reading, pair, node);
    if (parts === null) continue;
    const near = (ends: readonly string[]): Pair | null => besideOf(beside, pair, ends);
    const alt = parts.alt ?? near(['alt', 'alttext', 'description']);
    if (alt === null) {
      const message = 'The picture has no alternative text.';
      const hint = 'Add alt: what is seen; or alt: "" when it only decorates.';
      complain(reading, pair, { code: 'missing-alt', severity: 'warning', message, hint });
    }
    return {
      src: parts.src,
      alt: readText(reading, alt, 1000) ?? '',
      caption: readText(reading, parts.caption ?? near(['caption', 'figcaption', 'legend']), 2000),
      credit: readText(reading, parts.credit ?? near(['credit', 'by', 'source']), 500),
    };
  }
  return null;
}

function firstOf(node: Node): Node | null {
  if (node.kind === 'list') return node.items.find((item) => !isEmpty(item)) ?? null;
  // `image: false` says that there is none.
  return isEmpty(node) || (node.kind === 'scalar' && typeof node.value === 'boolean') ? null : node;
}

interface Parts {
  readonly src: string;
  readonly alt: Pair | null;
  readonly caption: Pair | null;
  readonly credit: Pair | null;
}

function partsOf(reading: Reading, pair: Pair, node: Node): Parts | null {
  if (node.kind === 'list') return complainOf(reading, pair, node);
  if (node.kind === 'scalar') {
    const src = cleanSource(writtenText(reading, node));
    return src === null ? complainOf(reading, pair, node) : { src, alt: null, caption: null, credit: null };
  }
  tellUnknownKeys(reading, node, { keys: picture, inside: pair.key, strangers: 'foreign' });
  const source = pick(node, picture.src);
  if (source === null) return complainOf(reading, pair, node);
  if (source.value.kind === 'map') return partsOf(reading, pair, source.value);
  const first = firstOf(source.value);
  const src = first === null ? null : cleanSource(writtenText(reading, first));
  if (src === null) return first === null ? null : complainOf(reading, pair, source.value);
  return {
    src,
    alt: findPart(node, picture.alt),
    caption: findPart(node, picture.caption),
    credit: findPart(node, picture.credit),
  };
}

/** An empty `alt` counts: it says that the picture only decorates. */
function findPart(map: MapNode, names: readonly string[]): Pair | null {
  const found = pick(map, names);
  if (found !== null) return found;
  const empty = map.pairs.findLast((pair) => pair.key.toLowerCase() === names[0] && pair.value.kind === 'scalar');
  return empty !== undefined && empty.value.kind === 'scalar' && empty.value.value === '' ? empty : null;
}

/** Null when it cannot be a picture: without an ending and a slash it is the number of a picture in another program. */
function cleanSource(written: string | null): string | null {
  const src = (written ?? '').trim();
  if (src.length > 2000 || /[\p{Cc}<>"{}]/u.test(src)) return null;
  if (/^[a-z][a-z0-9+.-]*:/i.test(src) && !/^https?:\/\/[^/\s]/i.test(src)) return null;
  return /[./]/.test(src) && !/^\d+(?:\.\d+)?$/.test(src) ? src : null;
}

function complainOf(reading: Reading, pair: Pair, node: Node): null {
  const message = `"${pair.key.slice(0, 60)}" names no picture file.`;
  const hint = 'Write the path of a picture beside the article: image: crue.jpg.';
  complain(reading, pair, { severity: 'warning', message, hint, node });
  return null;
}

function besideOf(beside: ReadonlyMap<string, Pair>, pair: Pair, ends: readonly string[]): Pair | null {
  const stem = pair.key.toLowerCase().replace(/[\s_-]+/g, '');
  for (const start of [stem, stem.replace(/image$/, ''), 'image', 'cover', 'photo']) {
    for (const end of ends) {
      const found = beside.get(start + end);
      if (found !== undefined && found.value.kind === 'scalar' && found.value.value !== null) return found;
    }
  }
  return null;
}

/** True for a film's path that begins neither at the root nor with a host. */
function isFileBeside(src: string): boolean {
  if (src.startsWith('/') || src.includes('//') || src.includes(':')) return false;
  return /[^/]\.(?:mp4|m4v|webm|mov|og[gv]|avi|mkv|mp3|m4a)$/i.test(src);
}

/** The film; without an address there is none. */
export function readVideo(reading: Reading, pair: Pair | null): Article['video'] {
  if (pair === null || isEmpty(pair.value)) return null;
  const { value } = pair;
  if (value.kind === 'scalar' && typeof value.value === 'boolean') return null;
  if (value.kind === 'map') tellUnknownKeys(reading, value, { keys: film, inside: pair.key, strangers: 'foreign' });
  const source = value.kind === 'map' ? pick(value, film.src) : pair;
  const src = value.kind === 'list' ? null : readWord(reading, source);
  if (src === null || !/^(?:https?:\/\/[^/\s]|[./]|[\w-]+[./])[^\s"<>]*$/i.test(src)) {
    complain(reading, pair, {
      message: `"${pair.key.slice(0, 60)}" has no address of a film.`,
      hint: 'Write video: https://….',
    });
    return null;
  }
  if (isFileBeside(src)) {
    const message = `"${src.slice(0, 60)}" is a file beside the article, and such films are not copied.`;
    complain(reading, pair, {
      message,
      hint: 'Put it into static/, and write video: /film.mp4; or give its address, https://….',
    });
    return null;
  }
  if (value.kind !== 'map') return { src, poster: null, partner: null };
  const poster = cleanSource(readWord(reading, pick(value, film.poster)));
  return { src, poster, partner: readText(reading, pick(value, film.partner), 200) };
}
