// Whether an `eleventy.config.js` does anything but add our plugin. A build then skips the run for extra pages.
// It is found out by running the configuration once against a stand-in that only writes down what is called.

import type { Configure } from './pages.ts';
import type { UserConfig } from './user-config.ts';

/** The input folder when the configuration adds nothing to ours; null when it does, or when that cannot be told. */
export async function readsNothing(configure: Configure, ours: unknown): Promise<string | null> {
  let touched = false;
  const config = new Proxy(
    {},
    {
      get: (_, name) => (plugin: unknown) => {
        if (name !== 'addPlugin' || plugin !== ours) touched = true;
      },
    },
  );
  try {
    const answer = (await configure(config as UserConfig)) as { dir?: { input?: unknown } } | undefined;
    const input = answer?.dir?.input;
    return touched || typeof input !== 'string' ? null : input;
  } catch {
    return null;
  }
}
