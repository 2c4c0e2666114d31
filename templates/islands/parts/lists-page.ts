// Draws a reader's lists into the frame of Mes listes, from the shelf as it is now.
// Draws all of it after each change, and puts the focus back where it was; fetched articles are not fetched again.
// It changes nothing that is kept; what a button does is lists-acts.ts's work.

import type { NewsRoom } from './security-news.ts';
import type { Found } from './security-search.ts';
import { type SavedArticle, type Security, securityUrl, type Shelf, type WatchList } from './shelf.ts';
import { sentence, spellInstant, stencil } from './stencil.ts';

/** Draws the shelf. */
export function drawShelf(frame: HTMLElement, shelf: Shelf, news: NewsRoom): void {
  const back = focusKey(document.activeElement);
  const typed = new Map(
    [...frame.querySelectorAll<HTMLElement>('.watchlist')].map((list) => [list.dataset['id'], list]),
  );
  const lists = frame.querySelector('.watchlists') as HTMLElement;
  const drawn = shelf.lists.map((list, place) => drawList(list, { place, count: shelf.lists.length, news }));
  for (const list of drawn) keepSearch(list, typed.get(list.dataset['id']));
  lists.replaceChildren(...drawn);
  if (drawn.length === 0) lists.append(state('no-list'));
  drawSaved(frame, shelf.saved);
  if (back !== null) frame.querySelector<HTMLElement>(back)?.focus({ preventScroll: true });
}

interface ListPlace {
  readonly place: number;
  readonly count: number;
  readonly news: NewsRoom;
}

function drawList(list: WatchList, { place, count, news }: ListPlace): HTMLElement {
  const { id, name, securities } = list;
  const many = securities.length;
  const section = stencil('d_t_list', {
    name,
    count: many === 0 ? '' : sentence(many === 1 ? 'count-one' : 'count-many', { count: many }),
  });
  section.dataset['id'] = id;
  disable(section, 'up', place === 0);
  disable(section, 'down', place === count - 1);
  const held = section.querySelector('.held') as HTMLElement;
  if (many === 0) held.replaceWith(state('empty'));
  held.append(...securities.map((security, at) => drawSecurity(security, { place: at, count: many, news })));
  return section;
}

function drawSecurity({ id, name }: Security, { place, count, news }: ListPlace): HTMLElement {
  const row = stencil('d_t_security', { name, facts: '' });
  row.dataset['security'] = id;
  row.dataset['name'] = name;
  row.dataset['place'] = String(place);
  (row.querySelector('h3 a') as HTMLAnchorElement).href = securityUrl(id);
  row.querySelector('.count')?.remove();
  disable(row, 'security-up', place === 0);
  disable(row, 'security-down', place === count - 1);
  news.show(id, name, row.querySelector('.news') as HTMLElement);
  return row;
}

function drawSaved(frame: HTMLElement, saved: readonly SavedArticle[]): void {
  const section = frame.querySelector('.saved') as HTMLElement;
  section.querySelector('ul, .state')?.remove();
  if (saved.length === 0) return section.append(state('no-saved'));
  const list = document.createElement('ul');
  for (const { url, title, date, partner = '' } of saved) {
    const row = stencil('d_t_saved', { name: title, partner, date: spellInstant(date) });
    row.dataset['url'] = url;
    (row.querySelector('a') as HTMLAnchorElement).href = url;
    if (partner === '') row.querySelector('.partner')?.remove();
    const time = row.querySelector('time');
    if (date === '') time?.remove();
    else time?.setAttribute('datetime', date);
    list.append(row);
  }
  section.append(list);
}

/** Shows what a search found; `null` while nothing was typed. */
export function drawHits(section: HTMLElement, found: readonly Found[] | null, held: ReadonlySet<string>): void {
  const said = section.querySelector('.found') as HTMLElement;
  const hits = section.querySelector('.hits') as HTMLElement;
  const count = found?.length ?? 0;
  const name = count === 0 ? 'hits-none' : count === 1 ? 'hits-one' : 'hits-many';
  said.textContent = found === null ? '' : sentence(name, { count });
  hits.replaceChildren(
    ...(found ?? []).map(({ id, name, facts }) => {
      const row = stencil('d_t_hit', { name, facts });
      row.dataset['security'] = id;
      row.dataset['name'] = name;
      disable(row, 'security-add', held.has(id));
      return row;
    }),
  );
}

/** What was typed and found stays when the list is drawn again. */
function keepSearch(list: HTMLElement, before: HTMLElement | undefined): void {
  if (before === undefined) return;
  const field = before.querySelector('input') as HTMLInputElement;
  const fresh = list.querySelector('input') as HTMLInputElement;
  fresh.value = field.value;
  list.querySelector('.found')?.replaceWith(before.querySelector('.found') as HTMLElement);
  list.querySelector('.hits')?.replaceWith(before.querySelector('.hits') as HTMLElement);
}

function state(name: string): HTMLElement {
  const text = document.createElement('p');
  text.className = 'state';
  text.textContent = sentence(name);
  return text;
}

/** Buttons that can do nothing now stay where they are, so that the keyboard does not lose its place. */
function disable(row: HTMLElement, act: string, off: boolean): void {
  if (off) row.querySelector(`[data-do="${act}"]`)?.setAttribute('aria-disabled', 'true');
}

/** How to find the focused element again when everything was drawn anew; null when it is not in a list. */
function focusKey(element: Element | null): string | null {
  const list = element?.closest<HTMLElement>('.watchlist');
  const saved = element?.closest<HTMLElement>('.saved [data-url]');
  const act = element?.getAttribute('data-do');
  if (saved) return `.saved [data-url="${CSS.escape(saved.dataset['url'] ?? '')}"] [data-do]`;
  if (!list) return null;
  const row = element?.closest<HTMLElement>('[data-security]')?.dataset['security'];
  const inRow =
    row === undefined ? '' : ` ${element?.closest('.hits') ? '.hits ' : ''}[data-security="${CSS.escape(row)}"]`;
  const target = act ? ` [data-do="${act}"]` : element?.matches('input') ? ' input' : ' h2';
  return `.watchlist[data-id="${CSS.escape(list.dataset['id'] ?? '')}"]${inRow}${target}`;
}
