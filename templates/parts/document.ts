// The shell around every page: head, skip link, masthead, the page's own matter, footer.
// Invariant: the skip link is the first element that takes the focus, and leads to `main#contenu`.
// The page may speak another language than the site: what belongs to the site is then marked as such.

import { type Fragment, type Html, html, raw } from '../../src/base/html.ts';
import type { Page } from '../../src/view/types.ts';
import type { IslandName } from '../island-names.ts';
import { chooseWords } from '../words/index.ts';
import { drawBreadcrumbs } from './breadcrumbs.ts';
import { drawFooter } from './footer.ts';
import { drawHead } from './head.ts';
import { markLanguage } from './language.ts';
import { drawScripts } from './scripts.ts';
import { drawMasthead, drawMastheadDialogs } from './masthead.ts';

/** What a page adds to the shell. */
export interface Matter {
  /** Class of `body`: the kind of page. */
  readonly kind: string;
  /** Content of `main`. */
  readonly main: Fragment;
  /** Address of the section that the page belongs to, for the navigation. */
  readonly section?: string;
  /** Metadata of this page only. */
  readonly meta?: Fragment;
  /** Names of the islands that this page needs besides `page`. */
  readonly islands?: readonly IslandName[];
  /** Dialogs of this page only (parts/dialog.ts), in the language of the site. */
  readonly dialogs?: Fragment;
}

/** A whole document. */
export function drawDocument(view: Page, matter: Matter): Html {
  const { site, head } = view;
  const words = chooseWords(site.lang);
  const chrome = markLanguage(site, head);
  return html`<!DOCTYPE html>
<html lang="${head.lang}"${head.dir === 'rtl' && raw(' dir="rtl"')}>
<head>
${drawHead(view, words, [drawScripts(matter.islands ?? []), matter.meta])}
</head>
<body class="${matter.kind}"${site.offline && raw(' data-offline')}>
<a class="skip" href="#contenu"${chrome}>${words.skip}</a>
<header class="masthead"${chrome}>${drawMasthead(view, words, matter.section ?? null)}</header>
${site.banner && html`<aside class="urgent" aria-label="${words.urgent}"${chrome}><a href="${site.banner.url}"><strong>${words.urgent}</strong> ${site.banner.lang === null ? site.banner.label : html`<bdi lang="${site.banner.lang}" dir="${site.banner.dir ?? site.dir}">${site.banner.label}</bdi>`}</a></aside>\n`}${view.trail.length > 0 && html`<div class="above"${chrome}>${drawBreadcrumbs(view.trail, words)}</div>\n`}<main id="contenu" tabindex="-1">
${matter.main}
</main>
<footer class="foot"${chrome}>${drawFooter(view, words)}</footer>
<div class="dialogs"${chrome}>${drawMastheadDialogs(view, words)}${matter.dialogs}</div>
</body>
</html>
`;
}
