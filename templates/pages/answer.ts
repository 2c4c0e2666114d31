// The intake's own pages: what became of a comment or a report, and the form once more where it can be mended.
// They are served by the intake, not by the site: no navigation, the site's stylesheet, and always a way back.
// Invariant: without script; everything that the reader had typed stands in the form again.

import { type Html, html, raw } from '../../src/base/html.ts';
import type { AnswerCode, AnswerPage } from '../../src/view/types.ts';
import { drawAnswerForm } from '../parts/comment-form.ts';
import { chooseWords } from '../words/index.ts';
import { styleVersion } from '../version.ts';

/** An answer of the intake. */
export function drawAnswer(view: AnswerPage): Html {
  const { site, base, form } = view;
  const words = chooseWords(site.lang);
  const { title, text } = words.talk.answers[view.code];
  return html`<!DOCTYPE html>
<html lang="${words.lang}"${site.dir === 'rtl' && raw(' dir="rtl"')}>
<head>
<meta charset="utf-8"><title>${title} – ${site.name}</title><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex"><link rel="stylesheet" href="${base}/assets/site.css?v=${styleVersion}">
</head>
<body class="answer-page">
<main id="contenu">
<article class="story plain"><header><p class="label"><a href="${base}/">${site.name}</a></p><h1>${title}</h1>${text !== '' && html`<p class="standfirst" role="status">${text}</p>`}</header>${form !== null && drawAnswerForm(form, title, words)}<p class="onward"><a href="${view.back}">${words.talk.back}</a></p></article>
</main>
</body>
</html>
`;
}

/** The sentence of an answer alone. */
export function sayAnswer(code: AnswerCode, lang: string): string {
  const { title, text } = chooseWords(lang).talk.answers[code];
  return text === '' ? title : `${title}. ${text}`;
}
