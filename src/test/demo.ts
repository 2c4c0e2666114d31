// The demo newspaper, built once for the tests that look at its pages, and a server that shows it as a host would.

import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { build } from '../build/build.ts';
import { listTree } from '../build/tree.ts';
import { createCrew } from '../cli/wire.ts';
import { projectRoot } from '../base/project-folder.ts';
import { testCache } from './site.ts';

/** The instant at which tests look at the demo newspaper. */
export const morning = Date.parse('2026-03-05T08:00:00+01:00');

export interface Demo {
  readonly out: string;
  /** Paths of all files, `/` first. */
  readonly paths: readonly string[];
  readonly remove: () => void;
}

/** Builds the demo newspaper into a folder of its own. */
export async function buildDemo(): Promise<Demo> {
  const folder = mkdtempSync(join(tmpdir(), 'depeche-demo-'));
  const content = join(projectRoot, 'content');
  const out = join(folder, '_site');
  const crew = await createCrew({ content, templates: join(projectRoot, 'templates'), cache: testCache });
  try {
    const report = await build(
      { content, out, cache: null, skip: new Set(), at: morning, wait: 0, allowLost: false },
      crew,
    );
    if ('reason' in report) throw new Error(report.message);
  } finally {
    await crew.close();
  }
  return { out, paths: listTree(out).toSorted(), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Media types by the ending of a file. */
export const fileTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.xml': 'application/xml',
  '.json': 'application/json',
};

/** Serves a folder at a loopback address; answers the address and how to end it. */
export async function serveFolder(
  out: string,
  headers: Readonly<Record<string, string>> = {},
  wait: () => number = () => 0,
): Promise<{ readonly url: string; readonly close: () => void }> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(out, path.endsWith('/') ? `${path}index.html` : path);
    const found = statSync(file, { throwIfNoEntry: false })?.isFile();
    const type = fileTypes[found ? extname(file) : '.html'] ?? 'text/plain';
    setTimeout(() => {
      response.writeHead(found ? 200 : 404, { 'content-type': type, ...headers });
      response.end(readFileSync(found ? file : join(out, '404.html')));
    }, wait());
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
