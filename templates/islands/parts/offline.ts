// Reading offline: starts the service worker where the newspaper wants it, and ends it where it does not any more.
// Tells the worker which articles are saved. A browser without workers, or with none allowed, reads as before.

import type { Shelf } from './shelf.ts';

const address = '/service-worker.js';

/** Starts the worker, or (when `wanted` is false) ends one that was started before, and empties what it kept. */
export async function wireOffline(wanted: boolean): Promise<void> {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  if (!workers) return;
  try {
    if (wanted) {
      await workers.register(trusted(address), { updateViaCache: 'none' });
      return;
    }
    const ours = (await workers.getRegistrations()).filter(({ active }) => active?.scriptURL.endsWith(address));
    if (ours.length === 0) return;
    await Promise.all(ours.map((registration) => registration.unregister()));
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith('depeche-')).map((name) => caches.delete(name)));
  } catch {
    // Private windows and strict policies refuse workers: the page is whole without one.
  }
}

/** The worker keeps saved articles whole; it is told again after each change. */
export function tellSaved(shelf: Shelf): void {
  const workers = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  const saved = shelf.saved.map(({ url }) => url);
  // Where no worker was started this waits for ever, which costs nothing.
  void workers?.ready.then(({ active }) => active?.postMessage({ saved }));
}

interface TrustedTypes {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ) => { readonly createScriptURL: (url: string) => string };
}

/** The one address that the policy of our pages lets through. */
function trusted(url: string): string {
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  return trustedTypes?.createPolicy('depeche', { createScriptURL: () => address }).createScriptURL(url) ?? url;
}
