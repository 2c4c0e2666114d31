// The promises of the theme to those who build on it: landmarks, headings, instants, lists, escaping, goldens.
// Looks at markup with plain patterns; validity and accessibility are the browser tests' affair.

import { describe, expect, test, vi } from 'vitest';
import type { Html } from '../src/base/html.ts';
import type { ArticlePage, Teaser } from '../src/view/types.ts';
import * as fixtures from './fixtures.ts';
import { islandVersion, styleVersion, theme } from './index.ts';
import { nameDocument } from './parts/document-title.ts';

const pages: Readonly<Record<string, Html>> = {
  front: theme.front(fixtures.front),
  'front-young': theme.front(fixtures.youngFront),
  'front-empty': theme.front(fixtures.emptyFront),
  dispatch: theme.article(fixtures.dispatch),
  'long-read': theme.article(fixtures.longRead),
  'partner-video': theme.article(fixtures.partnerVideo),
  opinion: theme.article(fixtures.opinion),
  foreign: theme.article(fixtures.foreign),
  section: theme.list(fixtures.sectionList),
  security: theme.list(fixtures.securityList),
  source: theme.list(fixtures.sourceList),
  'author-empty': theme.list(fixtures.emptyList),
  'archive-month': theme.archive(fixtures.archiveMonth),
  'archive-day': theme.archive(fixtures.archiveDay),
  page: theme.page(fixtures.about),
  'not-found': theme.notFound(fixtures.missing),
  withdrawn: theme.notFound(fixtures.withdrawn),
  comments: theme.comments(fixtures.commentsPage),
};
const all = Object.entries(pages);
const count = (markup: string, pattern: RegExp): number => [...markup.matchAll(pattern)].length;
const textOf = (markup: string): string => markup.replace(/<[^>]*>/g, '').replace(/[ \n]+/g, ' ');

const drawDispatch = (more: Partial<ArticlePage>): string => theme.article({ ...fixtures.dispatch, ...more }).html;
const drawAlone = (more: Partial<Teaser>): string =>
  theme.list({ ...fixtures.sectionList, teasers: [fixtures.makeTeaser('Un titre', more)] }).html;

describe.each(all)('the page %s', (name, page) => {
  const markup = page.html;

  test('is what was last approved', async () => {
    await expect(markup).toMatchFileSnapshot(`goldens/${name}.html.txt`);
  });

  test('offers the skip link before anything else that takes the focus', () => {
    const body = markup.slice(markup.indexOf('<body'));
    expect(/<(a|button|input|summary|iframe)\b[^>]*>/.exec(body)?.[0]).toContain('href="#contenu"');
    expect(count(markup, /<main id="contenu"/g)).toBe(1);
  });

  test('has one h1, and never skips a level', () => {
    expect(count(markup, /<h1\b/g)).toBe(1);
    let before = 1;
    const main = markup.slice(markup.indexOf('<h1'));
    for (const [, level] of main.matchAll(/<h([1-6])\b/g)) {
      expect(Number(level)).toBeLessThanOrEqual(before + 1);
      before = Number(level);
    }
  });

  test('gives every instant an offset, or the day alone', () => {
    for (const [, value] of markup.matchAll(/<time datetime="([^"]*)"/g)) {
      expect(value).toMatch(/^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d([+-]\d\d:\d\d|Z))?$/);
    }
    expect(count(markup, /<time(?! datetime)/g)).toBe(0);
  });

  test('has its metadata in one script, one stylesheet with a version, and nothing else that loads', () => {
    const scripts = [...markup.matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
    const islands = theme.islands.map(
      (file) => `<script type="module" src="/assets/${file.replace('.ts', '.js')}?v=${islandVersion}">`,
    );
    expect(scripts.at(-1)).toBe('<script type="application/ld+json">');
    expect(scripts[0]).toBe(islands[0]);
    for (const tag of scripts.slice(0, -1)) expect(islands).toContain(tag);
    expect(markup).toContain(`<link rel="stylesheet" href="/assets/site.css?v=${styleVersion}">`);
    expect(markup).not.toMatch(/<(iframe|video|audio|object|embed|style)\b|\sstyle=|\son[a-z]+=/);
    expect(markup).not.toMatch(/<(img|source)[^>]*(src|srcset)="https?:/);
  });

  test('uses no id twice, and refers only to ids that exist', () => {
    const ids = [...markup.matchAll(/\sid="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of markup.matchAll(/aria-labelledby="([^"]*)"/g)) expect(ids).toContain(id);
    for (const [, id] of markup.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(id);
  });

  test('puts teasers into ul.teasers, below a heading, and gives each one link', () => {
    expect(count(markup, /<li class="teaser/g)).toBe(count(markup, /<h3>(<span class="label|<a )/g));
    for (const [list] of markup.matchAll(/<section[^>]*>(?:(?!<section).)*?<ul class="teasers">/gs)) {
      expect(list).toMatch(/<h[23]/);
    }
    for (const [item] of markup.matchAll(/<li class="teaser.*?<\/li>/gs)) expect(count(item, /<a /g)).toBe(1);
  });

  test('leaves nothing undefined, and closes no void element with a slash', () => {
    expect(markup).not.toMatch(/undefined|\[object|NaN|null<|"null"/);
    expect(markup).not.toContain('/>');
    expect(markup).not.toMatch(/<[a-z0-9]+[^>]* {2}/);
  });
});

test('the fragment of newest articles is a list without head, heading level or landmark', async () => {
  const { html } = theme.latest(fixtures.latest);
  await expect(html).toMatchFileSnapshot('goldens/latest.html.txt');
  expect(html).toMatch(/^<ul class="teasers">/);
  expect(html).not.toMatch(/<(html|head|main|nav|header|footer|section|h1|h2)\b/);
});

describe('an article', () => {
  test('has its headline alone in the h1, inside main article', () => {
    expect(drawDispatch({})).toMatch(/<main[^>]*>\s*<article[^>]*><header>.*<h1>Biden et Poutine[^<]*<\/h1>/s);
  });

  test('names its source and its instant in the long form', () => {
    expect(textOf(drawDispatch({}))).toContain('information fournie par Reuters 2 décembre 2021 à 16:28');
  });

  test('is furnished by nobody when the newspaper itself is its source', () => {
    const source = { ...fixtures.longRead.source, label: fixtures.longRead.site.name };
    const text = textOf(drawDispatch({ source: source as ArticlePage['source'] }));
    expect(text).toContain(`${source.label} 2 décembre 2021 à 16:28`);
    expect(text).not.toContain(`information fournie par ${source.label}`);
  });

  test('shows roles as credits, and the line as written where there are none', () => {
    expect(textOf(drawDispatch({}))).toContain(
      'Reportage\u00a0: Humeyra Pamuk · Rédaction\u00a0: Daphne Psaledakis (Washington)',
    );
    expect(textOf(drawDispatch({ credits: [], creditLine: 'avec les agences' }))).toContain('avec les agences');
  });

  test('counts comments, and is silent when they are closed', () => {
    expect(textOf(drawDispatch({ comments: 0 }))).toContain('0\u00a0commentaire');
    expect(textOf(drawDispatch({ comments: 2 }))).toContain('2\u00a0commentaires');
    expect(drawDispatch({ comments: null, thread: null, related: [] })).not.toContain('commentaire');
  });

  test('shows a correction beside the headline and after the text', () => {
    const markup = theme.article(fixtures.longRead).html;
    expect(markup.indexOf('href="#d_corrections"')).toBeLessThan(markup.indexOf('class="body"'));
    expect(markup.indexOf('id="d_corrections"')).toBeGreaterThan(markup.indexOf('class="body"'));
    expect(markup).toContain('non de 1968');
  });

  test('names the day of the newest correction, in whatever order they stand', () => {
    const correction = (date: string) => ({ date, kind: 'correction', text: 'Un mot.' }) as const;
    const two = ['2026-03-24T08:00:00+01:00', '2026-03-21T08:00:00+01:00'].map(correction);
    for (const corrections of [two, two.toReversed()]) {
      const markup = theme.article({ ...fixtures.longRead, corrections }).html;
      expect(/href="#d_corrections">([^<]*)/.exec(markup)?.[1]).toContain('24');
    }
  });

  test('a correction without a date shows none, beside the headline and after the text', () => {
    const corrections = [{ date: null, kind: 'correction', text: 'Faux.' }];
    const drawn = theme.article({ ...fixtures.longRead, corrections }).html;
    expect(drawn).toContain('href="#d_corrections">Cet article a été corrigé</a>');
    expect(drawn).toContain('<li><p><b>correction</b></p><p>Faux.</p></li>');
  });

  test('has no list of related articles when there are none, but the way to the newest', () => {
    const markup = drawDispatch({ related: [] });
    expect(markup).not.toContain('À lire aussi');
    expect(textOf(markup)).toContain('Voir les dernières informations');
  });

  test('of a partner says so, links its securities, and loads nothing of the film', () => {
    const markup = theme.article(fixtures.partnerVideo).html;
    expect(textOf(markup)).toContain('Contenu partenaire\u00a0· Libertify');
    expect(markup).toContain(
      '<a class="play" href="https://video.libertify.example/top-5/2026-03-04" rel="sponsored" data-plays="frame">',
    );
    expect(markup).toContain('<a href="/valeurs/scor/">Scor</a>');
  });

  test('never links a film at an unsafe address', () => {
    for (const src of ['javascript:alert(1)', 'data:text/html,x', '//evil.example/x']) {
      expect(drawDispatch({ video: { src, poster: null, partner: null } })).not.toContain(src);
    }
  });

  test('in another language says so, and so does what belongs to the site', () => {
    const markup = theme.article(fixtures.foreign).html;
    expect(markup).toContain('<html lang="ar" dir="rtl">');
    expect(markup).toContain('<header class="masthead" lang="fr" dir="ltr">');
    expect(markup).toContain('<div class="slip" lang="fr" dir="ltr" data-pagefind-ignore>');
  });

  test('of an English site speaks English', () => {
    const site = { ...fixtures.site, lang: 'en-GB' };
    const head = { ...fixtures.dispatch.head, lang: 'en-GB' };
    const text = textOf(theme.article({ ...fixtures.dispatch, site, head }).html);
    expect(text).toContain('information provided by Reuters 2 December 2021 at 16:28');
    expect(text).not.toMatch(/Rubriques|lecture|Aller au/);
  });
});

describe('a teaser', () => {
  test('of a partner says so in its heading, in every variant', () => {
    for (const page of ['front', 'section', 'archive-month', 'dispatch']) {
      const items = [...(pages[page] as Html).html.matchAll(/<li class="teaser[^"]* partner".*?<\/h3>/gs)];
      expect(items.length).toBeGreaterThan(0);
      for (const [item] of items) expect(textOf(item)).toContain('Contenu partenaire\u00a0· Libertify');
    }
  });

  test('says its kind once, though its kicker says the same', () => {
    const markup = drawAlone({ type: 'live', kicker: 'En Direct', partner: null });
    expect(textOf(markup).match(/en direct/gi)).toEqual(['En direct']);
    const live = theme.article({ ...fixtures.dispatch, type: 'live', kicker: 'En direct' }).html;
    expect(textOf(/<article .*?<h1/s.exec(live)?.[0] ?? '').match(/en direct/gi)).toEqual(['En direct']);
  });

  test('names no dispatch, whose source is named; its page does', () => {
    const teaser =
      /<li class="teaser .*?<\/li>/s.exec(drawAlone({ type: 'dispatch', partner: null }))?.[0] ?? 'dépêche';
    expect(textOf(teaser)).not.toMatch(/dépêche/i);
    expect(textOf(/<p class="label".*?<\/p>/s.exec(drawDispatch({}))?.[0] ?? '')).toMatch(/^Dépêche/);
  });

  test('in another language has a direction of its own only where it differs', () => {
    expect(drawAlone({ lang: 'en', dir: null })).toMatch(
      /<li class="[^"]*" lang="en"><h3>.*<p class="meta" lang="fr">/s,
    );
    expect(drawAlone({ lang: 'ar', dir: 'rtl' })).toMatch(
      /<li class="[^"]*" lang="ar" dir="rtl"><h3>.*<p class="meta" lang="fr" dir="ltr">/s,
    );
  });

  test('of a partner never opens a list', () => {
    const [first] = fixtures.sectionList.teasers;
    const drawn = (partner: string | null): string =>
      theme.list({ ...fixtures.sectionList, teasers: [{ ...(first as Teaser), partner }] }).html;
    expect(drawn(null)).toContain('<li class="teaser lead');
    expect(drawn('Libertify')).toContain('<li class="teaser row partner"');
  });

  test('carries its own language and direction', () => {
    expect(drawAlone({ lang: 'ar', dir: 'rtl' })).toContain('<li class="teaser lead" lang="ar" dir="rtl">');
  });

  test('keeps alternative text and credit apart, and leaves the caption to the article', () => {
    const markup = drawAlone({ picture: fixtures.makePicture(1, { alt: 'ALT', caption: 'CAP', credit: 'CRE' }) });
    expect(markup).toContain('alt="ALT"');
    expect(markup).toContain('</span>CRE</figcaption>');
    expect(markup).not.toContain('CAP');
    expect(markup).toMatch(/<img [^>]*width="1600" height="1067"/);
  });

  test('offers the better formats of its picture with the place that it takes', () => {
    const sources = [{ type: 'image/avif', srcset: '/images/a-400.avif 400w, /images/a-800.avif 800w' }];
    expect(drawAlone({ picture: fixtures.makePicture(1, { sources }) })).toMatch(
      /<picture><source type="image\/avif" srcset="\/images\/a-400.avif 400w, [^"]*" sizes="[^"]+"><img /,
    );
  });
});

test('search is told a small file of the picture', () => {
  const sources = [{ type: 'image/webp', srcset: '/images/a-360.webp 360w, /images/a-720.webp 720w' }];
  const picture = fixtures.makePicture(1, { sources });
  expect(drawDispatch({ picture })).toContain('data-pagefind-meta="image:/images/a-360.webp"');
});

test('archives of three hundred months name every page of every month', () => {
  const markup = theme.list(fixtures.sectionList).html;
  expect(count(markup, /<details><summary>/g)).toBe(25);
  for (const { months } of fixtures.archives) {
    for (const url of months.flatMap((month) => month.pages)) expect(markup).toContain(`href="${url}"`);
  }
});

test('an archive page leads back to the page before and to its list, and to no page after', () => {
  const markup = theme.archive(fixtures.archiveMonth).html;
  expect(markup).toContain('<a href="/monde/2026/03/" rel="prev">');
  expect(textOf(markup)).toContain('Derniers articles de Monde');
  expect(markup).not.toContain('rel="next"');
});

// Closed sets of words, not text of an author.
const closed = new Set(['kind', 'reason', 'type', 'role', 'dir', 'lang']);
const evil = `"><script>alert(1)</script><img src=x onerror='alert(2)'>&amp;`;

/** Appends an attack to every text of a view. */
function spoil<T>(value: T): T {
  const spoilAny = (inner: unknown): unknown => {
    if (typeof inner === 'string') return inner + evil;
    if (Array.isArray(inner)) return inner.map(spoilAny);
    if (inner === null || typeof inner !== 'object' || 'html' in inner) return inner;
    return Object.fromEntries(
      Object.entries(inner).map(([key, field]) => [key, closed.has(key) ? field : spoilAny(field)]),
    );
  };
  return spoilAny(value) as T;
}

test.each([
  ['an article', () => theme.article(spoil(fixtures.longRead))],
  ['a dispatch', () => theme.article(spoil({ ...fixtures.dispatch, updated: '2021-12-03' }))],
  ['a credit line', () => theme.article(spoil({ ...fixtures.dispatch, creditLine: 'x', credits: [] }))],
  ['a film', () => theme.article(spoil(fixtures.partnerVideo))],
  ['the front page', () => theme.front(spoil(fixtures.front))],
  ['a section', () => theme.list(spoil(fixtures.sectionList))],
  ['a security', () => theme.list(spoil(fixtures.securityList))],
  ['a source', () => theme.list(spoil(fixtures.sourceList))],
  ['an author', () => theme.list(spoil(fixtures.emptyList))],
  ['an archive', () => theme.archive(spoil(fixtures.archiveMonth))],
  ['a page', () => theme.page(spoil(fixtures.about))],
  ['the page for unknown addresses', () => theme.notFound(spoil(fixtures.missing))],
  ['the fragment', () => theme.latest(spoil(fixtures.latest))],
])('no text of a view becomes markup in %s', (_, draw) => {
  const { html } = draw();
  expect(html).toContain('&quot;&gt;&lt;script&gt;alert(1)');
  expect(html).not.toMatch(/<script>|<img src=x|onerror='/);
});

test('a hostile headline is shown as the text that it is', () => {
  expect(theme.article({ ...fixtures.dispatch, title: evil }).html).toContain(
    '<h1>&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=&#39;alert(2)&#39;&gt;&amp;amp;</h1>',
  );
});

test('the same view gives the same bytes, whenever it is drawn', () => {
  vi.useFakeTimers({ now: new Date('1999-12-31T23:59:59Z') });
  const early = theme.front(fixtures.front).html + theme.article(fixtures.longRead).html;
  vi.setSystemTime(new Date('2099-07-01T12:00:00Z'));
  expect(theme.front(fixtures.front).html + theme.article(fixtures.longRead).html).toBe(early);
  vi.useRealTimers();
});

describe('comments', () => {
  const longRead = theme.article(fixtures.longRead).html;

  test('stand under the article, each with its own address, author, instant, answer and report', () => {
    expect(longRead).toMatch(/<\/article><section class="comments" id="d_comments" data-thread="biden" data-accepts/);
    expect(longRead).toMatch(/<li class="comment" id="d_comment-c1"><p class="signed"><b><bdi>Camille R\.<\/bdi>/);
    expect(count(longRead, /class="answer"/g)).toBe(count(longRead, /class="alert"/g));
    expect(textOf(longRead)).toContain('Signaler le commentaire de Odile');
  });

  test('keep their own direction, and name who is nameless', () => {
    expect(count(longRead, /<div class="said" dir="auto">/g)).toBe(count(longRead, /class="signed"/g));
    expect(textOf(longRead)).toContain('Anonyme');
  });

  test('that were taken back leave a notice, not their text', () => {
    expect(textOf(longRead)).toContain('Ce commentaire a été retiré par la rédaction.');
  });

  test('offer no form and no button where nobody would answer', () => {
    const thread = { ...fixtures.fullThread, form: null, reports: null, comments: [] };
    expect(drawDispatch({ thread })).not.toMatch(/class="write"|d_report|islands\/comments/);
  });

  test('load their script only where there is something to send', () => {
    expect(longRead).toContain('/assets/islands/comments.js');
    expect(drawDispatch({ comments: null, thread: null })).not.toContain('/assets/islands/comments.js');
  });
});

test.each([
  ['Une crue', 'Une crue – Le Journal'],
  ['Une crue qui emporte tout sur son passage et dont on parle encore', null],
  [
    `Une crue ${'qui monte '.repeat(10)}`.trim(),
    'Une crue qui monte qui monte qui monte qui monte qui monte qui monte…',
  ],
  ['x'.repeat(100), `${'x'.repeat(69)}…`],
])('the document of "%s" has a title that fits', (title, expected) => {
  expect(nameDocument(title, 'Le Journal')).toBe(expected ?? title);
});
