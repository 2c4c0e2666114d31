// The front page: the lead, the second rank, the wire of newest articles, then the editor's blocks.

import { type Fragment, type Html, html } from '../../src/base/html.ts';
import type { Block, FrontPage } from '../../src/view/types.ts';
import { drawArchives } from '../parts/archives.ts';
import { drawDocument } from '../parts/document.ts';
import { drawTeaser, drawTeasers, type TeaserPlace } from '../parts/teaser.ts';
import { chooseWords } from '../words/index.ts';

/** The front page. */
export function drawFront(view: FrontPage): Html {
  const words = chooseWords(view.site.lang);
  const place: TeaserPlace = { site: view.site, words, list: null };
  const blocks = view.blocks.filter((block) => block.teasers.length > 0);
  const main = html`${drawTop(view, place)}${
    blocks.length > 0 &&
    html`<div class="blocks">${blocks.map((block, i) => drawBlock(block, `d_block${i + 1}`, shapeOf(i, blocks.length), place))}</div>`
  }${drawArchives(view.archives, words)}`;
  return drawDocument(view, { kind: 'front', main });
}

function drawTop({ lead, also, latest }: FrontPage, place: TeaserPlace): Html {
  const { words } = place;
  if (lead === null && also.length === 0 && latest.length === 0) return html`<p class="empty">${words.emptyFront}</p>`;
  return html`<div class="top${lead === null && also.length === 0 && ' wire-only'}">${drawHeadlines(lead, also, place)}${
    latest.length > 0 &&
    html`<section class="wire" aria-labelledby="d_latest"><h2 class="taped" id="d_latest">${words.latest}</h2>${drawTeasers(latest, 'compact', place)}</section>`
  }</div>`;
}

function drawHeadlines(lead: FrontPage['lead'], also: FrontPage['also'], place: TeaserPlace): Fragment {
  if (lead === null && also.length === 0) return null;
  return html`<section class="headlines" aria-labelledby="d_top"><h2 class="unseen" id="d_top">${place.words.topStories}</h2><ul class="teasers">${lead !== null && drawTeaser(lead, 'lead', place)}${also.map((teaser) => drawTeaser(teaser, 'standard', place))}</ul></section>`;
}

/** How a block is laid: one over the whole width, then two side by side, and so on. */
type Shape = 'wide' | 'half';

/** The shape of a block; a half without a neighbour is wide. */
function shapeOf(index: number, count: number): Shape {
  const alone = index % 3 === 1 && index === count - 1;
  return index % 3 === 0 || alone ? 'wide' : 'half';
}

/** How many headlines of a block come with picture and excerpt; the rest is headlines alone. */
const featured = { wide: 3, half: 1 } as const;

function drawBlock({ title, url, teasers }: Block, id: string, shape: Shape, place: TeaserPlace): Fragment {
  const here: TeaserPlace = { ...place, list: url, picture: 'column' };
  const first: TeaserPlace = { ...here, picture: shape === 'wide' ? 'feature' : 'first' };
  return html`<section class="block ${shape}" aria-labelledby="${id}"><h2 class="taped" id="${id}">${
    url === null ? title : html`<a href="${url}">${title}</a>`
  }</h2><ul class="teasers">${teasers.map((teaser, i) =>
    drawTeaser(teaser, i < featured[shape] ? 'standard' : 'headline', i === 0 ? first : here),
  )}</ul></section>`;
}
