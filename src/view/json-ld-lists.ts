// schema.org data of pages that are no article: lists (section, topic, source, author, security, archive)
// and the front page, which introduces the newspaper.
// A list names the addresses of its articles and no more: each article's page says the rest itself.
// Invariant: it goes through `jsonForScript`; the order of the list is the order on the page.

import { jsonForScript } from '../base/html.ts';
import type { Html } from '../base/html.ts';
import { absolute } from './head.ts';
import { publisherThing, siteThing, some, text, trailThing } from './json-ld-parts.ts';
import type { KnownSite, Masthead } from './json-ld-parts.ts';
import type { Link, Teaser } from './types.ts';

/** What a list's data is made of. */
export interface ListJsonLd {
  readonly site: KnownSite;
  /** Address of the list's page. */
  readonly url: string;
  readonly name: string;
  /** Plain text; null or empty when there is none. */
  readonly description: string | null;
  /** From the front page down, without this page itself. */
  readonly trail: readonly Link[];
  /** The articles as on the page. */
  readonly teasers: readonly Pick<Teaser, 'url'>[];
}

/** A list's page: CollectionPage with its BreadcrumbList and its ItemList. */
export function listJsonLd(input: ListJsonLd): Html {
  const { site, teasers } = input;
  const url = absolute(site, input.url);
  return jsonForScript({
    '@context': 'https://schema.org',
    '@type': 'CollectionPage',
    '@id': url,
    url,
    name: input.name,
    description: text(input.description),
    inLanguage: site.lang,
    isPartOf: siteThing(site),
    breadcrumb: trailThing(site, input.trail, input.name),
    mainEntity: {
      '@type': 'ItemList',
      numberOfItems: teasers.length,
      itemListElement: some(
        teasers.map((teaser, i) => ({ '@type': 'ListItem', position: i + 1, url: absolute(site, teaser.url) })),
      ),
    },
  });
}

/** The front page: WebSite and NewsMediaOrganization. */
export function siteJsonLd(input: Masthead): Html {
  const { site } = input;
  const publisher = publisherThing(input);
  return jsonForScript({
    '@context': 'https://schema.org',
    '@graph': [
      {
        ...siteThing(site),
        description: text(site.description),
        inLanguage: site.lang,
        publisher: { '@id': publisher['@id'] },
      },
      publisher,
    ],
  });
}
