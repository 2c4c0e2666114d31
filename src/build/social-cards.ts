// Which social cards a site has: its own, one for each section, and one for each source with a file of its own.
// A source without a file has none, so that a stranger's folder of a thousand bylines does not make a thousand cards.

import type { MakeCards } from '../images/make-cards.ts';
import type { Library, List } from '../library/types.ts';
import type { SocialCard } from '../view/types.ts';

/** The cards of a site. */
export interface SocialCards {
  /** Of the newspaper. */
  readonly own: SocialCard | null;
  /** Of a section or a source; null where there is none. */
  readonly of: (list: List) => SocialCard | null;
  /** Files to copy: path below the output folder, and where the file lies. */
  readonly copies: ReadonlyMap<string, string>;
  /** Settled when these files are there; asked again, it answers the same. */
  readonly makeFiles: () => Promise<void>;
}

/** No cards, for those who only want findings. */
export const noCards: SocialCards = { own: null, of: () => null, copies: new Map(), makeFiles: async () => {} };

/** Plans them: what pages say of them is there at once. */
export function makeSocialCards(library: Library, make: MakeCards): SocialCards {
  const paper = library.settings.name;
  const lists = [...library.sections, ...library.sources.filter((source) => source.term !== null)];
  const { cards: files, make: makeFiles } = make([
    { seed: 'newspaper', name: null, paper },
    ...lists.map(({ id, label }) => ({ seed: id, name: label, paper })),
  ]);
  const cards = files.map(({ src, width, height }, i): SocialCard => {
    const list = lists[i - 1];
    return { src, width, height, alt: list ? `${list.label} – ${paper}` : paper };
  });
  const byList = new Map(lists.map((list, i) => [list, cards[i + 1] as SocialCard]));
  return {
    own: cards[0] ?? null,
    of: (list) => byList.get(list) ?? null,
    copies: new Map(files.map(({ src, file }) => [src, file])),
    makeFiles,
  };
}
