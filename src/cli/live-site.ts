// The site as `serve` shows it: files of the output folder, and in each page a line that reloads it after a build.
// Invariant: nothing outside the output folder is served, whatever the address says.

import { createReadStream, readFileSync, realpathSync, statSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import { pipeline } from 'node:stream';
import { escapeHtml } from '../base/html.ts';
import { eventsPath, liveScript, scriptPath } from './live-script.ts';
import type { BuildNews } from './rebuilder.ts';

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

/** More findings than this are only counted on a page. */
const mostFindings = 20;

/** Pages that listen at once: a browser has six connections for one server, and needs some for pages. */
const mostListeners = 4;

/** Hosts that are this machine. Any other name in a request comes from a page elsewhere that had its name lead here. */
const ownHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i;

export interface LiveSite {
  readonly answer: RequestListener;
  /** Tells every open page of a build: it loads again when it changed itself, or what it shows; and what the build found. */
  readonly tell: (news: BuildNews) => void;
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
  // A page that was loaded from an earlier server, of another number, loads again.
  let build = Date.now();
  // What the last build that changed anything changed: a page that missed it asks by its number.
  let lately: BuildNews['changed'] = null;
  let news = newsText({ build, changed: lately, message: null, findings: [] });
  const listen = (request: IncomingMessage, response: ServerResponse): void => {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(`retry: 5000\n${news}`);
    listeners.add(response);
    // Its browser comes again, and meanwhile has a connection for what is opened.
    if (listeners.size > mostListeners) [...listeners][0]?.end();
    request.on('close', () => listeners.delete(response));
  };
  return {
    answer: (request, response) => {
      response.on('error', () => {});
      response.setHeader('x-content-type-options', 'nosniff');
      if (!ownHost.test(request.headers.host ?? '')) {
        send(response, { status: 403, ending: '.txt', text: 'This server answers to localhost and 127.0.0.1 only.\n' });
        return;
      }
      const path = pathOf(request.url ?? '/');
      if (intake && path?.startsWith(intake.path)) {
        intake.answer(request, response);
        return;
      }
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        response.setHeader('allow', 'GET, HEAD');
        send(response, { status: 405, ending: '.txt', text: 'The site is only shown here.\n' });
        return;
      }
      if (path === eventsPath) listen(request, response);
      else if (path === scriptPath) send(response, { status: 200, ending: '.js', text: liveScript });
      else answerFile(path, { out, build, response });
    },
    tell: ({ changed, message, findings }) => {
      if (changed === null || changed.length > 0) {
        build++;
        lately = changed;
      }
      news = newsText({ build, changed: lately, message, findings });
      for (const listener of listeners) listener.write(news);
    },
  };
}

function newsText({
  build,
  changed,
  message,
  findings,
}: { readonly build: number } & Pick<BuildNews, 'changed' | 'message' | 'findings'>): string {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity !== 'error');
  const shown = [...errors, ...warnings].slice(0, mostFindings);
  const data = { build, changed, message, findings: shown, errors: errors.length, warnings: warnings.length };
  return `event: news\ndata: ${JSON.stringify(data)}\n\n`;
}

/** Where a file is looked for, by whom, and the number of the build that was the last when it was asked for. */
interface Asked {
  readonly out: string;
  readonly build: number;
  readonly response: ServerResponse;
}

/** A file that goes away while it is read must not end the server: a build may be moving files in. */
function answerFile(path: string | null, asked: Asked): void {
  const { response } = asked;
  try {
    sendFile(path, asked);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (response.headersSent) response.destroy();
    else
      send(response, {
        status: code === 'ENOENT' ? 404 : 500,
        ending: '.txt',
        text: `${code ?? 'Something'} is in the way.\n`,
      });
  }
}

function pathOf(url: string): string | null {
  try {
    return decodeURIComponent(url.replace(/[?#].*$/s, ''));
  } catch {
    return null;
  }
}

function sendFile(path: string | null, { out, build, response }: Asked): void {
  const file = path === null ? null : fileAt(out, path);
  if (file === 'folder') {
    response.writeHead(301, { location: `${encodeURI(path as string).replace(/^\/+/, '/')}/` });
    response.end();
    return;
  }
  const shown = file ?? fileAt(out, '/404.html');
  const status = file ? 200 : 404;
  const script = scriptTag(build, shown && shown !== 'folder' ? shown.slice(out.length).replaceAll(sep, '/') : '');
  if (!shown || shown === 'folder') send(response, { status, ending: '.html', text: nothing(script) });
  else if (shown.endsWith('.html')) {
    send(response, { status, ending: '.html', text: withScript(readFileSync(shown, 'utf8'), script) });
  } else {
    response.writeHead(status, { 'content-type': typeOf(shown), 'cache-control': 'no-store' });
    // A browser may go away in the middle: then the file is closed, too.
    pipeline(createReadStream(shown), response, () => response.end());
  }
}

function fileAt(out: string, path: string): string | 'folder' | null {
  const file = join(out, path.endsWith('/') ? `${path}index.html` : path);
  if (path.includes('\0') || !file.startsWith(out + sep)) return null;
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat || !`${realpathSync(file)}${sep}`.startsWith(realpathSync(out) + sep)) return null;
  if (stat.isDirectory()) return 'folder';
  return stat.isFile() ? file : null;
}

/** Shown while there is no site yet, with the script: it loads again when there is one. */
function nothing(script: string): string {
  return `<!doctype html><html lang="en"><title>Nothing here</title><body><p>Nothing here.</p>${script}</body></html>\n`;
}

/** The script, which is told which file this is, and the build that it is from, or one before. */
function scriptTag(build: number, file: string): string {
  return `<script src="${scriptPath}" type="module" data-build="${build}" data-file="${escapeHtml(file)}"></script>`;
}

function withScript(page: string, script: string): string {
  return page.includes('</body>') ? page.replace('</body>', () => `${script}</body>`) : page;
}

function send(
  response: ServerResponse,
  { status, ending, text }: { readonly status: number; readonly ending: string; readonly text: string },
): void {
  response.writeHead(status, { 'content-type': typeOf(ending), 'cache-control': 'no-store' });
  response.end(text);
}

function typeOf(file: string): string {
  return types[extname(file) || file] ?? 'application/octet-stream';
}
