// Topics and securities of an article: ways to what else was written about them.

import { type Fragment, html } from '../../src/base/html.ts';
import type { ArticlePage } from '../../src/view/types.ts';
import type { Words } from '../words/index.ts';
import { drawAdd } from './keep.ts';
import { drawLink } from './names.ts';

/** Both lists, or nothing. */
export function drawSubjects(view: ArticlePage, words: Words): Fragment {
  return [
    drawTags(
      words.securities,
      'securities',
      view.securities.map((link) => html`${drawLink(link)} ${drawAdd(link, words)}`),
    ),
    drawTags(words.topics, 'topics', view.topics.map(drawLink)),
  ];
}

function drawTags(title: string, kind: string, links: readonly Fragment[]): Fragment {
  if (links.length === 0) return null;
  return html`<section class="tags ${kind}"><h2>${title}</h2><ul>${links.map((link) => html`<li>${link}</li>`)}</ul></section>`;
}
