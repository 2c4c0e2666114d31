// Reads facts from the blocks of a body. Only texts that may hold a fact are parsed further: the first paragraphs until
// the excerpt is full, and those with brackets or HTML. It makes no markup and resolves nothing.
// Invariant: the excerpt never holds the dateline, the credit line, headings, tables, figures or code.

import type { Finding } from '../base/findings.ts';
import type { BodyFacts } from './body.ts';
import { type AsTyped, asTypedFindings, typedKind } from './as-typed.ts';
import { takeCredits } from './body-credits.ts';
import { shownNotes } from './body-footnotes.ts';
import { collectHtml, collectTargets, type Targets } from './body-targets.ts';
import { deadAnchorFindings, namelessPictureFindings } from './dead-anchors.ts';
import { findDateline, findDatelineAlone, isLabel } from './dateline.ts';
import { makeExcerpt, type ExcerptPart } from './excerpt.ts';
import { isUnmarked, parseInline, type Env, type Token } from './markdown.ts';
import { lostMarks, missingNoteFindings, type LostMark } from './missing-notes.ts';
import { countWords, itemsOfHtml, paragraphsOfHtml, textOf, tidy } from './plain-text.ts';
import { findRemovedHtml } from './removed-html.ts';
import { shortcodeFindings, type FoundShortcode } from './shortcodes.ts';
import { unusedNoteFindings } from './unused-notes.ts';
import type { Dateline } from './types.ts';

interface ScanOptions {
  readonly file: string;
  readonly firstLine: number;
  /** The site's own full address, no slash at the end; links that begin with it are our own. */
  readonly own: string | null;
  readonly env: Env;
  /** The body as written, for the lines of findings. */
  readonly source: string;
  readonly shortcodes: readonly FoundShortcode[];
  /** Makes the text's markup, for the places that it has. */
  readonly markup: () => string;
}

/** So much text is enough for every excerpt. */
const enough = 400;
const holdsTarget = /[[<]/;

interface Collector extends Targets {
  readonly parts: ExcerptPart[];
  readonly asTyped: AsTyped[];
  readonly lostMarks: LostMark[];
  length: number;
  words: number;
  /** Line of the file of the last block that knew its own. */
  line: number;
}

/** All facts; takes the credit line out of `tokens`. */
export function scanTokens(tokens: Token[], options: ScanOptions): BodyFacts {
  const facts: Collector = {
    own: options.own && `${options.own.replace(/^https?:/i, '')}/`,
    parts: [],
    links: [],
    pictures: [],
    anchors: [],
    nameless: [],
    html: [],
    asTyped: [],
    lostMarks: [],
    length: 0,
    words: 0,
    line: options.firstLine,
  };
  const credits = takeCredits(tokens, options.env);
  let quoted = 0;
  let listed = 0;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i] as Token;
    if (token.map !== null) facts.line = options.firstLine + token.map[0];
    if (token.type === 'inline') {
      const before = tokens[i - 1]?.type;
      const kind = before !== 'paragraph_open' ? null : listed > 0 ? 'list' : quoted > 0 ? 'other' : 'paragraph';
      scanText(token, { facts, kind, env: options.env });
    } else if (token.type === 'html_block') scanHtml(token, { facts, isFlow: listed === 0 });
    else if (token.type === 'blockquote_open') quoted++;
    else if (token.type === 'blockquote_close') quoted--;
    else if (token.type.endsWith('_list_open')) listed++;
    else if (token.type.endsWith('_list_close')) listed--;
  }
  scanNotes(facts, options);
  const dateline = cutDateline(facts.parts);
  return {
    dateline,
    excerpt: makeExcerpt(facts.parts),
    credits: credits?.credits ?? [],
    creditLine: credits?.line ?? null,
    links: facts.links,
    pictures: facts.pictures,
    words: facts.words,
    findings: findingsOf(facts, options),
  };
}

function findingsOf(facts: Collector, options: ScanOptions): Finding[] {
  return [
    ...shortcodeFindings(options.shortcodes, options),
    ...(facts.html.length > 0 ? findRemovedHtml(facts.html, options) : []),
    ...unusedNoteFindings(options.env, options),
    ...missingNoteFindings(facts.lostMarks, options),
    ...asTypedFindings(facts.asTyped, options),
    ...deadAnchorFindings(facts.anchors, options),
    ...namelessPictureFindings(facts.nameless, options.file),
  ];
}

/** What the notes below the text point at. They are no part of the story: no excerpt, no count of words. */
function scanNotes(facts: Collector, { env, firstLine }: ScanOptions): void {
  for (const { line, tokens } of shownNotes(env)) {
    facts.line = firstLine + line;
    for (const token of tokens) {
      if (token.map !== null) facts.line = firstLine + line + token.map[0];
      if (token.type === 'inline') scanMarks(token, { facts, env });
      else if (token.type === 'html_block') collectHtml(token.content, { line: facts.line, facts });
    }
  }
}

/** Targets of a text that no excerpt wants. */
function scanMarks(token: Token, { facts, env }: { facts: Collector; env: Env }): void {
  const { content } = token;
  const typed = typedKind(token);
  if (typed !== null) facts.asTyped.push({ kind: typed, line: facts.line, text: content });
  if (!holdsTarget.test(content) && (facts.own === null || !content.includes(facts.own))) return;
  token.children = parseInline(content, env);
  collectTargets(token.children, { line: facts.line, facts });
  if (typed === null) collectMarks(token.children, facts);
}

/** Marks without a note; not of a text that is shown as it was typed, which is told as a whole. */
function collectMarks(children: readonly Token[], facts: Collector): void {
  for (const mark of lostMarks(children, facts.line)) facts.lostMarks.push(mark);
}

function scanText(
  token: Token,
  { facts, kind, env }: { facts: Collector; kind: ExcerptPart['kind'] | null; env: Env },
): void {
  const { content } = token;
  const typed = typedKind(token);
  if (typed !== null) facts.asTyped.push({ kind: typed, line: facts.line, text: content });
  facts.words += countWords(content);
  const isWanted = kind !== null && facts.length < enough;
  const isPlain = isUnmarked(content);
  const holdsTargets = holdsTarget.test(content) || (facts.own !== null && content.includes(facts.own));
  if (!isWanted && (isPlain || !holdsTargets)) return;
  const children = isPlain ? null : parseInline(content, env);
  token.children = children ?? [];
  if (children !== null && holdsTargets) {
    collectTargets(children, { line: facts.line, facts });
    if (typed === null) collectMarks(children, facts);
  }
  if (!isWanted) return;
  const text = children === null ? tidy(content) : textOf(belowTitle(children));
  // A paragraph that is bold from end to end is a heading in disguise, unless it is a whole lead.
  const isHeading =
    children !== null &&
    text.length < 80 &&
    children[0]?.type === 'text' &&
    children[0].content === '' &&
    children[1]?.type === 'strong_open' &&
    children.at(-1)?.content === '' &&
    children.at(-2)?.type === 'strong_close' &&
    findDatelineAlone(text) === null;
  if (text === '' || isHeading) return;
  facts.parts.push({ kind, text: beforeItems(text) });
  if (kind === 'paragraph') facts.length += text.length;
}

const isBold = ({ type, content }: Token, end: 'open' | 'close'): boolean =>
  type === `strong_${end}` ||
  (type === 'html_inline' && (end === 'open' ? /^<(?:strong|b)>/i : /^<\/(?:strong|b)>/i).test(content));

/** What stands below a line in bold at the head of a paragraph: a heading in disguise, unless it is a dateline. */
function belowTitle(children: readonly Token[]): readonly Token[] {
  const first = children.findIndex(({ type, content }) => type !== 'text' || content !== '');
  if (first === -1 || !isBold(children[first] as Token, 'open')) return children;
  const close = children.findIndex((token, i) => i > first && isBold(token, 'close'));
  const isBreak = ({ type, content }: Token): boolean =>
    type === 'softbreak' || type === 'hardbreak' || (type === 'html_inline' && /^<br\b/i.test(content));
  const after = children.findIndex(({ type, content }, i) => i > close && (type !== 'text' || content.trim() !== ''));
  if (close === -1 || after === -1 || !isBreak(children[after] as Token)) return children;
  const title = textOf(children.slice(0, close));
  if (title.length >= 80 || /[.!?…»”":–—-]$/.test(title) || findDateline(textOf(children)) !== null) return children;
  return children.slice(after + 1);
}

const item = /\s(?:-(?=\p{L})|[•▪‣◦]\s?(?=\S))/u;

/** A paragraph before the items of a list that was typed into it: "Le sixième jour: -Frappes -Bilan". */
function beforeItems(text: string): string {
  if (!text.includes(' -') && !text.includes('•') && !text.includes('▪')) return text;
  const at = text.search(item);
  return at < 1 ? text : text.slice(0, at);
}

function scanHtml(token: Token, { facts, isFlow }: { facts: Collector; isFlow: boolean }): void {
  collectHtml(token.content, { line: facts.line, facts });
  const paragraphs = paragraphsOfHtml(token.content);
  for (const text of paragraphs) {
    facts.words += countWords(text);
    if (facts.length >= enough || !isFlow) continue;
    facts.parts.push({ kind: 'paragraph', text: beforeItems(text) });
    facts.length += text.length;
  }
  if (facts.length >= enough) return;
  for (const text of itemsOfHtml(token.content)) facts.parts.push({ kind: 'list', text });
}

/** Takes the dateline off the first paragraph, and what stands before it (a byline, a credit) out of the excerpt. */
function cutDateline(parts: ExcerptPart[]): Dateline | null {
  // A wire's points in brief may stand before all: a list.
  const first = parts.findIndex(({ kind }) => kind !== 'list');
  for (let index = first; index !== -1 && index < Math.min(first + 4, parts.length); index++) {
    const { kind, text } = parts[index] as ExcerptPart;
    if (kind !== 'paragraph') return null;
    const found = findDateline(text);
    if (found !== null) {
      parts.splice(0, index + 1, { kind, text: text.slice(found.end).trimStart(), isLead: true });
      return found.dateline;
    }
    const alone = findDatelineAlone(text);
    if (alone !== null) {
      const story = parts[index + 1];
      if (story?.kind === 'paragraph') parts.splice(0, index + 2, { ...story, isLead: true });
      else parts.splice(0, index + 1);
      return alone.dateline;
    }
    if (!isLabel(text)) return null;
  }
  return null;
}
