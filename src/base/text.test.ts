// Slugs, slips, and titles without markup.

import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutWords, decodeEntities, distance, nearest, oneLine, plainText, slugify } from './text.ts';

describe('a slug', () => {
  test.each([
    ['L’été à Kœnigsmark', 'l-ete-a-koenigsmark'],
    ['Œuvre & cætera', 'oeuvre-caetera'],
    ['Straße, Ørsted, Łódź, Đà Nẵng', 'strasse-orsted-lodz-da-nang'],
    ['  --Déjà__vu--  ', 'deja-vu'],
    ['GSA’s 10x', 'gsa-s-10x'],
    ['Москва и мир', 'москва-и-мир'],
    ['東京で会議', '東京で会議'],
    ['हिन्दी समाचार', 'हिन्दी-समाचार'],
    ['한국 소식', '한국-소식'],
    ['½ m²', '1-2-m2'],
    ['..', ''],
    ['---', ''],
    ['💥', ''],
    ['\ud800x', 'x'],
  ])('of %j is %j', (text, slug) => {
    expect(slugify(text)).toBe(slug);
  });

  test('has at most 80 bytes and ends on a word when one ends near', () => {
    expect(slugify('mot-'.repeat(75))).toBe(`${'mot-'.repeat(19)}mot`);
    expect(slugify('x'.repeat(300))).toBe('x'.repeat(80));
    expect(Buffer.byteLength(slugify('會'.repeat(100)))).toBe(78);
  });

  test('of a slug is the slug itself, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const slug = slugify(text);
        expect(slugify(slug)).toBe(slug);
        expect(Buffer.byteLength(slug)).toBeLessThanOrEqual(80);
        expect(slug).not.toMatch(/[\s/\\.%]|^-|-$|--/u);
      }),
      { numRuns: 500 },
    );
  });
});

test('slips are counted as a writer makes them: one letter more, less, other, or two exchanged', () => {
  expect(distance('weather', 'wetaher', 2)).toBe(1);
  expect(distance('title', 'titel', 2)).toBe(1);
  expect(distance('date', 'datte', 2)).toBe(1);
  expect(distance('a', 'abcdef', 2)).toBe(3);
});

test('the nearest word is offered only when it is near', () => {
  expect(nearest('wetaher', ['sport', 'weather'])).toBe('weather');
  expect(nearest('économei', ['economie'])).toBe('economie');
  expect(nearest('foot', ['sport', 'date'])).toBeNull();
});

describe('plain text', () => {
  test.each([
    ['Le **Monde** et *nous*', 'Le Monde et nous'],
    ['_Le Monde_, snake_case et 5 * 3 * 2', 'Le Monde, snake_case et 5 * 3 * 2'],
    ['`npm` : [un lien](https://example.org "x")', 'npm : un lien'],
    ['<em>Le</em> Monde<br>aujourd’hui', 'Le Monde aujourd’hui'],
    ['a < b && c > d', 'a < b && c > d'],
    ['</script> reste du texte', '</script> reste du texte'],
    ['Q&amp;A &#8212; l&rsquo;&eacute;t&eacute; &nbsp;', 'Q&A — l’été'],
    ['AT&T &inconnu;', 'AT&T &inconnu;'],
  ])('of %j is %j', (text, plain) => {
    expect(plainText(text)).toBe(plain);
  });
});

test('character references that are no text leave nothing behind that could harm', () => {
  expect(decodeEntities('a&#0;b&#xd800;c&#x7f;d')).toBe('a b c d');
});

test('one line holds no control character and no override of direction, but joiners stay', () => {
  expect(oneLine('a\n b\tc')).toEqual({ text: 'a b c', removed: false });
  expect(oneLine('a\u0007b\u202ec')).toEqual({ text: 'abc', removed: true });
  expect(oneLine('می\u200cخواهم 👩\u200d💻')).toEqual({ text: 'می\u200cخواهم 👩\u200d💻', removed: false });
});

test('a text is cut on a word, with an ellipsis, within its limit', () => {
  expect(cutWords('Un titre beaucoup trop long', 20)).toBe('Un titre beaucoup…');
  expect(cutWords('court', 20)).toBe('court');
  expect(cutWords('x'.repeat(30), 20)).toBe(`${'x'.repeat(19)}…`);
});

test('a million backticks take no longer than one can wait', () => {
  const ticks = '`'.repeat(1_000_000);
  expect(plainText(ticks)).toBe(ticks);
  expect(plainText('``a`` `b`')).toBe('a b');
}, 60_000);
