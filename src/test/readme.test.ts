// What the README files promise: their examples build without a finding, and their tables are what the code says.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { projectRoot } from '../base/project-folder.ts';
import { authorsReadme, withTables } from './key-tables.ts';
import { removeSites, testSite } from './site.ts';

afterAll(removeSites);

/** The first example in Markdown of a README file. */
function example(file: string): string {
  const text = readFileSync(join(projectRoot, file), 'utf8');
  const found = /^```markdown\n(.*?)^```$/ms.exec(text)?.[1];
  if (found === undefined) throw new Error(`${file} has no example.`);
  return found;
}

const rooms = `=== sections/france.md
---
name: France
---
=== sections/marches.md
---
name: Marchés
---
=== securities/dassault-aviation.md
---
name: Dassault Aviation
isin: FR0014004L86
---
`;

test('the first article of the README is published without a finding', async () => {
  const site = testSite(`${rooms}=== articles/2026/03/05/loire-saumur.md\n${example('README.md')}`);
  const report = await site.build();
  expect(report.findings).toEqual([]);
  const page = site.read('/2026/03/05/loire-saumur.html');
  expect(page).toContain('<span class="dateline">SAUMUR, 5 mars (Agence Alpine)</span>');
  expect(site.read('/france/index.html')).toContain('La Loire sort de son lit à Saumur');
});

test('the example of the author’s room is published; only its picture is missing', async () => {
  const site = testSite(`${rooms}=== articles/2026/03/05/bourse.md\n${example('content/README.md')}`);
  const report = await site.build();
  expect(report.findings.map((finding) => finding.code)).toEqual(['missing-picture']);
  const page = site.read('/2026/03/05/bourse.html');
  expect(page).toContain('/valeurs/dassault-aviation/');
  expect(page).toContain('Luc Sabatier');
  expect(page).not.toContain('(Reportage');
});

test('the tables of keys are what the code says', () => {
  const text = readFileSync(authorsReadme, 'utf8');
  expect(withTables(text)).toBe(text);
});
