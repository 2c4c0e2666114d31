// A partner's film: its poster and a plain link. Nothing of a third party is loaded before the reader follows it.

import { type Fragment, type Html, html } from '../../src/base/html.ts';
import type { Picture, Video } from '../../src/view/types.ts';
import type { Words } from '../words/index.ts';
import { drawPicture } from './picture.ts';

/** The film; `picture` is the article's own, shown when the film has no poster. */
export function drawVideo(video: Video, picture: Picture | null, words: Words): Html {
  const poster = video.poster ?? picture;
  const host = /^https?:\/\/([^/?#]+)/i.exec(video.src)?.[1] ?? null;
  const safe = host !== null || /^\/(?!\/)/.test(video.src);
  return html`<figure class="opening video"><div class="film">${poster !== null && drawPicture(poster, 'article')}${
    safe && html`<a class="play" href="${video.src}">${words.watchVideo(video.partner)}</a>`
  }</div>${drawNote(host, poster, words)}</figure>`;
}

function drawNote(host: string | null, poster: Picture | null, words: Words): Fragment {
  const credit = poster?.credit ?? null;
  if (host === null && credit === null) return null;
  return html`<figcaption>${host !== null && html`${words.videoLeaves(host)} `}${
    credit !== null && html`<span class="credit"><span class="unseen">${words.photoCredit} </span>${credit}</span>`
  }</figcaption>`;
}
