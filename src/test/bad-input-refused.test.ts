// Files that cannot be published: each is refused with a finding, and no other page differs by one byte.

import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { accounted, foundIn, spoil } from './healthy-site.ts';
import { article, removeSites } from './site.ts';

afterAll(removeSites);

const bad = 'articles/2026/03/04/mauvais.md';
const healthyFiles = 6;

const texts: readonly (readonly [string, string, readonly string[]])[] = [
  ['without a title', article('date: 2026-03-04 09:00'), ['1:1 error missing-title']],
  ['with an empty title', article('title: ""\ndate: 2026-03-04 09:00'), ['1:1 error missing-title']],
  [
    'whose front matter never ends',
    '---\ntitle: Une crue\ndate: 2026-03-04 09:00\n\nTexte.\n',
    ['1:1 error front-matter-open'],
  ],
  [
    'whose closing line has a dash too many',
    '---\ntitle: Une crue\ndate: 2026-03-04 09:00\n----\n\nTexte.\n',
    ['4:1 error front-matter-open'],
  ],
  [
    'that has a tab in a place where nobody can say what was meant',
    article('title: Une crue\ndate: 2026-03-04 09:00\ntopics: [a,\n\tb: {'),
    ['5:5 error front-matter-syntax'],
  ],
  ['whose front matter is a list', article('- title\n- date'), ['2:1 error front-matter-shape']],
  ['whose front matter is a text', article('Une crue à Lyon'), ['2:1 error front-matter-shape']],
  [
    'with JavaScript as front matter',
    '---js\n{ title: globalThis.ran = "oui" }\n---\n\nTexte.\n',
    ['1:1 error front-matter-code'],
  ],
  // A date in the future is how one withholds: the day of the folder is not taken in its place.
  [
    'of the 30th of February, though its folder knows a day',
    article('title: Une crue\ndate: 2026-02-30 09:00'),
    ['3:7 error bad-date'],
  ],
  [
    'with a key that was meant to withhold it, and is misspelt',
    article('title: Une crue\ndate: 2026-03-04 09:00\nembargot: 2027-03-04'),
    ['4:1 error unknown-key'],
  ],
  ['that holds NUL', article('title: Une crue\ndate: 2026-03-04 09:00', 'Un \0 texte.'), ['6:4 error not-text']],
  ['that is empty', '', ['error empty-file']],
  ['that holds only spaces', ' \n\n\t\n', ['error empty-file']],
];

describe('a file is refused, and all other pages are the same bytes,', () => {
  test.each(texts)('when it is one %s', async (_, text, expected) => {
    const { report, before, after } = await spoil((site) => site.writeBytes(bad, Buffer.from(text)));
    expect(foundIn(report.findings, bad)).toEqual(expected);
    for (const finding of report.findings) expect(finding.hint).toBeTruthy();
    expect(report).toMatchObject({ articles: 3, withheld: 0, refused: 1, lost: 0, written: 0, deleted: 0 });
    expect(accounted(report)).toBe(healthyFiles + 1);
    expect(after).toEqual(before);
  });

  test.each([
    ['is not there', 'title: Une crue', '1:1 error missing-date'],
    ['is the 30th of February', 'title: Une crue\ndate: 2026-02-30 09:00', '3:7 error bad-date'],
  ])('when its date %s, and its place knows none', async (_, keys, expected) => {
    const file = 'articles/mauvais.md';
    const { report, before, after } = await spoil((site) => site.writeBytes(file, Buffer.from(article(keys))));
    expect(foundIn(report.findings, file)).toEqual([expected]);
    expect(report.findings[0]?.hint).toContain('2026-03-05');
    expect(report).toMatchObject({ articles: 3, refused: 1, written: 0 });
    expect(accounted(report)).toBe(healthyFiles + 1);
    expect(after).toEqual(before);
  });

  test('when it is a symbolic link that leads out of the content folder', async () => {
    const { report, before, after } = await spoil((site) => {
      writeFileSync(join(site.folder, 'secret.md'), article('title: Un secret\ndate: 2026-03-04 09:00'));
      mkdirSync(join(site.content, 'articles/2026/03/04'));
      symlinkSync(join(site.folder, 'secret.md'), join(site.content, bad));
    });
    expect(foundIn(report.findings, bad)).toEqual(['error outside-content']);
    expect(report.findings[0]?.hint).toBeTruthy();
    expect(report).toMatchObject({ articles: 3, refused: 1, written: 0, deleted: 0 });
    expect(accounted(report)).toBe(healthyFiles + 1);
    expect(after).toEqual(before);
  });
});

test('front matter in JavaScript is not run', async () => {
  await spoil((site) =>
    site.writeBytes(bad, Buffer.from('---js\n{ title: (globalThis.ran = "oui"), date: "2026-03-04" }\n---\n')),
  );
  expect(globalThis).not.toHaveProperty('ran');
});

test('a folder that has the name of an article is read as a folder, with a warning', async () => {
  const { report, site, before, after } = await spoil((s) => {
    s.writeBytes(
      'articles/2026/03/04/dossier.md/texte.md',
      Buffer.from(article('title: Dedans\ndate: 2026-03-04\nsection: sport')),
    );
  });
  expect(foundIn(report.findings, 'articles/2026/03/04/dossier.md')).toEqual(['warning not-a-file']);
  expect(report.findings[0]?.hint).toContain('.md');
  expect(report).toMatchObject({ articles: 4, refused: 0 });
  expect(accounted(report)).toBe(healthyFiles + 1);
  expect(site.read('/2026/03/04/texte.html')).toContain('Dedans');
  expect(after.get('/2026/03/01/crue.html')).toBe(before.get('/2026/03/01/crue.html'));
});

test('an empty folder that has the name of an article changes nothing', async () => {
  const { report, before, after } = await spoil((site) => {
    mkdirSync(join(site.content, 'articles/2026/03/04/vide.md'), { recursive: true });
  });
  expect(foundIn(report.findings, 'articles/2026/03/04/vide.md')).toEqual(['warning not-a-file']);
  expect(report).toMatchObject({ articles: 3, refused: 0, written: 0 });
  expect(after).toEqual(before);
});

test('an article that cannot be opened is refused', async () => {
  const { report, before, after } = await spoil((site) => {
    mkdirSync(join(site.content, 'articles/2026/03/04'));
    symlinkSync('nulle-part.md', join(site.content, bad));
  });
  expect(foundIn(report.findings, bad)).toEqual(['error unreadable-file']);
  expect(report.refused).toBe(1);
  expect(after).toEqual(before);
});
