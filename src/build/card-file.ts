// Cards on file: of a very large site, what is asked of an article now and then (its words, its picture) lies in a file of
// the staging folder, and only what is asked of all articles at once stays in memory. A card on file is used like any
// other: it reads what it does not hold.
// Nothing depends on it but memory; where no file can be made, cards stay as they are.
// Invariant: a card on file says what the card said that it was made of.

import { join } from 'node:path';
import type { Finding } from '../base/findings.ts';
import { Recent } from '../base/recent.ts';
import type { Card } from '../content/card.ts';
import { NumberList, openRecords } from './records.ts';
import type { TextPlace } from './spill.ts';

/** What is remembered of an article's file beside its card: see heads.ts. */
export interface CardNotes {
  readonly findings: readonly Finding[];
  readonly stat: string;
  readonly pack: number;
  readonly place: TextPlace | null;
}

/** A file that takes cards. */
export interface CardFile {
  /** Puts a card on file. Throws when the disk is full. */
  readonly put: (card: Card, notes: CardNotes) => FiledCard;
  readonly close: () => void;
}

/** Cards that are remembered once they were read. */
const recentCards = 2000;

/** Makes a file of cards in a folder; null when it cannot be made. */
export function openCardFile(folder: string): CardFile | null {
  const records = openRecords(join(folder, 'cards'));
  if (!records) return null;
  const instants = new NumberList();
  const cards = new Recent<number, OnFile>(recentCards);
  const drawer: Drawer = {
    at: instants.get,
    read: (place) => cards.get(place, () => JSON.parse(records.read(place)) as OnFile),
  };
  const rares = new Recent<string, Rare>(recentCards);
  return {
    put: (card, notes) => {
      const place = records.add(JSON.stringify([card, notes]));
      instants.push(card.date.at);
      const rare = rareOf(card, notes);
      return new FiledCard({ card, place, drawer, rare: rares.get(JSON.stringify(rare), () => rare) });
    },
    close: records.close,
  };
}

/** Where cards are read, by their places. */
interface Drawer {
  /** The date (ms). */
  readonly at: (place: number) => number;
  readonly read: (place: number) => OnFile;
}

type OnFile = readonly [Card, CardNotes];

/** What hardly any article has, and what tells that there is nothing to read: held once for all that are alike. */
type Rare = ReturnType<typeof rareOf>;

function rareOf(card: Card, { findings }: CardNotes) {
  const { hasOwnId, embargo, expires, status, withdrawal, related, redirects, lang, comments, urgency, until } = card;
  return {
    hasOwnId,
    embargo,
    expires,
    status,
    withdrawal,
    related,
    redirects,
    lang,
    comments,
    urgency,
    until,
    hasLinks: card.links.length > 0,
    hasPictures: card.pictures.length > 0,
    hasImage: card.image !== null,
    hasVideo: card.video !== null,
    hasFindings: findings.length > 0,
  };
}

const none: readonly never[] = Object.freeze([]);

/** A word as a part of a text that is held anyway, and so without letters of its own; else the word. */
function within(text: string, word: string): string {
  const at = text.lastIndexOf(word);
  return at < 0 ? word : text.slice(at, at + word.length);
}

/** A card of which most lies on file. */
export class FiledCard implements Card {
  readonly file: string;
  readonly id: string;
  readonly slug: string;
  readonly #iso: string;
  readonly #rare: Rare;
  readonly #place: number;
  readonly #drawer: Drawer;

  constructor(input: { readonly card: Card; readonly rare: Rare; readonly place: number; readonly drawer: Drawer }) {
    const { card, rare, place, drawer } = input;
    this.file = card.file;
    this.id = within(card.file, card.id);
    this.slug = card.slug === card.id ? this.id : within(card.file, card.slug);
    this.#iso = card.date.iso;
    this.#rare = rare;
    this.#place = place;
    this.#drawer = drawer;
  }

  /** Plain data, as the card was. */
  toJSON(): Card {
    return this.#drawer.read(this.#place)[0];
  }

  /** What was remembered of its file. */
  get notes(): CardNotes {
    return this.#drawer.read(this.#place)[1];
  }

  get findings(): readonly Finding[] {
    return this.#rare.hasFindings ? this.notes.findings : none;
  }

  get date(): Card['date'] {
    return { at: this.#drawer.at(this.#place), iso: this.#iso };
  }

  get hasOwnId(): Card['hasOwnId'] {
    return this.#rare.hasOwnId;
  }

  get embargo(): Card['embargo'] {
    return this.#rare.embargo;
  }

  get expires(): Card['expires'] {
    return this.#rare.expires;
  }

  get status(): Card['status'] {
    return this.#rare.status;
  }

  get withdrawal(): Card['withdrawal'] {
    return this.#rare.withdrawal;
  }

  get related(): Card['related'] {
    return this.#rare.related;
  }

  get redirects(): Card['redirects'] {
    return this.#rare.redirects;
  }

  get lang(): Card['lang'] {
    return this.#rare.lang;
  }

  get comments(): Card['comments'] {
    return this.#rare.comments;
  }

  get urgency(): Card['urgency'] {
    return this.#rare.urgency;
  }

  get until(): Card['until'] {
    return this.#rare.until;
  }

  get links(): Card['links'] {
    return this.#rare.hasLinks ? this.#drawer.read(this.#place)[0].links : none;
  }

  get pictures(): Card['pictures'] {
    return this.#rare.hasPictures ? this.#drawer.read(this.#place)[0].pictures : none;
  }

  get image(): Card['image'] {
    return this.#rare.hasImage ? this.#drawer.read(this.#place)[0].image : null;
  }

  get video(): Card['video'] {
    return this.#rare.hasVideo ? this.#drawer.read(this.#place)[0].video : null;
  }

  get digest(): Card['digest'] {
    return this.#drawer.read(this.#place)[0].digest;
  }

  get title(): Card['title'] {
    return this.#drawer.read(this.#place)[0].title;
  }

  get kicker(): Card['kicker'] {
    return this.#drawer.read(this.#place)[0].kicker;
  }

  get summary(): Card['summary'] {
    return this.#drawer.read(this.#place)[0].summary;
  }

  get updated(): Card['updated'] {
    return this.#drawer.read(this.#place)[0].updated;
  }

  get type(): Card['type'] {
    return this.#drawer.read(this.#place)[0].type;
  }

  get section(): Card['section'] {
    return this.#drawer.read(this.#place)[0].section;
  }

  get sectionPlace(): Card['sectionPlace'] {
    return this.#drawer.read(this.#place)[0].sectionPlace;
  }

  get topics(): Card['topics'] {
    return this.#drawer.read(this.#place)[0].topics;
  }

  get source(): Card['source'] {
    return this.#drawer.read(this.#place)[0].source;
  }

  get authors(): Card['authors'] {
    return this.#drawer.read(this.#place)[0].authors;
  }

  get securities(): Card['securities'] {
    return this.#drawer.read(this.#place)[0].securities;
  }

  get excerpt(): Card['excerpt'] {
    return this.#drawer.read(this.#place)[0].excerpt;
  }
}
