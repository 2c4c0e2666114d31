// Comments on a whole site: pages, counts, lists, metadata, feeds, and what hostile texts come to.

import { HtmlValidate } from 'html-validate';
import { afterAll, describe, expect, test } from 'vitest';
import * as fixtures from '../../templates/fixtures.ts';
import { theme } from '../../templates/index.ts';
import { en } from '../../templates/words/en.ts';
import { fr } from '../../templates/words/fr.ts';
import { frComments } from '../../templates/words/fr-comments.ts';
import type { AnswerCode } from '../view/types.ts';
import { commentsOnPage } from '../view/thread-view.ts';
import { payloads } from './payloads.ts';
import { article, removeSites, testSite } from './site.ts';

afterAll(removeSites);

const page = '/2026/03/05/crue.html';
const crue = `=== articles/2026/03/05/crue.md\n${article('title: La crue\ndate: 2026-03-05 08:00')}`;
const withIntake =
  '=== site.md\n---\nname: La Gazette\naddress: https://gazette.example\ncomments:\n  intake: /intake/\n---\n';

function comment(id: string, text: string, keys = 'author: Camille', minute = 0, folder = 'crue'): string {
  const time = `09:${String(minute % 60).padStart(2, '0')}`;
  return `=== comments/${folder}/${id}.md\n---\n${keys}\ndate: 2026-03-05 ${time}\n---\n\n${text}\n`;
}

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

test('approved comments stand under their article, are counted everywhere, and files stay "ignored"', async () => {
  const site = testSite(
    `${withIntake}${crue}${comment('a', 'Premier.')}${comment('b', 'Second.', 'author: Odile\nreply-to: a', 1)}`,
  );
  const report = await site.build();
  expect(report.findings).toEqual([]);
  expect([report.articles, report.refused, report.ignored]).toEqual([1, 0, 3]);
  const text = site.read(page);
  expect(text).toContain('2\u00a0commentaires</h2>');
  expect(text).toMatch(
    /<li class="comment" id="d_comment-a">.*<ol class="replies"[^>]*><li class="comment" id="d_comment-b">/s,
  );
  const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)?.[1] as string) as Record<
    string,
    unknown
  >;
  expect(data['commentCount']).toBe(2);
  expect(data['comment']).toMatchObject([
    {
      '@type': 'Comment',
      author: { name: 'Camille' },
      text: 'Premier.',
      '@id': `https://gazette.example${page}#d_comment-a`,
    },
    { text: 'Second.', parentItem: { '@id': `https://gazette.example${page}#d_comment-a` } },
  ]);
  expect(site.read('/index.html')).toContain('2\u00a0commentaires');
  expect(text).toContain('href="/2026/03/05/crue/commentaires.xml"');
  for (const feed of ['/2026/03/05/crue/commentaires.xml', '/commentaires.xml']) {
    expect(count(site.read(feed), /<entry>/g)).toBe(2);
    expect(site.read(feed)).toContain(
      `<link rel="self" type="application/atom+xml" href="https://gazette.example${feed}"/>`,
    );
  }
});

test('the plural is right in French and in English', async () => {
  const french = testSite(`${crue}${comment('a', 'Un.')}`);
  await french.build();
  expect(french.read(page)).toContain('1\u00a0commentaire<');
  const english = testSite(`=== site.md\n---\nlanguage: en\ncomments: { intake: /intake/ }\n---\n${crue}`);
  await english.build();
  expect(english.read(page)).toContain('0\u00a0comments<');
  english.write(comment('a', 'One.'));
  await english.build();
  expect(english.read(page)).toContain('1\u00a0comment<');
});

test('feeds and former addresses speak the theme’s words, in the language of the site', async () => {
  const partner = '=== sources/libertify.md\n---\nname: Libertify\nkind: partner\n---\n';
  const top = `=== articles/2026/03/05/top.md\n${article('title: Top 5\ndate: 2026-03-05 07:00\nsource: libertify\nredirects: /old.html')}`;
  for (const [lang, { files }] of [['fr', fr] as const, ['en', en] as const]) {
    const settings = `=== site.md\n---\nname: G\naddress: https://g.example\nlanguage: ${lang}\n---\n`;
    const site = testSite(`${settings}${partner}${top}${crue}${comment('a', 'Un.', 'status: approved')}`);
    await site.build();
    for (const feed of ['/rss.xml', '/atom.xml', '/feed.json']) {
      expect(site.read(feed), feed).toContain(`[${files.partner}] Top 5`);
    }
    expect(site.read('/commentaires.xml')).toContain(`<title>G – ${files.comments(null)}</title>`);
    const own = site.read('/2026/03/05/crue/commentaires.xml');
    expect(own).toContain(`<title>G – ${files.comments('La crue')}</title>`);
    expect(own).toContain(`<author><name>${files.anonymous}</name></author>`);
    expect(site.read('/old.html')).toContain(`<h1>${files.moved.title}</h1>`);
  }
});

test('without an intake there is no form and no button', async () => {
  const site = testSite(`${crue}${comment('a', 'Un.')}`);
  await site.build();
  expect(site.read(page)).toContain('id="d_comment-a"');
  expect(site.read(page)).not.toMatch(/id="d_write"|d_report|Signaler|Répondre|data-accepts/);
});

test('without an intake and a comment there is no word of comments', async () => {
  const site = testSite(crue);
  await site.build();
  expect(site.read(page)).not.toMatch(/comment(?!aires\.xml)/i);
});

test('a closed thread keeps its comments and its reports, and takes nothing', async () => {
  const site = testSite(`${withIntake}${crue}${comment('a', 'Un.')}`);
  await site.build();
  expect(site.read(page)).toMatch(/data-thread="crue" data-accepts.*id="d_write"/s);
  site.write('=== comments/crue/thread.md\n---\nclosed: true\n---\n');
  await site.build();
  expect(site.read(page)).not.toMatch(/id="d_write"|Répondre|data-accepts/);
  expect(site.read(page)).toMatch(/id="d_comment-a".*Signaler.*Les commentaires sont fermés/s);
  site.remove('comments/crue/thread.md');
  site.write(crue.replace('title:', 'comments: false\ntitle:'));
  await site.build();
  expect(site.read(page)).not.toContain('id="d_write"');
  site.remove('comments/crue/a.md');
  await site.build();
  expect(site.read(page)).not.toContain('d_comments');
});

test('comments beyond fifty stand on a second page, replies under a link to what they answer', async () => {
  const all = Array.from({ length: 49 }, (_, i) => comment(`c${i}`, `Texte ${i}.`, 'author: A', i));
  const replies = Array.from({ length: 5 }, (_, i) => comment(`r${i}`, 'Réponse.', 'author: B\nreply-to: c48', 50 + i));
  const site = testSite(`${withIntake}${crue}${all.join('')}${replies.join('')}`);
  await site.build();
  const second = '/2026/03/05/crue/commentaires-2.html';
  const ids = (path: string): string[] =>
    [...site.read(path).matchAll(/id="d_comment-(\w+)"/g)].map(([, id]) => id as string);
  expect(ids(page)).toHaveLength(commentsOnPage);
  expect(ids(second)).toEqual(['r1', 'r2', 'r3', 'r4']);
  expect(site.read(page)).toContain(`href="${second}#d_comments"`);
  expect(site.read(page)).toContain('54\u00a0commentaires</h2>');
  expect(site.read(second)).toContain(`<a href="${page}#d_comment-c48">`);
  expect(site.read(second)).toContain('<meta name="robots" content="noindex, follow">');
  expect(site.read('/sitemap.xml') + site.read('/sitemaps/2026-03.xml')).not.toContain('commentaires-2');
});

test('comments on withheld articles appear nowhere', async () => {
  const draft = crue.replace('title:', 'embargo: 2026-03-06 08:00\ntitle:');
  const site = testSite(
    `${withIntake}${draft}${comment('a', 'Fuite.')}=== articles/2026/03/04/b.md\n${article('title: B\ndate: 2026-03-04')}`,
  );
  await site.build();
  expect([...site.tree().values()].join('')).not.toContain('Fuite');
});

test('one comment more touches its article, its feeds and the lists that count it, nothing else', async () => {
  const other = `=== articles/2026/01/05/b.md\n${article('title: B\ndate: 2026-01-05\nsection: Ailleurs')}`;
  const site = testSite(`${withIntake}${crue}${other}${comment('a', 'Un.')}`);
  await site.build();
  const before = site.tree();
  site.write(comment('b', 'Deux.', 'author: B', 1));
  await site.build();
  const touched = [...site.tree()].filter(([path, text]) => before.get(path) !== text).map(([path]) => path);
  expect(touched).toContain(page);
  expect(touched).not.toContain('/2026/01/05/b.html');
  expect(touched).not.toContain('/rss.xml');
});

test('the intake’s pages are valid, in both languages, with a form and without', async () => {
  const validator = new HtmlValidate({ extends: ['html-validate:recommended'] });
  for (const [i, code] of Object.keys(frComments.answers).entries()) {
    const site = { ...fixtures.site, lang: i % 2 === 0 ? 'fr' : 'en' };
    const form = { ...fixtures.answer.form, kind: i % 3 === 0 ? 'report' : 'comment' } as typeof fixtures.answer.form;
    const view = { ...fixtures.answer, code: code as AnswerCode, site, form: i % 4 === 0 ? null : form };
    const { results } = await validator.validateString(theme.answer(view).html);
    expect(results.flatMap(({ messages }) => messages)).toEqual([]);
  }
});

describe('hostile texts', () => {
  const files = payloads.map((text, i) => comment(`x${i}`, text, `author: ${JSON.stringify(text)}`, i)).join('');
  const site = testSite(`${withIntake}${crue}${comment('a', 'Un.')}`);

  test('add no element and no attribute to a page, and leave JSON and feeds whole', async () => {
    await site.build();
    const shape = (text: string): string[] => [...new Set(text.match(/<[a-z][^\s>]*|\s[a-z:-]+(?==")/gi))].toSorted();
    const scripts = count(site.read(page), /<script/g);
    const harmless = shape(site.read(page) + site.read('/2026/03/05/crue/commentaires.xml'));
    site.write(files);
    const { findings } = await site.build();
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const text = site.read(page);
    expect(count(text, /id="d_comment-/g)).toBe(payloads.length + 1);
    const added = shape(text + site.read('/2026/03/05/crue/commentaires.xml')).filter(
      (part) => !harmless.includes(part),
    );
    // What comment texts may hold: quotes, stress, links.
    expect(added.filter((part) => !['<blockquote', '<strong', ' rel'].includes(part))).toEqual([]);
    expect(count(text, /<script/g)).toBe(scripts);
    const data = JSON.parse(
      /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text)?.[1] as string,
    ) as Record<string, unknown>;
    expect(data['commentCount']).toBe(payloads.length + 1);
    for (const [, href] of text.matchAll(/ href="([^"]*)"/g)) expect(href).toMatch(/^(\/|#|https?:)/);
  });
});
