// What the buttons of Mes listes do: each act changes the shelf, says what happened, and can be undone where something
// was taken away. Keyboard and pointer lead to the same acts.

import { openDialog } from './dialogs.ts';
import { type Change, type Keeping, newId } from './keeping.ts';
import {
  addList,
  addSecurity,
  forgetArticle,
  mergeShelves,
  most,
  moveList,
  moveSecurity,
  removeList,
  removeSecurity,
  renameList,
  type Shelf,
  takeBack,
} from './shelf.ts';
import { readShelfFile, renumber, writeShelfFile } from './shelf-file.ts';
import { sentence } from './stencil.ts';

/** What an act needs. */
export interface Desk {
  readonly keeping: Keeping;
  /** Draws the shelf again. */
  readonly draw: () => void;
  /** Says a sentence; with `undo`, offers to take back what was done. */
  readonly say: (text: string, undo?: Change) => void;
}

/** Where a button stands. */
interface Place {
  readonly list: string;
  readonly security: string;
  readonly name: string;
  readonly url: string;
}

/** Does what a button is for. */
export function act(button: HTMLElement, desk: Desk): void {
  if (button.getAttribute('aria-disabled') === 'true') return;
  const place = placeOf(button);
  switch (button.dataset['do']) {
    case 'create':
      return askName(button, null, desk);
    case 'rename':
      return askName(button, place.list, desk);
    case 'up':
      return change(
        desk,
        (shelf) => moveList(shelf, place.list, -1),
        () => sayListPlace(desk, place.list),
      );
    case 'down':
      return change(
        desk,
        (shelf) => moveList(shelf, place.list, 1),
        () => sayListPlace(desk, place.list),
      );
    case 'delete':
      return takeAway(desk, (shelf) => removeList(shelf, place.list), 'deleted', { list: listName(desk, place.list) });
    case 'security-up':
      return step(desk, place, -1);
    case 'security-down':
      return step(desk, place, 1);
    case 'security-remove':
      return takeAway(desk, (shelf) => removeSecurity(shelf, place.list, place.security), 'removed', {
        name: place.name,
        list: listName(desk, place.list),
      });
    case 'security-add':
      return addTo(desk, place);
    case 'forget':
      return takeAway(desk, (shelf) => forgetArticle(shelf, place.url), 'forgotten', {});
    case 'export':
      return exportFile(button, desk);
  }
}

function placeOf(button: HTMLElement): Place {
  const row = button.closest<HTMLElement>('[data-security]');
  return {
    list: button.closest<HTMLElement>('.watchlist')?.dataset['id'] ?? '',
    security: row?.dataset['security'] ?? '',
    name: row?.dataset['name'] ?? '',
    url: button.closest<HTMLElement>('[data-url]')?.dataset['url'] ?? '',
  };
}

function listOf(desk: Desk, id: string): Shelf['lists'][number] | undefined {
  return desk.keeping.read().lists.find((list) => list.id === id);
}

function listName(desk: Desk, id: string): string {
  return listOf(desk, id)?.name ?? '';
}

function change(desk: Desk, to: Change, say: () => void): void {
  desk.keeping.change(to);
  desk.draw();
  say();
}

function takeAway(desk: Desk, to: Change, said: string, filling: Readonly<Record<string, string>>): void {
  const before = desk.keeping.read();
  const text = sentence(said, filling);
  const after = desk.keeping.change(to);
  const emptied = after.lists.some(
    (list, i) =>
      list.securities.length === 0 && before.lists[i]?.id === list.id && before.lists[i]?.securities.length > 0,
  );
  desk.draw();
  desk.say(emptied ? `${text} ${sentence('empty')}` : text, (shelf) => takeBack(shelf, before, after));
}

/** Moves a security by one place; also what a drag ends in. */
export function step(
  desk: Desk,
  { list, security, name }: Pick<Place, 'list' | 'security' | 'name'>,
  by: number,
): void {
  change(
    desk,
    (shelf) => moveSecurity(shelf, list, { security, by }),
    () => {
      const at = listOf(desk, list)?.securities.findIndex(({ id }) => id === security) ?? -1;
      desk.say(sentence('moved', { name, count: at + 1 }));
    },
  );
}

function sayListPlace(desk: Desk, id: string): void {
  const { lists } = desk.keeping.read();
  const at = lists.findIndex((list) => list.id === id);
  desk.say(sentence('moved', { name: lists[at]?.name ?? '', count: at + 1 }));
}

function addTo(desk: Desk, { list, security, name }: Place): void {
  if ((listOf(desk, list)?.securities.length ?? 0) >= most.securities) {
    return desk.say(sentence('full-list', { count: most.securities }));
  }
  change(
    desk,
    (shelf) => addSecurity(shelf, list, { id: security, name }),
    () => desk.say(sentence('added', { name, list: listName(desk, list) })),
  );
}

/** Ends the question before this one. */
let asking = new AbortController();

/** Asks for a name, of a new list (null) or for an old one. */
function askName(opener: HTMLElement, id: string | null, desk: Desk): void {
  const { lists } = desk.keeping.read();
  if (id === null && lists.length >= most.lists) return desk.say(sentence('too-many-lists', { count: most.lists }));
  const form = document.getElementById('d_name_form') as HTMLFormElement;
  const field = form.elements.namedItem('name') as HTMLInputElement;
  const dialog = form.closest('dialog') as HTMLDialogElement;
  field.value = id === null ? '' : listName(desk, id);
  asking.abort();
  asking = new AbortController();
  const answer = (event: Event): void => {
    event.preventDefault();
    const name = field.value.trim();
    if (name === '') return;
    dialog.close();
    const fresh = newId();
    change(
      desk,
      (shelf) => (id === null ? addList(shelf, { id: fresh, name }) : renameList(shelf, id, name)),
      () => desk.say(sentence(id === null ? 'created' : 'renamed', { list: name })),
    );
  };
  form.addEventListener('submit', answer, { signal: asking.signal });
  openDialog(dialog, opener);
  field.select();
}

function exportFile(button: HTMLElement, desk: Desk): void {
  const name = button.dataset['file'] ?? 'listes.json';
  const address = URL.createObjectURL(new Blob([writeShelfFile(desk.keeping.read())], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
  desk.say(sentence('exported', { name }));
}

/** Takes a file in, or says why not. */
export async function importFile(file: File, desk: Desk): Promise<void> {
  const read = file.size > most.file ? 'too-big' : readShelfFile(await file.text());
  if (typeof read === 'string') return desk.say(sentence(`file-${read}`));
  const before = desk.keeping.read();
  const brought = renumber(read, newId);
  const after = desk.keeping.change((shelf) => mergeShelves(shelf, brought));
  desk.draw();
  desk.say(sentence('imported'), (shelf) => takeBack(shelf, before, after));
}
