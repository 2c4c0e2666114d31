// Topics and securities of an article: ways to what else was written about them.

import { type Fragment, html } from '../../src/base/html.ts';
import type { ArticlePage, Link } from '../../src/view/types.ts';
import type { Words } from '../words/index.ts';
import { drawLink } from './names.ts';

/** Both lists, or nothing. */
export function drawSubjects(view: ArticlePage, words: Words): Fragment {
  return [drawTags(view.securities, words.securities, 'securities'), drawTags(view.topics, words.topics, 'topics')];
}

function drawTags(links: readonly Link[], title: string, kind: string): Fragment {
  if (links.length === 0) return null;
  return html`<section class="tags ${kind}"><h2>${title}</h2><ul>${links.map((link) => html`<li>${drawLink(link)}</li>`)}</ul></section>`;
}
