// The sentences that islands say about lists: in a template, so that none is seen or read before it is true.

import { type Html, html } from '../../src/base/html.ts';
import type { ListSentence } from '../words/list-words.ts';
import type { Words } from '../words/index.ts';

/** All of them, or those that are named. */
export function drawSentences({ lists }: Words, only?: readonly ListSentence[]): Html {
  const names = only ?? (Object.keys(lists.sentences) as ListSentence[]);
  return html`<template id="d_sentences">${names.map((name) => html`<p data-say="${name}">${lists.sentences[name]}</p>`)}</template>`;
}
