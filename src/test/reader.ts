// A reader at a browser, for tests: opens a page of a built site as one reader sees it (width, scheme, with script or
// without), and hands it over. Faults that the page tells the browser's console are the test's faults.

import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findChromium } from './chromium.ts';
import { serveFolder } from './demo.ts';

/** How a reader looks at a page. */
export interface Look {
  /** Pixels; 1280. */
  readonly width?: number;
  readonly dark?: boolean;
  /** True: scripts run. */
  readonly script?: boolean;
  /** True: the service worker may start; what it fetches, a test cannot stop. */
  readonly worker?: boolean;
  /** Runs before the page's own scripts. */
  readonly before?: string;
}

export interface Reader {
  /** Address of the site, without a slash at the end. */
  readonly url: string;
  /** Opens a page and hands it to the test. */
  readonly look: <T>(path: string, look: Look, see: (page: Page, context: BrowserContext) => Promise<T>) => Promise<T>;
  /** Makes the server answer so much later (ms). */
  readonly slow: (ms: number) => void;
  readonly close: () => Promise<void>;
}

/** Serves a folder, with the headers that are given, and starts a browser, whose reader has set its letters to `letters` pixels. */
export async function createReader(
  out: string,
  headers: Readonly<Record<string, string>> = strict,
  letters = 16,
): Promise<Reader> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('There is no Chromium: name one in CHROMIUM.');
  let late = 0;
  const server = await serveFolder(out, headers, () => late);
  const size = `--blink-settings=defaultFontSize=${letters}`;
  const args = [size, '--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'];
  const browser: Browser = await chromium.launch({ executablePath, args });
  return {
    url: server.url,
    slow: (ms) => {
      late = ms;
    },
    look: async (path, { width = 1280, dark = false, script = true, worker = false, before }, see) => {
      const context = await browser.newContext({
        viewport: { width, height: 900 },
        colorScheme: dark ? 'dark' : 'light',
        javaScriptEnabled: script,
        serviceWorkers: worker ? 'allow' : 'block',
      });
      try {
        if (before !== undefined) await context.addInitScript(before);
        const page = await context.newPage();
        page.setDefaultTimeout(20_000);
        const faults: string[] = [];
        page.on('pageerror', (error) => faults.push(String(error)));
        page.on('console', (message) => {
          if (/Content.Security.Policy/i.test(message.text())) faults.push(message.text());
        });
        await page.goto(server.url + path, { waitUntil: 'load' });
        const seen = await see(page, context);
        if (faults.length > 0) throw new Error(`The page has faults: ${faults.join('; ')}`);
        return seen;
      } finally {
        await context.close();
      }
    },
    close: async () => {
      await browser.close();
      server.close();
    },
  };
}

/** The policy under which every page must work: nothing inline, nothing from elsewhere. */
export const strict: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'self'; require-trusted-types-for 'script'; trusted-types depeche; frame-ancestors 'none'",
};
