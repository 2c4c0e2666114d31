// Who made an article, as schema.org says it: reporters and writers are authors, and editor, translator and
// contributor have properties of their own.
// An article that no person signs is by its source or partner, else by the newspaper: agencies never pose as persons.
// Invariant: nobody stands twice in one role; a person with a page here keeps its address.

import { absolute } from './head.ts';
import { publisherThing, some, sourceThing, text } from './json-ld-parts.ts';
import type { KnownSource, Masthead, Thing } from './json-ld-parts.ts';
import type { Credit, Link } from './types.ts';

/** What is known of the people behind an article. */
export interface Signed extends Masthead {
  /** Persons who sign, and their pages. */
  readonly authors: readonly Link[];
  /** Roles read from the wire credit line. */
  readonly credits: readonly Credit[];
  /** Agency or partner, and its page; null: our own article. */
  readonly source: KnownSource | null;
  /** Name of the partner when this is partner content; else null. */
  readonly partner: string | null;
}

/** By their properties; what nobody did is undefined. */
type People = Readonly<
  Record<'author', readonly Thing[]> & Record<'editor' | 'translator' | 'contributor', readonly Thing[] | undefined>
>;

/** The people behind an article. */
export function peopleThings(input: Signed): People {
  const { authors, credits } = input;
  const inRoles = (...roles: readonly Credit['role'][]): readonly Link[] =>
    credits.filter((credit) => roles.includes(credit.role)).map(({ name }) => ({ label: name, url: '' }));
  const things = (people: readonly Link[]): readonly Thing[] | undefined => some(persons(input, people));
  return {
    author: things([...authors, ...inRoles('reporter', 'writer')]) ?? [signingBody(input)],
    editor: things(inRoles('editor')),
    translator: things(inRoles('translator')),
    contributor: things(inRoles('contributor')),
  };
}

function persons({ site, authors }: Signed, people: readonly Link[]): readonly Thing[] {
  const pages = new Map(authors.map((author) => [nameKey(author.label), author.url]));
  const byName = new Map<string, Thing>();
  for (const { label } of people) {
    const key = nameKey(label);
    if (key === '' || byName.has(key)) continue;
    const page = text(pages.get(key));
    byName.set(key, {
      '@type': 'Person',
      name: label,
      url: page === undefined ? undefined : absolute(site, page),
    });
  }
  return [...byName.values()];
}

function signingBody({ site, publisher, source, partner }: Signed): Thing {
  if (source !== null) return sourceThing(site, source);
  if (partner !== null) return { '@type': 'Organization', name: partner };
  // Without its logo, which the publisher shows already.
  return publisherThing({ site: { ...site, logo: null }, publisher });
}

function nameKey(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}
