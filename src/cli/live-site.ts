// The site as `serve` shows it: files of the output folder, and in each page a line that reloads it after a build.
// Invariant: nothing outside the output folder is served, whatever the address says.

import { createReadStream, readFileSync, realpathSync, statSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.pdf': 'application/pdf',
  '.woff2': 'font/woff2',
};

const eventsPath = '/__depeche/events';
const scriptPath = '/__depeche/live.js';

/** Reloads the page after a build; shows what a build found when there are errors. */
const script = `const show = (text) => {
  document.getElementById('depeche-findings')?.remove();
  if (!text) return;
  const box = Object.assign(document.createElement('pre'), { id: 'depeche-findings', textContent: text });
  box.setAttribute('role', 'alert');
  box.style.cssText = 'position:fixed;inset:auto 1rem 1rem;max-height:60vh;overflow:auto;margin:0;padding:1rem;background:#1b1b1b;color:#fff;font:13px/1.5 monospace;z-index:9999;white-space:pre-wrap;border-left:6px solid #e5484d';
  document.body.append(box);
};
const events = new EventSource('${eventsPath}');
events.addEventListener('findings', (event) => show(JSON.parse(event.data)));
events.addEventListener('reload', () => location.reload());
`;

export interface LiveSite {
  readonly answer: RequestListener;
  /** Tells every open page to load again; `findings` is what it shows then, or ''. */
  readonly reload: (findings: string) => void;
}

/** The intake, where the site has it on its own host. */
export interface MountedIntake {
  /** `/` at both ends. */
  readonly path: string;
  readonly answer: RequestListener;
}

/** Makes the live site of an output folder (an absolute path). */
export function createLiveSite(out: string, intake: MountedIntake | null = null): LiveSite {
  const listeners = new Set<ServerResponse>();
  let findings = '';
  const listen = (request: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(`event: findings\ndata: ${JSON.stringify(findings)}\n\n`);
    listeners.add(response);
    request.on('close', () => listeners.delete(response));
  };
  return {
    answer: (request, response) => {
      const path = pathOf(request.url ?? '/');
      if (path === eventsPath) listen(request, response);
      else if (path === scriptPath) send(response, 200, '.js', script);
      else if (intake && path?.startsWith(intake.path)) intake.answer(request, response);
      else sendFile(out, path, response);
    },
    reload: (found) => {
      findings = found.replaceAll(/\u001b\[\d+m/g, '');
      for (const listener of listeners) listener.write('event: reload\ndata: 1\n\n');
    },
  };
}

function pathOf(url: string): string | null {
  try {
    return decodeURIComponent(url.replace(/[?#].*$/s, ''));
  } catch {
    return null;
  }
}

function sendFile(out: string, path: string | null, response: ServerResponse): void {
  const file = path === null ? null : fileAt(out, path);
  if (file === 'folder') {
    response.writeHead(301, { location: `${encodeURI(path as string).replace(/^\/+/, '/')}/` });
    response.end();
    return;
  }
  const shown = file ?? fileAt(out, '/404.html');
  const status = file ? 200 : 404;
  if (!shown || shown === 'folder') send(response, status, '.txt', 'Nothing here.');
  else if (shown.endsWith('.html')) send(response, status, '.html', withScript(readFileSync(shown, 'utf8')));
  else {
    response.writeHead(status, { 'content-type': typeOf(shown), 'cache-control': 'no-store' });
    createReadStream(shown)
      .on('error', () => response.end())
      .pipe(response);
  }
}

function fileAt(out: string, path: string): string | 'folder' | null {
  const file = join(out, path.endsWith('/') ? `${path}index.html` : path);
  if (path.includes('\0') || !file.startsWith(out + sep)) return null;
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat || !realpathSync(file).startsWith(realpathSync(out) + sep)) return null;
  if (stat.isDirectory()) return 'folder';
  return stat.isFile() ? file : null;
}

function withScript(page: string): string {
  const line = `<script src="${scriptPath}" type="module"></script>`;
  return page.includes('</body>') ? page.replace('</body>', `${line}</body>`) : page;
}

function send(response: ServerResponse, status: number, ending: string, text: string): void {
  response.writeHead(status, { 'content-type': typeOf(ending), 'cache-control': 'no-store' });
  response.end(text);
}

function typeOf(file: string): string {
  return types[extname(file) || file] ?? 'application/octet-stream';
}
