// A body without its pictures: each becomes a link with what it shows, so that nothing but text is loaded.
// It works on the markup of `renderBody`, which is well-formed and of our own making; it parses no author's HTML.
// Invariant: no `img`, `picture` or `source` is left; captions and credits stay.

import { raw, type Html } from '../base/html.ts';

const picture = /<picture>.*?<\/picture>|<img\b[^<>]*>/gs;
const linkedPicture = /<a\b[^<>]*>(<picture>(?:(?!<\/picture>).)*<\/picture>|<img\b[^<>]*>)<\/a>/gs;
const attribute = (name: string): RegExp => new RegExp(`<img\\b[^<>]* ${name}="([^"]*)"`);
const srcOf = attribute('src');
const altOf = attribute('alt');

/** The body as text alone. */
export function textOnly(body: Html, lang: string): Html {
  let markup = body.html;
  if (markup.includes('<img')) {
    const word = lang.startsWith('fr') ? 'Image' : 'Picture';
    // A link cannot stand in a link: where the picture was one, its own goes.
    markup = markup.replace(linkedPicture, '$1').replace(picture, (image) => {
      const alt = altOf.exec(image)?.[1] ?? '';
      return `<a href="${srcOf.exec(image)?.[1] ?? ''}">${alt === '' ? word : `${word} : ${alt}`}</a>`;
    });
  }
  return raw(markup.replaceAll(' tabindex="0"', '').replace(/<span class="dateline">([^<]*)<\/span>/, '$1'));
}
