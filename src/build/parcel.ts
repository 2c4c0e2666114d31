// A parcel: the job of one article on its way to a thread, as text. To send text costs a tenth of sending its objects,
// and the same text is what the page's digests are made from. What all pages share (the site) travels once.

import type { BodyNeeds } from '../view/article-view.ts';
import type { Site } from '../view/types.ts';
import type { BodyPlace, Job } from './job.ts';

/** One article's job, packed. */
export interface Parcel {
  readonly path: string;
  readonly kind: 'article' | 'text-article';
  /** JSON: see `pack`. */
  readonly text: string;
  /** Where the markup of its body lies, if reading has made it. */
  readonly made: BodyPlace | null;
}

type ArticleJob = Extract<Job, { readonly kind: Parcel['kind'] }>;

/** The pieces of a draft, each as JSON. */
export interface Pieces {
  /** Teasers. */
  readonly related: readonly string[];
  readonly needs: string;
  /** All the rest of the draft. */
  readonly rest: string;
}

/** The text of a parcel. */
export function pack({ related, needs, rest }: Pieces): string {
  return `{"related":[${related.join(',')}],"needs":${needs},"rest":${rest}}`;
}

/** What a body needs, without maps: JSON knows none. */
export function needsOf({ links, pictures, ...rest }: BodyNeeds): object {
  return { ...rest, links: links && [...links], pictures: pictures && [...pictures] };
}

/** True for a parcel, false for a job that was not packed. */
export function isParcel(work: Job | Parcel): work is Parcel {
  return 'text' in work && work.kind !== 'text';
}

/** The job in a parcel. */
export function unpack({ path, kind, text, made }: Parcel, site: Site): Job {
  const { related, needs, rest } = JSON.parse(text) as {
    related: object[];
    needs: Record<'links' | 'pictures', [string, never][] | null>;
    rest: object;
  };
  const { links, pictures } = needs;
  return {
    path,
    kind,
    draft: { ...rest, related, site },
    needs: { ...needs, links: links && new Map(links), pictures: pictures && new Map(pictures) },
    made,
  } as unknown as ArticleJob;
}
