// What decides the address of an article: slug, former addresses, and the original elsewhere. The whole address is the library's.
// Invariant: a slug holds letters, marks, digits and single `-` only, and is no name that a file system keeps for itself;
// a redirect is an absolute path without `..`, query or fragment.

import { createHash } from 'node:crypto';
import { hidesLetters, isDevice } from '../base/path-names.ts';
import { slugBytes, slugify } from '../base/text.ts';
import type { Finding } from '../base/findings.ts';
import { isEmpty, type Pair } from './nodes.ts';
import { complain, readWord, writtenText, type Reading } from './values.ts';

/** True where no article can stand: the names of devices, and the page that lists a day. */
const isTaken = (slug: string): boolean => isDevice(slug) || slug === 'index';

/** The slug: the key, else the file's name, else the title, else a digest of the path. */
export function readSlug(
  reading: Reading,
  pair: Pair | null,
  from: { name: string; title: string; path: string },
): string {
  const written = readWord(reading, pair);
  if (written !== null && pair !== null) {
    const slug = slugOfKey(reading, pair, written);
    if (slug !== null) return slug;
  }
  return slugFromPlace(from, reading.findings);
}

/** The slug that a file has by its name and title alone. */
export function slugFromPlace(from: { name: string; title: string; path: string }, findings: Finding[]): string {
  const byName = slugify(from.name);
  if (isTaken(byName) && findings.length < 1000) {
    const message = `No page can be named "${byName}"; the address ends in "${safe(byName)}".`;
    const hint = 'Rename the file, or add slug: to it.';
    findings.push({ code: 'bad-slug', severity: 'warning', message, hint, file: from.path });
  }
  if (byName !== '') return safe(byName);
  if (from.name !== '' && findings.length < 1000) {
    const message = `No address can be made of the file name "${from.name.slice(0, 60)}".`;
    const hint = 'Rename the file, or add slug: to it.';
    findings.push({ code: 'bad-slug', severity: 'warning', message, hint, file: from.path });
  }
  const byTitle = safe(slugify(from.title));
  return byTitle === '' ? `a-${createHash('sha256').update(from.path).digest('hex').slice(0, 10)}` : byTitle;
}

function slugOfKey(reading: Reading, pair: Pair, written: string): string | null {
  // Slashes at the ends are a habit of other programs; within, only the last part can be meant.
  const part = written.replace(/^\/+|(?<!\/)\/+$/g, '').replace(/\.html?$/i, '');
  const isPath = /[/\\]|%(?:2f|5c|2e|00)|\.\.|\p{Cc}/iu.test(part);
  const pieces = part.split(/[/\\]|%2f|%5c/i).map((piece) => piece.replace(/%[0-9a-f]{2}/gi, '-'));
  const last = isPath ? (pieces.findLast((piece) => slugify(piece) !== '') ?? '') : part;
  const slug = slugify(last);
  const usable = safe(slug);
  const isCut = Buffer.byteLength(slug) < Buffer.byteLength(last) && Buffer.byteLength(last) > slugBytes;
  if (usable === '' || isPath || isCut || usable !== slug || hidesLetters(written)) {
    const shown = usable === '' ? 'one was made from the file or the title' : `it became "${usable}"`;
    complain(reading, pair, {
      code: 'bad-slug',
      severity: 'warning',
      message: `The slug "${written.slice(0, 60).replace(/\p{Cc}/gu, '\ufffd')}" cannot be used as it is; ${shown}.`,
      hint: `Use letters, digits and -, at most ${slugBytes} of them.`,
    });
  }
  return usable === '' ? null : usable;
}

function safe(slug: string): string {
  return isTaken(slug) ? `${slug}-1` : slug;
}

/** Former addresses: of the `redirects` key, and of the `permalink` or `url` of another program. */
export function readRedirects(reading: Reading, named: readonly Pair[], foreign: readonly Pair[]): string[] {
  const paths = new Set<string>();
  for (const pair of named) {
    const { value } = pair;
    if (isEmpty(value)) continue;
    for (const node of value.kind === 'list' ? value.items.slice(0, 1000) : [value]) {
      if (isEmpty(node)) continue;
      const written = node.kind === 'scalar' ? writtenText(reading, node) : null;
      const path = written === null ? null : cleanPath(written);
      if (path !== null) paths.add(path);
      else {
        complain(reading, pair, {
          code: 'bad-address',
          message: `The former address "${(written ?? '').slice(0, 80).replace(/\p{Cc}/gu, '\ufffd')}" cannot be used.`,
          hint: 'Write a path from the root of the site: /2019/03/ancienne-adresse/.',
          node,
        });
      }
    }
  }
  for (const pair of foreign) {
    const written = pair.value.kind === 'scalar' && typeof pair.value.value === 'string' ? pair.value.value.trim() : '';
    const isLiteral = written.startsWith('/') && !/[{}:*<>]/.test(written);
    const path = isLiteral ? cleanPath(written) : null;
    if (path !== null) paths.add(path);
  }
  return [...paths];
}

/** Another page that is the original; a full address. */
export function readCanonical(reading: Reading, pair: Pair | null): string | null {
  const written = readWord(reading, pair);
  if (written === null || pair === null) return null;
  const isUsable = written.length < 2000 && /^https?:\/\/[^\s"<>\\]+$/i.test(written) && URL.canParse(written);
  if (isUsable) return written;
  complain(reading, pair, {
    message: 'A canonical address must be a full one.',
    hint: 'Write https://example.org/article.',
  });
  return null;
}

/** An absolute path, or null when it is none or leads out of the site. */
function cleanPath(written: string): string | null {
  let path = written.trim();
  const full = /^https?:\/\/[^/?#]+([^?#]*)$/i.exec(path);
  if (full !== null) path = full[1] as string;
  path = path.replace(/#.*$/, '');
  if (path === '' || path.length > 1000 || /[\p{Cc}\\?<>"{}|]/u.test(path) || /^[a-z][a-z0-9+.-]*:|^\/\//i.test(path))
    return null;
  if (!path.startsWith('/')) path = `/${path.replace(/^\.\//, '')}`;
  let plain = path;
  try {
    plain = decodeURIComponent(path);
  } catch {
    return null;
  }
  if (/[\p{Cc}\\]/u.test(plain) || plain.split('/').some((part) => part === '..' || part === '.')) return null;
  // Addresses are kept as they are read, not as they are sent: a file has the name that a browser asks for.
  path = plain.replace(/\/{2,}/g, '/');
  return path === '/' || path === '/index.html' ? null : path;
}
