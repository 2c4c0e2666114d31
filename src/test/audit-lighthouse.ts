// Lighthouse on five kinds of page, as a telephone, behind a server that compresses and sends the headers of docs/hosts.

import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import type { Measure } from './audit-sizes.ts';
import { findChromium } from './chromium.ts';
import { fileTypes } from './demo.ts';

const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

/** Medians of `rounds` runs for each page, and what was found wrong. */
export async function measurePages(input: {
  readonly out: string;
  readonly pages: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly rounds: number;
}): Promise<{ readonly measures: readonly Measure[]; readonly faults: readonly string[] }> {
  const { default: lighthouse } = await import('lighthouse');
  const server = await serveCompressed(input.out, input.headers);
  const port = 9400 + (process.pid % 500);
  const executablePath = findChromium() as string;
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', `--remote-debugging-port=${port}`] });
  const measures: Measure[] = [];
  const faults = new Set<string>();
  try {
    for (const [kind, path] of Object.entries(input.pages)) {
      const scores = new Map<string, number[]>(categories.map((category) => [category, []]));
      for (let round = 0; round < input.rounds; round++) {
        const result = await lighthouse(server.url + path, {
          port,
          onlyCategories: [...categories],
          logLevel: 'silent',
        });
        for (const category of categories) {
          const found = result?.lhr.categories[category];
          scores.get(category)?.push(Math.round((found?.score ?? 0) * 100));
          for (const { id, weight } of found?.auditRefs ?? []) {
            const score = result?.lhr.audits[id]?.score;
            if (weight > 0 && typeof score === 'number' && score < 0.9) faults.add(`${kind}: ${id} ${score}`);
          }
        }
      }
      for (const [category, values] of scores) {
        const value = values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
        measures.push({ what: `Lighthouse, ${kind}, ${category}`, value, budget: 100, atLeast: true, unit: '' });
      }
    }
  } finally {
    await browser.close();
    server.close();
  }
  return { measures, faults: [...faults] };
}

async function serveCompressed(
  out: string,
  headers: Readonly<Record<string, string>>,
): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const wanted = join(out, path.endsWith('/') ? `${path}index.html` : path);
    const isThere = existsSync(wanted) && statSync(wanted).isFile();
    const file = isThere ? wanted : join(out, '404.html');
    const type = fileTypes[extname(file)] ?? 'text/plain; charset=utf-8';
    const bytes = readFileSync(file);
    const isText = /text|json|xml|javascript|svg/.test(type);
    const cache = path.startsWith('/images/') ? 'public, max-age=31536000, immutable' : 'no-cache';
    response.writeHead(isThere ? 200 : 404, {
      ...headers,
      'content-type': type,
      'cache-control': cache,
      ...(isText && { 'content-encoding': 'gzip', vary: 'accept-encoding' }),
    });
    response.end(isText ? gzipSync(bytes) : bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
