// One result: the page's template, filled in. Texts go in as text; the only markup that is taken over is `mark`.

import type { FoundData } from './search-engine.ts';

/** Fills a copy of the template; what an article does not have goes away. */
export function fillResult(item: HTMLElement, { url, excerpt, content, meta }: FoundData): void {
  const find = (selector: string): HTMLElement => item.querySelector(selector) as HTMLElement;
  const { lang, image, partner, section, when, date } = meta;
  const link = find('h3 a') as HTMLAnchorElement;
  link.href = ownPath(url) ?? '/';
  link.textContent = tidy(meta['title'] ?? url);
  find('.excerpt').append(...marked(cutMarks(excerpt, content ?? '')));
  if (lang !== undefined) item.lang = lang;
  link.dir = find('.excerpt').dir = 'auto';
  fill(find('.label .partner'), partner);
  fill(find('.label span'), section);
  if (partner !== undefined) item.classList.add('partner');
  const time = find('time') as HTMLTimeElement;
  if (date !== undefined && when !== undefined) {
    time.dateTime = date;
    time.textContent = tidy(when);
  } else find('.meta').remove();
  const source = image === undefined ? null : ownPath(image);
  if (source === null) find('.shot').remove();
  else find('.shot').append(pictureOf(source));
}

/** Width and height keep the place; the stylesheet crops. What it shows stands in the headline. */
function pictureOf(source: string): HTMLImageElement {
  const image = new Image(3, 2);
  image.alt = '';
  image.loading = 'lazy';
  image.decoding = 'async';
  image.src = source;
  return image;
}

function fill(element: HTMLElement, text: string | undefined): void {
  if (text === undefined || text === '') element.remove();
  else element.textContent = tidy(text);
}

/** Without what the indexer put behind elisions (src/search/elisions.ts). */
function tidy(text: string): string {
  return text.replaceAll('\u2060 ', '').replaceAll('\u2060', '');
}

/** An excerpt is cut by words, wherever that is: “…” says so where it is in the middle of a sentence. */
function cutMarks(excerpt: string, content: string): string {
  const text = excerpt.replace(/<\/?mark>/g, '').trim();
  const start = content.indexOf(text);
  const isWhole = start === 0 || /[.!?…][\s»”"]*$/.test(content.slice(Math.max(0, start - 20), start));
  const isEnded = /[.!?…][\s»”"]*$/.test(text);
  return `${isWhole ? '' : '… '}${excerpt.trim()}${isEnded ? '' : '…'}`;
}

/** An address of this site, or null. */
function ownPath(address: string): string | null {
  return /^\/(?![/\\])/.test(address) ? address : null;
}

/** Text and marks. */
function marked(excerpt: string): Node[] {
  const read = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
  return tidy(excerpt)
    .split(/<mark>(.*?)<\/mark>/s)
    .map((text, i) => {
      if (i % 2 === 0) return document.createTextNode(read(text));
      const mark = document.createElement('mark');
      mark.textContent = read(text);
      return mark;
    });
}
