// How the tokens of a body become markup: links asked for, pictures that stand alone made figures, empty paragraphs and
// links dropped, code without classes. When the body holds HTML (`isDeferred`), links and pictures are printed as
// they were written, and sanitise.ts resolves them together with those of the HTML.
// Invariant: without HTML tokens the result is valid and safe by itself.

import { escapeHtml } from '../base/html.ts';
import { addressKind, anchorId, safeAddress } from './addresses.ts';
import { figure, inlinePicture, type FindPicture } from './body-pictures.ts';
import { addRenderRules, type Env, type Token } from './markdown.ts';

/** What rendering knows besides the tokens. */
export interface RenderEnv extends Env {
  readonly resolve: { readonly link: (href: string) => string | null | undefined; readonly picture: FindPicture };
  readonly lang: string;
  /** True: the markup goes through the sanitiser, which resolves links and pictures. */
  isDeferred: boolean;
}

addRenderRules({
  text_special: (token) => escapeHtml(token.content),
  own_html: (token) => token.content,
  own_id: (token) => (token.hidden ? '' : `<span id="${givenId(token)}"></span>`),
  fence: (token) => codeBlock(token.content),
  code_block: (token) => codeBlock(token.content),
  hardbreak: () => '<br>\n',
  // "-Frappes" on a line of its own is an item that was typed without the space that makes a list.
  softbreak: (_, __, next) => (next?.type === 'text' && /^[-•]\p{L}/u.test(next.content) ? '<br>\n' : '\n'),
  hr: () => '<hr>\n',
  td_open: (token) => `<td${alignment(token)}>`,
  th_open: (token) => `<th scope="col"${alignment(token)}>`,
  image: (token, env) => {
    if (token.hidden) return '';
    const written = writtenPicture(token);
    if (!(env as RenderEnv).isDeferred) return inlinePicture(written, (env as RenderEnv).resolve.picture);
    const title = written.title === null ? '' : ` title="${escapeHtml(written.title)}"`;
    return `<img src="${escapeHtml(written.src)}" alt="${escapeHtml(written.alt)}"${title}>`;
  },
});

function codeBlock(content: string): string {
  return `<pre tabindex="0"><code>${escapeHtml(content)}</code></pre>\n`;
}

/** Columns of figures are set to the right by `[data-align]`; a style attribute would break the page's policy. */
function alignment(token: Token): string {
  const side = /text-align:(right|center)/.exec(String(token.attrGet('style') ?? ''))?.[1];
  return side === undefined ? '' : ` data-align="${side}"`;
}

function writtenPicture(token: Token): { src: string; alt: string; title: string | null } {
  const title = token.attrGet('title');
  return {
    src: String(token.attrGet('src') ?? '').trim(),
    alt: altText(token.children ?? []),
    title: title === null || String(title).trim() === '' ? null : String(title),
  };
}

/** The alternative text of an image token, without markup. */
export function altText(children: readonly Token[]): string {
  let text = '';
  for (const token of children) {
    if (token.type === 'softbreak' || token.type === 'hardbreak') text += ' ';
    else if (token.type === 'image') text += altText(token.children ?? []);
    else if (token.type !== 'html_inline') text += token.content;
  }
  return text.trim();
}

/** The attributes of a link that may stay; null: its text stands without link. */
export function resolveLink(href: string, resolve: RenderEnv['resolve']): string | null {
  const kind = addressKind(href);
  if (kind === 'unsafe' || href === '') return null;
  if (kind === 'anchor' || kind === 'contact') return safeAddress(href);
  const target = resolve.link(href);
  if (target === null) return null;
  // An anchor of another page belongs to that page's text.
  return safeAddress(target ?? href);
}

/** Settles links, pictures and empty paragraphs in place. */
export function prepareTokens(tokens: Token[], env: RenderEnv): void {
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.type !== 'inline') continue;
    const children = token.children ?? [];
    if (
      !env.isDeferred &&
      (token.content.includes('[') || token.content.includes('<') || token.content.includes('://'))
    ) {
      prepareLinks(children, env);
    }
    const before = tokens[i - 1];
    if (before?.type === 'heading_open') giveId(before, children);
    const after = tokens[i + 1];
    if (before?.type !== 'paragraph_open' || after?.type !== 'paragraph_close') continue;
    const isEmpty = !children.some(shows);
    const figures = isEmpty || env.isDeferred || before.hidden ? null : figuresOf(children, env);
    if (!isEmpty && figures === null) continue;
    before.hidden = true;
    after.hidden = true;
    token.type = 'own_html';
    token.content = figures ?? '';
  }
}

/** The id that an author gave to a heading. */
function giveId(heading: Token, children: readonly Token[]): void {
  const given = children.find(({ type }) => type === 'own_id');
  if (given === undefined) return;
  given.hidden = true;
  heading.attrSet('id', givenId(given));
}

/** The id of braces (markdown-attributes.ts). */
function givenId(token: Token): string {
  return anchorId(String(token.meta?.['id']));
}

function shows(token: Token): boolean {
  if (token.hidden || token.type === 'own_id') return false;
  if (token.type === 'text' || token.type === 'text_special') return /[^\s\u00a0]/.test(token.content);
  return token.type !== 'softbreak' && token.type !== 'hardbreak' && token.nesting === 0;
}

/** Resolves the links of one text; an empty one, or one whose target is not visible, loses its `a`. */
function prepareLinks(children: Token[], env: RenderEnv): void {
  for (let i = 0; i < children.length; i++) {
    const open = children[i] as Token;
    if (open.type !== 'link_open') continue;
    let end = i + 1;
    while (end < children.length && children[end]?.type !== 'link_close') end++;
    const href = resolveLink(String(open.attrGet('href') ?? ''), env.resolve);
    if (href === null || !children.slice(i + 1, end).some(shows)) {
      open.hidden = true;
      const close = children[end];
      if (close !== undefined) close.hidden = true;
      continue;
    }
    const title = open.attrGet('title');
    open.attrs = [['href', href]];
    if (title !== null && String(title).trim() !== '') open.attrs.push(['title', String(title)]);
  }
}

/** The figures of a paragraph that holds pictures only, each perhaps within a link; null when it holds more. */
function figuresOf(children: readonly Token[], env: RenderEnv): string | null {
  let link: string | null = null;
  let markup = '';
  for (const token of children) {
    if (token.type === 'link_open') link = token.hidden ? null : String(token.attrGet('href'));
    else if (token.type === 'link_close') link = null;
    else if (token.type === 'image') markup += pictureAlone(token, { env, link });
    else if (shows(token)) return null;
  }
  return markup;
}

function pictureAlone(token: Token, { env, link }: { env: RenderEnv; link: string | null }): string {
  const options = { findPicture: env.resolve.picture, lang: env.lang };
  if (link === null) return figure(writtenPicture(token), options);
  return figure(writtenPicture(token), { ...options, wrap: (image) => `<a href="${escapeHtml(link)}">${image}</a>` });
}
