// The way from the front page down to this page, which itself is not named.

import { type Fragment, html } from '../../src/base/html.ts';
import type { Link } from '../../src/view/types.ts';
import type { Words } from '../words/index.ts';
import { drawLink } from './names.ts';

/** Breadcrumbs, or nothing on the front page. */
export function drawBreadcrumbs(trail: readonly Link[], words: Words): Fragment {
  if (trail.length === 0) return null;
  return html`<nav class="trail" aria-label="${words.breadcrumbs}"><ol>${trail.map((link) => html`<li>${drawLink(link)}</li>`)}</ol></nav>`;
}
