// The text edition on whole sites: switched by site.md, small, canonical to the article, and never a leak.

import { afterAll, expect, test } from 'vitest';
import { removeSites, testSite } from './site.ts';

afterAll(removeSites);

const settings = (more: string): string => `=== site.md
---
name: Journal
address: https://journal.example
sections: [monde]
${more}
---
`;
const articles = `=== sections/monde.md
---
name: Monde
---
=== articles/a.md
---
title: Une crue
date: 2026-03-04 10:00
topics: [eau]
summary: Le fleuve monte.
---
PARIS, 4 mars (Fil) - Le fleuve [monte](c.md), puis [redescend](b.md).
=== articles/b.md
---
title: Secret du lendemain
date: 2026-03-06 10:00
topics: [eau]
---
Rien encore.
=== articles/c.md
---
title: Autre crue
date: 2026-03-03 10:00
topics: [eau]
lang: en
---
The river.
=== articles/d.md
---
title: Retirée
date: 2026-03-02 10:00
status: withdrawn
---
Mot.
`;

test('without the setting there is no text edition and no link to one', async () => {
  const site = testSite(settings('') + articles);
  await site.build();
  expect([...site.tree().keys()].filter((path) => path.startsWith('/texte'))).toEqual([]);
  expect([...site.tree().values()].join('')).not.toContain('/texte/');
});

test('with it each visible article has its text, and nothing of the withheld ones gets out', async () => {
  const site = testSite(settings('text-edition: true') + articles);
  await site.build();
  const texts = [...site.tree().keys()].filter((path) => path.startsWith('/texte'));
  expect(texts).toEqual(['/texte/2026/03/04/a.html', '/texte/en/2026/03/03/c.html', '/texte/index.html']);
  const page = site.read('/texte/2026/03/04/a.html');
  expect(page).toContain('<link rel="canonical" href="https://journal.example/2026/03/04/a.html">');
  expect(page).toContain('<a href="/2026/03/04/a.html">Version complète</a>');
  expect(page).toContain(
    '<p>PARIS, 4 mars (Fil) – Le fleuve <a href="/en/2026/03/03/c.html">monte</a>, puis redescend.</p>',
  );
  expect(page).toContain('<a href="/texte/en/2026/03/03/c.html" lang="en">Autre crue</a>');
  expect([...site.tree().values()].join('')).not.toContain('Secret');
  for (const path of site.tree().keys()) {
    if (/sitemap|rss|atom|feed/.test(path)) expect(site.read(path)).not.toContain('/texte/');
  }
});

test('switching it off takes it away', async () => {
  const site = testSite(settings('text-edition: true') + articles);
  await site.build();
  site.write(settings('text-edition: false'));
  await site.build();
  expect([...site.tree().keys()].filter((path) => path.startsWith('/texte'))).toEqual([]);
});

test('a refused article loses one address, not two', async () => {
  const site = testSite(settings('text-edition: true') + articles);
  await site.build();
  site.write('=== articles/a.md\n---\ntitle: [\n---\nx\n');
  const report = await site.build();
  expect(report.lost).toBe(1);
});

test('a value that is neither yes nor no is a finding', async () => {
  const report = await testSite(settings('text-edition: parfois') + articles).build();
  expect(report.findings.map(({ code }) => code)).toContain('site-settings');
});

test('what stands around the text is at most two kilobytes', async () => {
  const words = 'Le fleuve monte encore ce soir dans la vallée. '.repeat(100);
  const site = testSite(`${settings('text-edition: true')}${articles}=== articles/long.md
---
title: "Un titre d’une longueur ordinaire, comme il en paraît chaque jour dans un journal"
date: 2026-03-05 09:00
source: fil
topics: [eau]
authors: [Anne Morel]
image: { src: x.png, alt: Une rue, caption: Une rue de Saumur, credit: Fil }
---
${words}

(Reportage Anne Morel, édité par Luc Sabatier)
`);
  await site.build();
  const page = site.read('/texte/2026/03/05/long.html');
  expect(Buffer.byteLength(page) - Buffer.byteLength(words)).toBeLessThanOrEqual(2048);
});
