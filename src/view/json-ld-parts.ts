// The things that schema.org data on every kind of page is made of: addresses, organisations, pictures, trails.
// Makes plain objects, no markup; what is undefined disappears when they become JSON.
// The newspaper and its site have one `@id` each, so that all pages speak of the same two things.
// Invariant: every address in the result is a full URL.

import { absolute } from './head.ts';
import type { Link, Picture, Site } from './types.ts';

/** A piece of schema.org data. */
export type Thing = Readonly<Record<string, unknown>>;

/** What structured data says of the site. */
export type KnownSite = Pick<Site, 'name' | 'url' | 'lang' | 'description' | 'logo'>;

/** The site, and who stands behind it. */
export interface Masthead {
  readonly site: KnownSite;
  /** Who publishes it; often the site's name. */
  readonly publisher: string;
}

/** Absent instead of null or empty. */
export function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length === 0 ? undefined : list;
}

/** Absent instead of null or blank. */
export function text(value: string | null | undefined): string | undefined {
  return value === null || value === undefined || value.trim() === '' ? undefined : value;
}

/** The newspaper as an organisation. */
export function publisherThing({ site, publisher }: Masthead): Thing {
  return {
    '@type': 'NewsMediaOrganization',
    '@id': absolute(site, '/#publisher'),
    name: publisher,
    url: absolute(site, '/'),
    logo: site.logo === null ? undefined : { '@type': 'ImageObject', url: absolute(site, site.logo) },
  };
}

/** The site as a whole, as other things refer to it. */
export function siteThing(site: KnownSite): Thing {
  return { '@type': 'WebSite', '@id': absolute(site, '/#website'), name: site.name, url: absolute(site, '/') };
}

/** A picture; a caption, else what is seen, describes it. */
export function pictureThing(site: Pick<Site, 'url'>, picture: StillPicture): Thing {
  const url = absolute(site, picture.src);
  return {
    '@type': 'ImageObject',
    url,
    contentUrl: url,
    width: picture.width,
    height: picture.height,
    caption: text(picture.caption) ?? text(picture.alt),
    creditText: text(picture.credit),
  };
}

/** What is said of a source; an entry's list of the source fits. */
export interface KnownSource extends Link {
  /** Its file, if there is one; `address` is its own site. */
  readonly term: { readonly address: string | null } | null;
}

/** What is said of a picture; a view's Picture fits. */
export type StillPicture = Pick<Picture, 'src' | 'width' | 'height' | 'alt' | 'caption' | 'credit'>;

/** Where a page stands: the trail from the front page down, then the page itself. */
export function trailThing(site: Pick<Site, 'url'>, trail: readonly Link[], here: string): Thing {
  const steps: Thing[] = trail.map(({ label, url }, i) => ({
    '@type': 'ListItem',
    position: i + 1,
    name: label,
    item: absolute(site, url),
  }));
  steps.push({ '@type': 'ListItem', position: steps.length + 1, name: here });
  return { '@type': 'BreadcrumbList', itemListElement: steps };
}

/** Agency or partner: known by its page here, found on its own site when we know that. */
export function sourceThing(site: Pick<Site, 'url'>, source: KnownSource): Thing {
  const page = absolute(site, source.url);
  return { '@type': 'Organization', '@id': page, name: source.label, url: source.term?.address ?? page };
}
