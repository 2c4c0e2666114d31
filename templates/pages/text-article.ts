// An article as text alone: for slow networks, old telephones and terminals. Everything that is not text is a link.
// No stylesheet, no script, no picture; what stands around the text is at most two kilobytes.

import { type Fragment, type Html, html } from '../../src/base/html.ts';
import type { TextArticle, TextTeaser } from '../../src/view/types.ts';
import { longInstant } from '../parts/instant.ts';
import { markLanguage } from '../parts/language.ts';
import { drawText } from '../parts/text-document.ts';
import { chooseWords, findWords, type Words } from '../words/index.ts';

/** The text of an article. */
export function drawTextArticle(view: TextArticle): Html {
  const { site } = view;
  const own = findWords(view.lang);
  const words = own ?? chooseWords(site.lang);
  const spoken = markLanguage(own === null ? site : view, view);
  return drawText(view, {
    site,
    main: html`<article><p${spoken}>${view.partner !== null && html`<b>${words.partner(view.partner)}</b> `}${view.section.label}${
      words.types[view.type] !== '' && ` · ${words.types[view.type]}`
    }</p>
<h1>${view.title}</h1>
${view.standfirst !== null && html`<p><b>${view.standfirst}</b></p>\n`}<p${spoken}>${drawWho(view, words)}</p>
${view.body}${drawPicture(view, words, spoken)}${
      view.video !== null &&
      html`<p${spoken}><a href="${view.video.src}">${words.watchVideo(view.video.partner)}</a></p>\n`
    }${drawCredits(view, words, spoken)}${drawCorrections(view, words, spoken)}${
      view.rights !== null && html`<p${markLanguage(site, view)}><small>${view.rights}</small></p>\n`
    }</article>
`,
    after: html`<p><a href="${view.url}">${chooseWords(site.lang).fullPage}</a></p>
${drawRelated(view, chooseWords(site.lang))}`,
  });
}

function drawWho({ site, authors, source, date, updated }: TextArticle, words: Words): Fragment {
  const zone = words.zone(date);
  const furnished = authors.length > 0 ? words.furnishedBy : capital(words.furnishedBy);
  return html`${authors.length > 0 && html`${words.by} ${authors.join(', ')}, `}${
    source !== null && html`${source !== site.name && `${furnished} `}${source}, `
  }${longInstant(date, words)}${zone !== '' && ` (${zone})`}${updated !== null && html`. ${words.updated} ${longInstant(updated, words)}`}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function drawPicture({ picture }: TextArticle, words: Words, spoken: Html): Fragment {
  if (picture === null) return null;
  const text = [picture.alt.replace(/\.$/, ''), picture.caption].filter(Boolean).join('. ');
  return html`<p${spoken}><a href="${picture.src}">${words.picture}</a>${text !== '' && html`${words.colon}${text}`}${
    picture.credit !== null && html` (${picture.credit})`
  }</p>\n`;
}

function drawCredits({ credits, creditLine }: TextArticle, words: Words, spoken: Html): Fragment {
  if (credits.length === 0) return creditLine !== null && html`<p>(${creditLine})</p>\n`;
  return html`<p${spoken}>${credits.map(
    ({ role, name, place }, i) =>
      html`${i > 0 && ' · '}${words.roles[role]}${words.colon}${name}${place !== null && ` (${place})`}`,
  )}</p>\n`;
}

function drawCorrections({ corrections }: TextArticle, words: Words, spoken: Html): Fragment {
  if (corrections.length === 0) return null;
  return html`<h2${spoken}>${words.corrections}</h2>
${corrections.map((note) => html`<p>${note.kind}${note.date !== null && html`, ${longInstant(note.date, words)}`}${words.colon}${note.text}</p>\n`)}`;
}

function drawRelated({ related }: TextArticle, words: Words): Fragment {
  if (related.length === 0) return null;
  return html`<h2>${words.related}</h2>
<ul>${related.map((teaser) => html`<li>${drawTextLink(teaser, words)}</li>`)}</ul>
`;
}

/** A headline of the text edition; partner content says so. */
export function drawTextLink(teaser: TextTeaser, words: Words): Html {
  const own = teaser.lang !== null && html` lang="${teaser.lang}"${teaser.dir !== null && html` dir="${teaser.dir}"`}`;
  return html`${teaser.partner !== null && `${words.partner(teaser.partner)} `}<a href="${teaser.url}"${own}>${teaser.title}</a>`;
}
