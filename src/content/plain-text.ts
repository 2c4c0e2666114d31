// The plain text of Markdown tokens, for excerpts, datelines, credits and the count of words. It keeps no markup, no
// footnote marks, no addresses that stand as text. It decides nothing about what the text is for.

import { decodeEntities } from '../base/text.ts';
import type { Token } from './markdown.ts';

const hiddenOpen = /^<(script|style|svg|math|iframe|object|template|noscript|select|textarea|button|video|audio)\b/i;

/** Text of the children of one inline token, on one line. */
export function textOf(children: readonly Token[]): string {
  let text = '';
  let hidden = '';
  for (const token of children) {
    if (hidden !== '') {
      if (token.type === 'html_inline' && token.content.toLowerCase().startsWith(`</${hidden}`)) hidden = '';
      continue;
    }
    switch (token.type) {
      case 'text':
      case 'text_special':
      case 'code_inline':
        text += token.content;
        break;
      case 'softbreak':
      case 'hardbreak':
        text += ' ';
        break;
      case 'html_inline':
        if (/^<\/?(?:br|p|div|li)\b/i.test(token.content)) text += ' ';
        else hidden = hiddenOpen.exec(token.content)?.[1]?.toLowerCase() ?? '';
        break;
      default:
    }
  }
  return tidy(text);
}

/** Two sentences without a space between them: `des partenaires.Le projet`; not `Kids.Gov`, not `asp.Net`. */
const fused =
  /(?<![\p{L}\p{N}./@_-])(\p{Ll}{3,}[.!?…])(?=(?!(?:Net|Com|Org|Gov|Js|Io|Fr|Eu)\b)\p{Lu}\p{L}*(?:['’\s,]|$))/gu;

/** Brackets within an address come in pairs: `https://fr.wikipedia.org/wiki/Loire_(fleuve)`. */
const webAddress = /<?\bhttps?:\/\/(?:\([^\s<>()]*\)|[^\s<>()])*(?:\([^\s<>()]*\)|[^\s<>.,;:!?()»”"'])\/?>?/gi;

const otherSpace = /[\t\n\r\f\v\u2028\u2029]|  /;

/** One space for many, whatever they are; no-break ones stay. */
export function oneSpace(text: string): string {
  return otherSpace.test(text) ? text.replace(/[ \t\n\r\f\v\u2028\u2029]+/g, ' ') : text;
}

/** One space for many, none before a comma, one between sentences, no address, no empty brackets. */
export function tidy(text: string): string {
  let plain = text;
  if (plain.includes('://')) {
    plain = plain.replace(webAddress, '').replace(/(?<!\s)\s*[:,;–—-]\s*([.!?…])(?=\s|$)/g, '$1');
  }
  plain = oneSpace(plain);
  if (plain.includes(' ,') || plain.includes(' .'))
    plain = plain.replace(/(?<![ \u00a0])[ \u00a0]+(,|\.(?=\s|$))/g, '$1');
  if (/\p{Ll}[.!?…]\p{Lu}/u.test(plain)) plain = plain.replace(fused, '$1 ');
  if (plain.includes('( )') || plain.includes('()')) plain = plain.replace(/ ?\(\s*\)/g, '');
  return plain.trim();
}

/** Of a longer block only the beginning is looked at. */
const mostHtml = 20_000;
const removed =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|svg|math|iframe|object|template|noscript|select|textarea|button|video|audio|table|figure|pre|ul|ol|dl|h[1-6]|head|nav)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;
const blockTag =
  /<\/?(?:p|div|section|article|blockquote|aside|center|address|main|header|footer|br\s*\/?>\s*<br)\b[^<>]*>/gi;
const anyTag = /<\/?[a-z][^<>]*>|<[!?][^<>]*>/gi;

/** The paragraphs of a block of raw HTML; lists, tables, figures and headings are no paragraphs. */
export function paragraphsOfHtml(html: string): string[] {
  const kept = html.slice(0, mostHtml).replace(removed, '\u0000');
  return textsOf(kept.replace(blockTag, '\u0000').split('\u0000'));
}

const list = /<(ul|ol)\b[^<>]*>[\s\S]*?(?:<\/\1\s*>|$)/gi;
/** What is no text of an item, lists apart. */
const notOfItem = new RegExp(removed.source.replace('|ul|ol|', '|'), 'gi');

/** The items of the lists of a block of raw HTML; those of a list within a list begin anew. */
export function itemsOfHtml(html: string): string[] {
  if (!/<[uo]l\b/i.test(html)) return [];
  const lists = html.slice(0, mostHtml).replace(notOfItem, '').match(list) ?? [];
  return lists.flatMap((one) => textsOf(one.replace(blockTag, ' ').split(/<\/?(?:li|ul|ol)\b[^<>]*>/i)));
}

function textsOf(parts: readonly string[]): string[] {
  return parts
    .map((part) => tidy(decodeEntities(part.replace(/<br\b[^<>]*>/gi, ' ').replace(anyTag, ''))))
    .filter((text) => text !== '');
}

const unspaced = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]/;

/** What a unit of UTF-16 does to a word, as bits: makes one, lets one go on, ends one; and whether it is far from Latin. */
const [makes, keeps, ends, far] = [1, 2, 4, 8];

/** For each unit. Signs, quotation marks and dashes alone are no words. */
const kinds = new Uint8Array(65_536).fill(makes | keeps).fill(makes | keeps | far, 0xe00);
for (let code = 0; code < 128; code++) if (!/[a-z0-9]/i.test(String.fromCharCode(code))) kinds[code] = keeps;
kinds[0xab] = kinds[0xbb] = keeps;
kinds.fill(ends, 0, 33)[0xa0] = ends;
kinds.fill(keeps | far, 0x2000, 0x2070);

/** A part of a text as numbers, which are read several times faster than a string, and without a branch at each. */
const units = new Uint16Array(4096);
const bytes = Buffer.from(units.buffer);

/** Words of a text that may hold markup. Scripts without spaces count half a word a character. */
export function countWords(text: string): number {
  let words = 0;
  let isWord = 0;
  let seen = 0;
  for (let at = 0; at < text.length; at += units.length) {
    const part = text.length <= units.length ? text : text.slice(at, at + units.length);
    const length = bytes.write(part, 'utf16le') / 2;
    for (let i = 0; i < length; i++) {
      const kind = kinds[units[i] as number] as number;
      words += isWord & (kind >> 2);
      isWord = (isWord & (kind >> 1)) | (kind & makes);
      seen |= kind;
    }
  }
  words += isWord;
  if ((seen & far) === 0 || !unspaced.test(text)) return words;
  let dense = 0;
  for (const char of text) if (unspaced.test(char)) dense++;
  return Math.max(words, Math.round(dense / 2));
}
