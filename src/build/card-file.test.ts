// A card on file says what the card said that it was made of, whatever an author wrote.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Card, cardOf } from '../content/card.ts';
import { makeArticle } from '../library/library.fixture.ts';
import { type CardFile, type CardNotes, openCardFile } from './card-file.ts';

let folder: string;
let cards: CardFile;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'depeche-cards-'));
  const opened = openCardFile(folder);
  if (!opened) throw new Error('There is no file.');
  cards = opened;
});
afterAll(() => {
  cards.close();
  rmSync(folder, { recursive: true });
});

const file = 'articles/2026/03/05/crue.md';
const date = 'title: Crue\ndate: 2026-03-05 08:00';
const notes: CardNotes = { findings: [], stat: '1 2 3 4', pack: 1, place: null };

const written: Record<string, Card> = {
  'a plain one': makeArticle(file, date, 'Douze pays.'),
  'one with everything': makeArticle(
    file,
    `${date}\nid: la-crue\nslug: autre\nkicker: K\nsummary: S\nupdated: 2026-03-06\nembargo: 2026-03-05 09:00\nexpires: 2030-01-01\ntype: opinion\nsection: monde\ntopics: [a, b]\nsource: AFP\nauthors: [Ada]\nsecurities: [FR0000120073]\nimage: { src: a.jpg, alt: A, caption: C, credit: D }\nrelated: [x]\nredirects: [/vieux/]\nvideo: https://example.org/v\nlang: en\ncomments: false\nurgency: 1\nuntil: 2026-03-07`,
    'Voir [la suite](suite.md) ![b](b.jpg).',
  ),
  'a draft': makeArticle(file, `${date}\nstatus: draft`),
  'one that was withdrawn': makeArticle(
    file,
    `${date}\nstatus: withdrawn\ncorrections: [{date: 2026-03-06, kind: retrait, text: Périmé.}]`,
  ),
  'one whose slug its path does not hold': makeArticle('articles/x.md', `${date}\nslug: مهرجان`),
  'one whose id its path holds twice': makeArticle('articles/crue/crue.md', date),
};

describe.each(Object.entries(written))('%s', (_, article) => {
  const card = cardOf(article as Parameters<typeof cardOf>[0]);

  test('says the same on file, key by key and as JSON', () => {
    const filed = cards.put(card, notes);
    for (const key of Object.keys(card) as (keyof Card)[]) expect([key, filed[key]]).toEqual([key, card[key]]);
    expect(JSON.stringify(filed)).toBe(JSON.stringify(card));
  });
});

test('no two cards are mistaken for each other, however many there are', () => {
  const many = Array.from({ length: 5000 }, (_, i) => {
    const [article] = Object.values(written).slice(i % 3) as [Card];
    return { ...article, title: `Titre ${i}`, comments: i % 7 !== 0, related: i % 5 === 0 ? [`r${i}`] : [] };
  });
  const filed = many.map((card) => cards.put(card, notes));
  for (const i of [...many.keys(), 0, 4999, 2500]) {
    const { title, comments, related, links } = many[i] as Card;
    expect(filed[i]).toMatchObject({ title, comments, related, links });
  }
});

test('what is remembered of the file lies beside the card', () => {
  const findings = [{ code: 'bad-value', severity: 'warning', file, message: 'M' }] as const;
  const place = { file: 'texts-1', at: 5_000_000_000, head: 3, body: null, text: 7 };
  const filed = cards.put(written['a draft'] as Card, { findings, stat: '5 6', pack: 7, place });
  expect(filed.notes).toEqual({ findings, stat: '5 6', pack: 7, place });
  expect(filed.findings).toEqual(findings);
  expect(cards.put(written['a draft'] as Card, notes).findings).toEqual([]);
});

test('nothing is kept where there is no folder', () => {
  expect(openCardFile(join(folder, 'no-such-folder'))).toBeNull();
});
