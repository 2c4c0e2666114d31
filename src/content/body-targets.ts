// What a text points at: the links and pictures that its tokens and its HTML name, each with its line. Whether there is
// anything at the other end is the affair of the library and of the pictures.
// Invariant: what is not collected here is printed as it was written, so a text that is shown must come through here.

import { decodeEntities } from '../base/text.ts';
import { addressKind } from './addresses.ts';
import type { Token } from './markdown.ts';
import type { LinkRef } from './types.ts';

/** HTML that may hold something to take out. */
export interface HtmlPiece {
  /** Line of the file on which it begins. */
  readonly line: number;
  readonly text: string;
  /** What was written, where that is Markdown. */
  readonly written?: string;
}

/** Where targets are collected. */
export interface Targets {
  /** The site's own host, without a scheme: `//depeche.example/`. */
  readonly own: string | null;
  readonly links: LinkRef[];
  readonly pictures: LinkRef[];
  /** Links into the text itself, and those without an address; "back to the top" needs no place. */
  readonly anchors: LinkRef[];
  /** Lines of pictures without an address. */
  readonly nameless: number[];
  readonly html: HtmlPiece[];
}

/** Collects the targets of one text, which begins on a line of the file. */
export function collectTargets(
  children: readonly Token[],
  { line: firstLine, facts }: { line: number; facts: Targets },
): void {
  let line = firstLine;
  for (const [index, token] of children.entries()) {
    if (token.type === 'softbreak' || token.type === 'hardbreak') line++;
    else if (token.type === 'link_open') {
      const href = String(token.attrGet('href') ?? '');
      addLink(href, { line, facts });
      addUnsafe(href, { line, facts });
    } else if (token.type === 'image') {
      const src = String(token.attrGet('src') ?? '');
      addPicture(src, { line, facts });
      addUnsafe(src, { line, facts });
    } else if (token.type === 'html_inline') {
      // With the tag that ends it: whether an element is empty is seen from both.
      const next = children[index + 1];
      const end = next?.type === 'html_inline' && next.content.startsWith('</') ? next.content : '';
      collectHtml(token.content + end, { line, facts });
      line += token.content.split('\n').length - 1;
    }
  }
}

function addLink(written: string, { line, facts }: { line: number; facts: Targets }): void {
  const href = written.trim();
  const kind = addressKind(href);
  if (href === '' || (kind === 'anchor' && href !== '#top')) facts.anchors.push({ href, line });
  const isOwn =
    kind === 'file' || (kind === 'web' && facts.own !== null && href.replace(/^https?:/i, '').startsWith(facts.own));
  if (href !== '' && isOwn) facts.links.push({ href, line });
}

/** Pictures on other servers too: they are not shown, and that is told. */
function addPicture(written: string, { line, facts }: { line: number; facts: Targets }): void {
  const href = written.trim();
  const kind = addressKind(href);
  if (href === '') facts.nameless.push(line);
  else if (kind === 'file' || kind === 'web') facts.pictures.push({ href, line });
}

/** An address that runs: as HTML it would be told, and Markdown is no different. */
function addUnsafe(href: string, { line, facts }: { line: number; facts: Targets }): void {
  if (/^\s*(?:javascript|vbscript|data):/i.test(href))
    facts.html.push({ line, text: `<a href="${href}">`, written: href });
}

/** What a tag points with; a frame or film becomes a link. */
const pointers: Readonly<Record<string, string>> = { a: 'href', img: 'src', object: 'data', iframe: 'src data-src' };
/** A tag and its attributes, as browsers read them: what is quoted may hold anything. So many parts, or the stack is full. */
const tag = /<(a|img|iframe|embed|object|audio|video|source)(?=[\s/"'])((?:[^<>"']+|"[^"]*"|'[^']*'){0,5000})/gi;
const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** Comments made blank, so that lines stay: what they hold is not shown. */
function withoutComments(markup: string): string {
  if (!markup.includes('<!--')) return markup;
  return markup.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => comment.replace(/[^\n]/g, ' '));
}

/** Collects the targets of a piece of HTML, which begins on a line of the file. */
export function collectHtml(written: string, { line: firstLine, facts }: { line: number; facts: Targets }): void {
  const markup = withoutComments(written);
  facts.html.push({ line: firstLine, text: markup });
  let line = firstLine;
  let counted = 0;
  for (const { 1: element = '', 2: attributes = '', index } of markup.matchAll(tag)) {
    line += markup.slice(counted, index).split('\n').length - 1;
    counted = index;
    const name = element.toLowerCase();
    const names = (pointers[name] ?? 'src').split(' ');
    const add = name === 'img' ? addPicture : addLink;
    for (const [, key = '', double, single, bare] of attributes.matchAll(attribute))
      if (names.includes(key.toLowerCase())) add(decodeEntities(double ?? single ?? bare ?? ''), { line, facts });
  }
}
