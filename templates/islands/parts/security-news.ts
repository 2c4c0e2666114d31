// The newest articles of a security, from its own file; fetched once, when its place in the page comes near.
// Says what is true at each moment: that it is loading, that there is nothing, that it failed (and how to try again).

import { isArticlePath, isId, tidy } from './shelf.ts';
import { sentence, spellInstant, stencil } from './stencil.ts';

interface NewsItem {
  readonly url: string;
  readonly title: string;
  readonly date: string;
  readonly lang: string;
  readonly dir: string;
  readonly partner: string;
  readonly source: string;
}

/** What came of fetching: articles, or why there are none. */
type News = readonly NewsItem[] | 'no-page' | 'failed';

/** Shows the news of securities in the elements that it is given. */
export interface NewsRoom {
  readonly show: (id: string, name: string, place: HTMLElement) => void;
}

/** Opens the room; `progress` is told when loading begins and when all of it is over. */
export function openNewsRoom(progress: (state: 'loading' | 'loaded') => void): NewsRoom {
  const known = new Map<string, News>();
  let running = 0;
  const load = async (id: string, name: string, place: HTMLElement): Promise<void> => {
    place.replaceChildren(line('loading'));
    if (running++ === 0) progress('loading');
    const news = await fetchNews(id);
    if (news !== 'failed') known.set(id, news);
    draw(id, name, place, news);
    if (--running === 0) progress('loaded');
  };
  const draw = (id: string, name: string, place: HTMLElement, news: News): void => {
    if (news === 'failed') {
      const retry = stencil('d_t_retry', { name });
      retry.addEventListener('click', () => void load(id, name, place));
      place.replaceChildren(line('failed'), retry);
    } else if (news === 'no-page') place.replaceChildren(line('no-page'));
    else if (news.length === 0) place.replaceChildren(line('no-news'));
    else {
      const list = document.createElement('ul');
      list.append(...news.map(drawItem));
      place.replaceChildren(list);
    }
  };
  const waiting = new Map<Element, () => void>();
  const watch = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        if (!isIntersecting) continue;
        watch.unobserve(target);
        waiting.get(target)?.();
        waiting.delete(target);
      }
    },
    { rootMargin: '400px' },
  );
  return {
    show: (id, name, place) => {
      const news = known.get(id);
      if (news !== undefined) return draw(id, name, place, news);
      waiting.set(place, () => void load(id, name, place));
      watch.observe(place);
    },
  };
}

function line(name: string): HTMLElement {
  const text = document.createElement('p');
  text.className = 'state';
  text.textContent = sentence(name);
  return text;
}

async function fetchNews(id: string): Promise<News> {
  if (!isId(id)) return 'no-page';
  try {
    const answer = await fetch(`/valeurs/${encodeURIComponent(id)}/articles.json`, { cache: 'no-cache' });
    if (answer.status === 404 || answer.status === 410) return 'no-page';
    if (!answer.ok) return 'failed';
    const { articles } = (await answer.json()) as { readonly articles?: unknown };
    return Array.isArray(articles) ? articles.flatMap(readItem) : 'failed';
  } catch {
    return 'failed';
  }
}

function readItem(value: unknown): readonly NewsItem[] {
  if (typeof value !== 'object' || value === null) return [];
  const { url, title, date, lang, dir, partner, source } = value as Record<string, unknown>;
  const label = tidy(title, 300);
  if (!isArticlePath(url) || label === '') return [];
  return [
    {
      url,
      title: label,
      date: tidy(date),
      lang: tidy(lang),
      dir: dir === 'rtl' ? 'rtl' : '',
      partner: tidy(partner),
      source: tidy(source),
    },
  ];
}

function drawItem(item: NewsItem): HTMLElement {
  const { url, title, date, lang, dir, partner, source } = item;
  const row = stencil('d_t_article', { title, partner, source, date: spellInstant(date) });
  const link = row.querySelector('a') as HTMLAnchorElement;
  link.href = url;
  if (lang !== '') link.lang = lang;
  if (dir !== '') link.dir = dir;
  row.querySelector('time')?.setAttribute('datetime', date);
  if (partner === '') row.querySelector('.partner')?.remove();
  else row.querySelector('.who')?.remove();
  return row;
}
