// The people behind a dispatch, after its text: « Reportage : Humeyra Pamuk · Version française : … ».
// Where no role was recognised the line stands as it was written.

import { type Fragment, html } from '../../src/base/html.ts';
import type { ArticlePage, Credit } from '../../src/view/types.ts';
import type { Words } from '../words/index.ts';
import { joinNames } from './names.ts';

/** The credit line of an article, or nothing. */
export function drawCredits(view: ArticlePage, words: Words): Fragment {
  if (view.credits.length === 0) return view.creditLine !== null && html`<p class="credits">${view.creditLine}</p>`;
  const roles = [...new Set(view.credits.map((credit) => credit.role))];
  return html`<p class="credits">${roles.map(
    (role, i) =>
      html`${i > 0 && ' · '}<span>${words.roles[role]}${words.colon}${joinNames(
        view.credits.filter((credit) => credit.role === role).map(drawPerson),
        words,
      )}</span>`,
  )}</p>`;
}

function drawPerson(credit: Credit): Fragment {
  return html`<b>${credit.name}</b>${credit.place !== null && html` (${credit.place})`}`;
}
