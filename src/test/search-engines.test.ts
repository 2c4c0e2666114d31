// Which pages search engines are asked to leave out: those that only repeat others, or are no page at all.

import { afterAll, expect, test } from 'vitest';
import { article, removeSites, testSite } from './site.ts';

afterAll(removeSites);

test('search engines may show every page but the search, the one of an error, and the one without network', async () => {
  const site = testSite(`=== site.md
---
name: La Gazette
address: https://gazette.example
---
=== securities/moderna.md
---
name: Moderna
---
=== articles/2026/03/05/crue.md
${article('title: La crue\ndate: 2026-03-05 08:00\ntopics: [eau]\nsecurities: [moderna]')}`);
  await site.build();
  const pages = [...site.tree()].filter(([path]) => path.endsWith('.html') && !path.startsWith('/fragments/'));
  const kept = pages.filter(([, text]) => text.includes('<meta name="robots" content="noindex">'));
  expect(kept.map(([path]) => path).toSorted()).toEqual(['/404.html', '/hors-ligne.html', '/recherche/index.html']);
  expect(pages.map(([path]) => path)).toContain('/mes-listes/index.html');
});
