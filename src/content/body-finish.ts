// The last touch on a body's markup, whether it came from Markdown or through the sanitiser: headings step by step from
// h2 with ids, tables in a region that scrolls, the dateline marked, anchors that lead nowhere taken off.
// It works on well-formed markup of our own making, as text; it parses no author's HTML.
// Invariant: no id stands twice, and each begins with `t-`.

import { decodeEntities, slugify } from '../base/text.ts';
import { escapeHtml } from '../base/html.ts';
import { findDateline, findDatelineAlone, isLabel, type FoundDateline } from './dateline.ts';

/** The ids that a markup of ours has. */
export function idsIn(markup: string): Set<string> {
  return new Set(Array.from(markup.matchAll(/ id="([^"]*)"/g), (match) => match[1] as string));
}

/** Applies all touches. */
export function finishMarkup(markup: string, lang: string): string {
  let result = markDateline(markup);
  if (/<h[1-6][ >]/.test(result)) result = finishHeadings(result);
  if (result.includes('<table')) result = wrapTables(result, lang);
  if (result.includes('<span id="')) result = dropTwins(result);
  if (result.includes('href="#')) result = checkAnchors(result);
  return result;
}

const inlineTag = /<(\/?)(strong|em|b|i|u|span|a)\b[^<>]*>/y;

/** Wraps the dateline of the first paragraph; the wire's dash becomes an en dash between spaces. */
function markDateline(markup: string): string {
  // A wire's points in brief may stand before all: a list.
  const list = /^<(ul|ol)>/.exec(markup)?.[1];
  let from = list === undefined ? 0 : markup.indexOf(`</${list}>`) + 5;
  for (let tries = 0; tries < 4; tries++) {
    const open = markup.indexOf('<p>', from);
    if (open === -1 || (open > from && /<(?:blockquote|li|td|dd|details|section)\b/.test(markup.slice(from, open))))
      return markup;
    const start = open + 3;
    const close = markup.indexOf('</p>', start);
    if (close === -1) return markup;
    const head = readHead(markup, { start, end: Math.min(close, start + 500) });
    const isLine = head.end === close || markup.startsWith('<br', head.end);
    const found = findDateline(head.text) ?? (isLine ? findDatelineAlone(head.text) : null);
    if (found !== null) return wrapDateline(markup, { start, head, found });
    if (close > start + 400 || !isLabel(head.text)) return markup;
    from = close;
  }
  return markup;
}

function wrapDateline(
  markup: string,
  { start, head, found }: { start: number; head: Head; found: FoundDateline },
): string {
  const end = placeInMarkup(head, found.end);
  const isOpen = head.tags.filter((tag) => tag.at < end);
  const stack: string[] = [];
  for (const tag of isOpen) {
    if (tag.isClosing) stack.pop();
    else stack.push(tag.markup);
  }
  let rest = markup.slice(end);
  // `<strong>PARIS</strong> – text` leaves nothing open; `<strong>PARIS – </strong>text` an empty element.
  for (const tag of stack.toReversed()) {
    const closing = `</${/^<(\w+)/.exec(tag)?.[1] ?? ''}>`;
    if (rest.startsWith(closing)) rest = rest.slice(closing.length);
    else rest = tag + rest;
  }
  const label = `<span class="dateline">${escapeHtml(found.dateline.text)}</span>`;
  // Places that links lead to may stand in front of it.
  const anchors = markup.slice(start, end).match(/<span id="[^"]*"><\/span>/g) ?? [];
  const before = markup.slice(0, start) + anchors.join('') + label;
  // Alone in its paragraph or line it goes before the story, if that is what follows.
  if (!/^<\/p>|^<br/.test(rest)) return `${before} – ${rest.trimStart()}`;
  const story = /^(?:<\/p>\s*<p>|<br ?\/?>\s*)/.exec(rest)?.[0];
  return story === undefined ? before + rest : `${before} – ${rest.slice(story.length)}`;
}

interface Head {
  readonly text: string;
  /** Parts of the text, and where each stands in the markup; what comes from an entity stands where that begins. */
  readonly runs: readonly { readonly start: number; readonly at: number; readonly isEntity: boolean }[];
  /** Where the markup goes on behind the text. */
  readonly end: number;
  readonly tags: readonly { readonly at: number; readonly isClosing: boolean; readonly markup: string }[];
}

/** The text of the head of a paragraph; ends at the first element that is more than emphasis. */
function readHead(markup: string, { start, end }: { start: number; end: number }): Head {
  let text = '';
  const runs: Head['runs'][number][] = [];
  const tags: { at: number; isClosing: boolean; markup: string }[] = [];
  let at = start;
  while (at < end) {
    if (markup[at] === '<') {
      inlineTag.lastIndex = at;
      const tag = inlineTag.exec(markup);
      if (tag === null) break;
      tags.push({ at, isClosing: tag[1] === '/', markup: tag[0] });
      at = inlineTag.lastIndex;
    } else if (markup[at] === '&') {
      const stop = markup.indexOf(';', at);
      const decoded = stop === -1 || stop > at + 10 ? '&' : decodeEntities(markup.slice(at, stop + 1));
      runs.push({ start: text.length, at, isEntity: true });
      text += decoded;
      at = decoded === '&' && stop === -1 ? at + 1 : stop + 1;
    } else {
      const tag = markup.indexOf('<', at);
      const whole = markup.slice(at, tag === -1 ? end : Math.min(tag, end));
      const entity = whole.indexOf('&');
      const run = entity === -1 ? whole : whole.slice(0, entity);
      runs.push({ start: text.length, at, isEntity: false });
      text += run.replaceAll('\n', ' ');
      at += run.length;
    }
  }
  return { text, runs, end: at, tags };
}

/** Where a place (UTF-16 units) of a head's text stands in the markup. */
function placeInMarkup({ text, runs, end }: Head, place: number): number {
  const run = place >= text.length ? undefined : runs.findLast(({ start }) => start <= place);
  if (run === undefined) return end;
  return run.isEntity ? run.at : run.at + place - run.start;
}

const heading = /<h([1-6])((?: [a-z-]+="[^"]*")*)>([\s\S]*?)<\/h\1>\n?/g;
const idAttribute = / id="([^"]*)"/;

/** The highest level becomes h2, no level is skipped, each heading gets an id, an empty one goes. */
function finishHeadings(markup: string): string {
  const ids = idsIn(markup);
  const next = new Map<string, number>();
  const given = new Set<string>();
  const levels: number[] = [];
  return markup.replace(heading, (_whole, digit: string, attributes: string, content: string) => {
    const text = decodeEntities(content.replace(/<[^<>]*>/g, '')).trim();
    if (text === '' && !content.includes('<img')) return '';
    const level = Number(digit);
    while (levels.length > 0 && (levels.at(-1) as number) >= level) levels.pop();
    levels.push(level);
    const shifted = Math.min(levels.length + 1, 6);
    const own = idAttribute.exec(attributes)?.[1] ?? null;
    const isFree = own !== null && !given.has(own);
    const id = isFree ? own : freeId(own ?? `t-${slugify(text.slice(0, 200)) || 'x'}`, ids, next);
    given.add(id);
    return `<h${shifted} id="${id}"${attributes.replace(idAttribute, '')}>${content.trim()}</h${shifted}>\n`;
  });
}

/** The id, with a number when it is taken; `next` remembers the last number of each. */
function freeId(wanted: string, ids: Set<string>, next: Map<string, number>): string {
  let id = wanted;
  let number = next.get(wanted) ?? 2;
  for (; ids.has(id); number++) id = `${wanted}-${number}`;
  next.set(wanted, number);
  ids.add(id);
  return id;
}

/** Wide tables scroll by themselves; a region needs a name, and two need two. */
function wrapTables(markup: string, lang: string): string {
  let depth = 0;
  let count = 0;
  return markup.replace(/<(\/?)table>\n?/g, (tag, slash: string, at: number) => {
    if (slash === '/') return --depth === 0 ? '</table></section>\n' : tag;
    if (depth++ > 0) return tag;
    count++;
    const caption = /^<caption\b[^<>]*>([\s\S]*?)<\/caption>/.exec(
      markup.slice(at + tag.length, at + 2000).trimStart(),
    );
    const text =
      caption === null
        ? ''
        : decodeEntities((caption[1] as string).replace(/<[^<>]*>/g, ''))
            .replace(/\s+/g, ' ')
            .trim();
    const word = lang.startsWith('fr') ? 'Tableau' : 'Table';
    const label = text === '' ? (count === 1 ? word : `${word} ${count}`) : text;
    return `<section class="table" tabindex="0" aria-label="${escapeHtml(label)}"><table>\n`;
  });
}

/** Of places with one id the first keeps it; a heading's goes before. */
function dropTwins(markup: string): string {
  const ids = new Set<string>();
  for (const [, id] of markup.matchAll(/<(?!span\b)[a-z0-9]+\b[^<>]* id="([^"]*)"/g)) ids.add(id as string);
  return markup.replace(/<span id="([^"]*)"><\/span>/g, (whole, id: string) => {
    if (ids.has(id)) return '';
    ids.add(id);
    return whole;
  });
}

/** A link to an anchor that the text does not have stands without `a`; one that is such a place itself stays one. */
function checkAnchors(markup: string): string {
  const ids = idsIn(markup);
  return markup.replace(/<a href="#([^"]*)"([^<>]*)>([\s\S]*?)<\/a>/g, (...found: readonly string[]) => {
    const [whole = '', to = '', attributes = '', content = ''] = found;
    if (ids.has(to)) return whole;
    const own = idAttribute.exec(attributes)?.[0];
    return own === undefined ? content : `<span${own}></span>${content}`;
  });
}
