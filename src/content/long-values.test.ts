// Values of front matter that are a sign many times over: each is read, or told, as soon as a short one.

import { expect, test } from 'vitest';
import { readArticle } from './article.ts';

const codes = (head: string): string[] => {
  const bytes = Buffer.from(`---\ntitle: A\ndate: 2026-03-01\n${head}\n---\nTexte.\n`);
  const site = { lang: 'fr', zone: 'Europe/Paris', hasRooms: false };
  return readArticle({ path: 'articles/a.md', bytes }, site).findings.map(({ code }) => code);
};

test.each([
  ['a film of dots and slashes', `video: ${'../'.repeat(300_000)}`, []],
  ['a film of dots and slashes that is a file', `video: ${'../'.repeat(300_000)}a.mp4`, ['bad-value']],
  ['a slug of slashes', `slug: a${'/'.repeat(1_000_000)}b`, ['bad-slug']],
  ['a summary of backticks', `summary: "${'`'.repeat(1_000_000)}"`, ['bad-value']],
])(
  '%s',
  (_, head, expected) => {
    expect(codes(head)).toEqual(expected);
  },
  60_000,
);
