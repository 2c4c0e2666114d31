// On the page that stands where no network is: the articles that this device keeps, what was read last first.
// Titles are read from the kept pages as text; where nothing is kept, the page stays as it was.

import { nameOf, type Room } from './parts/caches.ts';

interface Kept {
  readonly path: string;
  readonly title: string;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** The headline of a page's markup as text; '' when it has none. */
function headlineOf(markup: string): string {
  const [, inner = ''] = /<h1\b[^>]*>(.*?)<\/h1>/s.exec(markup) ?? [];
  const text = inner.replace(/<[^>]*>/g, '').replace(/\s+/g, ' ');
  return text.replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole).trim();
}

/** Articles of a room, the newest answer first. */
async function keptIn(room: Room): Promise<Kept[]> {
  const cache = await caches.open(nameOf(room));
  const articles = (await cache.keys()).filter(({ url }) => /\/\d{4}\/\d\d\/\d\d\/[^/]+\.html$/.test(url)).toReversed();
  return Promise.all(
    articles.map(async (request) => {
      const markup = await (await cache.match(request))?.text();
      return { path: new URL(request.url).pathname, title: headlineOf(markup ?? '') };
    }),
  );
}

async function showKept(section: HTMLElement): Promise<void> {
  const all = [...(await keptIn('pages')), ...(await keptIn('saved'))].filter(({ title }) => title !== '');
  const list = section.querySelector('ul');
  for (const { path, title } of new Map(all.toReversed().map((one) => [one.path, one])).values()) {
    const link = document.createElement('a');
    link.href = path;
    link.dir = 'auto';
    link.textContent = title;
    const item = document.createElement('li');
    item.append(link);
    list?.prepend(item);
  }
  section.hidden = list?.children.length === 0;
}

const section = document.querySelector<HTMLElement>('[data-kept]');
// A browser that keeps nothing has nothing to show.
if (section && 'caches' in window) showKept(section).catch(() => {});
