// Addresses that were live and whose article is refused now: a mistake must never unpublish silently.

import type { Finding, Severity } from '../base/findings.ts';

/** A file that makes no article. */
export interface Unread {
  readonly file: string;
  /** Slugs that it may have had while it made one. */
  readonly slugs: readonly string[];
  /** What to do, where no other finding says it. */
  readonly hint?: string;
}

const usualHint = 'See the other findings of this file. Withdraw an article with status: withdrawn.';

/** One finding for each article page of the old tree that an unread file may have had, and the new tree has not. */
export function lostAddresses(input: {
  readonly unread: readonly Unread[];
  readonly old: readonly string[];
  /** Asked only when there is a file that makes no article. */
  readonly next: () => readonly string[];
  readonly severity: Severity;
}): Finding[] {
  const { unread, old, next, severity } = input;
  if (unread.length === 0) return [];
  const present = new Set(next());
  const bySlug = new Map<string, string[]>();
  for (const path of old) {
    const slug = /\/\d{4}\/\d\d\/\d\d\/([^/]+)\.html$/.exec(path)?.[1];
    // The text edition goes with its article; to lose it is no second loss.
    if (slug === undefined || present.has(path) || path.startsWith('/texte/')) continue;
    bySlug.set(slug, [...(bySlug.get(slug) ?? []), path]);
  }
  const told = new Set<string>();
  const findings: Finding[] = [];
  for (const { file, slugs, hint = usualHint } of unread) {
    for (const path of slugs.flatMap((slug) => bySlug.get(slug) ?? [])) {
      if (told.has(path)) continue;
      told.add(path);
      findings.push({
        code: 'lost-address',
        severity,
        file,
        message: `${path} was live; its file makes no article now, and the page goes away.`,
        hint,
      });
    }
  }
  return findings;
}
