// The newspaper of the benchmark: any number of articles that read somewhat like French dispatches, spread over
// sections, topics, sources, authors and securities as a real paper's are. The words are our own and mean nothing.
// Invariant: the same number of articles gives the same bytes; every article is live and has no finding.

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The instant at which the newspaper is built. */
export const benchmarkInstant = '2026-03-05T12:00:00+01:00';

const sections = ['monde', 'france', 'economie', 'marches', 'sport', 'culture', 'sciences'];
const sources = ['agence-nord', 'agence-sud', 'redaction', 'depeches-du-soir'];
const topics = 48;
const authors = 25;
const securities = 120;
const articlesPerDay = 40;
const newest = Date.UTC(2026, 2, 4);
const words = 'le gouvernement la commission un accord des négociations les marchés une hausse du prix selon plusieurs sources dans la nuit après avoir annoncé que cette décision restait attendue par près de trois entreprises européennes malgré un recul au premier trimestre tandis qu’une partie de l’opposition demande encore plus de temps avant le vote prévu en mai'.split(' '); // prettier-ignore

/** Numbers between 0 and 1, always the same for one seed. */
function chance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return ((state ^ (state >>> 13)) >>> 0) / 2 ** 32;
  };
}

function sentence(next: () => number, length: number): string {
  const text = Array.from({ length }, () => words[Math.floor(next() * words.length)]).join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Where an article lies below the content folder, and its text. Another edition has another title. */
export function benchmarkArticle(index: number, edition = 0): { readonly path: string; readonly text: string } {
  const next = chance(index * 2 + 1);
  const pick = (count: number): number => Math.floor(next() ** 2 * count);
  const day = new Date(newest - Math.floor(index / articlesPerDay) * 86_400_000).toISOString().slice(0, 10);
  const minute = (index % articlesPerDay) * 20;
  const clock = [7 + Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
  const title = `${sentence(next, 8).slice(0, -1)} (${index}${edition === 0 ? '' : `, ${edition}`})`;
  const head = [
    `title: "${title}"`,
    `date: ${day} ${clock}`,
    `section: ${sections[pick(sections.length)]}`,
    `topics: [${[...new Set([pick(topics), pick(topics)])].map((topic) => `Sujet ${topic}`).join(', ')}]`,
    `source: ${sources[pick(sources.length)]}`,
    `authors: [Auteur ${pick(authors)}]`,
    `summary: ${sentence(next, 22)}`,
    ...(index % 4 === 0 ? [`securities: [valeur-${pick(securities)}]`] : []),
  ];
  const paragraphs = Array.from({ length: 5 + pick(6) }, () => sentence(next, 30 + pick(40)));
  const text = `---\n${head.join('\n')}\n---\n\n${paragraphs.join('\n\n')}\n`;
  return { path: `articles/${day.replaceAll('-', '/')}/depeche-${index}.md`, text };
}

/** Writes one file below a content folder. */
export function writeArticle(content: string, { path, text }: ReturnType<typeof benchmarkArticle>): void {
  mkdirSync(dirname(join(content, path)), { recursive: true });
  writeFileSync(join(content, path), text);
}

/** Writes a newspaper of so many articles into a content folder. */
export function writeNewspaper(content: string, articles: number): void {
  writeArticle(content, { path: 'site.md', text: site });
  for (const [room, names] of [
    ['sections', sections],
    ['sources', sources],
  ] as const) {
    for (const name of names) writeArticle(content, { path: `${room}/${name}.md`, text: term(name) });
  }
  for (let number = 0; number < securities; number++) {
    const text = `---\nname: Valeur ${number}\nticker: V${number}\nmarket: Paris\n---\n`;
    writeArticle(content, { path: `securities/valeur-${number}.md`, text });
  }
  for (let index = 0; index < articles; index++) writeArticle(content, benchmarkArticle(index));
}

const site = `---\nname: Le Banc d’essai\nurl: https://banc.example\nsections: [${sections.join(', ')}]\n---\n`;

function term(name: string): string {
  return `---\nname: ${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('-', ' ')}\n---\n`;
}
