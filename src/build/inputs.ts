// What a page was made from, as a line of digests: `site … theme … head …`. Two equal lines mean two equal pages.
// Dependencies are tracked by value: the line is made of the view itself, so that nothing can be forgotten, and a change
// that alters nothing visible stops here. The parts have names, so that `--why` can say which one changed.
// Invariant: pure; a line depends on the job's data, its theme and the program, and on nothing else.

import { hash } from 'node:crypto';
import type { Html } from '../base/html.ts';
import type { Job } from './job.ts';
import type { BodyNeeds } from '../view/article-view.ts';

/** Digests of what is the same for all pages of a kind. */
export interface PageDigests {
  /** The program: our own sources, packages and the newsroom's Eleventy configuration. */
  readonly program: string;
  /** The part of the theme that draws a kind of page. */
  readonly theme: (kind: Job['kind']) => string;
  /** All of the theme, with what is not drawn: styles, scripts, files. */
  readonly wholeTheme: string;
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

/** Digests of views that many pages share; a view never changes. */
const shared = new WeakMap<object, string>();

function once(value: object): string {
  const known = shared.get(value);
  if (known !== undefined) return known;
  const made = digestOf(JSON.stringify(value));
  shared.set(value, made);
  return made;
}

/** Makes lines. */
export function createLiner(digests: Pick<PageDigests, 'program' | 'theme'>): (job: Job) => string {
  const line = (values: Partial<Record<(typeof names)[number], string>>): string =>
    names.map((name) => values[name] ?? '').join(' ');

  return (job) => {
    if (job.kind === 'text') return line({ program: digests.program, text: digestOf(job.text) });
    const view: View = 'draft' in job ? job.draft : job.view;
    const { site, teasers, related } = view;
    return line({
      program: digests.program,
      theme: digests.theme(job.kind),
      site: once(site),
      // Where a file lies is not shown; what it says, and where its links lead from there, is.
      text: 'needs' in job ? digestOf(needsText(job.needs)) : '',
      // Lists and neighbouring articles share their teasers.
      teasers: digestOf((teasers ?? related ?? []).map(once).join()),
      rest: digestOf(restText(view)),
    });
  };
}

function needsText(needs: BodyNeeds): string {
  const { links, pictures } = needs;
  return JSON.stringify({ ...needs, file: '', links: links && [...links], pictures: pictures && [...pictures] });
}

/** What stands in no other part. A page's data for search engines is text already, and long: it is not quoted once more. */
function restText(view: View): string {
  const { head } = view;
  const told = { site: undefined, teasers: undefined, related: undefined };
  return (
    JSON.stringify({ ...view, ...told, head: head && { ...head, jsonLd: undefined } }) + (head?.jsonLd?.html ?? '')
  );
}

/** True when two lines differ at most in what an article says itself: its text, and what stands around it. */
export function sameSurroundings(before: string, now: string): boolean {
  const [old, fresh] = [before.split(' '), now.split(' ')];
  return names.every((name, i) => name === 'text' || name === 'rest' || old[i] === fresh[i]);
}

/** The parts that views have in common, if they have them. */
interface View {
  readonly site: object;
  readonly head?: { readonly jsonLd: Html | null };
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
