// The small rooms: the site file, terms and pages.

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../base/findings.ts';
import { printPageTable, readPageFile } from './page-file.ts';
import { printSiteTable, readSite, siteDefaults } from './site.ts';
import { printTermTable, readTerm } from './term.ts';

const file = (path: string, text: string): { path: string; bytes: Uint8Array } => ({ path, bytes: Buffer.from(text) });
const site = (head: string): ReturnType<typeof readSite> => readSite(file('site.md', `---\n${head}\n---\n`));
const page = (path: string, text: string): ReturnType<typeof readPageFile> =>
  readPageFile(file(path, text), { lang: 'fr', zone: 'Europe/Paris', hasRooms: true });
const term = (path: string, text: string): ReturnType<typeof readTerm> => readTerm(file(path, text), { lang: 'fr' });
const told = (findings: readonly Finding[]): string[] =>
  findings.map(({ code, severity, line, column }) => `${severity} ${code} ${line ?? '-'}:${column ?? '-'}`);

describe('the site file', () => {
  test('without one all is set', () => {
    expect(readSite(null)).toEqual({ settings: siteDefaults, findings: [] });
    expect(siteDefaults).toMatchObject({
      name: 'Dépêche',
      url: 'https://example.org',
      lang: 'fr',
      zone: 'Europe/Paris',
      sections: [],
    });
  });

  test.each([
    ['true', { external: null }],
    ['false', null],
    [
      'https://duckduckgo.com/?sites=example.org&q=',
      { external: { action: 'https://duckduckgo.com/', fields: [{ name: 'sites', value: 'example.org' }], name: 'q' } },
    ],
  ])('search: %s', (written, search) => {
    expect(site(`name: Le Fil\nsearch: ${written}`)).toMatchObject({ settings: { search }, findings: [] });
  });

  test.each(['http://a.example/?q=', 'javascript:alert(1)', 'https://a.example/', 'peut-être'])(
    'search: %s is a finding, and our own search stays',
    (written) => {
      const { settings, findings } = site(`name: Le Fil\nsearch: "${written}"`);
      expect(settings.search).toEqual({ external: null });
      expect(findings.map(({ code }) => code)).toEqual(['site-settings']);
    },
  );

  test('says everything of the newspaper', () => {
    const head = `name: Le Fil
address: https://example.org
language: en_GB
timezone: Europe/London
logo: static/marque.svg
sections: [Monde, Économie]
fresh: SSI
old-after: 700
offline: non
players: [https://Video.example.org/, lecteur.example.com]
comments:
  intake: https://avis.example.org
  keep-days: 7
front:
  lead: une
  also: [deux, trois]
  blocks:
    - section: monde
      articles: [quatre]
    - topic: climat
      title: Le climat
    - sport`;
    expect(site(head)).toEqual({
      settings: {
        file: 'site.md',
        name: 'Le Fil',
        tagline: null,
        description: null,
        url: 'https://example.org',
        lang: 'en-GB',
        zone: 'Europe/London',
        publisher: 'Le Fil',
        logo: '/marque.svg',
        search: { external: null },
        textEdition: false,
        fresh: 'ssi',
        oldAfter: 700,
        offline: false,
        players: ['video.example.org', 'lecteur.example.com'],
        sections: ['monde', 'economie'],
        front: {
          lead: 'une',
          also: ['deux', 'trois'],
          blocks: [
            { section: 'monde', topic: null, title: null, articles: ['quatre'] },
            { section: null, topic: 'climat', title: 'Le climat', articles: [] },
            { section: 'sport', topic: null, title: null, articles: [] },
          ],
        },
        comments: { intake: 'https://avis.example.org/', keepDays: 7 },
      },
      findings: [],
    });
  });

  test('a block without a section or topic is none, and it is told', () => {
    const { settings, findings } = site('front:\n  blocks:\n    - articles: [a]');
    expect(settings.front.blocks).toEqual([]);
    expect(told(findings)).toEqual(['error site-settings 4:7']);
  });

  test('an intake that is no address means no form, and each mistake is told', () => {
    const { settings, findings } = site('comments:\n  intake: "javascript:alert(1)"\n  keep-days: toujours\n  x: 1');
    expect(settings.comments).toEqual({ intake: null, keepDays: 30 });
    expect(findings.map(({ code }) => code)).toEqual(['unknown-key', 'site-settings', 'site-settings']);
  });

  test('a mistake costs its value only', () => {
    const { settings, findings } = site(
      'name: Le Fil\naddress: ftp://x\ntimezone: Europe/Pari\nlanguage: "?"\nfront: [a]\nnmae: x',
    );
    const search = { external: null };
    expect(settings).toEqual({ ...siteDefaults, file: 'site.md', name: 'Le Fil', publisher: 'Le Fil', search });
    expect(told(findings)).toEqual([
      'warning unknown-key 7:1',
      'error site-settings 3:10',
      'error site-settings 5:11',
      'error site-settings 4:11',
      'error site-settings 6:8',
    ]);
  });

  test('each mistake about what pages do in a browser costs its value only', () => {
    const { settings, findings } = site(
      'fresh: now\nold-after: bientôt\noffline: perhaps\nplayers: ["*", "a b", ok.example]',
    );
    expect(settings).toMatchObject({ fresh: 'island', oldAfter: 365, offline: true, players: ['ok.example'] });
    expect(findings.map(({ code }) => code)).toEqual(Array.from({ length: 5 }, () => 'site-settings'));
    expect(site('old-after: never').settings.oldAfter).toBe(null);
    expect(site('old-after: jamais').findings).toEqual([]);
  });

  test('an address without its scheme gets one, and it is told', () => {
    const { settings, findings } = site('address: www.example.org');
    expect(settings.url).toBe('https://www.example.org');
    expect(told(findings)).toEqual(['error site-settings 2:10']);
  });

  test('stands at the root of its host: a path is told and left out', () => {
    const { settings, findings } = readSite(file('site.md', '---\naddress: https://example.org/journal\n---\n'));
    expect(settings.url).toBe('https://example.org');
    expect(findings.map((finding) => finding.code)).toEqual(['site-settings']);
  });

  test('without front matter, or with one that cannot be read, the defaults hold', () => {
    expect(told(readSite(file('site.md', 'Bonjour')).findings)).toEqual(['error site-settings 1:-']);
    expect(told(readSite(file('site.md', '---\nname: x\n')).findings)).toEqual(['error front-matter-open 1:1']);
  });
});

describe('a term', () => {
  test('has a name, and what its room needs', () => {
    const text =
      '---\nname: Dassault Aviation\nisin: fr0014004l86\nticker: AM\nmarket: Euronext Paris\n---\n\nUn texte.\n';
    expect(term('securities/Dassault Aviation.md', text)).toMatchObject({
      value: {
        id: 'dassault-aviation',
        name: 'Dassault Aviation',
        isin: 'FR0014004L86',
        ticker: 'AM',
        body: 'Un texte.',
      },
      findings: [],
    });
    expect(term('sources/x.md', '---\nname: X\nkind: partenaire\nurl: https://x.example/\n---\n').value).toMatchObject({
      sourceKind: 'partner',
      address: 'https://x.example/',
    });
  });

  test('without a name is called by its file', () => {
    const { value, findings } = term('sections/monde.md', 'Le monde.');
    expect(value).toMatchObject({ id: 'monde', name: 'monde', body: 'Le monde.' });
    expect(told(findings)).toEqual(['warning missing-name 1:-']);
  });

  test('tells what it does not understand', () => {
    const { findings } = term('sources/x.md', '---\nname: X\nkind: amie\nisin: 12\naddress: x\nrihgts: y\n---\n');
    expect(told(findings)).toEqual([
      'warning unknown-key 6:1',
      'error bad-value 5:10',
      'error bad-value 3:7',
      'error bad-value 4:7',
    ]);
    expect(findings[0]?.message).toContain('"rights"');
  });

  test.each([
    ['authors', 'name, summary, role, address'],
    ['topics', 'name, summary'],
    ['securities', 'name, summary, isin, ticker, market'],
    ['sources', 'name, summary, address, rights, kind, typography'],
  ])('tells the keys that say something of %s', (room, keys) => {
    const { findings } = term(`${room}/x.md`, '---\nname: X\nzzz: 1\n---\n');
    expect(findings).toMatchObject([{ code: 'unknown-key', hint: `Understood are: ${keys}.` }]);
  });
});

describe('a page', () => {
  test('has a title, a slug and a place', () => {
    expect(page('pages/à-propos.md', '---\ntitle: À propos\norder: 2\n---\nTexte').value).toMatchObject({
      slug: 'a-propos',
      title: 'À propos',
      order: 2,
      body: 'Texte',
    });
  });

  test('takes its first heading for the title, once', () => {
    expect(page('pages/x.md', '# Mentions\n\nTexte').value).toMatchObject({
      title: 'Mentions',
      body: '\nTexte',
      order: 100,
    });
  });

  test('without a title is refused', () => {
    expect(page('pages/x.md', 'Texte')).toMatchObject({ value: null, findings: [{ code: 'missing-title' }] });
  });

  test.each([
    ['draft: oui', 'draft'],
    ['published: false', 'draft'],
    ['status: brouillon', 'draft'],
    ['status: withdrawn', 'withdrawn'],
    ['draft: false', 'live'],
    ['published: 2026-03-01', 'live'],
  ])('with %s is %s', (keys, status) => {
    expect(page('pages/x.md', `---\ntitle: x\n${keys}\n---\n`)).toMatchObject({ value: { status }, findings: [] });
  });

  test('in a folder of drafts is a draft, whatever it says', () => {
    expect(page('pages/_drafts/x.md', '---\ntitle: x\ndraft: false\n---\n').value?.status).toBe('draft');
  });

  test('knows when it may be seen', () => {
    const keys = 'date: 2026-03-01\nembargo: 2026-03-05 18:00\nexpires: 2027-01-01';
    const { value, findings } = page('pages/x.md', `---\ntitle: x\n${keys}\n---\n`);
    expect([value?.date?.iso, value?.embargo?.iso, value?.expires?.iso].map((iso) => iso?.slice(0, 16))).toEqual([
      '2026-03-01',
      '2026-03-05T18:00',
      '2027-01-01',
    ]);
    expect(findings).toEqual([]);
  });

  test.each([
    ['embargo: bientôt', 'bad-date'],
    ['date: 2026-13-01', 'bad-date'],
    ['status: presque', 'bad-value'],
    ['draft: peut-être', 'bad-value'],
    ['embargot: 2026-12-31', 'unknown-key'],
  ])('is refused, and told once, when "%s" may have meant to withhold it', (keys, code) => {
    const { value, findings } = page('pages/x.md', `---\ntitle: x\n${keys}\n---\n`);
    expect(value).toBeNull();
    expect(findings.filter(({ severity }) => severity === 'error').map((finding) => finding.code)).toContain(code);
    expect(new Set(findings.map((finding) => `${finding.code} ${finding.line}`)).size).toBe(findings.length);
  });
});

test.each([
  ['a page', (text: string) => page('pages/x.md', text)],
  ['a term', (text: string) => term('topics/x.md', text)],
])('the text of %s is checked as an article’s is', (_, read) => {
  const body = '\n# X\n\nVoir [ici](ici.md),\n![là](la.jpg).\n\n<script>x()</script> {{< tweet 1 >}} et [^rien].';
  const { value, findings } = read(`---\nname: X\n---\n${body}`);
  expect(value).toMatchObject({ links: [{ href: 'ici.md', line: 7 }], pictures: [{ href: 'la.jpg', line: 8 }] });
  expect(told(findings)).toEqual(['warning shortcode 10:22', 'warning removed-html 10:1']);
  expect(told(read('# X\n\nUn mot[^rien].').findings)).toContain('warning missing-note 3:7');
});

test('the printed tables have their rows', () => {
  expect(printSiteTable()).toContain('| `timezone` |');
  expect(printTermTable()).toContain('| `isin` |');
  expect(printPageTable()).toContain('| `order` |');
});

test('no bytes make a room throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
      for (const whole of [text, `---\n${text}\n---\n`, `---\nfront: ${text}\nname: ${text}\n---\n`]) {
        readSite(file('site.md', whole));
        term('topics/x.md', whole);
        page('pages/x.md', whole);
      }
    }),
    { numRuns: 200 },
  );
});
