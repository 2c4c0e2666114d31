// Front matter: three languages, the slips that are mended, and those that are refused with their place.

import { describe, expect, test } from 'vitest';
import { readFrontMatter } from './front-matter.ts';
import type { Node } from './nodes.ts';

function plain(node: Node): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plain);
  return Object.fromEntries(node.pairs.map((pair) => [pair.key, plain(pair.value)]));
}

function read(text: string): {
  data: unknown;
  body: string | null;
  bodyLine: number | null;
  none: boolean;
  found: string[];
} {
  const { value, findings, none } = readFrontMatter({ path: 'articles/x.md', bytes: Buffer.from(text) });
  const found = findings.map(
    ({ code, severity, line, column, length }) => `${severity} ${code} ${line}:${column}+${length}`,
  );
  return {
    data: value === null ? null : plain(value.root),
    body: value?.body ?? null,
    bodyLine: value?.bodyLine ?? null,
    none,
    found,
  };
}

const yaml = (head: string): ReturnType<typeof read> => read(`---\n${head}\n---\nTexte.\n`);

describe('values stay what was typed', () => {
  test('numbers, versions and dates are texts; only null, true and false are not', () => {
    const { data } = yaml('a: 2024\nb: 1.10\nc: 007\nd: 2026-02-30\ne: 12:30\nf: yes\ng: true\nh: null\ni:\nj: "true"');
    expect(data).toEqual({
      a: '2024',
      b: '1.10',
      c: '007',
      d: '2026-02-30',
      e: '12:30',
      f: 'yes',
      g: true,
      h: null,
      i: null,
      j: 'true',
    });
  });

  test('merge keys give their values, and the own ones win', () => {
    expect(yaml('base: &b {kicker: K, title: B}\n<<: *b\ntitle: T').data).toEqual({
      base: { kicker: 'K', title: 'B' },
      kicker: 'K',
      title: 'T',
    });
  });

  test('a laugh of a billion aliases costs nothing', () => {
    const lines = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}]`);
    const { none } = readFrontMatter({
      path: 'x.md',
      bytes: Buffer.from(`---\na0: &a0 ha\n${lines.join('\n')}\n---\n`),
    });
    expect(none).toBe(false);
  });

  test('a quoted text may go on at the left margin, as in other programs', () => {
    expect(yaml('title: "Un titre\nsur deux lignes"\ndate: 2026-03-05')).toMatchObject({
      data: { title: 'Un titre sur deux lignes', date: '2026-03-05' },
      found: [],
    });
  });
});

describe('fences', () => {
  test('only a line that is exactly the fence closes', () => {
    expect(read('---\ntitle: x\nnote: |\n  ----\n---\nA\n---\nB\n')).toMatchObject({
      data: { title: 'x', note: '----\n' },
      body: 'A\n---\nB\n',
      bodyLine: 6,
    });
  });

  test('CRLF, a BOM and blank lines before do not matter', () => {
    expect(read('\ufeff\r\n---\r\ntitle: x\r\n---\r\nA\r\n')).toMatchObject({
      data: { title: 'x' },
      body: 'A\n',
      bodyLine: 5,
    });
  });

  test('Markdown that begins with a rule has none', () => {
    expect(read('---\n\nUn texte.\n')).toMatchObject({ none: true, found: [] });
    expect(read('{% include x %}\nUn texte.\n').none).toBe(true);
  });

  test('without a closing line it is refused', () => {
    expect(read('---\ntitle: x\n\nUn texte.\n').found).toEqual(['error front-matter-open 1:1+3']);
  });

  test('a line that is nearly the closing one is pointed at', () => {
    expect(read('---\ntitle: x\n----\nUn texte.\n').found).toEqual(['error front-matter-open 3:1+4']);
  });

  test('comments alone are an empty front matter', () => {
    expect(read('---\n# rien\n---\nA\n')).toMatchObject({ data: {}, body: 'A\n', none: false });
  });
});

describe('other languages', () => {
  test('TOML between +++ and after ---toml, with dates as they were written', () => {
    const head = 'title = "x"\ndate = 2021-12-02T10:00:00+01:00\nday = 2021-02-30\n[extra]\nn = 3';
    const data = { title: 'x', date: '2021-12-02T10:00:00+01:00', day: '2021-02-30', extra: { n: '3' } };
    expect(read(`+++\n${head}\n+++\nA`)).toMatchObject({ data, body: 'A', found: [] });
    expect(read(`---toml\n${head}\n---\nA`)).toMatchObject({ data, body: 'A', found: [] });
  });

  test('JSON after ---json and between braces, with tabs and pairs of surrogates', () => {
    const data = { title: 'x 😀', tags: ['a'], n: '1.10' };
    expect(read('---json\n{"title":"x \\ud83d\\ude00","tags":["a"],"n":1.10}\n---\nA')).toMatchObject({
      data,
      body: 'A',
    });
    expect(read('{\n\t"title": "x 😀",\n\t"tags": ["a"], "n": 1.10\n}\nA')).toMatchObject({
      data,
      body: 'A',
      bodyLine: 5,
    });
  });

  test('TOML that cannot be read tells the place', () => {
    expect(read('+++\ntitle = "x\n+++\nA').found).toEqual(['error front-matter-syntax 2:10+1']);
  });

  test.each(['js', 'javascript', 'coffee'])('%s is refused and never runs', (language) => {
    const text = `---${language}\n{ title: (globalThis.depecheHacked = true) }\n---\nA`;
    expect(read(text).found).toEqual([`error front-matter-code 1:1+${language.length + 3}`]);
    expect('depecheHacked' in globalThis).toBe(false);
  });
});

describe('slips are mended with a warning', () => {
  test.each([
    ['a colon in a headline', 'title: Ukraine: la paix', 'Ukraine: la paix', '2:8+16'],
    ['a colon with a space before it', 'title: Bourse : la hausse', 'Bourse : la hausse', '2:8+18'],
    ['quotes inside quotes', 'title: "Le "oui" gagne"', 'Le "oui" gagne', '2:8+16'],
    ['an apostrophe inside apostrophes', "title: 'L'été'", "L'été", '2:8+7'],
    ['two quotations', 'title: "Oui" et "non"', '"Oui" et "non"', '2:8+14'],
    ['a quotation mark that is never closed', 'title: "Ukraine, la paix', 'Ukraine, la paix', '2:8+17'],
    ['text behind a quotation', 'title: "Non" au projet', '"Non" au projet', '2:8+15'],
    ['a sign of YAML', 'title: @depeche répond', '@depeche répond', '2:8+15'],
    ['an asterisk', 'title: *Le Monde* change', '*Le Monde* change', '2:8+17'],
    ['brackets before text', 'title: [Vidéo] Un essai', '[Vidéo] Un essai', '2:8+16'],
    ['no space after the colon', 'title:Un essai', 'Un essai', '2:6+1'],
    ['a hard space after the colon', 'title:\u00a0Un essai', 'Un essai', '2:7+1'],
  ])('%s', (_, line, title, place) => {
    const { data, found } = yaml(`${line}\ndate: 2026-03-05`);
    expect(data).toEqual({ title, date: '2026-03-05' });
    expect(found).toEqual([`warning front-matter-syntax ${place}`]);
  });

  test('tabs that indent', () => {
    expect(yaml('title: x\ntopics:\n\t- a\n\t- b')).toMatchObject({
      data: { title: 'x', topics: ['a', 'b'] },
      found: ['warning front-matter-syntax 4:1+1', 'warning front-matter-syntax 5:1+1'],
    });
    expect(yaml('title:\tx').found).toEqual([]);
  });

  test('a key that stands twice: the last one counts', () => {
    expect(yaml('title: un\ndate: 2026-03-05\ntitle: deux')).toMatchObject({
      data: { title: 'deux' },
      found: ['warning duplicate-key 4:1+5'],
    });
  });
});

describe('what cannot be mended is refused with its place', () => {
  test('a list', () => {
    expect(yaml('- a\n- b')).toMatchObject({ data: null, found: ['error front-matter-shape 2:1+3'] });
  });

  test('a single text', () => {
    expect(yaml('bonjour')).toMatchObject({ data: null, found: ['error front-matter-shape 2:1+7'] });
  });

  test('a bracket that is never closed over several lines', () => {
    const { data, found } = yaml('title: x\ntopics: [a,\n  b\ndate: 2026-03-05');
    expect(data).toBeNull();
    expect(found[0]).toMatch(/^error front-matter-syntax [2-5]:/);
  });

  test('a body without the closing line is suspected', () => {
    const text = '---\ntitle: x\n\nBonjour à tous.\nEt voilà : rien.\n\n---\n\nSuite';
    const { findings } = readFrontMatter({ path: 'x.md', bytes: Buffer.from(text) });
    expect(findings[0]?.hint).toContain('closing ---');
  });
});

describe('keys without fences', () => {
  const body = (text: string): unknown => {
    const { value, none } = readFrontMatter({ path: 'a.md', bytes: Buffer.from(text) });
    return none ? null : { keys: value?.root.pairs.map(({ key }) => key), body: value?.body, line: value?.bodyLine };
  };

  test.each([
    [
      'of Pelican',
      'Title: Une crue: le point\nDate: 2010-12-03 10:20\nTags: a, b\n\nTexte.',
      ['Title', 'Date', 'Tags'],
      5,
    ],
    ['whose text goes on', 'Title: x\nDate: 2010-12-03\nSummary: a\n    b\n\nTexte.', ['Title', 'Date', 'Summary'], 6],
    ['that only a closing line ends', 'title: x\ndate: 2010-12-03\n---\nTexte.', ['title', 'date'], 4],
    ['of Nikola', '<!--\n.. title: x\n.. date: 2010-12-03\n-->\nTexte.', ['title', 'date'], 5],
  ])('%s', (_, text, keys, line) => {
    expect(body(text)).toEqual({ keys, body: 'Texte.', line });
  });

  test.each([
    ['without a date', 'Title: x\n\nTexte.'],
    ['without a title', 'Date: 2010-12-03\n\nTexte.'],
    ['in a paragraph', 'Title: x\nDate: 2010-12-03\nUn texte sans clé\n\nTexte.'],
  ])('%s are text', (_, text) => {
    expect(body(text)).toBeNull();
  });
});
