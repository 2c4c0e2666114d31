// The list of footnotes behind a body, as tokens. The rules that read them are in markdown-footnotes; this file
// prints only notes that a mark refers to, in the order of the marks, each with a way back.
// Invariant: ids begin with `t-fn`, and each stands once.

import { addRenderRules, htmlToken, parseMarkdown, type Env, type Token } from './markdown.ts';
import { footnotesOf } from './markdown-footnotes.ts';

addRenderRules({
  footnote_mark: (token) => {
    const { number, count } = token.meta as { number: number; count: number };
    const id = count === 1 ? ` id="t-fnref-${number}"` : '';
    return `<sup${id}><a href="#t-fn-${number}">${number}</a></sup>`;
  },
});

/** Tokens of the notes; empty when no mark was met. */
export function appendFootnotes(env: Env & { readonly lang: string }): Token[] {
  if (env['footnotes'] === undefined) return [];
  const { marks, notes } = footnotesOf(env);
  if (marks.size === 0) return [];
  const way = env.lang.startsWith('fr') ? 'Retour à l’appel de note' : 'Back to the mark of note';
  const tokens = [htmlToken('<section aria-label="Notes"><ol>\n')];
  // A note may refer to another one, which then joins the end of the list.
  for (const [label, { number }] of marks) {
    const text = notes.get(label) ?? '';
    tokens.push(htmlToken(`<li id="t-fn-${number}">`));
    const note = parseMarkdown(text.replace(/^\[\^/gm, '\\[^'), env);
    const back = htmlToken(` <a href="#t-fnref-${number}" aria-label="${way} ${number}">↩</a>`);
    const last = note.at(-1);
    if (last?.type === 'paragraph_close') note.splice(-1, 0, back);
    else note.push(back);
    tokens.push(...note, htmlToken('</li>\n'));
  }
  tokens.push(htmlToken('</ol></section>\n'));
  return tokens;
}
