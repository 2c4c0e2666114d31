// An article: headline, slip, picture or film, text, what was put right, who did it, where to go on.
// Invariant: the article is `main article`, and its headline the only `h1` of the page.

import { type Fragment, type Html, html } from '../../src/base/html.ts';
import type { ArticlePage } from '../../src/view/types.ts';
import { drawActs, drawAge } from '../parts/article-acts.ts';
import { drawByline } from '../parts/byline.ts';
import { drawComments, drawReportDialog, threadIslands } from '../parts/comments.ts';
import { drawCorrections } from '../parts/corrections.ts';
import { drawCredits } from '../parts/credits.ts';
import { drawDocument } from '../parts/document.ts';
import { drawKeepDialog, drawKeepSentences } from '../parts/keep.ts';
import { markLanguage } from '../parts/language.ts';
import { drawLink } from '../parts/names.ts';
import { drawFigure, thumbnail } from '../parts/picture.ts';
import { drawRelated } from '../parts/related.ts';
import { drawSubjects } from '../parts/subjects.ts';
import { kickerBeside, repeats } from '../parts/teaser.ts';
import { drawVideo } from '../parts/video.ts';
import { chooseWords, findWords, type Words } from '../words/index.ts';

/** An article's page. */
export function drawArticle(view: ArticlePage): Html {
  const { site, head } = view;
  const own = findWords(head.lang);
  const words = own ?? chooseWords(site.lang);
  const spoken = markLanguage(own === null ? site : head, head);
  const main = html`<article class="story${view.type === 'opinion' && ' opinion'}${view.partner !== null && ' partner'}" data-pagefind-body data-pagefind-meta="image:${view.picture === null ? '' : thumbnail(view.picture)}"><header${head.lang !== site.lang && html` data-pagefind-meta="lang:${head.lang}"`}>${drawLabel(view, words, spoken)}<h1>${view.title}</h1>${view.standfirst !== null && html`<p class="standfirst">${view.standfirst}</p>`}</header><div class="slip"${spoken} data-pagefind-ignore>${drawByline(view, words)}${drawAge(view, words)}${drawActs(view, words)}</div>${drawOpening(view, words)}<div class="body">${view.body}</div><div class="after"${spoken}>${[
    drawCredits(view, words),
    drawCorrections(view, words),
    drawSubjects(view, words),
    view.source?.rights && html`<p class="rights" data-pagefind-ignore>${view.source.rights}</p>`,
  ]}</div></article>${drawComments(view.thread, words, spoken)}${drawRelated(view.related, site, head, chooseWords(site.lang))}`;
  const siteWords = chooseWords(site.lang);
  return drawDocument(view, {
    kind: 'article',
    main,
    section: view.section.url,
    meta: drawMeta(view),
    islands: ['article', 'keep', ...threadIslands(view.thread)],
    dialogs: [
      drawReportDialog(view.thread, siteWords),
      view.securities.length > 0 ? drawKeepDialog(site, siteWords) : drawKeepSentences(siteWords),
    ],
  });
}

function drawLabel(view: ArticlePage, words: Words, spoken: Html): Html {
  const kind = words.types[view.type];
  const kicker = kickerBeside(kind, view.kicker);
  return html`<p class="label"${spoken} data-pagefind-ignore>${
    view.partner !== null && html`<b class="partner" data-pagefind-meta="partner">${words.partner(view.partner)}</b> `
  }${kind !== '' && html`<b class="${view.type}"${view.type !== 'dispatch' && html` data-pagefind-meta="kind, type:${view.type}"`}>${kind}</b> `}${
    !repeats(view.section.label, kind) && drawLink(view.section)
  }${kicker !== null && html` <span>${kicker}</span>`}</p>`;
}

function drawOpening({ video, picture, partner, site }: ArticlePage, words: Words): Fragment {
  const isPartner = partner !== null;
  if (video !== null) return drawVideo(video, { picture, players: site.players, isPartner }, words);
  return picture !== null && drawFigure(picture, words);
}

function drawMeta(view: ArticlePage): Fragment {
  return [
    html`<meta property="article:section" content="${view.section.label}" data-pagefind-filter="section[content]" data-pagefind-meta="section[content]">`,
    view.topics.map((topic) => html`<meta property="article:tag" content="${topic.label}">`),
    view.authors.map((author) => html`<meta name="author" content="${author.label}">`),
    view.textUrl !== null &&
      html`<link rel="alternate" type="text/html" title="${(findWords(view.head.lang) ?? chooseWords(view.site.lang)).textEdition}" href="${view.textUrl}">`,
  ];
}
