// What the page Mes listes repeats, as stencils: a list, a security in it, an article of a security, a saved article,
// and what a search found. `{name}` and its like are filled by the island; `data-do` names what a button does.

import { type Html, html } from '../../src/base/html.ts';
import type { Words } from '../words/index.ts';

/** All stencils. */
export function drawListStencils(words: Words): Html {
  const { lists } = words;
  const { labels } = lists;
  return html`<template id="d_t_list"><section class="watchlist" aria-label="{name}"><div class="top-row"><h2 tabindex="-1">{name}</h2><p class="count">{count}</p><div class="acts">${[
    act('rename', lists.rename, labels.rename),
    act('up', lists.up, labels.up),
    act('down', lists.down, labels.down),
    act('delete', lists.delete, labels.delete),
  ]}</div></div><ol class="held"></ol><div class="find"><label>${lists.find} <span class="unseen">${lists.ofList}</span><input type="search" maxlength="80" autocomplete="off" placeholder="${lists.findHint}"></label><p class="found" role="status"></p><ul class="hits"></ul></div></section></template><template id="d_t_security"><li class="held-one" draggable="true"><div class="top-row"><h3><a>{name}</a></h3><p class="count">{facts}</p><div class="acts">${[
    act('security-up', lists.up, labels.securityUp),
    act('security-down', lists.down, labels.securityDown),
    act('security-remove', lists.remove, labels.securityRemove),
  ]}</div></div><div class="news"></div></li></template><template id="d_t_article"><li><a>{title}</a> <p class="meta"><b class="partner">${words.partner('{partner}')}</b> <span class="who">{source}</span> <time datetime="2000-01-01">{date}</time></p></li></template><template id="d_t_saved"><li><a dir="auto">{name}</a> <p class="meta"><b class="partner">${words.partner('{partner}')}</b> <time datetime="2000-01-01">{date}</time></p>${act('forget', lists.remove, labels.forget)}</li></template><template id="d_t_hit"><li>${act('security-add', lists.add, labels.securityAdd)} <b>{name}</b> <span class="count">{facts}</span></li></template><template id="d_t_retry">${act('retry', lists.retry, labels.retry)}</template>`;
}

function act(name: string, text: string, label: string): Html {
  return html`<button type="button" data-do="${name}" aria-label="${label}">${text}</button>`;
}
