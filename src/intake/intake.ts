// The intake: takes readers' comments and reports, keeps them for a person to read, and answers each clearly.
// A pure fetch handler (hono): Node serves it with @hono/node-server, an edge host as it is. It publishes nothing.
// Invariants: what it answers "received" to is in the store; nothing is kept that did not come from the newspaper's
// own pages; a reader without script gets a page with a way back and the text still there, a script gets JSON.

import { Hono, type Context } from 'hono';
import { momentAt } from '../base/dates.ts';
import { readBody } from './body.ts';
import { faultOfComment, faultOfReport, readFields, type Fields } from './fields.ts';
import { household, type Keyed } from './keyed.ts';
import { comesFrom } from './origin.ts';
import { createPace, type Pace } from './pace.ts';
import { refusalOf, type ReadPage } from './published.ts';
import type { Answer, AnswerCode, AnswerForm, IntakeStore } from './types.ts';

/** What an intake stands on. */
export interface IntakeOptions {
  readonly site: Answer['site'];
  /** Address of the site without a slash at the end, where it is another host than the intake's; else empty. */
  readonly base: string;
  /** Zone of the site, for the names of comments. */
  readonly zone: string;
  /** Origins whose pages may send forms: `https://www.example.org`. */
  readonly origins: ReadonlySet<string>;
  /** Days that the hash of an address is kept; 0: not at all. */
  readonly keepDays: number;
  readonly store: IntakeStore;
  readonly keyed: Keyed;
  readonly readPage: ReadPage;
  /** Draws an answer as a page: the theme's. */
  readonly draw: (answer: Answer) => { readonly html: string };
  /** The sentence of an answer, for a script. */
  readonly say: (code: AnswerCode) => string;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  /** Told what went wrong inside; no reader's text is in it. */
  readonly warn: (message: string) => void;
}

export interface Intake {
  readonly fetch: (request: Request, client: { readonly address: string }) => Promise<Response>;
}

/** Between the opening of a form and its sending, in ms: people need longer, programs do not. */
const leastTime = 3000;
/** After which a form that was left open is shown once more, in ms. */
const mostTime = 24 * 3600_000;
const day = 24 * 3600_000;

const statuses: Readonly<Record<AnswerCode, number>> = {
  write: 200,
  report: 200,
  preview: 200,
  received: 201,
  already: 200,
  reported: 201,
  'empty-author': 422,
  'author-is-mail': 422,
  'empty-text': 422,
  'long-text': 422,
  'too-fast': 429,
  'too-many': 429,
  'too-large': 413,
  'wrong-type': 415,
  'wrong-origin': 403,
  'unknown-article': 404,
  closed: 403,
  'unknown-comment': 404,
  trap: 422,
  busy: 503,
  full: 503,
  'site-away': 503,
  'not-found': 404,
  'wrong-method': 405,
  fault: 500,
};

/** Seconds after which it is worth trying again. */
const later: Partial<Record<AnswerCode, number>> = {
  'too-fast': 3,
  'too-many': 60,
  busy: 5,
  full: 3600,
  'site-away': 60,
};

/** What became of a form; `form` is shown again where it can be mended. */
interface Outcome {
  readonly code: AnswerCode;
  readonly kind: 'comment' | 'report';
  readonly fields: Fields | null;
}

type Bindings = { Bindings: { readonly address: string } };

interface Paces {
  readonly requests: Pace;
  readonly comments: Pace;
  readonly reports: Pace;
}

/** Makes an intake. */
export function createIntake(options: IntakeOptions): Intake {
  // Wherever it is mounted, the last part of the address says what is wanted.
  const app = new Hono<Bindings>({ getPath: ({ url }) => `/${new URL(url).pathname.split('/').at(-1)}` });
  const paces: Paces = {
    requests: createPace({ burst: 60, every: 1000 }),
    comments: createPace({ burst: 5, every: 60_000 }),
    reports: createPace({ burst: 10, every: 30_000 }),
  };
  let forgotten = 0;
  const forget = async (): Promise<void> => {
    const now = options.now();
    if (now - forgotten < 3600_000) return;
    forgotten = now;
    await options.store.forget(now - options.keepDays * day);
  };
  for (const kind of ['comment', 'report'] as const) {
    app.get(`/${kind}`, async (c) => {
      // A link can say where a form leads, not what stands in it.
      const fields = readFields((name) => (named.has(name) ? (c.req.query(name) ?? null) : null));
      return respond(c, options, { code: kind === 'comment' ? 'write' : 'report', kind, fields });
    });
    app.post(`/${kind}`, async (c) => {
      const outcome = await take(c, kind, options, paces);
      await forget().catch((error: unknown) => options.warn(`Addresses could not be forgotten: ${reasonOf(error)}`));
      return respond(c, options, outcome);
    });
    app.all(`/${kind}`, (c) => respond(c, options, { code: 'wrong-method', kind, fields: null }));
  }
  app.get('/stamp', async (c) => {
    c.header('content-type', 'application/json; charset=utf-8');
    const stamp = await options.keyed.stamp(options.now(), (c.req.query('article') ?? '').slice(0, 400));
    return c.body(JSON.stringify({ stamp }));
  });
  app.notFound((c) => respond(c, options, { code: 'not-found', kind: 'comment', fields: null }));
  app.onError((error, c) => {
    options.warn(reasonOf(error));
    return respond(c, options, { code: 'fault', kind: 'comment', fields: null });
  });
  return {
    fetch: async (request, { address }) => {
      const response = await app.fetch(request, { address });
      return secured(request, response, options);
    },
  };
}

/** What a link to a form may say. */
const named: ReadonlySet<string> = new Set(['article', 'page', 'reply', 'comment']);

/** Takes one form: every check in turn, the cheap ones first. */
async function take(
  c: Context<Bindings>,
  kind: Outcome['kind'],
  options: IntakeOptions,
  paces: Paces,
): Promise<Outcome> {
  const now = options.now();
  const { address } = c.env;
  const who = household(address);
  const body = await readBody(c.req.raw);
  if (!comesFrom(c.req.raw.headers, options.origins)) return { code: 'wrong-origin', kind, fields: null };
  if (typeof body === 'string') return { code: body, kind, fields: null };
  const fields = readFields(body);
  const outcome = (code: AnswerCode): Outcome => ({ code, kind, fields });
  if (!paces.requests(who, now)) return outcome('too-many');
  const fault = kind === 'comment' ? faultOfComment(fields) : faultOfReport(fields);
  if (fault) return outcome(fault);
  const opened = await options.keyed.stampedAt(fields.stamp, fields.article);
  if (opened === null || now - opened > mostTime) return outcome('preview');
  if (now - opened < leastTime) return outcome('too-fast');
  const refusal = await refusalOn(fields, kind, options);
  if (refusal) return outcome(refusal);
  if (!paces[kind === 'comment' ? 'comments' : 'reports'](who, now)) return outcome('too-many');
  try {
    return outcome(await keep(fields, { kind, address, now }, options));
  } catch (error) {
    const failure = options.store.failureOf(error);
    options.warn(`A ${kind} could not be kept (${failure}): ${reasonOf(error)}`);
    return outcome(failure);
  }
}

async function refusalOn(
  { article, comment, page }: Fields,
  kind: Outcome['kind'],
  { readPage, warn }: IntakeOptions,
): Promise<AnswerCode | null> {
  if (page === null) return 'unknown-article';
  try {
    const text = await readPage(page);
    return text === null ? 'unknown-article' : refusalOf(text, { article, comment, writes: kind === 'comment' });
  } catch (error) {
    warn(`The page ${page} could not be asked for: ${reasonOf(error)}`);
    return 'site-away';
  }
}

async function keep(
  fields: Fields,
  { kind, address, now }: { kind: Outcome['kind']; address: string; now: number },
  { store, keyed, keepDays, zone }: IntakeOptions,
): Promise<AnswerCode> {
  const { article, page, comment, author, text, reason } = fields;
  const moment = momentAt(now, zone).iso;
  const hashed = keepDays > 0 ? await keyed.address(address) : null;
  const common = { article, page: page as string, text, created: now, address: hashed };
  if (kind === 'report') {
    const print = await keyed.print('report', moment.slice(0, 10), address, article, comment ?? '', reason, text);
    const kept = await store.addReport({ ...common, comment: comment as string, reason, print });
    return kept === 'full' ? 'full' : 'reported';
  }
  const print = await keyed.print('comment', moment.slice(0, 10), article, comment ?? '', author, text);
  const id = `${moment.slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')}-${randomName()}`;
  const kept = await store.addComment({ ...common, id, replyTo: comment, author, print });
  return { added: 'received', known: 'already', full: 'full' }[kept] as AnswerCode;
}

const letters = 'abcdefghjkmnpqrstvwxyz23456789';

/** Six letters and digits that are not mistaken for one another. */
function randomName(): string {
  return [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => letters[byte % letters.length]).join('');
}

/** Codes after which nothing can be mended in the form. */
const final: ReadonlySet<AnswerCode> = new Set([
  'received',
  'already',
  'reported',
  'not-found',
  'wrong-method',
  'closed',
]);

async function respond(c: Context<Bindings>, options: IntakeOptions, outcome: Outcome): Promise<Response> {
  const { code, fields } = outcome;
  const wait = later[code];
  const headers: Record<string, string> = wait === undefined ? {} : { 'retry-after': String(wait) };
  const status = statuses[code];
  if ((c.req.header('accept') ?? '').includes('application/json')) {
    const stamp = fields ? await nextStamp(fields, code, options) : null;
    const ok = code === 'received' || code === 'already' || code === 'reported';
    headers['content-type'] = 'application/json; charset=utf-8';
    return new Response(JSON.stringify({ ok, code, message: options.say(code), stamp }), { status, headers });
  }
  const { site, base } = options;
  const back = base + (fields?.page == null ? '/' : `${fields.page}#d_comments`);
  const form = fields && !final.has(code) ? await formOf(outcome.kind, fields, code, options) : null;
  headers['content-type'] = 'text/html; charset=utf-8';
  return new Response(options.draw({ kind: 'answer', code, site, base, back, form }).html, { status, headers });
}

async function formOf(
  kind: Outcome['kind'],
  fields: Fields,
  code: AnswerCode,
  options: IntakeOptions,
): Promise<AnswerForm> {
  const { article, page, comment, author, text, reason } = fields;
  const stamp = await nextStamp(fields, code, options);
  return { kind, action: kind, article, page: page ?? '', comment, author, text, reason, stamp };
}

/** The stamp of a form that was sent too fast stays, so that waiting helps. */
async function nextStamp(fields: Fields, code: AnswerCode, { keyed, now }: IntakeOptions): Promise<string> {
  return code === 'too-fast' ? fields.stamp : keyed.stamp(now(), fields.article);
}

/** Nothing is stored by browsers, framed, or run; a script of the newspaper's own pages may read the answer. */
function secured(request: Request, response: Response, { base, origins }: IntakeOptions): Response {
  const { headers } = response;
  headers.set('cache-control', 'no-store');
  headers.set('x-content-type-options', 'nosniff');
  headers.set('referrer-policy', 'strict-origin-when-cross-origin');
  headers.set(
    'content-security-policy',
    `default-src 'none'; style-src 'self'${base === '' ? '' : ` ${new URL(base).origin}`}; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
  );
  headers.append('vary', 'Origin, Accept');
  const origin = request.headers.get('origin');
  if (origin !== null && origins.has(origin)) headers.set('access-control-allow-origin', origin);
  return response;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
