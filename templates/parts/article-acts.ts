// What a reader can do with an article: keep it, share it. And the note that it is old, when it is.
// All of it is hidden until a script can serve it, and nothing of it says when the page was made.

import { type Fragment, type Html, html } from '../../src/base/html.ts';
import type { ArticlePage } from '../../src/view/types.ts';
import type { Words } from '../words/index.ts';
import { drawSave } from './keep.ts';

/** The buttons, and where what they did is said. */
export function drawActs(view: ArticlePage, words: Words): Html {
  const { head } = view;
  const { share } = words;
  return html`<div class="article-acts">${drawSave(view, words)}<button type="button" data-share="${head.canonical}" data-copy="${share.copy}" data-shared="${share.copied}" data-failed="${share.failed}" hidden>${share.share}</button><p role="status"></p></div>`;
}

/** « Cet article date de plus de 4 ans », to be filled by the island; nothing where the newspaper does not want it. */
export function drawAge({ site, date, updated }: ArticlePage, words: Words): Fragment {
  if (site.oldAfter === null) return null;
  const { age } = words;
  const young = site.oldAfter < 365 && html` data-days="${age.days}" data-months="${age.months}"`;
  return html`<p class="age" data-age="${updated ?? date}" data-after="${site.oldAfter}" data-year="${age.year}" data-years="${age.years}"${young} hidden></p>`;
}
