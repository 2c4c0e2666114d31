// What puts securities and articles into a reader's lists: a button beside each security, the dialog that it opens,
// and the button that keeps an article for later. All of it is hidden until the island `keep` can serve it.

import { type Fragment, type Html, html } from '../../src/base/html.ts';
import type { ArticlePage, SecurityLink, Site } from '../../src/view/types.ts';
import type { Words } from '../words/index.ts';
import { drawDialog } from './dialog.ts';
import { drawOnce } from './once.ts';
import { drawSentences } from './sentences.ts';

/** « Ajouter à une liste », for one security. */
export function drawAdd({ id, label }: Pick<SecurityLink, 'id' | 'label'>, words: Words): Html {
  return html`<button type="button" class="add" data-opens="d_add" data-security="${id}" data-name="${label}" hidden>${words.lists.addTo}<span class="unseen">${words.colon}${label}</span></button>`;
}

/** « Lire plus tard », for an article; that of a partner stays marked as one. */
export function drawSave({ head, partner }: Pick<ArticlePage, 'head' | 'partner'>, words: Words): Html {
  return html`<button type="button" class="save" data-save="${head.path}"${partner !== null && html` data-partner="${partner}"`} aria-pressed="false" hidden>${words.lists.saveArticle}</button>`;
}

/** The dialog of `drawAdd`, with what the island repeats and says. */
export function drawKeepDialog(site: Site, words: Words): Fragment {
  const { lists } = words;
  const matter = html`<p class="which"></p><ul class="choices"></ul><form class="ask"><label for="d_add_name">${lists.newListField}</label><input id="d_add_name" name="name" type="text" maxlength="80" required autocomplete="off"><button type="submit">${lists.add}</button></form><p role="status"></p><p><a href="${site.lists}">${lists.title}</a></p>`;
  return [
    drawDialog({ id: 'd_add', title: lists.addTo, matter }, words),
    html`<template id="d_t_choice"><li><label><input type="checkbox"> {name}</label></li></template>`,
    drawKeepSentences(words),
  ];
}

/** What the island says; enough where there is no dialog. */
export function drawKeepSentences(words: Words): Html {
  return drawOnce(words, 'keep', () =>
    drawSentences(words, [
      'added',
      'removed',
      'saved',
      'forgotten',
      'full-list',
      'too-many-lists',
      'storage-full',
      'storage-forbidden',
    ]),
  );
}
