// Where a link in the content folder leads. A link to a file within it is that file; any other is refused, with a reason.
// Invariant: what lies outside the folder is never listed, however a link gets there.

import { realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Finding } from '../base/findings.ts';

/** The end of a link. */
export interface LinkEnd {
  /** True: a file or folder within the content folder. */
  readonly isInside: boolean;
  /** Why it is not followed: code, sentence and hint; null: it leads to a file within. */
  readonly refusal: readonly [Finding['code'], string, string] | null;
}

/** Follows the link at `path` below the folder `root`, which truly lies at `realRoot`. */
export function followLink(path: string, { root, realRoot }: { root: string; realRoot: string }): LinkEnd {
  let real: string;
  try {
    real = realpathSync(join(root, path));
  } catch {
    const message = 'This link leads to nothing, or in a circle.';
    return { isInside: false, refusal: ['unreadable-file', message, 'Put the file itself here.'] };
  }
  const inside = relative(realRoot, real);
  if (inside.startsWith('..') || inside.startsWith(sep)) {
    const message = 'This link leads out of the content folder; it was not followed.';
    return { isInside: false, refusal: ['outside-content', message, 'Put the file itself here.'] };
  }
  if (statSync(real).isFile()) return { isInside: true, refusal: null };
  const message = 'Links to folders are not followed.';
  return { isInside: true, refusal: ['not-a-file', message, 'Put the files themselves here.'] };
}
