// What stands within a line and means something to another program only: `[[wiki links]]`, `![[pictures]]`, `==marked==`,
// `++inserted++`, `H~2~O`, `XXI^e^`, `[text]{.class}`, `%%comments%%`, `<% code %>`, `{frontmatter.title}`, boxes to tick,
// targets such as `{filename}a.md`, sizes of pictures.
// A wiki link becomes a link by id, which the library resolves or drops. Inline code stays as it is.
// Invariant: nothing is longer than its line; what is not certain is text.

import { slugify } from '../base/text.ts';
import { meaningOf } from './shortcode-meaning.ts';

const wiki = /(!?)\[\[([^\][|#^\n]{1,200})?(?:#[^\][|\n]{0,200})?(?:\|([^\][\n]{0,200}))?\]\](?![([:])/g;
const pictureFile = /\.(?:jpe?g|png|gif|webp|avif|svg)$/i;
const marked = /(?<![=\w<>!])==(?=[^\s=])([^=\n]{0,300}?[^\s=])==(?![=\w])/g;
const inserted = /(?<![+\p{L}\p{N}])\+\+(?=[^\s+])([^+\n]{0,300}?[^\s+])\+\+(?![+\p{L}\p{N}])/gu;
/** Short ones only, and behind a letter or digit: `CO~2~`, `km^2^`, `1^re^`; an address may hold such signs, too. */
const lowered = /~(?<=[\p{L}\p{N})]~)(?<!:\/\/\S{0,300})(\d{1,3})~(?!~)/gu;
const raised =
  /\^(?<=[\p{L}\p{N})]\^)(?<!:\/\/\S{0,300})([+-]?\d{1,3}[+-]?|e|er|re|ère|nd|nde|ième|ème|st|rd|th|[ºo])\^/gu;
const span = /(?<![!\]\\])\[([^\][\n]{1,300})\]\{(?=[.#][\p{L}_-]|[\w-]+=)[^{}\n]{1,200}\}/gu;
/** `![alt](a.jpg =300x200)`: the theme decides how large a picture is. */
const size = /(!\[[^\]\n]{0,500}\]\([^()\n]{1,500}?)[ \t]{1,3}=(?:\d{1,5}%?)?[x*](?:\d{1,5}%?)?(?=[ \t]{0,3}["')])/g;
const box = /^(\s*(?:[-*+]|\d+[.)]) +)\[([ xX])\] /;
const ofPelican = /\]\((?:\{|\|)(?:filename|static|attach|author|category|tag)(?:\}|\|)/g;
const film = /@\[(youtube|vimeo)\]\(([\w-]{5,40})\)/g;
const tag = /<%(?:[^%\n]|%(?!>)){0,500}%>/g;
const comment = /(^|\s)%%(?=\S)[^%\n]*%%(?=\s|$)/g;
const kramdown = /\{::(?:nomarkdown|options)\b[^}]*\}|\{:\/(?:nomarkdown|comment|options)?\}/g;
const property = /(?<!\{)\{(?:props|frontmatter|metadata|meta|post|page)(?:\.[\w$]+)+\}(?!\})/g;

/** Replaces the marks within one line. */
export function replaceInline(line: string, about: { lang: string; isMdx: boolean }): string {
  const parts = line.includes('`') ? line.split(/(`+[^`]*`+)/) : [line];
  return parts.map((part) => (part.startsWith('`') ? part : replacePart(part, about))).join('');
}

function replacePart(part: string, { lang, isMdx }: { lang: string; isMdx: boolean }): string {
  let text = part;
  if (text.includes('[[')) text = text.replace(wiki, wikiLink);
  if (text.includes('==')) text = text.replace(marked, '$1');
  if (text.includes('++')) text = text.replace(inserted, '$1');
  if (text.includes('~')) text = text.replace(lowered, '<sub>$1</sub>');
  if (text.includes('^')) text = text.replace(raised, '<sup>$1</sup>');
  if (text.includes(']{')) text = text.replace(span, '$1');
  if (text.includes(' =')) text = text.replace(size, '$1');
  if (text.includes('] '))
    text = text.replace(box, (_, lead: string, sign: string) => lead + (sign === ' ' ? '☐ ' : '☑ '));
  if (text.includes('](')) {
    text = text.replace(ofPelican, '](').replace(film, (_, site: string, id: string) => {
      const args = { named: new Map<string, string>(), plain: [id] };
      return meaningOf(site, { args, place: 'text', lang });
    });
  }
  if (text.includes('<%')) text = text.replace(tag, '').replace(/ {2,}/g, ' ');
  if (text.includes('%%')) text = text.replace(comment, '');
  if (text.includes('{:')) text = text.replace(kramdown, '');
  if (isMdx) text = text.replace(property, '').replace(/\{\/\*.{0,500}?\*\/\}/g, '');
  return text;
}

function wikiLink(whole: string, sign: string, target: string | undefined, alias: string | undefined): string {
  const name = target?.trim() ?? '';
  const label = alias?.trim() ?? '';
  if (name === '') return label;
  if (/^_?toc_?$/i.test(name)) return '';
  if (sign === '!') {
    const alt = /^[\dx]*$/.test(label) ? '' : label;
    return pictureFile.test(name) ? `![${alt}](${encodeURI(name.toWellFormed()).replace(/[()]/g, '')})` : '';
  }
  const text = (label === '' ? (name.split('/').at(-1) as string) : label).replace(/[\\[\]]/g, '\\$&');
  const id = slugify(name.split('/').at(-1) as string);
  return pictureFile.test(name) || id === '' || whole.length > 500 ? text : `[${text}](${id})`;
}
