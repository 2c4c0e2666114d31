// A reader's own lists: the frame that the island `lists` fills, its stencils and its sentences.
// Nothing of a list is baked. What is seen without script says why, and leads to the securities.
// Invariant: a sentence about a state (empty, loading, failed) stands in a template only: it is seen when it is true.

import { type Fragment, type Html, html } from '../../src/base/html.ts';
import type { ListsPage } from '../../src/view/types.ts';
import { drawDialog } from '../parts/dialog.ts';
import { drawDocument } from '../parts/document.ts';
import { drawListStencils } from '../parts/list-stencils.ts';
import { drawLink } from '../parts/names.ts';
import { drawSentences } from '../parts/sentences.ts';
import { chooseWords, type Words } from '../words/index.ts';

/** The page. */
export function drawLists(view: ListsPage): Html {
  const words = chooseWords(view.site.lang);
  const { lists } = words;
  const main = html`<header class="opener"><h1>${lists.title}</h1><p class="standfirst">${lists.intro}</p></header><p class="unscripted">${lists.unscripted}</p>${drawShelf(view.index, words)}${
    view.securities.length > 0 &&
    html`<section class="all-securities" aria-labelledby="d_all"><h2 class="taped" id="d_all">${lists.allSecurities}</h2><ul>${view.securities.map((link) => html`<li>${drawLink(link)}</li>`)}</ul></section>`
  }${drawListStencils(words)}${drawSentences(words)}`;
  const named = { ...view, head: { ...view.head, title: lists.title, description: lists.intro } };
  return drawDocument(named, { kind: 'lists', main, islands: ['lists'], dialogs: drawNameDialog(words) });
}

/** What the island shows and fills. */
function drawShelf(index: string, { lists }: Words): Html {
  return html`<div class="shelf" id="d_shelf" data-index="${index}" hidden><p class="warning" role="alert" hidden></p><div class="shelf-tools"><button type="button" data-do="create">${lists.create}</button><button type="button" data-do="export" data-file="${lists.fileName}">${lists.export}</button><button type="button" data-do="import">${lists.import}</button><input type="file" accept=".json,application/json" aria-label="${lists.import}" hidden></div><div class="watchlists"></div><section class="saved" aria-labelledby="d_saved"><h2 class="taped" id="d_saved" tabindex="-1">${lists.savedTitle}</h2></section><div class="notice"><p role="status"></p><button type="button" data-do="undo" hidden>${lists.undo}</button></div><p class="unseen" role="status" id="d_progress"></p></div>`;
}

/** The one dialog for the name of a list, new or old. */
function drawNameDialog(words: Words): Fragment {
  const { lists } = words;
  const matter = html`<form class="ask" id="d_name_form"><label for="d_name_field">${lists.nameField}</label><input id="d_name_field" name="name" type="text" maxlength="80" required autocomplete="off" autofocus><button type="submit">${lists.save}</button></form>`;
  return drawDialog({ id: 'd_name', title: lists.yourList, matter }, words);
}
