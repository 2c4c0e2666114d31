// What a library is built from: all that a content folder says, withheld or not. Only library.ts decides what of it is
// visible; views never see it.

import type { Card } from '../content/card.ts';
import type { Comment, PageFile, SiteSettings, Term, ThreadFile } from '../content/types.ts';
import type { ListKind } from './types.ts';

/** All values of one site, as read. */
export interface Holdings {
  readonly settings: SiteSettings;
  readonly articles: readonly Card[];
  readonly terms: Readonly<Record<ListKind, readonly Term[]>>;
  readonly pages: readonly PageFile[];
  readonly comments: readonly Comment[];
  readonly threadFiles: readonly ThreadFile[];
  /** Keys (`addressKey`) of the addresses of static/; unknown when absent. */
  readonly statics?: ReadonlySet<string>;
}
