// The search page: what it shows before a question is asked, and where there is no script.

import type { ArchivePeriod } from '../library/archives.ts';
import type { ViewContext } from './context.ts';
import { home, makeHead } from './head.ts';
import { archiveYears } from './list-view.ts';
import type { SearchPage } from './types.ts';

/** Address of the search page. */
export const searchUrl = '/recherche/';

/** Makes the search page. Search engines have no business in another's results. */
export function makeSearchPage({ site, library }: ViewContext, months: readonly ArchivePeriod[]): SearchPage {
  const years = archiveYears(months).map(({ year, months: all }) => {
    return { year, months: all.map(({ month, url }) => ({ month, url })) };
  });
  const head = makeHead({ site, title: '', description: null, url: searchUrl, robots: 'noindex', jsonLd: null });
  const external = library.settings.search?.external ?? null;
  return { kind: 'search', external, site, head, trail: [home(site)], years };
}
