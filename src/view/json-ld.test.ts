import { assert, constantFrom, oneof, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { articleJsonLd, listJsonLd, siteJsonLd } from './json-ld.ts';
import type { ArticleJsonLd, KnownEntry } from './json-ld.ts';
import type { Picture } from './types.ts';

type Data = Readonly<Record<string, unknown>>;

const site = {
  name: 'Dépêche',
  url: 'https://depeche.example',
  lang: 'fr',
  description: 'Le journal.',
  logo: '/logo.svg',
};
const masthead = { site, publisher: 'Éditions Dépêche' };
const home = { label: 'Dépêche', url: '/' };
const picture: Picture = {
  src: '/images/stockholm.jpg',
  width: 1200,
  height: 800,
  sources: [],
  alt: 'Deux drapeaux',
  caption: null,
  credit: 'A. Roux',
};
const reuters = { label: 'Reuters', url: '/sources/reuters/', term: { address: 'https://www.reuters.com/' } };

const entry: KnownEntry = {
  url: '/2021/12/02/stockholm.html',
  article: {
    lang: null,
    canonical: null,
    dateline: { place: 'STOCKHOLM', text: 'STOCKHOLM, 2 décembre (Reuters)', agency: 'Reuters' },
    words: 320,
  },
  source: reuters,
  securities: [],
};

const draft: ArticleJsonLd['draft'] = {
  kind: 'article',
  trail: [home, { label: 'Monde', url: '/monde/' }],
  title: 'À Stockholm, l’Europe parle de sécurité',
  kicker: null,
  textUrl: null,
  standfirst: null,
  type: 'dispatch',
  partner: null,
  section: { label: 'Monde', url: '/monde/' },
  source: { label: 'Reuters', url: '/sources/reuters/', rights: '© Reuters' },
  authors: [{ label: 'Humeyra Pamuk', url: '/auteurs/humeyra-pamuk/' }],
  date: '2021-12-02T16:28:00+01:00',
  updated: null,
  picture,
  video: null,
  minutes: 1,
  credits: [
    { role: 'reporter', name: 'Humeyra PAMUK', place: null },
    { role: 'writer', name: 'Simon Johnson', place: 'Stockholm' },
    { role: 'translator', name: 'Jean Terzian', place: null },
    { role: 'editor', name: 'Jean-Michel Bélot', place: null },
  ],
  creditLine: 'Reportage Humeyra Pamuk',
  securities: [],
  topics: [{ label: 'Diplomatie', url: '/sujets/diplomatie/' }],
  corrections: [],
  related: [],
  comments: 0,
  thread: null,
};

function read(changes: {
  readonly entry?: Partial<KnownEntry>;
  readonly draft?: Partial<ArticleJsonLd['draft']>;
  readonly description?: string;
}): Data {
  const { html } = articleJsonLd({
    ...masthead,
    entry: { ...entry, ...changes.entry },
    draft: { ...draft, ...changes.draft },
    card: null,
    description: changes.description ?? 'Deux heures de discussion.',
  });
  return JSON.parse(html) as Data;
}

const security = (market: string | null): KnownEntry['securities'][number] => ({
  label: 'Dassault Aviation',
  url: '/valeurs/dassault-aviation/',
  term: { ticker: 'AM', market, isin: 'FR0014004L86' },
});

describe('an article', () => {
  test('a dispatch says what its page says', () => {
    const url = 'https://depeche.example/2021/12/02/stockholm.html';
    expect(read({})).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      url,
      mainEntityOfPage: { '@type': 'WebPage', '@id': url },
      headline: draft.title,
      datePublished: '2021-12-02T16:28:00+01:00',
      dateModified: '2021-12-02T16:28:00+01:00',
      dateline: 'STOCKHOLM, 2 décembre (Reuters)',
      sourceOrganization: { '@type': 'Organization', name: 'Reuters', url: 'https://www.reuters.com/' },
      copyrightNotice: '© Reuters',
      publisher: {
        name: 'Éditions Dépêche',
        logo: { '@type': 'ImageObject', url: 'https://depeche.example/logo.svg' },
      },
      isPartOf: { '@type': 'WebSite', name: 'Dépêche' },
      articleSection: 'Monde',
      keywords: ['Diplomatie'],
      inLanguage: 'fr',
      wordCount: 320,
      commentCount: 0,
    });
  });

  test('people have their roles, once each, and a page where they have one', () => {
    expect(read({})).toMatchObject({
      author: [
        { '@type': 'Person', name: 'Humeyra Pamuk', url: 'https://depeche.example/auteurs/humeyra-pamuk/' },
        { '@type': 'Person', name: 'Simon Johnson' },
      ],
      editor: [{ '@type': 'Person', name: 'Jean-Michel Bélot' }],
      translator: [{ '@type': 'Person', name: 'Jean Terzian' }],
    });
    expect(read({})).not.toHaveProperty('contributor');
    expect(read({})).not.toHaveProperty('creditText');
  });

  test('what nobody signs is by the agency, else by the partner, else by the newspaper', () => {
    const unsigned = { authors: [], credits: [] };
    expect(read({ draft: unsigned })['author']).toMatchObject([{ '@type': 'Organization', name: 'Reuters' }]);
    expect(read({ draft: { ...unsigned, partner: 'Libertify' }, entry: { source: null } })['author']).toMatchObject([
      { '@type': 'Organization', name: 'Libertify' },
    ]);
    expect(read({ draft: unsigned, entry: { source: null } })['author']).toMatchObject([
      { '@type': 'NewsMediaOrganization', name: 'Éditions Dépêche' },
    ]);
    expect(read({ draft: unsigned })['creditText']).toBe('Reportage Humeyra Pamuk');
  });

  test('opinion is opinion, and partner content is no news but has a sponsor', () => {
    expect(read({ draft: { type: 'opinion' } })['@type']).toBe('OpinionNewsArticle');
    expect(read({ draft: { type: 'live' } })['@type']).toBe('NewsArticle');
    const partner = read({ draft: { partner: 'Libertify', type: 'opinion' } });
    expect(partner).toMatchObject({ '@type': 'Article', sponsor: { '@type': 'Organization', name: 'Libertify' } });
    expect(partner).not.toHaveProperty('dateline');
  });
});

describe('what an article shows and names', () => {
  test('a picture has its size, its credit, and a caption or what is seen', () => {
    const url = 'https://depeche.example/images/stockholm.jpg';
    expect(read({})['image']).toEqual([
      {
        '@type': 'ImageObject',
        url,
        contentUrl: url,
        width: 1200,
        height: 800,
        caption: 'Deux drapeaux',
        creditText: 'A. Roux',
      },
    ]);
    expect(read({ draft: { picture: null } })).not.toHaveProperty('image');
  });

  test('a correction is dated, and an update changes the date of modification', () => {
    const data = read({
      draft: {
        updated: '2021-12-03',
        corrections: [{ date: '2021-12-03', kind: 'correction', text: 'Il y a 27 pays.' }],
      },
    });
    expect(data['dateModified']).toBe('2021-12-03');
    expect(data['correction']).toEqual([
      { '@type': 'CorrectionComment', name: 'correction', text: 'Il y a 27 pays.', datePublished: '2021-12-03' },
    ]);
  });

  test('securities are companies with ticker and ISIN, the market only as a code', () => {
    const unknown = { label: 'SCOR', url: '/valeurs/scor/', term: null };
    const data = read({ entry: { securities: [security('XPAR'), security('Euronext Paris'), unknown] } });
    expect(data['mentions']).toMatchObject([
      {
        '@type': 'Corporation',
        name: 'Dassault Aviation',
        tickerSymbol: 'XPAR AM',
        identifier: { value: 'FR0014004L86' },
      },
      { tickerSymbol: 'AM' },
      { '@type': 'Corporation', name: 'SCOR', url: 'https://depeche.example/valeurs/scor/' },
    ]);
  });

  test('a film is there with a still and an address on the web, else not at all', () => {
    const film = { src: 'https://films.example/top-5.mp4?x=1', poster: picture, partner: 'Libertify' };
    expect(read({ draft: { video: film } })['video']).toMatchObject({
      '@type': 'VideoObject',
      name: draft.title,
      thumbnailUrl: ['https://depeche.example/images/stockholm.jpg'],
      uploadDate: draft.date,
      contentUrl: film.src,
    });
    const player = { ...film, src: 'https://films.example/embed/5' };
    expect(read({ draft: { video: player } })['video']).toMatchObject({ embedUrl: player.src });
    expect(read({ draft: { video: { ...film, poster: null } } })).not.toHaveProperty('video');
    expect(read({ draft: { video: { ...film, src: 'javascript:alert(1)' } } })).not.toHaveProperty('video');
  });
});

describe('the texts of an article', () => {
  test('a long headline ends on a word, or between two characters', () => {
    const words = read({ draft: { title: 'crue, '.repeat(60) } })['headline'] as string;
    expect(words).toMatch(/crue…$/);
    const emoji = read({ draft: { title: `a${'😀'.repeat(90)}` } })['headline'] as string;
    expect(emoji.isWellFormed()).toBe(true);
    for (const headline of [words, emoji]) expect(headline.length).toBeLessThanOrEqual(110);
  });

  test('an original elsewhere and a language of its own are named', () => {
    const article = { ...entry.article, lang: 'en', canonical: 'https://elsewhere.example/a' };
    expect(read({ entry: { article } })).toMatchObject({ url: 'https://elsewhere.example/a', inLanguage: 'en' });
  });

  test('no text can close the script, and every text comes back', () => {
    const texts = oneof(
      constantFrom('</script><script>alert(1)</script>', '<!--<script>', ']]>', '\u2028', '\0'),
      string({ unit: 'binary', maxLength: 50 }),
    );
    assert(
      property(texts, (text) => {
        const link = { label: text, url: text };
        const { html } = articleJsonLd({
          site: { ...site, name: text },
          publisher: text,
          entry: { ...entry, source: { ...reuters, label: text }, securities: [{ ...link, term: null }] },
          draft: { ...draft, title: text, topics: [link], section: link, authors: [link], trail: [link] },
          card: null,
          description: text,
        });
        expect(html).not.toMatch(/[<>&\u2028\u2029]/);
        expect((JSON.parse(html) as Data)['headline']).toBe(text);
      }),
    );
  });
});

test('a list names its place and the addresses of its articles in order', () => {
  const teasers = [{ url: '/2026/03/05/b.html' }, { url: '/2026/03/05/a.html' }];
  const { html } = listJsonLd({ site, url: '/monde/', name: 'Monde', description: null, trail: [home], teasers });
  expect(JSON.parse(html)).toMatchObject({
    '@type': 'CollectionPage',
    url: 'https://depeche.example/monde/',
    breadcrumb: {
      '@type': 'BreadcrumbList',
      itemListElement: [
        { '@type': 'ListItem', position: 1, name: 'Dépêche', item: 'https://depeche.example/' },
        { '@type': 'ListItem', position: 2, name: 'Monde' },
      ],
    },
    mainEntity: {
      '@type': 'ItemList',
      numberOfItems: 2,
      itemListElement: [
        { '@type': 'ListItem', position: 1, url: 'https://depeche.example/2026/03/05/b.html' },
        { '@type': 'ListItem', position: 2, url: 'https://depeche.example/2026/03/05/a.html' },
      ],
    },
  });
});

test('the front page introduces the site and the newspaper behind it', () => {
  const { '@graph': things } = JSON.parse(siteJsonLd(masthead).html) as { readonly '@graph': readonly Data[] };
  expect(things.map((thing) => thing['@type'])).toEqual(['WebSite', 'NewsMediaOrganization']);
  expect(things[0]?.['publisher']).toEqual({ '@id': things[1]?.['@id'] });
  expect(things[1]).toMatchObject({ name: 'Éditions Dépêche', url: 'https://depeche.example/' });
});
