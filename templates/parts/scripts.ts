// The islands of a page: modules, so that they are deferred and never hold the page up. `page` stands on all of them.
// No inline script ever: a strict Content-Security-Policy holds.

import { type Html, html } from '../../src/base/html.ts';
import type { IslandName } from '../island-names.ts';
import { islandVersion } from '../version.ts';

/** Script elements of the island `page`, and of those that are named. */
export function drawScripts(islands: readonly IslandName[]): Html {
  const names: readonly IslandName[] = ['page', ...islands];
  return html`${names.map(
    (name) => html`<script type="module" src="/assets/islands/${name}.js?v=${islandVersion}"></script>`,
  )}`;
}
