// The only importer of markdown-it: Markdown in, tokens or markup out. HTML in the text is let through as tokens,
// and whoever renders such a body must pass the markup through sanitise.ts. Addresses stay as the author wrote
// them: they are judged in addresses.ts, so that a bad one leaves its text and not its source.
// Invariant: no input throws, and none takes more than linear time by much (`isDense`, `maxNesting`).

import MarkdownIt, { type Env, type StateBlock, type StateCore, type StateInline, type Token } from 'markdown-it';
import { attributeRule } from './markdown-attributes.ts';
import { bulletRule } from './markdown-bullets.ts';
import { deepest, deepTextRule } from './markdown-deep.ts';
import { pairLooseBold } from './markdown-emphasis.ts';
import { brokenTagRule, freeIndentedHtml, isNoTagLine, noTagRule } from './markdown-html.ts';
import { emptyEmphasisRule, looseImageRule, looseLinkRule } from './markdown-links.ts';
import { proseBlocks } from './markdown-prose.ts';
import { footnoteDefinitionRule, footnoteReferenceRule } from './markdown-footnotes.ts';

export type { Env, StateBlock, StateInline, Token };

const markdown = new MarkdownIt({ html: true, linkify: true, typographer: false, maxNesting: deepest });
markdown.validateLink = () => true;
const encodeLink = markdown.normalizeLink.bind(markdown);
markdown.normalizeLink = (url) => url;
markdown.normalizeLinkText = (url) => url;
markdown.linkify.set({ fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false });
markdown.core.ruler.disable(['linkify', 'replacements', 'smartquotes']);
markdown.core.ruler.at('inline', parseInlines);
markdown.inline.ruler.before('emphasis', 'attributes', attributeRule);
markdown.inline.ruler.before('link', 'footnote_reference', footnoteReferenceRule);
markdown.inline.ruler.before('emphasis', 'empty_emphasis', emptyEmphasisRule);
markdown.inline.ruler.after('link', 'loose_link', looseLinkRule);
markdown.inline.ruler.after('image', 'loose_image', looseImageRule);
markdown.inline.ruler.after('html_inline', 'broken_tag', brokenTagRule);
markdown.inline.ruler.before('html_inline', 'no_tag', noTagRule);
markdown.core.ruler.after('block', 'indented_html', (state) => freeIndentedHtml(state.tokens));
markdown.block.ruler.before('table', 'deep_text', deepTextRule);
markdown.block.ruler.before('list', 'bullets', bulletRule, { alt: ['paragraph', 'reference', 'blockquote'] });
const paragraphRule = markdown.block.ruler.getRules('').at(-1);
markdown.block.ruler.before('html_block', 'no_tag_line', (state, startLine, endLine, isSilent) => {
  if (isSilent || paragraphRule === undefined || !isNoTagLine(state, startLine)) return false;
  return paragraphRule(state, startLine, endLine, false);
});
markdown.block.ruler.before('reference', 'footnote_definition', footnoteDefinitionRule, {
  alt: ['paragraph', 'reference'],
});

const special = /[<*_`![\]~&\\]/g;

const marks = /[[\]<!*_`\\&{~]|:\/\//;

/** True when a text holds nothing that a rule for texts begins with, line ends apart. */
export function isUnmarked(text: string): boolean {
  return !marks.test(text);
}

/** Text that no author writes: thousands of markers in one paragraph. It is shown as it stands. */
export function isDense(text: string): boolean {
  if (text.length < 5_000) return false;
  const markers = text.match(special)?.length ?? 0;
  return markers > 1_000 && markers > text.length / 40;
}

function parseInlines(state: StateCore): void {
  for (const token of state.tokens) {
    // What scanning a body has parsed need not be parsed again.
    if (token.type === 'inline' && !token.children?.length) token.children = inlineTokens(token.content, state.env);
  }
}

function inlineTokens(text: string, env: Env): Token[] {
  if ((isUnmarked(text) && !text.includes('\n')) || isDense(text)) {
    const token = newToken('text', '', 0);
    token.content = text;
    return [token];
  }
  const tokens: Token[] = [];
  markdown.inline.parse(text, markdown, env, tokens);
  return text.includes('**') ? pairLooseBold(tokens, makeToken) : tokens;
}

const { prototype } = MarkdownIt.Token;

/** As `new MarkdownIt.Token` does, which defines each of its fields one by one, and takes ten times as long. */
export function newToken(type: string, tag: string, nesting: -1 | 0 | 1): Token {
  const token = Object.create(prototype) as Token;
  token.type = type;
  token.tag = tag;
  token.attrs = null;
  token.map = null;
  token.nesting = nesting;
  token.level = 0;
  token.children = null;
  token.content = '';
  token.markup = '';
  token.info = '';
  token.meta = null;
  token.block = false;
  token.hidden = false;
  return token;
}

function makeToken(type: string, nesting: -1 | 0 | 1): Token {
  return newToken(type, nesting === 0 ? '' : 'strong', nesting);
}

/** Line ends as markdown-it wants them; NUL is no character of a text. */
function normalise(text: string): string {
  let normal = text;
  if (normal.includes('\r')) normal = normal.replace(/\r\n?/g, '\n');
  if (normal.includes('\0')) normal = normal.replaceAll('\0', '\u{fffd}');
  return normal;
}

/** Blocks only: `inline` tokens have their source in `content` and no children yet. */
export function parseBlocks(text: string, env: Env): Token[] {
  const source = normalise(text);
  const prose = proseBlocks(source, newToken);
  if (prose !== null) return prose;
  const tokens: Token[] = [];
  markdown.block.parse(source, markdown, env, tokens);
  freeIndentedHtml(tokens);
  return tokens;
}

/** The children of one `inline` token of `parseBlocks`, with the same `env`. */
export function parseInline(text: string, env: Env): Token[] {
  return inlineTokens(text, env);
}

/** Parses what is left in the tokens of `parseBlocks`, ready for `renderTokens`. */
export function parseRest(tokens: Token[], env: Env): void {
  const state = new markdown.core.State('', markdown, env);
  state.tokens = tokens;
  const rules = markdown.core.ruler.getRules('');
  for (const rule of rules.slice(rules.indexOf(parseInlines))) rule(state);
}

/** Everything, ready for `renderTokens`. */
export function parseMarkdown(text: string, env: Env): Token[] {
  return markdown.parse(normalise(text), env);
}

/** Adds what the renderer does with a kind of token. */
export function addRenderRules(
  rules: Record<string, (token: Token, env: Env, next: Token | undefined) => string>,
): void {
  for (const [type, rule] of Object.entries(rules)) {
    markdown.renderer.rules[type] = (tokens, index, _options, env) =>
      rule(tokens[index] as Token, env ?? {}, tokens[index + 1]);
  }
}

/** Tokens to markup. */
export function renderTokens(tokens: Token[], env: Env): string {
  return markdown.renderer.render(tokens, markdown.options, env);
}

/** Markup of our own making among the tokens; it does not make a body one that holds HTML. */
export function htmlToken(content: string): Token {
  const token = new MarkdownIt.Token('own_html', '', 0);
  token.content = content;
  return token;
}

/** Percent-encodes what may not stand in an address; leaves what is encoded already. */
export function encodeAddress(url: string): string {
  return encodeLink(url);
}
