// On articles and pages of securities: the dialog that puts a security into lists, and the button that keeps an
// article for later. What was done is said aloud; the page Mes listes shows it.

import type { Opening } from './parts/dialogs.ts';
import { newId, openKeeping } from './parts/keeping.ts';
import {
  addList,
  addSecurity,
  forgetArticle,
  isSaved,
  most,
  removeSecurity,
  saveArticle,
  type Security,
  type WatchList,
} from './parts/shelf.ts';
import { sentence, stencil } from './parts/stencil.ts';

const keeping = openKeeping();

/** What is said behind a change: a warning as long as lists are not kept. */
function also(text: string): string {
  const state = keeping.state();
  return state === 'kept' ? text : `${text} ${sentence(`storage-${state}`)}`;
}

function wireDialog(dialog: HTMLElement): void {
  const which = dialog.querySelector('.which') as HTMLElement;
  const choices = dialog.querySelector('.choices') as HTMLElement;
  const said = dialog.querySelector('[role=status]') as HTMLElement;
  const form = dialog.querySelector('form.ask') as HTMLFormElement;
  const field = form.elements.namedItem('name') as HTMLInputElement;
  let security: Security = { id: '', name: '' };

  const draw = (): void => {
    const rows = keeping.read().lists.map((list) => drawChoice(list, security, said));
    choices.replaceChildren(...rows);
  };

  dialog.addEventListener('depeche:open', (event) => {
    const { opener } = (event as CustomEvent<Opening>).detail;
    security = { id: opener?.dataset['security'] ?? '', name: opener?.dataset['name'] ?? '' };
    which.textContent = security.name;
    said.textContent = '';
    field.value = '';
    draw();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const { lists } = keeping.read();
    const name = field.value.trim();
    if (name === '') return;
    if (lists.length >= most.lists) {
      said.textContent = sentence('too-many-lists', { count: most.lists });
      return;
    }
    const id = newId();
    keeping.change((shelf) => addSecurity(addList(shelf, { id, name }), id, security));
    field.value = '';
    draw();
    said.textContent = also(sentence('added', { name: security.name, list: name }));
  });
  keeping.watch(draw);
}

/** A row that puts a security on a list or takes it off; `said` tells what came of it. */
function drawChoice(list: WatchList, security: Security, said: HTMLElement): HTMLElement {
  const row = stencil('d_t_choice', { name: list.name });
  const box = row.querySelector('input') as HTMLInputElement;
  box.checked = list.securities.some(({ id }) => id === security.id);
  box.addEventListener('change', () => {
    const { checked } = box;
    if (checked && list.securities.length >= most.securities) {
      box.checked = false;
      said.textContent = sentence('full-list', { count: most.securities });
      return;
    }
    keeping.change((shelf) =>
      checked ? addSecurity(shelf, list.id, security) : removeSecurity(shelf, list.id, security.id),
    );
    said.textContent = also(sentence(checked ? 'added' : 'removed', { name: security.name, list: list.name }));
  });
  return row;
}

function wireSave(button: HTMLElement): void {
  const said = button.parentElement?.querySelector<HTMLElement>('[role=status]');
  const { save: url = '', partner = '' } = button.dataset;
  const show = (): void => button.setAttribute('aria-pressed', String(isSaved(keeping.read(), url)));
  button.addEventListener('click', () => {
    const saved = isSaved(keeping.read(), url);
    const title = document.querySelector('h1')?.textContent ?? '';
    const date = document.querySelector('.slip time')?.getAttribute('datetime') ?? '';
    keeping.change((shelf) => (saved ? forgetArticle(shelf, url) : saveArticle(shelf, { url, title, date, partner })));
    show();
    if (said) said.textContent = also(sentence(saved ? 'forgotten' : 'saved'));
  });
  keeping.watch(show);
  show();
  button.hidden = false;
}

const dialog = document.getElementById('d_add');
if (dialog) wireDialog(dialog);
for (const button of document.querySelectorAll<HTMLElement>('[data-save]')) wireSave(button);
