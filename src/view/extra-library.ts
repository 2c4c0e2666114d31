// What a newsroom's own extra pages may read, as `depeche.library`: the same teasers and links that our pages show.
// A class and no plain object, so that Eleventy's data cascade passes it on instead of copying it deep for each page.

import type { List } from '../library/types.ts';
import type { ViewContext } from './context.ts';
import { linkTo } from './teaser.ts';
import type { Link, Site, Teaser } from './types.ts';

/** A list with its teasers, newest first. */
export interface ExtraList extends Link {
  readonly id: string;
  readonly count: number;
  readonly teasers: readonly Teaser[];
}

export class ExtraLibrary {
  declare readonly site: Site;
  /** Every visible article, newest first. */
  declare readonly articles: readonly Teaser[];
  declare readonly sections: readonly ExtraList[];
  declare readonly topics: readonly ExtraList[];
  declare readonly sources: readonly ExtraList[];
  declare readonly authors: readonly ExtraList[];
  declare readonly securities: readonly ExtraList[];

  constructor(context: ViewContext) {
    const { library } = context;
    const lists = (some: readonly List[]) => (): readonly ExtraList[] =>
      some.map((list) => ({
        ...linkTo(list),
        id: list.id,
        count: list.entries.length,
        teasers: list.entries.map(context.teaser),
      }));
    offer(this, 'site', () => context.site);
    offer(this, 'articles', () => library.entries.map(context.teaser));
    offer(this, 'sections', lists(library.sections));
    offer(this, 'topics', lists(library.topics));
    offer(this, 'sources', lists(library.sources));
    offer(this, 'authors', lists(library.authors));
    offer(this, 'securities', lists(library.securities));
  }
}

/** A property of the object itself (Liquid sees no others), made when it is first asked for. */
function offer<K extends keyof ExtraLibrary>(library: ExtraLibrary, name: K, make: () => ExtraLibrary[K]): void {
  let made: ExtraLibrary[K] | null = null;
  Object.defineProperty(library, name, { enumerable: true, get: () => (made ??= make()) });
}
