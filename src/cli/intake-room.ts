// Where the intake is put together for Node: settings, theme, database, secret, published pages, and a listener.
// Used by `npm run intake`, and by `npm start` for a site that has the intake on its own host.

import { existsSync, mkdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener } from 'node:http';
import { dirname, join, sep } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import type { SiteSettings } from '../content/types.ts';
import { createIntake } from '../intake/intake.ts';
import { createKeyed } from '../intake/keyed.ts';
import type { ReadPage } from '../intake/published.ts';
import { openStore, type Store } from '../intake/store.ts';
import { directionOf } from '../view/direction.ts';
import { loadTheme } from './load.ts';
import { readSettings } from './intake-settings.ts';
import type { Options } from './options.ts';

const hour = 3600_000;

/** An intake that can be mounted in a server. */
export interface IntakeRoom {
  readonly answer: RequestListener;
  readonly close: () => void;
}

/** Opens the intake. Throws when its database cannot be opened. */
export async function openIntakeRoom(
  options: Pick<Options, 'content' | 'templates' | 'out' | 'db' | 'origins' | 'behindProxy'>,
  warn: (message: string) => void,
): Promise<IntakeRoom> {
  const settings = readSettings(options.content);
  const { lang, comments } = settings;
  const theme = await loadTheme(options.templates);
  const store = openStore(options.db);
  const own = comments.intake?.startsWith('http') ? [new URL(comments.intake).origin] : [];
  const [fromFolder, fromSite] = [pagesOfFolder(options.out), pagesOfSite(settings)];
  const intake = createIntake({
    site: { name: settings.name, lang, dir: directionOf(lang) },
    base: comments.intake?.startsWith('http') ? settings.url : '',
    zone: settings.zone,
    origins: new Set([new URL(settings.url).origin, ...own, ...options.origins]),
    keepDays: comments.keepDays,
    store,
    keyed: await createKeyed(secretOf(options.db)),
    readPage: (path) => (existsSync(options.out) ? fromFolder : fromSite)(path),
    draw: theme.answer,
    say: (code) => theme.answerText(code, lang),
    now: Date.now,
    warn,
  });
  const listener = getRequestListener(
    (request, { incoming }) =>
      intake.fetch(request, { address: addressOf(incoming as IncomingMessage, options.behindProxy) }),
    { overrideGlobalObjects: false, hostname: 'localhost' },
  );
  const stopForgetting = await forgetInTime(store, comments.keepDays, warn);
  return {
    answer: (request, response) => void listener(request, response),
    close: () => {
      stopForgetting();
      store.close();
    },
  };
}

/** Addresses are forgotten at the start and every hour, whether somebody writes or not; answers how to stop. */
async function forgetInTime(store: Store, keepDays: number, warn: (message: string) => void): Promise<() => void> {
  const forget = async (): Promise<void> => {
    try {
      await store.forget(Date.now() - keepDays * 24 * hour);
    } catch (error) {
      warn(`Addresses could not be forgotten: ${(error as Error).message}`);
    }
  };
  await forget();
  const clock = setInterval(() => void forget(), hour).unref();
  return () => clearInterval(clock);
}

/** The secret: of the environment, else of a file beside the database that is made once. */
function secretOf(db: string): string {
  const given = process.env['DEPECHE_INTAKE_SECRET'];
  if (given) return given;
  const file = `${db}.key`;
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const secret = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url');
    writeFileSync(file, secret, { flag: 'wx', mode: 0o600 });
  }
  return readFileSync(file, 'utf8').trim();
}

/** Who asks. The last name that our own proxy wrote counts; the others can be made up. */
function addressOf(request: IncomingMessage, behindProxy: boolean): string {
  const forwarded = behindProxy ? request.headers['x-forwarded-for'] : undefined;
  const last = String(forwarded ?? '')
    .split(',')
    .at(-1)
    ?.trim();
  return last ? last.slice(0, 60) : (request.socket.remoteAddress ?? 'unknown');
}

/** Published pages from the output folder. */
function pagesOfFolder(out: string): ReadPage {
  return async (path) => {
    const file = join(out, decodeURIComponent(path));
    if (!file.startsWith(out + sep) || !statSync(file, { throwIfNoEntry: false })?.isFile()) return null;
    return realpathSync(file).startsWith(realpathSync(out) + sep) ? readFileSync(file, 'utf8') : null;
  };
}

/** Published pages from the site itself. */
function pagesOfSite({ url }: SiteSettings): ReadPage {
  return async (path) => {
    const response = await fetch(url + path, { redirect: 'error', signal: AbortSignal.timeout(5000) });
    if (response.status === 404 || response.status === 410) return null;
    if (!response.ok) throw new Error(`${url}${path} answers ${response.status}.`);
    return response.text();
  };
}
