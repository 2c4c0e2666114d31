// What stands within a line and means something to another program only: `[[wiki links]]`, `![[pictures]]`, `==marked==`,
// `%%comments%%`, `<% code %>`, `{frontmatter.title}`, boxes to tick, targets such as `{filename}a.md`.
// A wiki link becomes a link by id, which the library resolves or drops. Inline code stays as it is.
// Invariant: nothing is longer than its line; what is not certain is text.

import { slugify } from '../base/text.ts';
import { meaningOf } from './shortcode-meaning.ts';

const wiki = /(!?)\[\[([^\][|#^\n]{1,200})?(?:#[^\][|\n]{0,200})?(?:\|([^\][\n]{0,200}))?\]\](?![([:])/g;
const pictureFile = /\.(?:jpe?g|png|gif|webp|avif|svg)$/i;
const marked = /(?<![=\w<>!])==(?=[^\s=])([^=\n]{0,300}?[^\s=])==(?![=\w])/g;
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
