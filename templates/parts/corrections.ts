// What was put right after publication: after the text, each with its kind and instant.
// The slip beside the headline points here (#d_corrections; no heading of a body can take an id with "_").

import { type Fragment, type Html, html } from '../../src/base/html.ts';
import type { ArticlePage, CorrectionNote } from '../../src/view/types.ts';
import type { Words } from '../words/index.ts';
import { longInstant } from './instant.ts';

/** The published corrections of an article, or nothing. */
export function drawCorrections(view: ArticlePage, words: Words): Fragment {
  if (view.corrections.length === 0) return null;
  return html`<section class="corrections" id="d_corrections"><h2>${words.corrections}</h2><ul>${view.corrections.map((note) => html`<li>${drawNote(note, words)}</li>`)}</ul></section>`;
}

/** One of them: its kind, its instant if that is known, and what it says. */
export function drawNote(note: CorrectionNote, words: Words): Html {
  const instant = note.date !== null && html` ${longInstant(note.date, words)}`;
  return html`<p><b>${note.kind}</b>${instant}</p><p>${note.text}</p>`;
}
