// The bundles of a theme: its stylesheet and its scripts, remembered in the cache by all that they were made from.
// To bundle takes longer than everything else in a build that changes one page. `npm run prepare` bundles, too, for all
// first builds.
// What counts: the bytes of each file that went in, the lists of the theme, the names of all its files (a new one may be
// found in place of another), the settings of its folder and of those above it, and the program with its packages.
// Invariant: what is remembered is what bundling anew would give; what cannot be told so is not remembered.

import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { Cache } from '../build/cache.ts';
import { contentDigest, filesBelow, scriptSettings, settingsAbove } from '../build/program.ts';
import { digestOf } from '../content/source-file.ts';
import type { Theme } from '../view/types.ts';
import { bundleIslands } from './islands.ts';
import { bundleStyles } from './styles.ts';

/** Where bundles are remembered. */
export type BundleMemory = Pick<Cache, 'get' | 'set'>;

type Bundles = ReadonlyMap<string, Uint8Array>;

/** Bundles as they are remembered. */
interface Kept {
  readonly ground: string;
  /** Absolute paths of what went in, with the digests of their bytes. */
  readonly inputs: readonly (readonly [string, string])[];
  /** Files by path on the site, in base64. */
  readonly files: readonly (readonly [string, string])[];
}

const room = 'bundles';

/** A theme, and the program that bundles it. */
interface Bundling {
  readonly templates: string;
  readonly theme: Theme;
  /** Digest of the program and its packages. */
  readonly program: string;
  /** The folder of the program; files from elsewhere are not watched by its digest. */
  readonly root: string;
}

/** The bundles of a theme by path on the site: remembered, kept ahead in a file (`bundleAhead`), or made. */
export async function makeBundles(bundling: Bundling, memory: BundleMemory, ahead: string): Promise<Bundles> {
  const ground = groundOf(bundling);
  const kept = (): Kept | null => JSON.parse(memory.get(room) ?? 'null') as Kept | null;
  return recall(ground, kept()) ?? recall(ground, keptIn(ahead)) ?? (await bundle(bundling, ground, memory));
}

/** Bundles a theme into a file, for builds that find nothing in their cache. */
export async function bundleAhead(bundling: Bundling, file: string): Promise<void> {
  const draft = `${file}.${process.pid}`;
  const keep = (_: string, text: string): void => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(draft, text);
    renameSync(draft, file);
  };
  await bundle(bundling, groundOf(bundling), { set: keep });
}

function keptIn(file: string): Kept | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Kept;
  } catch {
    return null;
  }
}

/** Writes bundles below an output folder, but those whose path on the site is taken. */
export function writeBundles(bundles: Bundles, out: string, taken: Pick<ReadonlySet<string>, 'has'> = new Set()): void {
  for (const [path, code] of bundles) {
    if (taken.has(path)) continue;
    mkdirSync(dirname(out + path), { recursive: true });
    writeFileSync(out + path, code);
  }
}

/** All that bundles depend on besides the bytes of what goes in. */
function groundOf({ templates, theme, program }: Bundling): string {
  const { styles, islands, worker } = theme;
  const names = readdirSync(templates, { recursive: true, encoding: 'utf8' }).toSorted();
  const above = settingsAbove(templates).map(contentDigest);
  const own = names.filter((name) => scriptSettings.some((one) => name === one || name.endsWith(sep + one)));
  const inside = own.map((name) => contentDigest(join(templates, name)));
  return digestOf(Buffer.from(JSON.stringify([program, templates, styles, islands, worker, names, above, inside])));
}

function recall(ground: string, kept: Kept | null): Bundles | null {
  if (kept === null) return null;
  if (kept.ground !== ground || kept.inputs.some(([file, digest]) => contentDigest(file) !== digest)) return null;
  return new Map(kept.files.map(([path, code]) => [path, Buffer.from(code, 'base64')]));
}

async function bundle(bundling: Bundling, ground: string, memory: Pick<BundleMemory, 'set'>): Promise<Bundles> {
  const { templates, theme, root } = bundling;
  // Before anything is read: a file that is saved meanwhile must be found to be another one by the next build.
  const before = new Map(filesOf(templates).map((file) => [file, contentDigest(file)]));
  const css = await bundleStyles(templates, theme);
  const { scripts, inputs } = await bundleIslands(templates, theme);
  const files = new Map([['/assets/site.css', css], ...scripts]);
  const used = [...theme.styles.map((file) => join(templates, file)), ...inputs];
  // What lies in the program and its packages is in the digest of the program.
  const program = [join(root, 'src') + sep, join(root, 'node_modules') + sep];
  const isTold = (file: string): boolean => before.has(file) || program.some((folder) => file.startsWith(folder));
  if (used.every(isTold)) {
    const kept: Kept = {
      ground,
      inputs: used.filter((file) => before.has(file)).map((file) => [file, before.get(file) as string]),
      files: [...files].map(([path, code]) => [path, Buffer.from(code).toString('base64')]),
    };
    memory.set(room, JSON.stringify(kept));
  }
  return files;
}

/** Files of a theme from which something may be bundled; what is copied as it is may be large. */
function filesOf(templates: string): string[] {
  return filesBelow(templates).filter((file) => !file.startsWith(join(templates, 'assets') + sep));
}
