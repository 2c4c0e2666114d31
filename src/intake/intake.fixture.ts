// An intake for tests: a real database in a folder of its own, a page in memory, a clock that stands still.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createIntake, type Intake, type IntakeOptions } from './intake.ts';
import { createKeyed, type Keyed } from './keyed.ts';
import { openStore, type Store } from './store.ts';
import type { Answer } from './types.ts';

export const origin = 'https://gazette.example';
export const page = '/2026/03/05/crue.html';
const markup = `<main><section class="comments" id="d_comments" data-thread="crue" data-accepts aria-labelledby="x"><li id="d_comment-c1"></li></section></main>`;

export interface TestIntake {
  readonly fetch: Intake['fetch'];
  readonly store: Store;
  readonly keyed: Keyed;
  readonly db: string;
  readonly warnings: string[];
  /** Moves the clock on by so many ms. */
  readonly wait: (ms: number) => void;
  /** Sends a form as a page of the newspaper does, with a stamp that is old enough; answers code and status. */
  readonly send: (fields?: Readonly<Record<string, string>>, more?: SendOptions) => Promise<Sent>;
  readonly now: () => number;
}

export interface SendOptions {
  readonly kind?: 'comment' | 'report';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | FormData | ReadableStream;
  readonly address?: string;
}

export interface Sent {
  readonly status: number;
  readonly code: string;
  readonly response: Response;
}

const folders: string[] = [];

/** Takes all databases away. */
export function removeIntakes(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** Makes an intake; `pages` are the published pages besides the one of the flood. */
export async function testIntake(
  more: Partial<IntakeOptions> & { readonly mostPages?: number } = {},
): Promise<TestIntake> {
  const folder = mkdtempSync(join(tmpdir(), 'depeche-intake-'));
  folders.push(folder);
  const db = join(folder, 'comments.db');
  const store = openStore(db, { wait: 50, ...(more.mostPages ? { mostPages: more.mostPages } : {}) });
  const keyed = await createKeyed('un secret assez long');
  const warnings: string[] = [];
  let now = Date.parse('2026-03-05T09:12:44+01:00');
  const draw = ({ code, back, form }: Answer): { html: string } => ({ html: JSON.stringify({ code, back, form }) });
  const { fetch } = createIntake({
    site: { name: 'La Gazette', lang: 'fr', dir: 'ltr' },
    base: '',
    zone: 'Europe/Paris',
    origins: new Set([origin]),
    keepDays: 30,
    store,
    keyed,
    readPage: async (path) => (path === page ? markup : null),
    draw,
    say: (code) => code,
    now: () => now,
    warn: (message) => void warnings.push(message),
    ...more,
  });
  const send: TestIntake['send'] = async (fields = {}, options = {}) => {
    const { kind = 'comment', headers = {}, address = '192.0.2.1' } = options;
    const stamp = await keyed.stamp(now - 10_000, fields['article'] ?? 'crue');
    const form = { article: 'crue', page, author: 'Camille', text: 'Un avis.', stamp, ...fields };
    const response = await fetch(
      new Request(`http://127.0.0.1:8090/intake/${kind}`, {
        method: 'POST',
        headers: { origin, accept: 'application/json', ...headers },
        body: options.body ?? new URLSearchParams(form),
        ...(options.body instanceof ReadableStream ? { duplex: 'half' } : {}),
      } as RequestInit),
      { address },
    );
    const { code } = (await response.clone().json()) as { code: string };
    return { status: response.status, code, response };
  };
  return {
    fetch,
    store,
    keyed,
    db,
    warnings,
    send,
    now: () => now,
    wait: (ms) => {
      now += ms;
    },
  };
}
