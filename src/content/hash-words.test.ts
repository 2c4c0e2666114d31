// Words behind # in readers' text: read as meant and told, while remarks stay remarks, in all languages of front matter.

import { describe, expect, test } from 'vitest';
import { readFrontMatter } from './front-matter.ts';
import type { Node } from './nodes.ts';

function plain(node: Node): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plain);
  return Object.fromEntries(node.pairs.map((pair) => [pair.key, plain(pair.value)]));
}

function read(head: string): { data: unknown; told: string[] } {
  const { value, findings } = readFrontMatter({ path: 'articles/x.md', bytes: Buffer.from(`---\n${head}\n---\n`) });
  const told = findings.map((found) => {
    const { severity, code, line, column, length, text = '', message, hint } = found;
    const shown = text.slice((column ?? 1) - 1, (column ?? 1) - 1 + (length ?? 1));
    return `${severity} ${code} ${line}:${column} ${shown} ${message} ${hint}`;
  });
  return { data: value === null ? null : plain(value.root), told };
}

const syntax = (place: string, word: string, hint: string): string =>
  `warning front-matter-syntax ${place} # "${word}" begins like a comment. It was read as it was probably meant. ` +
  `Put the value between quotes: ${hint}.`;

describe('a word behind # in a text for readers', () => {
  test('stays in the headline, the kicker and the summary, and is told under its #', () => {
    const { data, told } = read(
      'title: Les dix ans de #MeToo en France\nkicker: #MeToo\nsummary: Le mot-dièse #MeToo a dix ans',
    );
    expect(data).toEqual({
      title: 'Les dix ans de #MeToo en France',
      kicker: '#MeToo',
      summary: 'Le mot-dièse #MeToo a dix ans',
    });
    expect(told).toEqual([
      syntax('2:23', '#MeToo', 'title: "Les dix ans de #MeToo en France"'),
      syntax('3:9', '#MeToo', 'kicker: "#MeToo"'),
      syntax('4:23', '#MeToo', 'summary: "Le mot-dièse #MeToo a dix ans"'),
    ]);
  });

  test('is a topic in a list of topics, whatever stands empty beside it', () => {
    const { data, told } = read('topics:\n  - climat\n  - #MeToo\n  -\n  - # rien\n  - #2026 # vu\ntags:\n- #Loire');
    expect(data).toEqual({ topics: ['climat', '#MeToo', null, null, '#2026'], tags: ['#Loire'] });
    expect(told).toEqual([
      syntax('4:5', '#MeToo', 'topics: "#MeToo"'),
      syntax('7:5', '#2026', 'topics: "#2026"'),
      syntax('9:3', '#Loire', 'tags: "#Loire"'),
    ]);
  });

  test('is a topic alone, but a remark behind one', () => {
    expect(read('tags: #MeToo, climat # vu').data).toEqual({ tags: '#MeToo, climat' });
    expect(read('topics: climat #vu')).toEqual({ data: { topics: 'climat' }, told: [] });
    expect(read('topics:\n  - climat #vu\n  - # rien\nsecurities:\n  - #x')).toEqual({
      data: { topics: ['climat', null], securities: [null] },
      told: [],
    });
  });

  test('stays in captions, corrections and names below other keys', () => {
    const { data, told } = read(
      "image:\n  src: a.jpg #b\n  alt: L'affiche #8\n  caption: #1\ncorrections:\n  - date: 2026-03-05 #c\n    text: Lire #9\n  - Lire #10",
    );
    expect(data).toEqual({
      image: { src: 'a.jpg', alt: "L'affiche #8", caption: '#1' },
      corrections: [{ date: '2026-03-05', text: 'Lire #9' }, 'Lire #10'],
    });
    expect(told.map((line) => line.split(' "')[0])).toEqual([
      'warning front-matter-syntax 4:18 #',
      'warning front-matter-syntax 5:12 #',
      'warning front-matter-syntax 8:16 #',
      'warning front-matter-syntax 9:10 #',
    ]);
  });

  test.each([
    ['a remark behind a space', 'title: Une crue # à relire', { title: 'Une crue' }],
    ['a remark behind nothing', 'kicker: # à relire', { kicker: null }],
    ['a remark of its own line', 'title: Une crue\n#MeToo\n  #MeToo', { title: 'Une crue' }],
    [
      'a value that is no text for readers',
      'date: 2026-03-05 #MeToo\nsection: monde #x\nid: a #b',
      {
        date: '2026-03-05',
        section: 'monde',
        id: 'a',
      },
    ],
    ['quotes', 'title: "Une crue" #MeToo\nkicker: \'a #b\'', { title: 'Une crue', kicker: 'a #b' }],
    ['a text of several lines', 'summary: |\n  title: a #b\ntitle: x', { summary: 'title: a #b\n', title: 'x' }],
    ['the picked article of a front page', 'front:\n  lead: crue #urgent', { front: { lead: 'crue' } }],
  ])('%s is as YAML has it', (_, head, data) => {
    expect(read(head)).toEqual({ data, told: [] });
  });

  test('ends where a remark begins', () => {
    expect(read('title: Les ans de #MeToo et de #8 # à relire').data).toEqual({ title: 'Les ans de #MeToo et de #8' });
  });

  test('goes on from a line above', () => {
    expect(read('title: Les dix ans\n  de #MeToo en France').data).toEqual({
      title: 'Les dix ans de #MeToo en France',
    });
  });

  test('is read where another line, or its own, had to be mended', () => {
    const { data, told } = read("title: Monde : dix ans de #MeToo # relu\nkicker:\u00a0Dossier #8\nsummary: C'est #9");
    expect(data).toEqual({ title: 'Monde : dix ans de #MeToo', kicker: 'Dossier #8', summary: "C'est #9" });
    expect(told.map((line) => line.split(' ', 3).join(' '))).toEqual([
      'warning front-matter-syntax 2:8',
      'warning front-matter-syntax 3:8',
      'warning front-matter-syntax 3:17',
      'warning front-matter-syntax 4:16',
    ]);
  });

  test('costs nothing in a laugh of a billion aliases', () => {
    const lines = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`);
    const text = `---\ntitle: Un #mot\na0: &a0 ha\n${lines.join('\n')}\n---\n`;
    expect(readFrontMatter({ path: 'x.md', bytes: Buffer.from(text) }).findings).toHaveLength(1);
  });
});
