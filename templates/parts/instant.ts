// The two visible forms of an instant, each inside `time[datetime]` with the offset (or the day alone).
// Never says "two hours ago": nothing here may depend on the moment of building.

import { type Html, html } from '../../src/base/html.ts';
import type { Words } from '../words/index.ts';

/** « 2 décembre 2021 à 16:28 »: articles. */
export function longInstant(iso: string, words: Words): Html {
  return html`<time datetime="${iso}">${words.longDate(iso)}</time>`;
}

/** « 5 mars 2026, 05:50 »: teasers. */
export function shortInstant(iso: string, words: Words): Html {
  return html`<time datetime="${iso}">${words.shortDate(iso)}</time>`;
}
