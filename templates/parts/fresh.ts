// Dernières informations below an article: the same words for years, and today's news each time it is read.
// `island`: a script fetches the list; `ssi`: the server puts it in (and the script does where the server did not);
// `link`: only the way to the front page, which all three have.

import { type Html, html, raw } from '../../src/base/html.ts';
import type { Site } from '../../src/view/types.ts';
import type { Words } from '../words/index.ts';
import { drawOnce } from './once.ts';

/** Address of the fragment; it is the same for the whole site. */
const fragment = '/fragments/dernieres.html';
const include = raw(`<!--#include virtual="${fragment}" -->`);

/** The section, or the link alone; `lang` marks the language of the site. */
export function drawFresh(site: Site, lang: Html, words: Words): Html {
  return drawOnce(site, `fresh ${words.lang}${lang.html}`, () => drawNew(site, lang, words));
}

function drawNew(site: Site, lang: Html, words: Words): Html {
  const link = html`<p class="onward"><a href="/">${words.allLatest}</a></p>`;
  if (site.fresh === 'link') return html`<div class="fresh"${lang}>${link}</div>`;
  return html`<section class="fresh" aria-labelledby="d_fresh" data-fresh="${fragment}"${lang}><h2 class="taped" id="d_fresh">${words.latest}</h2>${site.fresh === 'ssi' && include}${link}</section>`;
}
