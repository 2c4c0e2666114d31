// A native dialog, and what opens it. Dialogs stand behind the footer (`Matter.dialogs`), out of the text's flow;
// closed ones are neither seen, nor read aloud, nor reached by keyboard. Fermer needs no script.
// An opener is hidden until a script can serve it, unless it is a link: then it leads to the same matter without one.

import { type Fragment, type Html, html } from '../../src/base/html.ts';
import type { Words } from '../words/index.ts';

/** A dialog. */
export interface DialogParts {
  /** Begins with `d_`; its heading takes the same with `_title` behind it. */
  readonly id: string;
  readonly title: string;
  readonly matter: Fragment;
  /** Selector of an element of the page that the dialog shows a copy of, below `matter`. */
  readonly holds?: string;
}

/** One `dialog`, closed. */
export function drawDialog({ id, title, matter, holds }: DialogParts, words: Words): Html {
  return html`<dialog class="dialog" id="${id}" aria-labelledby="${id}_title"${holds !== undefined && html` data-holds="${holds}"`}><div class="top-row"><h2 id="${id}_title">${title}</h2><form method="dialog"><button type="submit">${words.close}</button></form></div><div class="matter">${matter}</div></dialog>`;
}

/** A button that opens a dialog; nothing is seen of it without script. */
export function drawOpener(dialog: string, label: Fragment): Html {
  return html`<button type="button" class="opens" data-opens="${dialog}" hidden>${label}</button>`;
}

/** A link that leads to a page, and opens a dialog with the same matter where there is script. */
export function drawOpenerLink(dialog: string, label: Fragment, href: string): Html {
  return html`<a class="opens" href="${href}" data-opens="${dialog}">${label}</a>`;
}
