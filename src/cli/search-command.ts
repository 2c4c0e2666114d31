// Search at the end of a build, and alone: `search` makes the index of a site that is built already.
// It reports and prints; what is made is decided in search/update-search.ts.

import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Finding } from '../base/findings.ts';
import { takeLock } from '../build/lock.ts';
import { readSite } from '../content/site.ts';
import { updateSearch } from '../search/update-search.ts';
import type { Options } from './options.ts';
import { findingsText } from './print-findings.ts';
import type { Screen } from './screen.ts';

/** Search may take so long (ms); what is left then is made by the next build. */
const budget = 10 * 60_000;

/** Brings the index of the output folder up to date and says so; answers what was found. */
export async function searchAfter(lang: string | null, options: Options, screen: Screen): Promise<readonly Finding[]> {
  const { out, cache, search: mode } = options;
  const lock = await takeLock(join(dirname(out), `.${basename(out)}.search.lock`), options.wait);
  if (!('release' in lock)) {
    screen.tell('search: another process is making the index; the next build brings it up to date.');
    return [];
  }
  // A signal that ends the process must not leave the lock behind.
  process.once('exit', lock.release);
  const { made, kept, pages, ms, findings } = await updateSearch({ out, cache, lang, mode, budget }).finally(() => {
    process.off('exit', lock.release);
    lock.release();
  });
  if (findings.length > 0) screen.tell(`${findingsText(findings, screen.paint)}\n`);
  if (made.length > 0) {
    const others = kept > 0 ? `, ${kept} kept` : '';
    screen.tell(
      `search: ${made.join(', ')} made (${pages} ${pages === 1 ? 'article' : 'articles'})${others} in ${(ms / 1000).toFixed(2)} s`,
    );
  }
  return findings;
}

/** The command. What it has written when a signal ends it is true, and the next one makes the rest. */
export async function searchCommand(options: Options, screen: Screen): Promise<number> {
  process.once('SIGINT', () => process.exit(130));
  process.once('SIGTERM', () => process.exit(143));
  if (!existsSync(options.out)) {
    screen.tell(`There is no site in ${options.out}; make it with npm run build.`);
    return 2;
  }
  const path = join(options.content, 'site.md');
  const bytes = existsSync(path) ? readFileSync(path) : null;
  const { settings } = readSite(bytes && { path: 'site.md', bytes });
  const findings = await searchAfter(settings.search === null ? null : settings.lang, options, screen);
  return findings.length > 0 ? 1 : 0;
}
