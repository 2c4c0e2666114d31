// The page Mes listes: shows the frame, draws the reader's lists into it, and hands buttons, keys, drags and files to
// what they do. What is not kept (storage full or forbidden) is said at the top for as long as it is true.

import { act, type Desk, importFile, step } from './parts/lists-acts.ts';
import { drawHits, drawShelf } from './parts/lists-page.ts';
import { type Change, openKeeping } from './parts/keeping.ts';
import { openNewsRoom } from './parts/security-news.ts';
import { findSecurities, type Found } from './parts/security-search.ts';
import { sentence } from './parts/stencil.ts';

const frame = document.getElementById('d_shelf') as HTMLElement;
const part = <T extends HTMLElement>(selector: string): T => frame.querySelector(selector) as T;
const status = part('.notice [role=status]');
const undo = part<HTMLButtonElement>('[data-do=undo]');
const progress = document.getElementById('d_progress') as HTMLElement;
const keeping = openKeeping();
const news = openNewsRoom((state) => {
  progress.textContent = sentence(state);
});
let wayBack: Change | null = null;

const desk: Desk = {
  keeping,
  draw: () => {
    drawShelf(frame, keeping.read(), news);
    warn();
  },
  say: (text, back) => {
    wayBack = back ?? null;
    status.textContent = text;
    undo.hidden = wayBack === null;
    // The button that was pressed is gone: the keyboard goes on from the one that brings it back.
    if (wayBack !== null && (document.activeElement === document.body || document.activeElement === null)) undo.focus();
  },
};

/** Says that lists are not kept, while they are not. */
function warn(): void {
  const warning = part('.warning');
  const state = keeping.state();
  const text = state === 'kept' ? '' : sentence(`storage-${state}`);
  if (warning.textContent !== text) warning.textContent = text;
  warning.hidden = text === '';
}

function goBack(): void {
  if (wayBack === null) return;
  keeping.change(wayBack);
  desk.draw();
  desk.say(sentence('undone'));
  part('[data-do=create]').focus();
}

frame.addEventListener('click', ({ target }) => {
  const button = (target as Element).closest<HTMLElement>('[data-do]');
  if (button === undo) goBack();
  else if (button?.dataset['do'] === 'import') part<HTMLInputElement>('input[type=file]').click();
  else if (button) {
    act(button, desk);
    const section = button.closest<HTMLElement>('.watchlist');
    if (button.dataset['do'] === 'security-add' && section) button.setAttribute('aria-disabled', 'true');
  }
});

part<HTMLInputElement>('input[type=file]').addEventListener('change', ({ target }) => {
  const input = target as HTMLInputElement;
  const file = input.files?.[0];
  if (file) void importFile(file, desk);
  input.value = '';
});

let typed = 0;
frame.addEventListener('input', ({ target }) => {
  const field = target as HTMLInputElement;
  if (field.type !== 'search') return;
  const section = field.closest<HTMLElement>('.watchlist') as HTMLElement;
  const turn = ++typed;
  const id = section.dataset['id'];
  const held = new Set(
    keeping
      .read()
      .lists.find((list) => list.id === id)
      ?.securities.map((security) => security.id),
  );
  const show = (found: readonly Found[] | null): void => {
    if (turn === typed && section.isConnected) drawHits(section, found, held);
  };
  if (field.value.trim() === '') return show(null);
  findSecurities(frame.dataset['index'] ?? '', field.value).then(show, () => {
    if (turn === typed) (section.querySelector('.found') as HTMLElement).textContent = sentence('failed');
  });
});

// Alt and an arrow move the security that has the focus; a drag does the same for the pointer.
frame.addEventListener('keydown', (event) => {
  const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
  const row = (event.target as Element).closest<HTMLElement>('.held-one');
  if (by === 0 || !event.altKey || !row) return;
  event.preventDefault();
  moveRow(row, by);
});

let dragged: HTMLElement | null = null;
frame.addEventListener('dragstart', (event) => {
  dragged = (event.target as Element).closest<HTMLElement>('.held-one');
  if (dragged === null || (event.target as Element).closest('a')) dragged = null;
  else event.dataTransfer?.setData('text/plain', dragged.dataset['name'] ?? '');
});
frame.addEventListener('dragover', (event) => {
  if (targetOf(event) !== null) event.preventDefault();
});
frame.addEventListener('drop', (event) => {
  const target = targetOf(event);
  if (target === null || dragged === null) return;
  event.preventDefault();
  moveRow(dragged, Number(target.dataset['place']) - Number(dragged.dataset['place']));
  dragged = null;
});

/** The place of a drag's end: another security of the same list. */
function targetOf(event: DragEvent): HTMLElement | null {
  const row = (event.target as Element).closest<HTMLElement>('.held-one');
  return row && dragged && row !== dragged && row.parentElement === dragged.parentElement ? row : null;
}

function moveRow(row: HTMLElement, by: number): void {
  const list = row.closest<HTMLElement>('.watchlist')?.dataset['id'] ?? '';
  step(desk, { list, security: row.dataset['security'] ?? '', name: row.dataset['name'] ?? '' }, by);
}

keeping.watch(desk.draw);
desk.draw();
for (const note of document.querySelectorAll('.unscripted')) note.remove();
frame.hidden = false;
