// Keeps pages for reading without a network: what was read last, and what was saved for later.
// The network always comes first. A kept page is shown when the network fails, or has not answered in four seconds;
// what arrives later is kept for the next load, so that nothing is stale longer than one load.
// An address with a question (`?q=`, `?utm_…`) is not kept: without a network its page stands for it, if that is kept.
// A page that the newspaper took back (404, 410) is forgotten. It runs beside the pages and never touches their lists.

import { nameOf, rooms, type Room } from './parts/caches.ts';

/** The little of a worker's world that is used here; the types of a page's world do not know it. */
interface Worker {
  readonly location: Location;
  readonly registration: { readonly navigationPreload?: { readonly enable: () => Promise<void> } };
  readonly clients: { readonly claim: () => Promise<void> };
  readonly skipWaiting: () => Promise<void>;
  readonly addEventListener: (type: string, listen: (event: WorkerEvent) => void) => void;
}

interface WorkerEvent {
  readonly request: Request;
  readonly data: unknown;
  readonly preloadResponse?: Promise<Response | undefined>;
  readonly waitUntil: (work: Promise<unknown>) => void;
  readonly respondWith: (answer: Promise<Response>) => void;
}

const worker = self as unknown as Worker;

const offlinePage = '/hors-ligne.html';
/** How long (ms) the network may take when there is something to show instead. */
const patience = 4000;

/** What is kept before it was ever asked for: the page without network, the reader's lists, and what pages need. */
const first: readonly (readonly [Room, string])[] = [
  ['files', offlinePage],
  ['files', '/assets/site.css'],
  ['files', '/assets/islands/page.js'],
  ['files', '/assets/islands/article.js'],
  ['files', '/assets/islands/keep.js'],
  ['files', '/assets/islands/lists.js'],
  ['files', '/assets/islands/offline.js'],
  ['pages', '/mes-listes/'],
];

worker.addEventListener('install', (event) => {
  const fetched = first.map(async ([room, url]) => {
    const cache = await caches.open(nameOf(room));
    // A newspaper may lack one of them; the worker is of use all the same.
    await cache.add(url).catch(() => {});
  });
  event.waitUntil(Promise.all(fetched).then(() => worker.skipWaiting()));
});

worker.addEventListener('activate', (event) => {
  const known = new Set<string>((Object.keys(rooms) as Room[]).map(nameOf));
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names.filter((name) => name.startsWith('depeche-') && !known.has(name)).map((name) => caches.delete(name)),
        ),
      )
      .then(() => worker.registration.navigationPreload?.enable())
      .then(() => worker.clients.claim()),
  );
});

worker.addEventListener('fetch', (event) => {
  if (isQuestion(event.request)) return event.respondWith(askedAnswer(event));
  const room = roomFor(event.request);
  if (room !== null) event.respondWith(answer(event, room));
});

/** Lists of saved articles are followed one after the other, so that an older one never undoes a newer. */
let following: Promise<void> = Promise.resolve();

worker.addEventListener('message', (event) => {
  const { saved } = (event.data ?? {}) as { readonly saved?: unknown };
  if (!Array.isArray(saved)) return;
  const urls = saved.filter((url): url is string => typeof url === 'string');
  following = following.then(() => keepSaved(urls)).catch(() => {});
  event.waitUntil(following);
});

/** True for a visit whose address asks something of a page. */
function isQuestion({ method, url, mode }: Request): boolean {
  const { origin, search } = new URL(url);
  return method === 'GET' && mode === 'navigate' && origin === worker.location.origin && search !== '';
}

async function askedAnswer(event: WorkerEvent): Promise<Response> {
  const { request } = event;
  return load(event).catch(async () => (await caches.match(request, { ignoreSearch: true })) ?? (await whenOffline()));
}

/** Where an answer belongs; null: the worker leaves the request alone. */
function roomFor({ method, url, mode, destination, headers }: Request): Room | null {
  const { origin, pathname } = new URL(url);
  if (method !== 'GET' || origin !== worker.location.origin || headers.has('range')) return null;
  if (mode === 'navigate') return /(?:\/|\.html)$/.test(pathname) ? 'pages' : null;
  if (pathname.startsWith('/assets/')) return 'files';
  if (destination === 'image') return 'pictures';
  return pathname.startsWith('/valeurs/') || pathname.startsWith('/fragments/') ? 'data' : null;
}

async function answer(event: WorkerEvent, room: Room): Promise<Response> {
  const { request } = event;
  const fresh = load(event);
  // Kept when it comes, even if it comes too late to be shown.
  const keeping = fresh.then((response) => keep(request, response.clone(), room));
  event.waitUntil(keeping.catch(() => {}));
  const kept = await find(request);
  if (kept) return Promise.race([fresh.catch(() => kept), after(patience, kept)]);
  if (room !== 'pages') return fresh;
  return fresh.catch(whenOffline);
}

async function whenOffline(): Promise<Response> {
  return (await caches.match(offlinePage)) ?? Response.error();
}

async function load({ request, preloadResponse }: WorkerEvent): Promise<Response> {
  return (await preloadResponse) ?? fetch(request);
}

function after(time: number, response: Response): Promise<Response> {
  return new Promise((resolve) => {
    setTimeout(() => resolve(response), time);
  });
}

/** A kept answer; scripts and stylesheets also under another version, when theirs was never fetched. */
async function find(request: Request): Promise<Response | undefined> {
  const found = await caches.match(request);
  if (found || !new URL(request.url).pathname.startsWith('/assets/')) return found;
  return caches.match(request, { ignoreSearch: true });
}

async function keep(request: Request, response: Response, room: Room): Promise<void> {
  if (response.status === 404 || response.status === 410) {
    await Promise.all([forget(request, room), forget(request, 'saved')]);
    return;
  }
  const isOurs = response.status === 200 && response.type === 'basic' && !response.redirected;
  if (!isOurs || /no-store/.test(response.headers.get('cache-control') ?? '')) return;
  const cache = await caches.open(nameOf(room));
  // Taken out first, so that it becomes the newest.
  await cache.delete(request);
  await cache.put(request, response.clone());
  const saved = await caches.open(nameOf('saved'));
  if (room === 'pages' && (await saved.match(request))) await saved.put(request, response);
  await bound(cache, room);
}

async function forget(request: Request, room: Room): Promise<void> {
  const cache = await caches.open(nameOf(room));
  await cache.delete(request);
}

async function bound(cache: Cache, room: Room): Promise<void> {
  const keys = await cache.keys();
  const lasting = room === 'files' ? keys.filter(({ url }) => new URL(url).search !== '') : keys;
  await Promise.all(lasting.slice(0, Math.max(0, lasting.length - rooms[room])).map((key) => cache.delete(key)));
}

/** Fetches saved articles that are not kept yet, and lets go of those that are saved no more. */
async function keepSaved(urls: readonly string[]): Promise<void> {
  const cache = await caches.open(nameOf('saved'));
  const wanted = new Set(urls.slice(0, rooms.saved).map((url) => new URL(url, worker.location.origin).href));
  const here = new Set<string>();
  for (const request of await cache.keys()) {
    if (wanted.has(request.url)) here.add(request.url);
    else await cache.delete(request);
  }
  for (const url of wanted) {
    if (here.has(url) || new URL(url).origin !== worker.location.origin) continue;
    await cache.add(url).catch(() => {});
  }
}
