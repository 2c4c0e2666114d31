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
  readonly #context: ViewContext;

  constructor(context: ViewContext) {
    this.#context = context;
  }

  get site(): Site {
    return this.#context.site;
  }

  /** Every visible article, newest first. */
  get articles(): readonly Teaser[] {
    return this.#context.library.entries.map(this.#context.teaser);
  }

  get sections(): readonly ExtraList[] {
    return this.#lists(this.#context.library.sections);
  }

  get topics(): readonly ExtraList[] {
    return this.#lists(this.#context.library.topics);
  }

  get sources(): readonly ExtraList[] {
    return this.#lists(this.#context.library.sources);
  }

  get authors(): readonly ExtraList[] {
    return this.#lists(this.#context.library.authors);
  }

  get securities(): readonly ExtraList[] {
    return this.#lists(this.#context.library.securities);
  }

  #lists(lists: readonly List[]): readonly ExtraList[] {
    return lists.map((list) => ({
      ...linkTo(list),
      id: list.id,
      count: list.entries.length,
      teasers: list.entries.map(this.#context.teaser),
    }));
  }
}
