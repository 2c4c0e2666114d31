// What CommonMark leaves as text though an author meant HTML: indented lines within an open HTML element (it reads them
// as code), and tags whose attributes are broken. Both become HTML tokens, so that no reader sees a literal `<p>`.
// Code that only shows HTML stays code: there is no open element around it, and no HTML before it.
// The other way round, what only looks like a tag is text.
// Invariant: only tags by known names (or with a prefix) are taken; the sanitiser still decides what stays.

import type { StateBlock, StateInline, Token } from './markdown.ts';

const names =
  'a abbr article aside audio b blockquote br caption center cite code dd del div dl dt em embed figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i iframe img ins li main nav object ol p pre q s script section small source span strike strong style sub sup table tbody td tfoot th thead time tr u ul video';
const container =
  /<(\/?)(?:div|table|tbody|thead|tfoot|tr|td|th|ul|ol|li|section|article|blockquote|dl|dd|figure|center|p)\b/gi;
const proseTag = /^\s*<(?:p|li|ul|ol|strong|em|h[1-6]|blockquote|span style)\b[^<>]*>/i;
const beginsWithTag = new RegExp(`^\\s*<(/?)(?:${names.replaceAll(' ', '|')})(?=[\\s/>])`, 'i');

/** Turns code blocks that are the inside of an HTML element into HTML. */
export function freeIndentedHtml(tokens: readonly Token[]): void {
  let open = 0;
  let hasHtml = false;
  for (const token of tokens) {
    if (token.type === 'html_block') {
      hasHtml = true;
      open += balance(token.content);
    } else if (token.type === 'code_block') {
      const match = beginsWithTag.exec(token.content);
      // A closing tag at the head of "code" closes something that stands outside of it.
      const isProse = hasHtml && proseTag.test(token.content);
      if (match === null || (open <= 0 && match[1] !== '/' && !isProse)) continue;
      token.type = 'html_block';
      open += balance(token.content);
    }
  }
}

function balance(markup: string): number {
  let open = 0;
  for (const match of markup.matchAll(container)) open += match[1] === '/' ? -1 : 1;
  return open;
}

// And the tags of Word: `<o:p>`.
const brokenTag = new RegExp(`</?(?:${names.replaceAll(' ', '|')}|[a-z]:[a-z]+)(?:[\\s/][^<>]{0,1000})?>`, 'iy');

/** The inline rule behind `html_inline`: a tag that CommonMark refuses for its attributes. */
export function brokenTagRule(state: StateInline, isSilent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x3c) return false;
  brokenTag.lastIndex = state.pos;
  const match = brokenTag.exec(state.src);
  if (match === null || brokenTag.lastIndex > state.posMax) return false;
  if (!isSilent) state.push('html_inline', '', 0).content = match[0];
  state.pos += match[0].length;
  return true;
}

/** Every element of HTML, of today and of old pages, and those of drawings. */
const elements = new Set(
  `a abbr acronym address applet area article aside audio b base basefont bdi bdo bgsound big blink blockquote body br button
  canvas caption center circle cite clippath code col colgroup content data datalist dd defs del desc details dfn dialog dir div
  dl dt ellipse em embed fencedframe fieldset figcaption figure filter font footer foreignobject form frame frameset g h1 h2 h3
  h4 h5 h6 head header hgroup hr html i iframe image img input ins kbd keygen label legend li line lineargradient link listing
  main map mark marker marquee mask math menu menuitem meta meter mi mn mo mrow msqrt msub msup mtext multicol nav nobr noembed
  noframes noscript object ol optgroup option output p param path pattern picture plaintext polygon polyline portal pre progress
  q radialgradient rb rect rp rt rtc ruby s samp script search section select shadow slot small source spacer span stop strike
  strong style sub summary sup svg symbol table tbody td template text textarea textpath tfoot th thead time title tr track tspan
  tt u ul use var video view wbr xmp`.split(/\s+/),
);
const voids = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));

/** True for the name of an element of HTML, in whatever case. */
export function isElementName(name: string): boolean {
  return elements.has(name.toLowerCase());
}

/** True for an element that has no closing tag. */
export function isVoid(name: string): boolean {
  return voids.has(name.toLowerCase());
}

const closed = new WeakMap<StateInline | StateBlock, ReadonlySet<string>>();

/** The names of the closing tags in a text, looked for once. */
function closedNames(state: StateInline | StateBlock): ReadonlySet<string> {
  const known = closed.get(state);
  if (known !== undefined) return known;
  const names = new Set<string>();
  for (const match of state.src.matchAll(/<\/([a-z][a-z0-9]*)/gi)) names.add((match[1] as string).toLowerCase());
  closed.set(state, names);
  return names;
}

const bareTag = /<([a-z][a-z0-9]*)(?: [^<>="'/]*)?>/iy;

/**
 * The inline rule before `html_inline`: what looks like a tag and is text. `<chiffre>`, `<<oui>>`, `<Jean Dupont>` are no
 * elements, hold nothing that elements hold and are never closed; a reader shall see them as they were typed.
 */
export function noTagRule(state: StateInline, isSilent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 0x3c) return false;
  bareTag.lastIndex = state.pos;
  const name = bareTag.exec(state.src)?.[1];
  if (name === undefined || isElementName(name)) return false;
  if (closedNames(state).has(name.toLowerCase())) return false;
  if (!isSilent) state.pending += '<';
  state.pos++;
  return true;
}

const bareLine = /^<([a-z][a-z0-9]*)(?: [^<>="'/]*)?>\s*$/i;

/** True for a line that holds nothing but what looks like a tag and is text: no block of HTML begins there. */
export function isNoTagLine(state: StateBlock, line: number): boolean {
  const begin = (state.bMarks[line] as number) + (state.tShift[line] as number);
  if (state.src.charCodeAt(begin) !== 0x3c) return false;
  const name = bareLine.exec(state.src.slice(begin, state.eMarks[line]))?.[1];
  return name !== undefined && !isElementName(name) && !closedNames(state).has(name.toLowerCase());
}
