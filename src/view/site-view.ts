// What every page knows of the site.

import type { Library } from '../library/types.ts';
import { directionOf } from './direction.ts';
import { linkTo } from './teaser.ts';
import type { Site } from './types.ts';

/** Makes the site's view. `statics` holds the paths of all files in content/static. */
export function makeSite(library: Library, statics: ReadonlySet<string>): Site {
  const { settings } = library;
  const first = (...paths: readonly string[]): string | null => paths.find((path) => statics.has(path)) ?? null;
  return {
    name: settings.name,
    tagline: settings.tagline,
    description: settings.description,
    url: settings.url,
    lang: settings.lang,
    dir: directionOf(settings.lang),
    sections: library.sections.map(linkTo),
    pages: library.pages.map(({ page, url }) => ({ label: page.title, url })),
    favicon: first('/favicon.svg', '/favicon.png', '/favicon.ico'),
    logo: first('/logo.svg', '/logo.png'),
  };
}
