// Whether a site may be put where it is wanted, and the places beside it. It looks, and makes nothing.
// Invariant: a folder that holds what we did not make is never ours, whatever it is called and whichever link leads to it.

import { existsSync, lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { liveRelease } from './releases.ts';
import { markName, type Places, placesOf } from './staging.ts';

/** The places of an output folder, or a sentence that says why nothing is built there. */
export function settleOut(out: string, releases: number | null): Places | { readonly refused: string } {
  const places = placesOf(out);
  const stat = lstatSync(out, { throwIfNoEntry: false });
  if (stat?.isSymbolicLink()) return settleLink(places, releases);
  if (!isOurs(out)) return { refused: notOurs(out) };
  if (stat && isMountPoint(out, stat)) {
    return { refused: `${out} is a file system of its own; choose a folder in it, such as ${out}/site.` };
  }
  if (releases !== null && !isFolderOfReleases(places.releases)) return { refused: notOurs(places.releases) };
  return places;
}

const notOurs = (out: string): string =>
  `${out} is, or holds, what Dépêche did not make; choose an empty folder, or empty it first.`;

/** A link to the live release, or to a folder that is then built into. */
function settleLink(places: Places, releases: number | null): Places | { readonly refused: string } {
  const { out } = places;
  if (liveRelease(places) !== null) {
    if (releases !== null) return places;
    return {
      refused: `${out} is a link to a release; build with --releases, or delete the link to make a plain folder.`,
    };
  }
  if (!existsSync(out)) return { refused: `${out} is a link that leads to nothing; delete it, or make its target.` };
  if (releases !== null) {
    return { refused: `${out} is a link already, so it cannot lead to a release; give --out another name.` };
  }
  return settleOut(realpathSync(out), null);
}

/** True when the folder is missing, empty or marked as ours; a file of that name is not. */
export function isOurs(out: string): boolean {
  if (!existsSync(out)) return true;
  if (!statSync(out).isDirectory()) return false;
  const items = readdirSync(out);
  return items.length === 0 || items.includes(markName);
}

function isFolderOfReleases(folder: string): boolean {
  if (!existsSync(folder)) return true;
  return statSync(folder).isDirectory() && readdirSync(folder).every((name) => /^\.?\d+$/.test(name));
}

/** Nothing can be renamed from beside it into it. */
function isMountPoint(out: string, { dev }: Stats): boolean {
  return dirname(out) === out || statSync(dirname(out)).dev !== dev;
}
