import { array, assert, double, integer, oneof, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { atom } from './atom.ts';
import { jsonFeed } from './json-feed.ts';
import { rss } from './rss.ts';
import { dispatch, monde, mondeWith } from './sample-feed.fixture.ts';
import { findAll, readXml, texts } from './strict-xml.fixture.ts';
import type { Element } from './strict-xml.fixture.ts';
import type { Feed, FeedItem } from './types.ts';
import { cleanText } from './xml.ts';

interface ReadJson {
  readonly title: string;
  readonly items: readonly Record<string, unknown>[];
}

const readJson = (feed: Feed): ReadJson => JSON.parse(jsonFeed(feed)) as ReadJson;
const firstOf = (source: string, name: string): Element => findAll(readXml(source), name)[0] as Element;

const hostile = ']]></title></script><!-- & " \' &amp; &bogus; \0 \ufffe \ud83d 😀 مرحبا \u202e % \r\n';

describe('RSS', () => {
  test('says who, when, where and under which address', () => {
    const channel = firstOf(rss({ ...monde, rights: '© Dépêche' }), 'channel');
    expect(texts(channel, 'lastBuildDate')).toEqual(['Thu, 02 Dec 2021 16:28:00 +0100']);
    expect(texts(channel, 'copyright')).toEqual(['© Dépêche']);
    expect(findAll(channel, 'atom:link')[0]?.attributes).toEqual({
      href: 'https://depeche.example/monde/rss.xml',
      rel: 'self',
      type: 'application/rss+xml',
    });
    const item = findAll(channel, 'item')[0] as Element;
    expect(texts(item, 'guid')).toEqual(['tag:depeche.example,2021:stockholm']);
    expect(findAll(item, 'guid')[0]?.attributes).toEqual({ isPermaLink: 'false' });
    expect(texts(item, 'pubDate')).toEqual(['Thu, 02 Dec 2021 16:28:00 +0100']);
    expect(texts(item, 'dc:creator')).toEqual(['Humeyra Pamuk', 'Simon Johnson']);
    expect(texts(item, 'dc:source')).toEqual(['Reuters']);
    expect(texts(item, 'category')).toEqual(['Monde', 'Diplomatie', 'Europe']);
  });

  test('has an enclosure only where the size of the picture is known', () => {
    const known = firstOf(rss(monde), 'item');
    expect(findAll(known, 'enclosure')[0]?.attributes).toEqual({
      url: 'https://depeche.example/images/stockholm.jpg',
      length: '48213',
      type: 'image/jpeg',
    });
    expect(texts(known, 'media:credit')).toEqual(['A. Roux']);
    const picture = { ...(dispatch.picture as NonNullable<FeedItem['picture']>), bytes: null };
    const unknown = firstOf(rss(mondeWith({ picture })), 'item');
    expect(findAll(unknown, 'enclosure')).toEqual([]);
    expect(findAll(unknown, 'media:content')).toHaveLength(1);
  });

  test('a summary with angle brackets stays text for a reader that expects HTML', () => {
    const item = firstOf(rss(mondeWith({ summary: 'a <b> & c' })), 'item');
    expect(texts(item, 'description')).toEqual(['a &lt;b&gt; &amp; c']);
  });
});

describe('Atom', () => {
  test('has an author even where nobody signs', () => {
    const feed = readXml(atom(mondeWith({ authors: [' '], source: null })));
    expect(findAll(feed, 'author').map((author) => texts(author, 'name'))).toEqual([['Dépêche']]);
  });

  test('a source signs where no person does, and contributes where one does', () => {
    const alone = firstOf(atom(mondeWith({ authors: [] })), 'entry');
    expect(texts(findAll(alone, 'author')[0] as Element, 'uri')).toEqual(['https://www.reuters.com/']);
    expect(findAll(alone, 'contributor')).toEqual([]);
    const entry = firstOf(atom(monde), 'entry');
    expect(findAll(entry, 'author').flatMap((author) => texts(author, 'name'))).toEqual(dispatch.authors);
    expect(texts(findAll(entry, 'contributor')[0] as Element, 'name')).toEqual(['Reuters']);
  });

  test('a change raises the date of the item and of the feed, an older one does not', () => {
    const updated = '2021-12-03T08:00:00+01:00';
    const feed = readXml(atom(mondeWith({ updated, updatedAt: Date.parse(updated) })));
    expect(texts(feed, 'updated')).toEqual([updated, updated]);
    expect(texts(feed, 'published')).toEqual([dispatch.date]);
    const older = readXml(atom(mondeWith({ updated: '2021-12-02', updatedAt: dispatch.at - 1 })));
    expect(texts(older, 'updated')).toEqual([dispatch.date, dispatch.date]);
  });

  test('names the language of an item that has its own', () => {
    expect(firstOf(atom(mondeWith({ lang: 'ar' })), 'entry').attributes).toEqual({ 'xml:lang': 'ar' });
  });
});

describe('JSON Feed', () => {
  test('has content, and no key that says nothing', () => {
    const [item] = readJson(mondeWith({ summary: '', picture: null, source: null, authors: [] })).items;
    expect(item).toEqual({
      id: dispatch.id,
      url: dispatch.url,
      title: dispatch.title,
      content_text: dispatch.title,
      date_published: '2021-12-02T16:28:00+01:00',
      tags: ['Monde', 'Diplomatie', 'Europe'],
    });
  });

  test('names the source and the credit of the picture in its own extension', () => {
    const [item] = readJson(monde).items;
    expect(item?.['_depeche']).toEqual({
      source: { name: 'Reuters', url: 'https://www.reuters.com/' },
      picture_credit: 'A. Roux',
    });
    expect(item?.['date_modified']).toBeUndefined();
  });
});

describe('all three feeds', () => {
  test('mark partner content in the title and by a category', () => {
    const feed = mondeWith({ partner: 'Libertify', source: null, authors: [] });
    const marked = `[Contenu partenaire] ${dispatch.title}`;
    expect(texts(firstOf(rss(feed), 'item'), 'title')).toEqual([marked]);
    expect(texts(firstOf(rss(feed), 'item'), 'category')).toContain('Contenu partenaire');
    expect(texts(firstOf(rss(feed), 'item'), 'dc:creator')).toEqual(['Libertify']);
    expect(texts(firstOf(atom(feed), 'entry'), 'title')).toEqual([marked]);
    const [item] = readJson(feed).items;
    expect(item).toMatchObject({ title: marked, _depeche: { partner: 'Libertify' } });
  });

  test('are valid and always the same when they are empty', () => {
    const feed = mondeWith();
    expect(texts(readXml(rss(feed)), 'lastBuildDate')).toEqual([]);
    expect(texts(readXml(atom(feed)), 'updated')).toEqual(['1970-01-01T00:00:00+00:00']);
    expect(readJson(feed).items).toEqual([]);
  });

  test('encode an address that holds spaces, accents or quotes', () => {
    const feed = mondeWith({ url: 'https://depeche.example/l\'été "x" 100%.html' });
    const encoded = 'https://depeche.example/l%27%C3%A9t%C3%A9%20%22x%22%20100%25.html';
    expect(texts(firstOf(rss(feed), 'item'), 'link')).toEqual([encoded]);
    expect(readJson(feed).items[0]?.['url']).toBe(encoded);
  });

  test('survive hostile text in every field', () => {
    const feed = hostileFeed(hostile);
    const shown = cleanText(`[${hostile}] ${hostile}`);
    expect(texts(firstOf(rss(feed), 'item'), 'title')).toEqual([shown]);
    expect(texts(firstOf(atom(feed), 'entry'), 'title')).toEqual([shown]);
    expect(readJson(feed).items[0]?.['title']).toBe(shown);
  });

  test('are well-formed and bring titles back, whatever the texts, and always the same', () => {
    const units = array(integer({ min: 0, max: 0xff_ff }), { maxLength: 20 });
    const anyText = oneof(
      units.map((codes) => String.fromCharCode(...codes)),
      string({ unit: 'binary' }),
    );
    assert(
      property(anyText, double(), (text, at) => {
        const feed = hostileFeed(text, at);
        const shown = cleanText(`[${text}] ${text}`);
        expect(texts(firstOf(rss(feed), 'item'), 'title')).toEqual([shown]);
        expect(texts(firstOf(atom(feed), 'entry'), 'title')).toEqual([shown]);
        expect(readJson(feed).items[0]?.['title']).toBe(shown);
        expect(rss(feed) + atom(feed) + jsonFeed(feed)).toBe(rss(feed) + atom(feed) + jsonFeed(feed));
      }),
      { numRuns: 200 },
    );
  });
});

function hostileFeed(text: string, at = 0): Feed {
  return {
    title: text,
    description: text,
    home: text,
    self: text,
    lang: text,
    site: { name: text, url: text },
    rights: text,
    partnerLabel: text,
    items: [
      {
        id: text,
        url: text,
        title: text,
        date: text,
        at,
        updated: text,
        updatedAt: at + 1,
        summary: text,
        authors: [text, text],
        source: { name: text, url: text },
        section: text,
        topics: [text],
        lang: text,
        partner: text,
        picture: { url: text, type: text, bytes: 1, width: 1, height: 1, alt: text, credit: text },
      },
    ],
  };
}
