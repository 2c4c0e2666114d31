// The list of footnotes behind a body, as tokens. The rules that read them are in markdown-footnotes; this file
// prints only notes that a mark refers to, in the order of the marks, each with a way back.
// Invariant: ids begin with `t-fn`, and each stands once.

import { addRenderRules, htmlToken, parseBlocks, parseRest, type Env, type Token } from './markdown.ts';
import { footnotesOf, type Footnote } from './markdown-footnotes.ts';

addRenderRules({
  footnote_mark: (token) => {
    const { number, count } = token.meta as { number: number; count: number };
    const id = count === 1 ? ` id="t-fnref-${number}"` : '';
    return `<sup${id}><a href="#t-fn-${number}">${number}</a></sup>`;
  },
});

/** A note that a mark refers to. */
export interface ShownNote {
  readonly number: number;
  /** Line of the body on which its text begins, 0 for the first. */
  readonly line: number;
  /** Its blocks; texts may not be parsed yet. */
  readonly tokens: Token[];
}

/**
 * The notes that are shown, each parsed once for a body, whoever asks: its marks are counted when its texts are parsed. The
 * caller must do that before asking for the next one, because a note may refer to another one, which then joins the end.
 */
export function* shownNotes(env: Env): Generator<ShownNote> {
  if (env['footnotes'] === undefined) return;
  const { marks, notes } = footnotesOf(env);
  env['shownNotes'] ??= new Map<string, ShownNote>();
  const shown = env['shownNotes'] as Map<string, ShownNote>;
  for (const [label, { number }] of marks) {
    const { text, line } = notes.get(label) as Footnote;
    const note = shown.get(label) ?? { number, line, tokens: parseBlocks(text.replace(/^\[\^/gm, '\\[^'), env) };
    shown.set(label, note);
    yield note;
  }
}

/** Tokens of the notes; empty when no mark was met. To be asked once for a body. */
export function appendFootnotes(env: Env & { readonly lang: string }): Token[] {
  const way = env.lang.startsWith('fr') ? 'Retour à l’appel de note' : 'Back to the mark of note';
  const tokens: Token[] = [];
  for (const { number, tokens: note } of shownNotes(env)) {
    parseRest(note, env);
    const back = htmlToken(` <a href="#t-fnref-${number}" aria-label="${way} ${number}">↩</a>`);
    const last = note.at(-1);
    if (last?.type === 'paragraph_close') note.splice(-1, 0, back);
    else note.push(back);
    tokens.push(htmlToken(`<li id="t-fn-${number}">`));
    // A note may have more tokens than a call may have arguments.
    for (const token of note) tokens.push(token);
    tokens.push(htmlToken('</li>\n'));
  }
  if (tokens.length === 0) return tokens;
  return [htmlToken('<section aria-label="Notes"><ol>\n'), ...tokens, htmlToken('</ol></section>\n')];
}
