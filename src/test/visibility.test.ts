// Who may be seen, and when: asked of real sites, to the millisecond, and of every byte of them.

import { afterAll, describe, expect, test } from 'vitest';
import sharp from 'sharp';
import { healthy } from './healthy-site.ts';
import { article, removeSites, testSite, type TestSite } from './site.ts';

afterAll(removeSites);

const page = '/2026/03/04/cas.html';

/** The healthy newspaper with one article more. */
function siteWith(keys: string): TestSite {
  return testSite(`${healthy}=== articles/cas.md\n${article(`title: Le cas\n${keys}`)}`);
}

describe('an article is visible', () => {
  test.each<readonly [string, string, string, boolean]>([
    ['at its date', 'date: 2026-03-04T10:00:00+01:00', '2026-03-04T09:00:00.000Z', true],
    ['not a millisecond before its date', 'date: 2026-03-04T10:00:00+01:00', '2026-03-04T08:59:59.999Z', false],
    ['from 00:00 in the site’s zone when it has a day', 'date: 2026-03-04', '2026-03-03T23:00:00.000Z', true],
    ['not before that day begins', 'date: 2026-03-04', '2026-03-03T22:59:59.999Z', false],
    [
      'at the end of its embargo',
      'date: 2026-03-04 08:00\nembargo: 2026-03-05T12:00:00+01:00',
      '2026-03-05T11:00:00.000Z',
      true,
    ],
    [
      'not a millisecond before its embargo ends',
      'date: 2026-03-04 08:00\nembargo: 2026-03-05T12:00:00+01:00',
      '2026-03-05T10:59:59.999Z',
      false,
    ],
    [
      'not before its date, though the embargo is over',
      'date: 2026-03-04 08:00\nembargo: 2026-03-01',
      '2026-03-03T12:00:00.000Z',
      false,
    ],
    ['up to its end', 'date: 2026-03-04 08:00\nexpires: 2026-03-05T12:00:00+01:00', '2026-03-05T10:59:59.999Z', true],
    [
      'not any more at its end',
      'date: 2026-03-04 08:00\nexpires: 2026-03-05T12:00:00+01:00',
      '2026-03-05T11:00:00.000Z',
      false,
    ],
    ['never as a draft', 'date: 2026-03-04 08:00\nstatus: draft', '2026-03-05T11:00:00.000Z', false],
    ['never as a draft of another program', 'date: 2026-03-04 08:00\ndraft: true', '2026-03-05T11:00:00.000Z', false],
    ['never when not published', 'date: 2026-03-04 08:00\npublished: false', '2026-03-05T11:00:00.000Z', false],
    ['never when withdrawn', 'date: 2026-03-04 08:00\nstatus: withdrawn', '2026-03-05T11:00:00.000Z', false],
  ])('%s', async (_, keys, at, isVisible) => {
    const site = siteWith(keys);
    const report = await site.build({ at });
    expect(report.articles + report.withheld).toBe(4);
    const isThere = site.has(page) && site.read(page).includes('<h1>Le cas</h1>');
    expect(isThere).toBe(isVisible);
    expect([...site.tree().values()].some((text) => text.includes('Le cas'))).toBe(isVisible);
  });
});

test('an article appears and disappears as time goes by, and nothing else remains of it', async () => {
  const site = siteWith('date: 2026-03-04 08:00\nexpires: 2026-03-06');
  const before = await site.build({ at: '2026-03-03T12:00:00+01:00' });
  expect(before.next).toBe(Date.parse('2026-03-04T08:00:00+01:00'));
  const during = await site.build({ at: '2026-03-04T08:00:00+01:00' });
  expect(during).toMatchObject({ articles: 4, withheld: 0, lost: 0 });
  const after = await site.build({ at: '2026-03-06T00:00:00+01:00' });
  expect(after).toMatchObject({ articles: 3, withheld: 1, lost: 0, refused: 0 });
  expect(site.has(page)).toBe(false);
});

/** Every field of an article, each with its own token, and a text and a picture with theirs. */
const fields = `title: tok-title
date: 2026-03-04 08:00
kicker: tok-kicker
summary: tok-summary
section: monde
topics: [tok-topic]
authors: [tok-author]
source: tok-source
credits: "Reportage tok-credit"
securities: [tok-security]
image:
  src: tok-picture.png
  alt: tok-alt
  caption: tok-caption
  credit: tok-imagecredit
slug: tok-slug
id: tok-id
redirects: [/tok-former/]
canonical: https://example.com/tok-canonical
note: tok-note
ednote: tok-ednote
corrections:
  - date: 2026-03-04
    kind: correction
    text: tok-correction
video:
  src: https://example.com/tok-video.mp4
  partner: tok-partner`;

/** Pixels that nothing else has, so that the bytes of the file can be looked for. */
async function picture(): Promise<Buffer> {
  return sharp({ create: { width: 17, height: 13, channels: 3, background: '#b5179e' } })
    .png()
    .toBuffer();
}

async function leakySite(state: string, wholeBody = 'tok-body ![tok-inner](tok-picture.png)'): Promise<TestSite> {
  const site = testSite(healthy);
  site.write(`=== articles/2026/03/04/tok-file.md\n${article(`${fields}\n${state}`, wholeBody)}`);
  site.writeBytes('articles/2026/03/04/tok-picture.png', await picture());
  return site;
}

describe('nothing of a withheld article is in any file, by name or in bytes,', () => {
  test.each([
    ['when it is a draft', 'status: draft'],
    ['when it is of the future', 'embargo: 2026-03-09'],
    ['when it has expired', 'expires: 2026-03-05'],
  ])('%s', async (_, state) => {
    const site = await leakySite(state);
    const report = await site.build();
    expect(report).toMatchObject({ articles: 3, withheld: 1, refused: 0 });
    const bytes = (await picture()).toString('latin1');
    for (const [path, text] of site.tree()) {
      expect(path).not.toMatch(/tok-/);
      expect(text.match(/tok-[a-z]+/)?.[0]).toBeUndefined();
      expect(text.includes(bytes)).toBe(false);
    }
  });

  test('when it lies in Jekyll’s folder of drafts, dated or not, and takes no address from a finished one', async () => {
    const draft = (keys: string): string => article(`title: tok-title\n${keys}`, 'tok-body');
    const site = testSite(`=== sujet.md\n${article('title: Fini\ndate: 2026-03-04')}
=== _drafts/sujet.md\n${draft('date: 2026-03-04\ndraft: false')}
=== _drafts/2026-03-03-tok-name.md\n${draft('layout: post')}
=== blog/_drafts/tok-undated.md\n${draft('layout: post')}`);
    const report = await site.build();
    expect(report).toMatchObject({ articles: 1, withheld: 3, refused: 0 });
    expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(site.read('/2026/03/04/sujet.html')).toContain('Fini');
    expect([...site.tree()].flat().join('\n')).not.toMatch(/tok-|_drafts|drafts/);
  });

  test('though it had been live: the next build takes everything away', async () => {
    const site = await leakySite('expires: 2026-03-08');
    await site.build();
    expect([...site.tree().keys()].some((path) => path.includes('tok-'))).toBe(true);
    await site.build({ at: '2026-03-08T00:00:00+01:00' });
    expect([...site.tree()].filter(([path, text]) => path.includes('tok-') || text.includes('tok-'))).toEqual([]);
  });

  test('while the live one shows every field but the notes of the desk and the name of the picture’s file', async () => {
    const site = await leakySite('');
    await site.build();
    const whole = [...site.tree()].flat().join('\n');
    for (const token of new Set(fields.match(/tok-[a-z]+/g))) {
      const isHidden = ['tok-note', 'tok-ednote', 'tok-picture'].includes(token);
      expect([token, whole.includes(token)]).toEqual([token, !isHidden]);
    }
    expect(whole).toContain('tok-body');
    const pictures = [...site.tree().keys()].filter((path) => path.startsWith('/images/'));
    expect(pictures).toContainEqual(expect.stringMatching(/^\/images\/[0-9a-f]{16}-\d+\.png$/));
  });
});

test('links and picks that lead to a withheld article lose their link, and no address appears', async () => {
  const hidden = '=== articles/2026/03/04/tok-hidden.md\n';
  const links = [
    '[un](tok-hidden.md)',
    '[deux](tok-hidden)',
    '[trois](/2026/03/04/tok-hidden.html)',
    '[quatre](/tok-former/?a=1#b)',
    '[cinq](https://example.org/2026/03/04/tok-hidden.html)',
    '<a href="http://example.org/tok-former/">six</a>',
    '[sept](//example.org/2026/03/04/tok-hidden.html)',
    '<a title="a > b" href="tok&#45;hidden#huit">huit</a>',
    "<a data-x='<' href=/2026/03/04/tok-hidden.html?neuf>neuf</a>",
    '<iframe src="tok-hidden?dix"></iframe>',
    '<video src="https://example.org/2026/03/04/tok-hidden.html?onze"></video>',
    '<object data="/2026/03/04/tok-hidden.html?douze"></object>',
    '<audio><source src="tok-hidden.md?treize"></audio>',
  ];
  const site = testSite(
    `${healthy}${hidden}${article('title: x\ndate: 2026-03-04\nstatus: draft\nredirects: [/tok-former/]')}
=== articles/2026/03/04/lien.md
${article('title: Lien\ndate: 2026-03-04\nsection: monde\nrelated: [tok-hidden, crue]', links.join(', '))}`,
  );
  const report = await site.build();
  const codes = report.findings.map(({ code }) => code);
  expect(codes.filter((code) => code === 'broken-link')).toHaveLength(links.length);
  expect(codes.filter((code) => code === 'unknown-related')).toHaveLength(1);
  expect(site.read('/2026/03/04/lien.html')).toContain('un, deux, trois, quatre, cinq, six, sept, huit, neuf');
  for (const text of site.tree().values()) expect(text).not.toMatch(/tok-/);
});

test('links of a footnote that lead to a withheld article lose their link, in the text edition, too', async () => {
  const hidden = article('title: x\ndate: 2026-03-04\nembargo: 2026-03-09');
  const notes = `Une note[^a] et une autre[^b].

[^a]: [un](tok-hidden), [deux](tok-hidden.md).
[^b]: <a href="/2026/03/04/tok-hidden.html">trois</a>, [crue](../../../../monde/crue.md)
  et [rien](tok-nothing).`;
  const site = testSite(
    `=== site.md\n---\nname: Essai\nurl: https://example.org\ntext-edition: true\n---
=== articles/2026/03/04/tok-hidden.md\n${hidden}
=== articles/monde/crue.md\n${article('title: Crue\ndate: 2026-03-03')}
=== articles/2026/03/04/lien.md\n${article('title: Lien\ndate: 2026-03-04', notes)}`,
  );
  const report = await site.build();
  expect(report.findings.map(({ code, line }) => `${line} ${code}`)).toEqual([
    '8 broken-link',
    '8 broken-link',
    '9 broken-link',
    '10 broken-link',
  ]);
  for (const path of ['/2026/03/04/lien.html', '/texte/2026/03/04/lien.html']) {
    expect(site.read(path)).toMatch(/un, deux\.[^]*trois, <a href="\/2026\/03\/03\/crue.html">crue<\/a>\s+et rien\./);
  }
  for (const text of site.tree().values()) expect(text).not.toMatch(/tok-/);
});

test('pages and texts of sections lose their links to a withheld article too', async () => {
  const site = testSite(
    `${healthy}
=== articles/2026/03/04/tok-hidden.md
${article('title: x\ndate: 2026-03-04\nembargo: 2026-03-09')}
=== sections/sport.md
${article('name: Sport', 'Voir [ceci](/2026/03/04/tok-hidden.html).')}
=== pages/a-propos.md
${article('title: À propos', 'Voir [cela](../articles/2026/03/04/tok-hidden.md).')}`,
  );
  await site.build();
  expect(site.read('/sport/index.html')).toContain('Voir ceci.');
  expect(site.read('/a-propos/index.html')).toContain('Voir cela.');
  for (const text of site.tree().values()) expect(text).not.toMatch(/tok-/);
});

describe('nothing of a withheld static page is in any file, nor a link to it,', () => {
  const later = '2026-03-05T12:30:00+01:00';
  test.each<readonly [string, string, string, string | null]>([
    ['when it is a draft', 'pages/tok-page.md', 'draft: true', null],
    ['when it is not published', 'pages/tok-page.md', 'published: false', null],
    ['when it lies in a folder of drafts', 'pages/_drafts/tok-page.md', 'order: 1', null],
    ['when it was withdrawn', 'pages/tok-page.md', 'status: withdrawn', null],
    ['when it is under embargo', 'pages/tok-page.md', 'embargo: 2026-03-05 12:30', later],
    ['when its date lies ahead', 'pages/tok-page.md', 'date: 2026-03-05 12:30', later],
    ['when it has expired', 'pages/tok-page.md', 'expires: 2026-03-05', null],
  ])('%s', async (_, path, keys, appears) => {
    const site =
      testSite(`${healthy}=== ${path}\n${article(`title: tok-title\nsummary: tok-summary\n${keys}`, 'tok-body')}
=== articles/lien.md\n${article('title: Lien\ndate: 2026-03-04', `Voir [ceci](/tok-page/) et [cela](/${path}).`)}`);
    const report = await site.build();
    expect(report).toMatchObject({ articles: 4, withheld: 0, refused: 0, lost: 0 });
    expect(report.findings.map(({ code }) => code)).toEqual(['broken-link', 'broken-link']);
    expect([...site.tree()].flat().join('\n')).not.toMatch(/tok-/);
    if (appears === null) return;
    expect(report.next).toBe(Date.parse(appears));
    await site.build({ at: appears });
    expect(site.read('/tok-page/index.html')).toContain('tok-body');
    expect(site.read('/index.html')).toContain('tok-title');
    expect(site.read('/2026/03/04/lien.html')).toContain('href="/tok-page/"');
  });
});

describe('the notice of a withdrawn article', () => {
  const withdrawn = (corrections: string): string =>
    article(`${fields.replace(/^corrections:[\s\S]*?(?=^video)/m, '')}\nstatus: withdrawn\n${corrections}`, 'tok-body');
  const notice = '/2026/03/04/tok-slug.html';

  test('says when and why it was taken back, and nothing else of it', async () => {
    const site = testSite(healthy);
    site.write(
      `=== articles/cas.md\n${withdrawn(`corrections:
  - { date: 2026-03-04 09:00, kind: précision, text: tok-earlier }
  - { date: 2026-03-05 09:30, kind: Retrait, text: "Le document était périmé : nous nous excusons." }`)}`,
    );
    await site.build();
    const text = site.read(notice);
    expect(text).toContain('<time datetime="2026-03-05T09:30:00+01:00">');
    expect(text).toContain('Le document était périmé\u00a0: nous nous excusons.');
    expect(text.replaceAll('tok-slug', '')).not.toMatch(/tok-/);
    for (const [path, other] of site.tree()) if (path !== notice) expect(other).not.toMatch(/tok-|périmé/);
  });

  test('gives its reason when that instant has come, and follows when the reason is changed', async () => {
    const reason = (text: string): string =>
      `=== articles/cas.md\n${withdrawn(`corrections: [{ date: 2026-03-05 12:30, kind: retrait, text: ${text} }]`)}`;
    const site = testSite(`${healthy}${reason('Périmé.')}`);
    const report = await site.build();
    expect(site.read(notice)).not.toContain('Périmé');
    expect(report.next).toBe(Date.parse('2026-03-05T12:30:00+01:00'));
    const at = '2026-03-05T12:30:00+01:00';
    await site.build({ at });
    expect(site.read(notice)).toContain('Périmé.');
    site.write(reason('Mal sourcé.'));
    await site.build({ at });
    expect(site.read(notice)).toContain('Mal sourcé.');
  });
});
