// Native dialogs: opened by what has `data-opens="<id>"`, closed by Fermer, Escape or a click beside them.
// A link that opens a dialog becomes a button here, because without script it is the way to the same matter.
// A dialog tells what opened it in the event `depeche:open`, so that an island can fill it.
// Invariant: one dialog is open at a time, and when it closes the focus is where it was.

/** What the event `depeche:open` carries. */
export interface Opening {
  readonly opener: HTMLElement | null;
}

/** Makes every opener of a document work, now and later. */
export function wireDialogs(page: Document): void {
  for (const opener of page.querySelectorAll<HTMLElement>('[data-opens]')) readyOpener(opener);
  page.addEventListener('click', (event) => {
    const opener = (event.target as Element).closest<HTMLElement>('[data-opens]');
    const dialog = opener && page.getElementById(opener.dataset['opens'] ?? '');
    if (!(dialog instanceof HTMLDialogElement)) return;
    event.preventDefault();
    openDialog(dialog, opener);
  });
  for (const dialog of page.querySelectorAll('dialog')) closeBeside(dialog);
}

/** Opens a dialog; the focus goes back to `opener`, or to where it was. */
export function openDialog(dialog: HTMLDialogElement, opener: HTMLElement | null): void {
  for (const other of document.querySelectorAll<HTMLDialogElement>('dialog[open]')) other.close();
  takeMatter(dialog);
  const before = document.activeElement;
  dialog.dispatchEvent(new CustomEvent<Opening>('depeche:open', { detail: { opener } }));
  dialog.showModal();
  // Safari gives a clicked button no focus, so the browser's own way back would lead nowhere.
  const back = opener?.isConnected && opener.checkVisibility?.() !== false ? opener : before;
  dialog.addEventListener(
    'close',
    () => {
      if (back instanceof HTMLElement && !document.querySelector('dialog[open]')) back.focus();
    },
    { once: true },
  );
}

/** Shows an opener that needs script, and turns a link into a button with the same content. */
export function readyOpener(opener: HTMLElement): void {
  let button = opener;
  if (opener instanceof HTMLAnchorElement) {
    button = document.createElement('button');
    button.setAttribute('type', 'button');
    button.className = opener.className;
    button.dataset['opens'] = opener.dataset['opens'] ?? '';
    button.append(...opener.childNodes);
    opener.replaceWith(button);
  }
  button.setAttribute('aria-haspopup', 'dialog');
  button.hidden = false;
}

/** A dialog with `data-holds` shows a copy of what stands in the page already, made when it is first opened. */
function takeMatter(dialog: HTMLDialogElement): void {
  const { holds } = dialog.dataset;
  const matter = holds && document.querySelector(holds);
  if (!matter) return;
  delete dialog.dataset['holds'];
  dialog.querySelector('.matter')?.append(matter.cloneNode(true));
}

function closeBeside(dialog: HTMLDialogElement): void {
  // Only a press that begins and ends beside it: text may be marked from inside to outside.
  let pressed = false;
  const isBeside = ({ target, clientX: x, clientY: y }: MouseEvent): boolean => {
    const { left, right, top, bottom } = dialog.getBoundingClientRect();
    return target === dialog && (x < left || x > right || y < top || y > bottom);
  };
  dialog.addEventListener('pointerdown', (event) => {
    pressed = isBeside(event);
  });
  dialog.addEventListener('click', (event) => {
    if (pressed && isBeside(event)) dialog.close();
    pressed = false;
  });
}
