// *Dernières informations* on an article that may be years old: the list is fetched when its place comes near.
// What is fetched is a page of this site, read by the browser as a document: no text is turned into markup here, and
// no script in it runs. When it does not come, the link that is there already stays.

/** Wires the place; nothing is asked before the reader is near it. */
export function wireFresh(place: HTMLElement): void {
  // A server that includes the list has done it already.
  if (place.querySelector('.teasers')) return;
  const watch = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      watch.disconnect();
      fetchList(place.dataset['fresh'] ?? '', (list) => show(place, list));
    },
    { rootMargin: '600px' },
  );
  watch.observe(place);
}

function fetchList(url: string, done: (list: Element) => void): void {
  const request = new XMLHttpRequest();
  request.open('GET', url);
  request.responseType = 'document';
  request.setRequestHeader('cache-control', 'no-cache');
  request.addEventListener('load', () => {
    const list = request.status === 200 ? request.responseXML?.querySelector('ul.teasers') : null;
    if (list) done(list);
  });
  request.send();
}

/** Puts the list before the link, without this article and those that stand above as related. */
function show(place: HTMLElement, list: Element): void {
  const fresh = document.importNode(list, true);
  const here = new Set([location.pathname]);
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.related a')) here.add(link.pathname);
  for (const item of fresh.querySelectorAll('.teaser')) {
    if (here.has(item.querySelector('a')?.pathname ?? '')) item.remove();
  }
  if (fresh.childElementCount > 0) place.querySelector('.onward')?.before(fresh);
}
