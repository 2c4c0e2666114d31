// The part of the audit that counts: bytes of an ordinary article as it travels, and files that one new article costs.

import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { removeSites, testSite } from './site.ts';

/** One line of the report. */
export interface Measure {
  readonly what: string;
  readonly value: number;
  /** The budget: `value` may be so much, or (`atLeast`) must be. */
  readonly budget: number;
  readonly atLeast?: boolean;
  readonly unit: string;
}

const head =
  '=== site.md\n---\nname: Journal\nsections: [monde]\ntext-edition: true\n---\n=== sections/monde.md\n---\nname: Monde\n---\n';
const words =
  'Le fleuve est monté dans la nuit, puis il a quitté son lit au matin sans que personne ne le voie venir. ';

function ordinary(rank: number): string {
  // Seven hundred words in twelve paragraphs; numbers keep them from being one text.
  const body = Array.from(
    { length: 35 },
    (_, i) => `${words}${i % 3 === 2 ? `Relevé ${rank * 100 + i}.\n\n` : ''}`,
  ).join('');
  const day = String(rank + 1).padStart(2, '0');
  return `=== articles/a${rank}.md
---
title: "Le fleuve monte encore à Saumur, la préfecture appelle à la prudence (${rank})"
date: 2026-02-${day} 08:00
section: monde
source: alpine
topics: [crues]
authors: [anne-morel]
securities: [eaux-du-fleuve]
summary: La Loire a dépassé sept mètres dans la nuit ; les premiers quartiers ont été évacués avant l’aube.
---
${body}
`;
}

/** Builds a small newspaper and one article more, and measures. */
export async function measureSizes(): Promise<readonly Measure[]> {
  const site = testSite(head + Array.from({ length: 8 }, (_, i) => ordinary(i)).join(''));
  await site.build();
  const path = '/2026/02/08/a7.html';
  const page = site.read(path);
  const size = (text: string | Buffer): number => gzipSync(text, { level: 9 }).length / 1024;
  const css = size(readFileSync(`${site.out}/assets/site.css`));
  const scripts = [...page.matchAll(/<script type="module" src="([^"?]+)/g)].map(([, src]) =>
    size(readFileSync(site.out + (src as string))),
  );
  const text = site.read(`/texte${path}`);
  const inner = /<p>Le fleuve est.*<\/p>/s.exec(text)?.[0] ?? '';
  const around = (Buffer.byteLength(text) - Buffer.byteLength(inner)) / 1024;
  site.write(ordinary(8));
  const { written } = await site.build();
  removeSites();
  const kb = (what: string, value: number, budget: number): Measure => ({ what, value, budget, unit: 'KB' });
  return [
    kb('article of 700 words with its CSS, gzip', size(page) + css, 14),
    kb(
      'its scripts, gzip',
      scripts.reduce((sum, bytes) => sum + bytes, 0),
      10,
    ),
    kb('text edition, around the text', around, 2),
    {
      what: 'files written for one new article (a topic, an author, a security, a source)',
      value: written,
      budget: 25 + 4 * 3,
      unit: 'files',
    },
  ];
}
