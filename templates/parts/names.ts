// Names in a sentence: « Claire Vasseur, Yann Le Dantec et Inès Moreau », each a link where it leads somewhere.

import { type Fragment, type Html, html } from '../../src/base/html.ts';
import type { Link } from '../../src/view/types.ts';
import type { Words } from '../words/index.ts';

/** Joins fragments with commas and the language's "and". */
export function joinNames(names: readonly Fragment[], words: Words): Fragment {
  return names.map((name, i) => {
    if (i === 0) return name;
    return i === names.length - 1 ? html` ${words.and} ${name}` : html`, ${name}`;
  });
}

/** A link. */
export function drawLink(link: Link): Html {
  return html`<a href="${link.url}">${link.label}</a>`;
}
