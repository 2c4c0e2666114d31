// Files with a mistake that can be lived with: the article is published, and a finding says what was made of it.

import { afterAll, describe, expect, test } from 'vitest';
import { accounted, foundIn, spoil } from './healthy-site.ts';
import { article, removeSites } from './site.ts';

afterAll(removeSites);

const odd = 'articles/2026/03/04/bizarre.md';
const page = '/2026/03/04/bizarre.html';
const keys = 'title: L’été à Sète\ndate: 2026-03-04 09:00\nsection: monde\nsummary: Un été.';
const whole = article(keys);

/** The page that a well-formed file makes, to compare with. */
async function pageOf(bytes: Uint8Array): Promise<{ findings: string[]; html: string | undefined }> {
  const { report, after } = await spoil((site) => site.writeBytes(odd, bytes));
  expect(report).toMatchObject({ articles: 4, refused: 0, lost: 0 });
  expect(accounted(report)).toBe(7);
  return { findings: foundIn(report.findings, odd), html: after.get(page) };
}

describe('an encoding other than plain UTF-8 gives the same page', () => {
  const utf16 = Buffer.from(`\ufeff${whole}`, 'utf16le');
  test.each<readonly [string, Buffer, readonly string[]]>([
    ['with a byte order mark', Buffer.from(`\ufeff${whole}`), []],
    ['with CRLF', Buffer.from(whole.replaceAll('\n', '\r\n')), []],
    ['with CR alone', Buffer.from(whole.replaceAll('\n', '\r')), []],
    ['in UTF-16, little end first', utf16, ['warning wrong-encoding']],
    ['in UTF-16, big end first', Buffer.from(utf16).swap16(), ['warning wrong-encoding']],
    [
      'in Windows-1252, which is no valid UTF-8',
      Buffer.from(whole.replaceAll('’', '\u0092'), 'latin1'),
      ['2:9 warning wrong-encoding'],
    ],
    [
      'in Mac Roman',
      Buffer.from(
        whole.replace(/[’éèà]/g, (char) => ({ '’': '\u00d5', é: '\u008e', è: '\u008f', à: '\u0088' })[char] ?? char),
        'latin1',
      ),
      ['2:9 warning wrong-encoding'],
    ],
  ])('%s', async (_, bytes, expected) => {
    const plain = await pageOf(Buffer.from(whole));
    const other = await pageOf(bytes);
    expect(other.findings).toEqual(expected);
    expect(other.html).toBe(plain.html);
  });
});

describe('the article is published, and a finding stands', () => {
  test.each<readonly [string, string, readonly string[], string]>([
    [
      'where a key stands twice',
      article(`title: Le premier\n${keys}`),
      ['3:1 warning duplicate-key'],
      '<h1>L’été à Sète</h1>',
    ],
    [
      'where tabs indent',
      article(`${keys}\nvideo:\n\tsrc: https://example.org/v.mp4`),
      ['7:1 warning front-matter-syntax'],
      'L’été à Sète',
    ],
    [
      'where the section is not known',
      article(keys.replace('monde', 'monbe')),
      ['4:10 error unknown-section'],
      'href="/monde/"',
    ],
    [
      'where a picture of the text is missing',
      article(keys, 'Un texte.\n\n![Une vue](absente.jpg)'),
      ['10 warning missing-picture'],
      'L’été à Sète',
    ],
    [
      'where the picture of the head is missing',
      article(`${keys}\nimage:\n  src: absente.jpg\n  alt: Une vue`),
      ['warning missing-picture'],
      'L’été à Sète',
    ],
    [
      'where a link leads to an article that does not exist',
      article(keys, 'Voir [le dossier](../01/jamais.md).'),
      ['8 warning broken-link'],
      'Voir le dossier.',
    ],
    [
      'where a slug has 300 characters',
      article(`${keys}\nslug: ${'x'.repeat(300)}`),
      ['6:7 warning bad-slug'],
      'L’été à Sète',
    ],
    [
      'where a slug is the name of the page that lists a day',
      article(`${keys}\nslug: index`),
      ['6:7 warning bad-slug'],
      'L’été à Sète',
    ],
    ['where a slug is ..', article(`${keys}\nslug: ..`), ['6:7 warning bad-slug'], 'L’été à Sète'],
  ])('%s', async (_, text, expected, shown) => {
    const { report, site } = await spoil((s) => s.writeBytes(odd, Buffer.from(text)));
    expect(foundIn(report.findings, odd)).toEqual(expected);
    for (const finding of report.findings) expect(finding.hint).toBeTruthy();
    expect(report).toMatchObject({ articles: 4, refused: 0, lost: 0 });
    expect(accounted(report)).toBe(7);
    const path = [...site.tree().keys()].filter((key) => key.startsWith('/2026/03/04/'));
    expect(path).toHaveLength(1);
    expect(site.read(path[0] as string)).toContain(shown);
  });
});

test('a slug never leaves the folder of its day, whatever is written', async () => {
  for (const slug of ['..', '../../x', '%2e%2e%2fx', '/etc/passwd', 'a\\..\\b', 'x'.repeat(300), 'con']) {
    const { site } = await spoil((s) => s.writeBytes(odd, Buffer.from(article(`${keys}\nslug: '${slug}'`))));
    const pages = [...site.tree().keys()].filter((path) => /\/2026\/03\/04\/[\p{L}\p{N}-]{1,80}\.html$/u.test(path));
    expect(pages).toHaveLength(1);
    expect(site.tree().size).toBe((await spoil((s) => s.writeBytes(odd, Buffer.from(whole)))).site.tree().size);
  }
});

test('a title of a megabyte is cut, with a finding, and stays out of lists at that length', async () => {
  const { report, site } = await spoil((s) => {
    s.writeBytes(odd, Buffer.from(article(keys.replace('L’été à Sète', 'crue '.repeat(200_000)))));
  });
  expect(foundIn(report.findings, odd)).toEqual(['2:8 error bad-value']);
  const finding = report.findings[0];
  expect(finding?.hint).toBe('Shorten it.');
  expect(JSON.stringify(finding).length).toBeLessThan(1000);
  for (const [path, text] of site.tree()) expect([path, text.length < 60_000]).toEqual([path, true]);
});
