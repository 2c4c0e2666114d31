// A small healthy newspaper for tests of bad input: three articles, two sections, no finding at all.
// `spoil` adds bad files to it and builds again, so that a test sees what one bad file does to the others.

import type { BuildReport } from '../build/types.ts';
import type { Finding } from '../base/findings.ts';
import { testSite, type TestBuild, type TestSite } from './site.ts';

/** The newspaper, as a string for `testSite`. */
export const healthy = `
=== site.md
---
name: La Gazette
sections: [monde, sport]
---
=== sections/monde.md
---
name: Monde
---
=== sections/sport.md
---
name: Sport
---
=== articles/2026/03/01/crue.md
---
title: La crue est passée
date: 2026-03-01 08:00
section: monde
topics: [Climat]
summary: La rivière est rentrée dans son lit.
---

La rivière est rentrée dans son lit dimanche.
=== articles/2026/03/02/tour.md
---
title: Le tour est gagné
date: 2026-03-02 08:00
section: sport
summary: Une échappée de trente kilomètres.
---

Une échappée de trente kilomètres.
=== articles/2026/03/03/sommet.md
---
title: Le sommet est ouvert
date: 2026-03-03 08:00
section: monde
topics: [Climat]
summary: Douze pays sont à table.
---

Douze pays sont à table, voir [la crue](../01/crue.md).
`;

/** A site before and after something bad was added to it. */
export interface Spoilt {
  readonly site: TestSite;
  readonly report: BuildReport;
  /** Every file of the healthy site. */
  readonly before: ReadonlyMap<string, string>;
  readonly after: ReadonlyMap<string, string>;
}

/** Builds the healthy newspaper, adds something bad, and builds again. */
export async function spoil(add: (site: TestSite) => void, options: TestBuild = {}): Promise<Spoilt> {
  const site = testSite(healthy);
  const clean = await site.build(options);
  if (clean.findings.length > 0) throw new Error(`Not healthy: ${JSON.stringify(clean.findings)}`);
  const before = site.tree();
  add(site);
  const report = await site.build(options);
  return { site, report, before, after: site.tree() };
}

/** The findings about one file, each as `line:column severity code`, in order; without a place only `severity code`. */
export function foundIn(findings: readonly Finding[], file: string): string[] {
  return findings
    .filter((finding) => finding.file === file)
    .map(({ line, column, severity, code }) => {
      const place = [line, column].filter((part) => part !== undefined).join(':');
      return `${place === '' ? '' : `${place} `}${severity} ${code}`;
    });
}

/** How many Markdown files a report accounts for. */
export function accounted({ articles, withheld, refused, ignored }: BuildReport): number {
  return articles + withheld + refused + ignored;
}
