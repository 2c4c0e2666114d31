import { expect, test } from 'vitest';
import { raw } from '../base/html.ts';
import { renderBody } from './body.ts';
import { textOnly } from './body-text-only.ts';

const sources = [{ type: 'image/avif', srcset: '/a-1.avif 400w' }];
const picture = { src: '/a.jpg', width: 9, height: 9, sources, alt: '', caption: null, credit: 'AFP' };
const resolve = { link: () => undefined, picture: () => picture };
const text = (markdown: string): string => textOnly(renderBody(markdown, { lang: 'fr', resolve }), 'fr').html.trim();

test('a picture becomes a link with what it shows; caption and credit stay', () => {
  expect(text('![Une "gare" vide](a.jpg "Jeudi")')).toBe(
    '<figure><a href="/a.jpg">Image : Une «\u00a0gare\u00a0» vide</a><figcaption>Jeudi <span class="credit"><span class="unseen">Crédit photo\u00a0: </span>AFP</span></figcaption></figure>'.replace(
      '«\u00a0gare\u00a0»',
      '&quot;gare&quot;',
    ),
  );
});

test('a picture within a link, or without description, is one link', () => {
  const linked = text('[![Une gare](a.jpg)](https://exemple.fr/) et ![](a.jpg) là');
  expect(linked.match(/<a /g)).toHaveLength(2);
  expect(linked).toContain('>Image</a> là');
});

test('nothing is left that loads, whatever pictures stand beside each other', () => {
  const many = textOnly(
    raw(
      '<a href="/x"><picture><source srcset="b"><img src="/1" alt="un"></picture> mot</a><picture><img src="/2" alt=""></picture>',
    ),
    'en',
  ).html;
  expect(many).not.toMatch(/<(?:img|picture|source)/);
  expect(many).toContain('mot</a>');
});

test('the dateline stands as plain text', () => {
  expect(text('PARIS, 5 mars (Reuters) - Un mot.')).toBe('<p>PARIS, 5 mars (Reuters) – Un mot.</p>');
});
