// What a page was made from, as a line of digests: `site … theme … head …`. Two equal lines mean two equal pages.
// Dependencies are tracked by value: the line is made of the view itself, so that nothing can be forgotten, and a change
// that alters nothing visible stops here. The parts have names, so that `--why` can say which one changed.
// Invariant: pure; a line depends on the job's data, its theme and the program, and on nothing else.

import { hash } from 'node:crypto';
import type { Job } from './job.ts';
import { needsOf, pack } from './parcel.ts';

/** Digests of what is the same for all pages of a kind. */
export interface PageDigests {
  /** The program: our own sources, packages and the newsroom's Eleventy configuration. */
  readonly program: string;
  /** The part of the theme that draws a kind of page. */
  readonly theme: (kind: Job['kind']) => string;
}

/** Names of the parts, in the order of a line; what `--why` says of each. */
export const parts = {
  program: 'the program changed',
  theme: 'the theme changed: what draws this kind of page',
  site: 'the site changed: its name, navigation, footer or banner',
  text: 'its text changed, or where a link or picture in it leads',
  teasers: 'the articles that it lists changed: which, their order, or what a teaser shows',
  rest: 'what stands around the text changed: headline, date, section, byline, picture, tags, comments, metadata',
} as const;

const names = Object.keys(parts) as (keyof typeof parts)[];

/** What a job was made from, and its parcel's text where it is an article's. */
export interface Lined {
  readonly line: string;
  /** Null for kinds that are not sent as parcels. */
  readonly text: string | null;
}

/** Makes lines; remembers the texts and digests of views that many pages share. */
export function createLiner(digests: PageDigests): (job: Job) => Lined {
  const shared = new WeakMap<object, Told>();
  const once = (value: object): Told => {
    const known = shared.get(value);
    if (known) return known;
    const made = tell(value);
    shared.set(value, made);
    return made;
  };
  const themes = new Map<Job['kind'], string>();
  const themeOf = (kind: Job['kind']): string => {
    const known = themes.get(kind) ?? digests.theme(kind);
    themes.set(kind, known);
    return known;
  };
  const line = (values: Partial<Record<(typeof names)[number], string>>): string =>
    names.map((name) => values[name] ?? '').join(' ');

  return (job) => {
    if (job.kind === 'text') return { line: line({ program: digests.program, text: digestOf(job.text) }), text: null };
    const view: View = 'draft' in job ? job.draft : job.view;
    const { site, teasers, related, ...rest } = view;
    const told = {
      // Where a file lies is not shown; what it says, and where its links lead from there, is.
      needs: 'needs' in job ? tell(needsOf({ ...job.needs, file: '' })) : nothing,
      teasers: (teasers ?? related ?? []).map(once),
      rest: tell(rest),
    };
    const made = line({
      program: digests.program,
      theme: themeOf(job.kind),
      site: once(site).digest,
      text: told.needs.digest,
      teasers: digestOf(told.teasers.map(({ digest }) => digest).join()),
      rest: told.rest.digest,
    });
    if (!('draft' in job)) return { line: made, text: null };
    const needs = JSON.stringify(needsOf(job.needs));
    const pieces = { related: told.teasers.map(({ text }) => text), needs, rest: told.rest.text };
    return { line: made, text: pack(pieces) };
  };
}

/** A value as JSON, and the digest of that. */
interface Told {
  readonly text: string;
  readonly digest: string;
}

const nothing: Told = { text: 'null', digest: '' };

function tell(value: object): Told {
  const text = JSON.stringify(value);
  return { text, digest: digestOf(text) };
}

/** The parts that views have in common, if they have them. */
interface View {
  readonly site: object;
  readonly teasers?: readonly object[];
  readonly related?: readonly object[];
}

/** Which parts of two lines differ, as sentences. */
export function differences(before: string, now: string): string[] {
  const [old, fresh] = [before.split(' '), now.split(' ')];
  return names.filter((_, i) => old[i] !== fresh[i]).map((name) => parts[name]);
}

/** 66 bits are enough to tell a page from its own past. */
function digestOf(text: string): string {
  return hash('sha1', text, 'base64url').slice(0, 11);
}
