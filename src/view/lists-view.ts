// The page of a reader's own lists. It holds no list: they are on the reader's device. What is baked are the ways to
// the securities themselves, for readers without script and for those whose lists are still empty.

import type { ViewContext } from './context.ts';
import { home, makeHead } from './head.ts';
import { linkTo } from './teaser.ts';
import type { ListsPage } from './types.ts';

/** Where the page stands. */
export const listsUrl = '/mes-listes/';

/** Securities that the page offers without being asked; beyond these readers search. */
const offered = 300;

/** Makes the page. Search engines may show it: it is the same for everybody, and the way to all securities. */
export function makeListsPage({ site, library }: ViewContext): ListsPage {
  const known = library.securities.toSorted((a, b) => (a.label < b.label ? -1 : Number(a.label > b.label)));
  return {
    kind: 'lists',
    site,
    head: makeHead({ site, title: '', description: null, url: listsUrl, jsonLd: null }),
    trail: [home(site)],
    securities: known.slice(0, offered).map(linkTo),
    index: '/valeurs/index.json',
  };
}
