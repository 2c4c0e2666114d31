// The theme's stylesheet and files: all styles become one `/assets/site.css`; templates/assets/ is copied.

import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'lightningcss';
import type { Theme } from '../view/types.ts';

/** The stylesheet of a theme, minified. Throws, with the place, when a file is missing or is no CSS. */
export function bundleStyles(templates: string, theme: Theme): Uint8Array {
  const code = theme.styles.map((file) => readFileSync(join(templates, file), 'utf8')).join('\n');
  return transform({ filename: 'site.css', code: Buffer.from(code), minify: true }).code;
}

/** Writes the theme's files below an output folder. */
export function writeAssets(templates: string, theme: Theme, out: string): void {
  mkdirSync(join(out, 'assets'), { recursive: true });
  const assets = join(templates, 'assets');
  if (existsSync(assets)) cpSync(assets, join(out, 'assets'), { recursive: true, filter: isNoLink });
  writeFileSync(join(out, 'assets/site.css'), bundleStyles(templates, theme));
}

/** A link would lead out of the theme, or out of the site once it is there. */
function isNoLink(file: string): boolean {
  if (lstatSync(file).isSymbolicLink()) throw new Error(`${file} is a link; put the file itself there.`);
  return true;
}
