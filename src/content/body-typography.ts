// Typography of a body, by token: each text is set as one run, so that a rule sees through emphasis and links.
// Code and pictures are no text: they are left alone, and no rule looks across them.
// Invariant: only the content of text tokens and the titles of pictures (their captions) change.

import { edge, opaque, typeset } from '../base/typography.ts';
import type { Token } from './markdown.ts';

/** Sets the texts of a body in place. */
export function typesetTokens(tokens: readonly Token[], lang: string): void {
  if (!lang.startsWith('fr')) return;
  for (const token of tokens) {
    const { children } = token;
    if (token.type !== 'inline' || children === null) continue;
    const [only] = children;
    if (children.length === 1 && only?.type === 'text') only.content = typeset(only.content, lang);
    else typesetRun(children, lang);
  }
}

const verbatimOpen = /^<(code|kbd|pre|samp|tt|var|script|style|textarea)\b/i;
const markers = /[\ufffc\ufdd1]/;

function typesetRun(children: readonly Token[], lang: string): void {
  const texts: Token[] = [];
  let run = '';
  let verbatim = '';
  for (const token of children) {
    if (token.type === 'html_inline') {
      if (verbatim === '') verbatim = verbatimOpen.exec(token.content)?.[1]?.toLowerCase() ?? '';
      else if (token.content.toLowerCase().startsWith(`</${verbatim}`)) verbatim = '';
    }
    if (token.type === 'image') typesetCaption(token, lang);
    if (token.type !== 'text' || verbatim !== '') {
      run += standIn(token, verbatim !== '');
      continue;
    }
    if (markers.test(token.content)) return;
    texts.push(token);
    run += token.content + edge;
  }
  const set = typeset(run, lang);
  if (set === run) return;
  // Markers stand where they stood, so that the texts are found between them again.
  const parts = set.split(markers);
  const before = run.split(markers);
  let part = 0;
  for (const token of texts) {
    while (before[part] !== token.content) part++;
    token.content = parts[part++] as string;
  }
}

function standIn(token: Token, isVerbatim: boolean): string {
  if (token.type === 'softbreak' || token.type === 'hardbreak') return `\n${edge}`;
  if (isVerbatim || token.nesting === 0) return /^(?:html_inline|own_id)$/.test(token.type) ? edge : opaque;
  return edge;
}

function typesetCaption(token: Token, lang: string): void {
  const title = token.attrGet('title');
  if (title !== null && title !== '') token.attrSet('title', typeset(String(title), lang));
}
