// The command line as data: which command, with which options. Throws `WrongUsage` with a sentence.
// Paths in options are relative to where the command was started; the defaults lie in the project's folder.

import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseMoment } from '../base/dates.ts';

/** A mistake on the command line; the message is for the person who typed it. */
export class WrongUsage extends Error {}

/** Options of all commands, filled in. Paths are absolute. */
export interface Options {
  readonly command:
    'build' | 'search' | 'check' | 'serve' | 'new' | 'rollback' | 'intake' | 'moderate' | 'help' | 'version';
  readonly content: string;
  readonly templates: string;
  readonly out: string;
  readonly cache: string;
  /** False with --no-cache. */
  readonly cacheUse: boolean;
  /** The instant (ms) given with --at; null: now. */
  readonly at: number | null;
  readonly search: 'off' | 'changed' | 'all';
  readonly allowLost: boolean;
  /** Address of the page that `build --why` explains; null: build. */
  readonly why: string | null;
  readonly strict: boolean;
  readonly json: boolean;
  /** True: the process stays, and builds again whenever the one that started it says so. Not for people: `serve` asks it. */
  readonly stay: boolean;
  /** How many releases are kept, with --releases; null: no releases. */
  readonly releases: number | null;
  /** The release to go back to; null: the one before. */
  readonly to: number | null;
  /** How long to wait (ms) for another build. */
  readonly wait: number;
  readonly format: 'text' | 'json' | 'github';
  readonly port: number;
  /** The intake's database. */
  readonly db: string;
  /** Address at which the intake listens. */
  readonly host: string;
  /** Origins whose pages may send comments, besides the site's own. */
  readonly origins: readonly string[];
  /** True when a proxy of ours stands before the intake and says who asks. */
  readonly behindProxy: boolean;
  /** The new text of `moderate edit`; null: none was given. */
  readonly text: string | null;
  /** Words of `new`: the title. Words of `moderate`: what to do, and with what. */
  readonly words: readonly string[];
  readonly section: string | null;
}

/** How many releases stay unless somebody says otherwise. */
const releasesKept = 3;

const flags = {
  content: { type: 'string' },
  templates: { type: 'string' },
  out: { type: 'string' },
  cache: { type: 'string' },
  at: { type: 'string' },
  'no-cache': { type: 'boolean' },
  search: { type: 'string' },
  'allow-lost': { type: 'boolean' },
  why: { type: 'string' },
  strict: { type: 'boolean' },
  json: { type: 'boolean' },
  stay: { type: 'boolean' },
  releases: { type: 'boolean' },
  keep: { type: 'string' },
  to: { type: 'string' },
  wait: { type: 'string' },
  format: { type: 'string' },
  port: { type: 'string' },
  section: { type: 'string' },
  db: { type: 'string' },
  host: { type: 'string' },
  origin: { type: 'string' },
  'behind-proxy': { type: 'boolean' },
  text: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

type Flag = keyof typeof flags;

type Command = 'build' | 'search' | 'check' | 'serve' | 'new' | 'rollback' | 'intake' | 'moderate';

/** Which flags a command takes. */
const takes: Readonly<Record<Command, readonly Flag[]>> = {
  build: [
    'content',
    'templates',
    'out',
    'cache',
    'at',
    'no-cache',
    'search',
    'allow-lost',
    'why',
    'strict',
    'wait',
    'json',
    'stay',
    'releases',
    'keep',
  ],
  search: ['content', 'out', 'cache', 'search'],
  check: ['content', 'strict', 'format', 'at'],
  serve: ['content', 'templates', 'out', 'cache', 'at', 'port', 'db'],
  new: ['content', 'section'],
  rollback: ['out', 'to', 'wait'],
  intake: ['content', 'templates', 'out', 'db', 'host', 'port', 'origin', 'behind-proxy'],
  moderate: ['content', 'db', 'text', 'json'],
};

export const usage = `Usage: npm run build -- [options]      make the site
       npm run check -- [options]      read everything, write nothing, tell what is wrong
       npm start -- [--port N]         make the site, show it, and make it again when a file changes
       npm run search                  make the search index of a site that is built
       npm run new -- "Title" [--section ID]   begin an article
       npm run rollback -- [--to N]    show the release before again
       npm run intake -- [--port N]    take readers' comments and reports
       npm run moderate -- [list | approve ID… | edit ID --text TEXT | reject ID…
                            | remove ARTICLE/ID | dismiss ARTICLE/ID | close ARTICLE | open ARTICLE]

build   --content DIR     the articles                      (content)
        --templates DIR   the theme                         (templates)
        --out DIR         where the site goes               (_site)
        --cache DIR       what may be deleted at any time   (.cache)
        --at INSTANT      the site as of this instant       (now)
        --no-cache        use nothing of an earlier build
        --search MODE     of the index: off, changed (only what changed), all   (changed)
        --allow-lost      pages of refused articles may go away without an error
        --why URL         say why a page would be drawn now; write nothing
        --strict          exit with 1 when there is any error; of check, any warning
        --wait SECONDS    for another build to end          (60)
        --json            one JSON object on the last line
        --releases        make a whole new tree, and swap one link to it
        --keep N          so many releases stay                   (3)
check   --content DIR, --strict, --at INSTANT, --format text|json|github
rollback --out DIR, --to N, --wait SECONDS
intake  --content DIR     whose site.md names the newspaper (content)
        --db FILE         where what was sent waits         (.intake/comments.db)
        --host ADDRESS    where it listens                  (127.0.0.1)
        --port N                                            (8090)
        --out DIR         the published pages; without the folder the site itself is asked
        --origin URL      one more site whose pages may send
        --behind-proxy    a proxy of ours names the reader in X-Forwarded-For
moderate --db FILE, --content DIR, --text TEXT, --json
`;

/** Reads the command line. `root` is the project's folder, `cwd` where the command was started. */
export function readOptions(args: readonly string[], root: string, cwd: string): Options {
  const { values, positionals } = parse(args);
  const [word, ...words] = positionals;
  const command = values.help || word === 'help' ? 'help' : values.version ? 'version' : commandOf(word);
  if (command in takes) {
    const known = takes[command as keyof typeof takes];
    for (const flag of Object.keys(values)) {
      if (!known.includes(flag as Flag)) throw new WrongUsage(`${command} takes no --${flag}.`);
    }
    if (command !== 'new' && command !== 'moderate' && words.length > 0)
      throw new WrongUsage(`"${words[0]}" is one word too many.`);
    if (command === 'new' && words.join(' ').trim() === '')
      throw new WrongUsage('new wants a title: npm run new -- "Titre".');
  }
  const path = (flag: 'content' | 'templates' | 'out' | 'cache' | 'db', fallback: string): string => {
    if (values[flag] === '') throw new WrongUsage(`--${flag} wants a ${flag === 'db' ? 'file' : 'folder'}.`);
    return values[flag] === undefined ? join(root, fallback) : resolve(cwd, values[flag]);
  };
  return {
    command,
    content: path('content', 'content'),
    templates: path('templates', 'templates'),
    out: path('out', '_site'),
    cache: path('cache', '.cache'),
    cacheUse: !values['no-cache'],
    at: values.at === undefined ? null : instant(values.at),
    search: choice('search', values.search ?? 'changed', ['off', 'changed', 'all']),
    allowLost: values['allow-lost'] ?? false,
    why: values.why === undefined ? null : address(values.why),
    strict: values.strict ?? false,
    json: values.json ?? false,
    stay: values.stay ?? false,
    releases: releases(values.releases ?? false, values.keep),
    to: values.to === undefined ? null : number('to', values.to, 1e15),
    wait: number('wait', values.wait ?? '60', 86_400) * 1000,
    format: choice('format', values.format ?? 'text', ['text', 'json', 'github']),
    port: number('port', values.port ?? (command === 'intake' ? '8090' : '8080'), 65_535),
    db: path('db', '.intake/comments.db'),
    host: values.host ?? '127.0.0.1',
    origins: values.origin === undefined ? [] : values.origin.split(',').map(originOf),
    behindProxy: values['behind-proxy'] ?? false,
    text: values.text ?? null,
    words,
    section: values.section ?? null,
  };
}

function parse(args: readonly string[]): {
  values: { [F in Flag]?: (typeof flags)[F]['type'] extends 'boolean' ? boolean : string };
  positionals: string[];
} {
  try {
    return parseArgs({ args: [...args], options: flags, allowPositionals: true });
  } catch (error) {
    throw new WrongUsage((error as Error).message.split('. ')[0] + '.');
  }
}

function commandOf(word: string | undefined): Command {
  if (word === undefined)
    throw new WrongUsage('Which command? build, search, check, serve, new, rollback, intake or moderate.');
  if (Object.hasOwn(takes, word)) return word as keyof typeof takes;
  throw new WrongUsage(
    `There is no command "${word}". The commands are build, search, check, serve, new, rollback, intake and moderate.`,
  );
}

function instant(text: string): number {
  const read = parseMoment(text, 'UTC');
  if (!read) throw new WrongUsage(`--at wants an instant such as 2026-03-05T08:00:00+01:00, not "${text}".`);
  return read.moment.at;
}

function originOf(text: string): string {
  if (/^https?:/i.test(text) && URL.canParse(text)) return new URL(text).origin;
  throw new WrongUsage(`--origin wants an address such as https://www.example.org, not "${text}".`);
}

/** A page's address, with or without the site before it. */
function address(written: string): string {
  const path = written.replace(/^https?:\/\/[^/]+/i, '').replace(/[?#].*$/s, '');
  if (!path.startsWith('/'))
    throw new WrongUsage(`--why wants the address of a page such as /monde/, not "${written}".`);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function choice<T extends string>(flag: string, value: string, allowed: readonly T[]): T {
  if ((allowed as readonly string[]).includes(value)) return value as T;
  throw new WrongUsage(`--${flag} is one of ${allowed.join(', ')}, not "${value}".`);
}

function releases(wanted: boolean, keep: string | undefined): number | null {
  if (!wanted && keep !== undefined) throw new WrongUsage('--keep says how many releases stay: it wants --releases.');
  const kept = keep === undefined ? releasesKept : number('keep', keep, 1000);
  if (kept < 2) throw new WrongUsage('--keep wants 2 or more: the live release, and one to go back to.');
  return wanted ? kept : null;
}

function number(flag: string, value: string, most: number): number {
  const read = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (read <= most) return read;
  throw new WrongUsage(`--${flag} wants a whole number up to ${most}, not "${value}".`);
}
