// One result: the page's template, filled in. Texts go in as text; the only markup that is taken over is `mark`.

import type { FoundData } from './search-engine.ts';

/** Fills a copy of the template; what an article does not have goes away. */
export function fillResult(item: HTMLElement, { url, excerpt, content, meta }: FoundData): void {
  const find = (selector: string): HTMLElement => item.querySelector(selector) as HTMLElement;
  const { lang, image, partner, section, kind, type, when, date } = meta;
  const title = meta['title'] ?? url;
  const link = find('h3 a') as HTMLAnchorElement;
  link.href = ownPath(url) ?? '/';
  link.textContent = tidy(title);
  find('.excerpt').append(...marked(cutMarks(behindTitle(excerpt, { title, content: content ?? '' }), content ?? '')));
  if (lang !== undefined) {
    item.lang = lang;
    // The section and the instant are in the page's own.
    for (const own of [find('.label > span'), find('.meta')]) own.lang = document.documentElement.lang;
  }
  link.dir = find('.excerpt').dir = 'auto';
  fill(find('.label .partner'), partner);
  fill(find('.label .kind'), kind);
  fill(find('.label > span'), section);
  if (type === 'opinion') item.classList.add('opinion');
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

/** An excerpt without the part of the headline that it begins with: that stands right above. */
function behindTitle(
  excerpt: string,
  { title, content }: { readonly title: string; readonly content: string },
): string {
  const plain = (part: string): string => part.replace(/\s/g, ' ').trim();
  const [whole, text] = [plain(content), plain(unmarked(excerpt))];
  const head = plain(title.replaceAll('<', '&lt;').replaceAll('>', '&gt;'));
  const from = whole.startsWith(head) ? whole.indexOf(text) : -1;
  const behind = /^[.!?…]? */.exec(whole.slice(head.length))?.[0].length ?? 0;
  let left = head.length + behind - from;
  if (from === -1 || left <= 0 || left >= text.length) return excerpt;
  // Marks are kept; so many letters between them go.
  return excerpt
    .trim()
    .replace(/<\/?mark>|[^<]+/g, (part) => {
      if (part.startsWith('<')) return part;
      const rest = part.slice(left);
      left = Math.max(0, left - part.length);
      return rest;
    })
    .replaceAll('<mark></mark>', '');
}

/** An excerpt is cut by words, wherever that is: “…” says so where it is in the middle of a sentence. */
function cutMarks(excerpt: string, content: string): string {
  const text = unmarked(excerpt).trim();
  const start = content.indexOf(text);
  const isWhole = start === 0 || /[.!?…][\s»”"]*$/.test(content.slice(Math.max(0, start - 20), start));
  const isEnded = /[.!?…][\s»”"]*$/.test(text);
  return `${isWhole ? '' : '… '}${excerpt.trim()}${isEnded ? '' : '…'}`;
}

function unmarked(excerpt: string): string {
  return excerpt.replace(/<\/?mark>/g, '');
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
