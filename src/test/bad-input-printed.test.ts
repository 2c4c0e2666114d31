// Each bad input of a newsroom's day, as `check` prints it: place, code, the line with its caret, the sentence, the hint.
// What is expected stands in fixtures/bad-input.txt, in the order in which it is printed, for an author to read through.
// What becomes of the other pages is in bad-input-refused, -published and -addresses.

import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { projectRoot } from '../base/project-folder.ts';
import { command, type Outcome } from './command.ts';
import { healthy } from './healthy-site.ts';
import { article, noon, removeSites, testSite } from './site.ts';

afterAll(removeSites);

const keys = 'title: Un été\ndate: 2026-03-04 09:00\nsection: monde';
const paragraph = 'La Loire est sortie de son lit, et les quais sont fermés. '.repeat(6);

/** Names below articles/, and what is written there. */
const files: Readonly<Record<string, string | Buffer>> = {
  'sans-titre.md': article('date: 2026-03-04 09:00'),
  'sans-date.md': article('title: Une crue'),
  'sans-fin.md': '---\ntitle: Une crue\ndate: 2026-03-04 09:00\n\nTexte.\n',
  'fin-trop-longue.md': '---\ntitle: Une crue\ndate: 2026-03-04 09:00\n----\n\nTexte.\n',
  'tabulation.md': article(`${keys}\nvideo:\n\tsrc: https://example.org/v.mp4`),
  'tabulation-perdue.md': article('title: Une crue\ndate: 2026-03-04 09:00\ntopics: [a,\n\tb: {'),
  'cle-double.md': article(`title: Le premier\n${keys}`),
  'liste.md': article('- title\n- date'),
  'scalaire.md': article('Une crue à Lyon'),
  'javascript.md': '---js\n{ title: "Une crue" }\n---\n\nTexte.\n',
  'nul.md': article(keys, 'Un \0 texte.'),
  'bom.md': Buffer.from(`\ufeff${article(keys)}`),
  'crlf.md': article(keys).replaceAll('\n', '\r\n'),
  'utf-16.md': Buffer.from(`\ufeff${article(keys)}`, 'utf16le'),
  'latin-1.md': Buffer.from(article(keys), 'latin1'),
  '30-fevrier.md': article(keys.replace('03-04', '02-30')),
  'rubrique.md': article(keys.replace('monde', 'monbe')),
  'photo-du-texte.md': article(keys, `Un texte.\n\n![Une vue](vue-du-pont.jpg)`),
  'photo-de-tete.md': article(`${keys}\nimage:\n  src: tete.jpg\n  alt: Une vue`),
  'lien.md': article(keys, 'Voir [le dossier](../01/jamais.md).'),
  'lien-loin.md': article(keys, `${paragraph}Voir [le dossier](dossier-perdu.md). ${paragraph}`),
  'lien-adresse.md': article(keys, 'Voir le\nbilan, [le dossier](/2026/03/01/été.html).'),
  'choisi.md': article(`${keys}\nrelated: [crue, jamais]`),
  'meme-adresse.md': article('title: Encore\ndate: 2026-03-01 11:00\nsection: monde\nslug: crue'),
  'meme-a-la-casse.md': article('title: Encore\ndate: 2026-03-02 11:00\nsection: monde\nslug: Tour'),
  'titre-immense.md': article(keys.replace('Un été', 'crue '.repeat(200_000))),
  'vide.md': '',
  'blanc.md': ' \n\n\t\n',
  'slug-long.md': article(`${keys}\nslug: ${'x'.repeat(300)}`),
  'slug-points.md': article(`${keys}\nslug: ..`),
};

/** What is expected of one path, as it stands in the fixture: findings between empty lines. */
function blocksOf(text: string): ReadonlyMap<string, string> {
  const blocks = new Map<string, string>();
  for (const block of text.trimEnd().split('\n\n')) {
    const path = /^[^\s:]+/.exec(block)?.[0] ?? '';
    blocks.set(path, blocks.has(path) ? `${blocks.get(path)}\n\n${block}` : block);
  }
  return blocks;
}

const fixture = readFileSync(join(projectRoot, 'src/test/fixtures/bad-input.txt'), 'utf8');
const expected = blocksOf(fixture);
let outcome: Outcome;
let content: string;

beforeAll(async () => {
  const site = testSite(healthy);
  ({ content } = site);
  for (const [name, text] of Object.entries(files)) site.writeBytes(`articles/${name}`, Buffer.from(text as string));
  mkdirSync(join(content, 'articles/dossier.md'));
  mkdirSync(join(site.folder, 'dehors'));
  writeFileSync(join(site.folder, 'secret.md'), article(keys));
  symlinkSync(join(site.folder, 'secret.md'), join(content, 'articles/lien-dehors.md'));
  symlinkSync(join(site.folder, 'dehors'), join(content, 'articles/dossier-dehors'));
  outcome = await command('check', '--content', content, '--at', noon);
});

describe('check prints what is wrong, word by word, of', () => {
  test.each([...expected.keys()])('%s', (path) => {
    expect(blocksOf(outcome.stdout).get(path)).toBe(expected.get(path));
  });
});

test('what check prints is sorted by file, line and column, with nothing else between', () => {
  expect(outcome.stdout.trimEnd()).toBe(fixture.trimEnd());
});

test('files with a byte order mark or CRLF have no finding', () => {
  expect(outcome.stdout).not.toMatch(/bom\.md|crlf\.md/);
});

test('the last lines count, and name the articles that stay away', () => {
  expect(outcome.status).toBe(1);
  expect(outcome.stderr).toBe(
    '34 articles read: 18 errors, 13 warnings.\n' +
      'Not published as they stand: articles/30-fevrier.md, articles/blanc.md, articles/fin-trop-longue.md, ' +
      'articles/javascript.md, articles/lien-dehors.md, articles/liste.md, articles/meme-a-la-casse.md, ' +
      'articles/meme-adresse.md, articles/nul.md, articles/sans-date.md, articles/sans-fin.md, articles/sans-titre.md, ' +
      'articles/scalaire.md, articles/tabulation-perdue.md, articles/vide.md.\n',
  );
});

test('json and github say the same in the same order, with line and column', async () => {
  const json = await command('check', '--content', content, '--at', noon, '--format', 'json');
  const github = await command('check', '--content', content, '--at', noon, '--format', 'github');
  const found = JSON.parse(json.stdout) as { file: string; line?: number; column?: number; code: string }[];
  const places = found.map(({ file, line, column }) => [file, line, column].filter((part) => part !== undefined));
  const heads = [...fixture.matchAll(/^(\S+) {2}(?:error|warning) {2}(\S+)$/gm)];
  expect(found.map(({ code }, i) => `${places[i]?.join(':')} ${code}`)).toEqual(
    heads.map(([, place, code]) => `${place} ${code}`),
  );
  expect(Object.keys(Object.assign({}, ...found)).toSorted()).toEqual(
    'code column file hint length line message severity text textFrom'.split(' '),
  );
  const lines = github.stdout.trimEnd().split('\n');
  expect(lines.map((line) => /file=[^,]*?(articles\/[^,]+)/.exec(line)?.[1])).toEqual(found.map(({ file }) => file));
  expect(lines.map((line) => /,col=(\d+)/.exec(line)?.[1])).toEqual(
    found.map(({ column }) => (column === undefined ? undefined : String(column))),
  );
});
