// A partner's film: its poster, the partner's name and a plain link. Nothing of a third party is loaded before the
// reader asks. Films of hosts that the newspaper names (`players`), and its own, play in the page after a click.

import { type Fragment, type Html, html } from '../../src/base/html.ts';
import type { Picture, Video } from '../../src/view/types.ts';
import type { Words } from '../words/index.ts';
import { drawPicture } from './picture.ts';

/** What the film stands among. */
export interface VideoPlace {
  /** The article's own picture, shown when the film has no poster. */
  readonly picture: Picture | null;
  readonly players: readonly string[];
  /** True for partner content, whose links search engines must not count. */
  readonly isPartner: boolean;
}

/** The film. */
export function drawVideo(video: Video, { picture, players, isPartner }: VideoPlace, words: Words): Html {
  const poster = video.poster ?? picture;
  const host = /^https?:\/\/([^/?#]+)/i.exec(video.src)?.[1]?.toLowerCase() ?? null;
  const isOwn = /^\/(?!\/)/.test(video.src);
  const plays = isOwn || (host !== null && players.includes(host) && /^https:/i.test(video.src));
  const way = /\.(mp4|m4v|webm|ogv)(?:[?#]|$)/i.test(video.src) ? 'film' : 'frame';
  return html`<figure class="opening video"><div class="film">${poster !== null && drawPicture(poster, 'article')}${
    (host !== null || isOwn) &&
    html`<a class="play" href="${video.src}"${isPartner && html` rel="sponsored"`}${plays && html` data-plays="${way}"`}>${words.watchVideo(video.partner)}</a>`
  }</div>${drawNote(host, plays, poster, words)}</figure>`;
}

function drawNote(host: string | null, plays: boolean, poster: Picture | null, words: Words): Fragment {
  const credit = poster?.credit ?? null;
  if (host === null && credit === null) return null;
  return html`<figcaption>${host !== null && html`<span class="way">${plays ? words.videoLoads(host) : words.videoLeaves(host)}</span> `}${
    credit !== null && html`<span class="credit"><span class="unseen">${words.photoCredit} </span>${credit}</span>`
  }</figcaption>`;
}
