// What every view is made from: the library, and the few things that pages need and the library does not hold.
// Made once per build. Data and look-ups only; the teaser of an article is made once and shared by all lists.

import { Recent } from '../base/recent.ts';
import type { Entry, Library, List } from '../library/types.ts';
import { makeTeaser } from './teaser.ts';
import type { Picture, Site, SocialCard, Teaser } from './types.ts';

/** A picture file that was found and measured. */
export interface MeasuredPicture extends Pick<Picture, 'src' | 'width' | 'height' | 'sources'> {
  /** Media type: `image/jpeg`. */
  readonly type: string;
  readonly bytes: number;
  /** Credit that the file itself carries; shown where the author wrote none. */
  readonly credit: string | null;
}

export interface ViewContext {
  readonly library: Library;
  readonly site: Site;
  /** Articles that the page of an entry leads on to. */
  readonly related: (entry: Entry) => readonly Entry[];
  /** Finds the picture that a file's text or head names; null when it is missing. */
  readonly picture: (file: string, src: string) => MeasuredPicture | null;
  /** The social card of a section or source; null where there is none. */
  readonly card: (list: List) => SocialCard | null;
  /** The teaser of an entry; the same object while it is remembered. */
  readonly teaser: (entry: Entry) => Teaser;
}

/** Teasers that are remembered; in a large library an older one is made again when a page needs it. */
const recentTeasers = 8000;

/** Completes a context with teasers. */
export function createContext(parts: Omit<ViewContext, 'teaser'>): ViewContext {
  const teasers = new Recent<number, Teaser>(recentTeasers);
  return { ...parts, teaser: (entry) => teasers.get(entry.rank, () => makeTeaser(entry, parts)) };
}
