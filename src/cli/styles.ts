// The theme's stylesheet and files: all styles become one `/assets/site.css`; templates/assets/ is copied as it is.

import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Theme } from '../view/types.ts';

/** The stylesheet of a theme, minified. Throws, with the place, when a file is missing or is no CSS. */
export async function bundleStyles(templates: string, theme: Theme): Promise<Uint8Array> {
  // Loaded late: most builds need none of it.
  const { transform } = await import('lightningcss');
  const minify = (code: string): Uint8Array =>
    transform({ filename: 'site.css', code: Buffer.from(code), minify: true }).code;
  const sheets = theme.styles.map((name) => {
    const file = join(templates, name);
    return { file, code: readFileSync(file, 'utf8') };
  });
  try {
    return minify(sheets.map(({ code }) => code).join('\n'));
  } catch (error) {
    for (const sheet of sheets) findMistake(sheet, minify);
    throw error;
  }
}

/** Throws when a sheet by itself is no CSS, or leaves a block open, for which the next one would be blamed. */
function findMistake({ file, code }: { file: string; code: string }, minify: (code: string) => Uint8Array): void {
  const alone = mistakeIn(code, minify);
  if (alone !== null) throw Object.assign(new Error(alone.message), { place: `${file}:${alone.line}:${alone.column}` });
  if (mistakeIn(`${code}\n@keyframes x {}`, minify) !== null) {
    throw Object.assign(new Error('A block of this stylesheet is not closed.'), { place: file });
  }
}

/** What is wrong with a text that should be CSS, and where, counted from 1. */
function mistakeIn(
  code: string,
  minify: (code: string) => Uint8Array,
): { readonly message: string; readonly line: number; readonly column: number } | null {
  try {
    minify(code);
    return null;
  } catch (error) {
    const { message, loc } = error as Error & { loc?: { line: number; column: number } };
    return { message, line: loc?.line ?? 1, column: loc?.column ?? 1 };
  }
}

/** Copies the theme's files below an output folder, but those whose path on the site is taken. */
export function copyAssets(templates: string, out: string, taken: Pick<ReadonlySet<string>, 'has'> = new Set()): void {
  mkdirSync(join(out, 'assets'), { recursive: true });
  const assets = join(templates, 'assets');
  const isFree = (file: string): boolean => !taken.has(`/assets/${relative(assets, file).replaceAll(sep, '/')}`);
  const filter = (file: string): boolean => isNoLink(file) && isFree(file);
  if (existsSync(assets)) cpSync(assets, join(out, 'assets'), { recursive: true, filter });
}

/** A link would lead out of the theme, or out of the site once it is there. */
function isNoLink(file: string): boolean {
  if (lstatSync(file).isSymbolicLink()) throw new Error(`${file} is a link; put the file itself there.`);
  return true;
}
