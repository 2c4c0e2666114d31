// What every page knows of the site.

import { typeset } from '../base/typography.ts';
import type { Library } from '../library/types.ts';
import { isBanner } from '../library/visibility.ts';
import { directionOf } from './direction.ts';
import { listsUrl } from './lists-view.ts';
import { linkTo } from './teaser.ts';
import type { Site, SocialCard } from './types.ts';
import { searchUrl } from './search-view.ts';
import { textFrontUrl } from './text-view.ts';
import { typesetterOf } from './typesetting.ts';

/** Makes the site's view. `statics` holds the paths of all files in content/static. */
export function makeSite(input: {
  readonly library: Library;
  readonly statics: ReadonlySet<string>;
  readonly card: SocialCard | null;
}): Site {
  const { library, statics, card } = input;
  const { settings } = library;
  const first = (...paths: readonly string[]): string | null => paths.find((path) => statics.has(path)) ?? null;
  const { logo } = settings;
  const nameplate =
    logo !== null && statics.has(logo) ? { src: logo, dark: first(logo.replace(/(?=\.[^.]*$)/, '-dark')) } : null;
  return {
    name: settings.name,
    tagline: settings.tagline && typeset(settings.tagline, settings.lang),
    description: settings.description && typeset(settings.description, settings.lang),
    url: settings.url,
    lang: settings.lang,
    dir: directionOf(settings.lang),
    sections: library.sections.map(linkTo),
    pages: library.pages.map(({ page, url }) => ({ label: page.title, url })),
    favicon: first('/favicon.svg', '/favicon.png', '/favicon.ico'),
    logo: nameplate?.src ?? first('/logo.svg', '/logo.png'),
    nameplate,
    card,
    textEdition: settings.textEdition ? textFrontUrl : null,
    search: settings.search === null ? null : searchUrl,
    lists: listsUrl,
    fresh: settings.fresh,
    oldAfter: settings.oldAfter,
    offline: settings.offline,
    players: settings.players,
    banner: bannerOf(library),
  };
}

/** The newest article of urgency 1 whose time is not over. */
function bannerOf({ entries, at, settings }: Library): Site['banner'] {
  const urgent = entries.find(({ card }) => isBanner(card, at));
  if (!urgent) return null;
  const { lang, title } = urgent.card;
  const dir = lang === null ? null : directionOf(lang);
  return { label: typesetterOf(urgent, settings.lang)(title), url: urgent.url, lang, dir };
}
