// The shell of the text edition: a title, a skip link, the way to its front page. Nothing is loaded beside it.

import { nameDocument } from './document-title.ts';
import { type Fragment, type Html, html } from '../../src/base/html.ts';
import type { Site } from '../../src/view/types.ts';
import { chooseWords } from '../words/index.ts';
import { markLanguage, type Tongue } from './language.ts';

/** A whole document; the address of the page that it is the text of is its canonical one. */
export function drawText(
  page: Tongue & { readonly title: string; readonly canonical: string },
  { site, main, after }: { readonly site: Site; readonly main: Fragment; readonly after: Fragment },
): Html {
  const words = chooseWords(site.lang);
  const chrome = markLanguage(site, page);
  return html`<!DOCTYPE html>
<html lang="${page.lang}"${page.dir === 'rtl' && html` dir="rtl"`}>
<head><meta charset="utf-8"><title>${nameDocument(page.title, site.name)}</title><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><link rel="canonical" href="${page.canonical}"></head>
<body>
<a href="#contenu"${chrome}>${words.skip}</a>
<header${chrome}><p><a href="/texte/">${words.textEditionOf(site.name)}</a></p></header>
<main id="contenu">
${main}</main>
<footer${chrome}>
${after}</footer>
</body>
</html>
`;
}
