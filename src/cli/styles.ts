// The theme's stylesheet and files: all styles become one `/assets/site.css`; templates/assets/ is copied as it is.

import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Theme } from '../view/types.ts';

/** The stylesheet of a theme, minified. Throws, with the place, when a file is missing or is no CSS. */
export async function bundleStyles(templates: string, theme: Theme): Promise<Uint8Array> {
  // Loaded late: most builds need none of it.
  const { transform } = await import('lightningcss');
  const code = theme.styles.map((file) => readFileSync(join(templates, file), 'utf8')).join('\n');
  return transform({ filename: 'site.css', code: Buffer.from(code), minify: true }).code;
}

/** Copies the theme's files below an output folder. */
export function copyAssets(templates: string, out: string): void {
  mkdirSync(join(out, 'assets'), { recursive: true });
  const assets = join(templates, 'assets');
  if (existsSync(assets)) cpSync(assets, join(out, 'assets'), { recursive: true, filter: isNoLink });
}

/** A link would lead out of the theme, or out of the site once it is there. */
function isNoLink(file: string): boolean {
  if (lstatSync(file).isSymbolicLink()) throw new Error(`${file} is a link; put the file itself there.`);
  return true;
}
