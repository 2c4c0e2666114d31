// A newspaper of many pages for tests of faults, always the same; and an edit of it that changes, adds, moves and
// deletes articles, so that there is something to bring in and something to take away.

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const sections = ['monde', 'france', 'marches', 'sport'];
const words = 'la crue du fleuve a dépassé sept mètres dans la nuit selon la préfecture et les marchés ont reculé de deux points avant la réunion des ministres à Bruxelles'.split(' '); // prettier-ignore

/** Numbers between 0 and 1, always the same for one seed. */
export function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function sentence(next: () => number, length: number): string {
  const text = Array.from({ length }, () => words[Math.floor(next() * words.length)]).join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Where an article lies, and its text. */
function articleOf(index: number, edition: number): readonly [string, string] {
  const next = chance(index + 1);
  const day = new Date(Date.UTC(2026, 2, 1) - Math.floor(index / 12) * 86_400_000).toISOString().slice(0, 10);
  const title = `${sentence(next, 6).slice(0, -1)} (${index}${edition > 0 ? `, édition ${edition}` : ''})`;
  const body = Array.from({ length: 6 }, () => sentence(next, 40)).join('\n\n');
  const head = [
    `title: "${title}"`,
    `date: ${day} ${String(8 + (index % 12)).padStart(2, '0')}:00`,
    `section: ${sections[index % sections.length]}`,
    `topics: [sujet-${index % 17}, sujet-${index % 5}]`,
    `summary: ${sentence(next, 18)}`,
  ];
  return [`articles/${day.replaceAll('-', '/')}/depeche-${index}.md`, `---\n${head.join('\n')}\n---\n\n${body}\n`];
}

function write(root: string, path: string, text: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

/** Writes the newspaper into a content folder. */
export function writeCorpus(root: string, articles: number): void {
  write(root, 'site.md', `---\nname: La Gazette\nsections: [${sections.join(', ')}]\n---\n`);
  write(root, 'static/ads.txt', 'example.com, 1, DIRECT\n');
  for (let index = 0; index < articles; index++) write(root, ...articleOf(index, 0));
}

/** Edits it: of a hundred articles one is changed, one added and one deleted, and a file of static/ changes. */
export function editCorpus(root: string, articles: number): void {
  write(root, 'static/ads.txt', 'example.com, 2, DIRECT\n');
  write(root, 'static/neuf.txt', 'neuf\n');
  for (let index = 0; index < articles; index += 100) {
    write(root, ...articleOf(index, 1));
    const [deleted] = articleOf(index + 50, 0);
    rmSync(join(root, deleted), { force: true });
    write(root, ...articleOf(articles + index, 1));
  }
}
