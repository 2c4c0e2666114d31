// Addresses that were live and whose article is refused now: a mistake must never unpublish silently.

import type { Finding, Severity } from '../base/findings.ts';

/** One finding for each article page of the old tree that a refused file would have had, and the new tree has not. */
export function lostAddresses(input: {
  readonly refused: readonly { readonly file: string; readonly guess: string }[];
  readonly old: readonly string[];
  readonly next: readonly string[];
  readonly severity: Severity;
}): Finding[] {
  const { refused, old, next, severity } = input;
  if (refused.length === 0) return [];
  const present = new Set(next);
  const bySlug = new Map<string, string[]>();
  for (const path of old) {
    const slug = /\/\d{4}\/\d\d\/\d\d\/([^/]+)\.html$/.exec(path)?.[1];
    if (slug === undefined || present.has(path)) continue;
    bySlug.set(slug, [...(bySlug.get(slug) ?? []), path]);
  }
  return refused.flatMap(({ file, guess }) =>
    (bySlug.get(guess) ?? []).map((path): Finding => ({
      code: 'lost-address',
      severity,
      file,
      message: `${path} was live; its article is refused now, and the page goes away.`,
      hint: 'See the other findings of this file. Withdraw an article with status: withdrawn.',
    })),
  );
}
