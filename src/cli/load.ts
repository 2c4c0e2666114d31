// Loads what lies in the project and is loaded by its place: a theme, and the newsroom's Eleventy configuration.

import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { codeUrl, projectRoot } from '../base/project-folder.ts';
import type { Configure } from '../eleventy/pages.ts';
import type { Theme } from '../view/types.ts';
import { placeOf } from './failure.ts';

/** Loads a theme: `index.ts` of its folder exports `theme`. */
export async function loadTheme(templates: string): Promise<Theme> {
  const isOurs = templates === join(projectRoot, 'templates');
  const index = isOurs ? codeUrl('templates/index.ts') : pathToFileURL(join(templates, 'index.ts'));
  const module = (await import(index.href)) as { theme?: Theme };
  if (!module.theme) throw new Error(`${templates}/index.ts exports no theme.`);
  return module.theme;
}

/** Of a text that is no JavaScript, Node says what is wrong, and not where; of TypeScript it says both. */
function placed(path: string): (error: unknown) => never {
  return (error) => {
    if (error instanceof SyntaxError && placeOf(error) === null) Object.assign(error, { place: path });
    throw error;
  };
}

/** The project's Eleventy configuration, below the project. */
export const configFile = 'eleventy.config.js';

/** Loads the default export of the project's Eleventy configuration. */
export async function loadConfigure(): Promise<Configure> {
  const path = join(projectRoot, configFile);
  const module = (await import(codeUrl(configFile).href).catch(placed(path))) as { default?: Configure };
  if (typeof module.default !== 'function') throw new Error(`${path} has no function as its default export.`);
  return module.default;
}
