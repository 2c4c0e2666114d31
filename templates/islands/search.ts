// The search page: asks the index, shards by year, in the order the reader wants, and fills the list. The question, the
// filters and the order stand in the address, so that a search can be shared and gone back to.
// It makes no markup of its own: results are clones of the page's template, texts come from the page.
// Invariant: only the answer to the newest question is shown.

import { type Answer, createEngines, type Order } from './parts/search-engine.ts';
import { fillResult } from './parts/search-result.ts';

const batch = 20;
const part = <T extends HTMLElement>(name: string): T => document.querySelector<T>(`[data-search="${name}"]`) as T;

const form = part<HTMLFormElement>('form');
const field = form.querySelector<HTMLInputElement>('input[type="search"]') as HTMLInputElement;
const section = part<HTMLSelectElement>('section');
const year = part<HTMLSelectElement>('year');
const order = part<HTMLSelectElement>('order');
const results = part('results');
const status = part('status');
const list = part('list');
const more = part<HTMLButtonElement>('more');
const template = part('result') as unknown as HTMLTemplateElement;

const engines = createEngines();
let turns = 0;
let answer: Answer | null = null;

form.hidden = false;
part('narrow').hidden = false;
form.addEventListener('submit', (event) => {
  event.preventDefault();
  rememberQuestion();
  void ask();
});
for (const choice of [section, year, order]) {
  choice.addEventListener('change', () => {
    if (field.value.trim() === '') return;
    rememberQuestion();
    void ask();
  });
}
more.addEventListener('click', () => void showMore(true));
addEventListener('popstate', () => void readQuestion());
// At once: what the reader types meanwhile must not be taken away.
void readQuestion();
if (field.value === '') field.focus({ preventScroll: true });
void offerYears();

/** Offers the years of the index; the one that is asked for stays chosen. */
async function offerYears(): Promise<void> {
  const years = await engines.years();
  const { value } = year;
  year.replaceChildren(year.options[0] as HTMLOptionElement, ...years.map((known) => new Option(String(known))));
  choose(year, value);
}

/** Takes the question out of the address. */
async function readQuestion(): Promise<void> {
  const query = new URLSearchParams(location.search);
  field.value = query.get('q') ?? '';
  choose(section, query.get('section'));
  const asked = query.get('year') ?? '';
  if (/^\d{4}$/.test(asked) && ![...year.options].some(({ value }) => value === asked)) year.add(new Option(asked));
  choose(year, asked);
  choose(order, query.get('order'));
  if (field.value.trim() !== '') return ask();
  turns++;
  results.hidden = true;
}

function choose(select: HTMLSelectElement, value: string | null): void {
  select.value = value ?? '';
  if (select.selectedIndex === -1) select.value = '';
}

function rememberQuestion(): void {
  const query = new URLSearchParams({ q: field.value.trim() });
  for (const [name, { value }] of Object.entries({ section, year, order })) if (value !== '') query.set(name, value);
  const address = `${location.pathname}?${query}`;
  if (address !== location.pathname + location.search) history.pushState(null, '', address);
}

async function ask(): Promise<void> {
  const turn = ++turns;
  const words = field.value.trim();
  results.hidden = false;
  more.hidden = true;
  say('loading', words, 0);
  try {
    const found = await engines.search({
      words,
      section: section.value || null,
      year: year.value === '' ? null : Number(year.value),
      order: (order.value || 'best') as Order,
    });
    if (turn !== turns) return;
    answer = found;
    list.replaceChildren();
    await showMore(false);
    if (turn === turns) say(found.count === 0 ? 'none' : found.count === 1 ? 'one' : 'many', words, found.count);
  } catch {
    if (turn !== turns) return;
    list.replaceChildren();
    say('failed', words, 0);
  }
}

/** A question without the marks around it: the sentence sets its own. */
function bare(words: string): string {
  const found = /^(?:«(.*)»|“(.*)”|"(.*)")$/.exec(words);
  return (found?.[1] ?? found?.[2] ?? found?.[3] ?? words).trim();
}

function say(what: string, words: string, count: number): void {
  const text = status.dataset[what] ?? '';
  const number = String(count).replace(/\B(?=(\d{3})+$)/g, '\u202f');
  status.textContent = text.replace('{n}', () => number).replace('{q}', () => bare(words));
}

/** Shows the next results; after a press the focus goes to the first of them. */
async function showMore(byHand: boolean): Promise<void> {
  const turn = turns;
  const shown = list.childElementCount;
  more.disabled = true;
  const found = (await answer?.next(batch)) ?? [];
  const next = await Promise.all(found.map((one) => one.data()));
  more.disabled = false;
  if (turn !== turns) return;
  for (const data of next) {
    const item = template.content.firstElementChild?.cloneNode(true) as HTMLElement;
    fillResult(item, data);
    list.append(item);
  }
  more.hidden = list.childElementCount >= (answer?.count ?? 0);
  if (byHand) list.children[shown]?.querySelector('a')?.focus();
}
