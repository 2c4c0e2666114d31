// Why something did not work, in one sentence that says where and what to do, for people who never saw a stack trace.
// Errors come from the system, from Eleventy (which wraps them), from a theme, and from threads.

/** What is known of an error; plain data, so that it can come from another thread. */
export interface Failure {
  /** The system's name of it, such as ENOSPC. */
  readonly code: string | null;
  /** The file or folder that it is about. */
  readonly path: string | null;
  /** Its message and those of its causes, each once. */
  readonly message: string;
  /** File, line and column of the theme or of the newsroom's own code where it happened. */
  readonly place: string | null;
}

type Link = Error & { code?: unknown; path?: unknown; place?: unknown; originalError?: unknown };

/** Looks through an error and its causes. */
export function failureOf(error: unknown): Failure {
  const links: Link[] = [];
  for (let at = error; at instanceof Error && !links.includes(at); at = (at as Link).originalError ?? at.cause) {
    links.push(at);
  }
  const text = (name: 'code' | 'path' | 'place'): string | null =>
    links.map((link) => link[name]).findLast((value) => typeof value === 'string') ?? null;
  const messages: string[] = [];
  for (const { message } of links) if (!messages.some((known) => known.includes(message))) messages.push(message);
  return {
    code: text('code'),
    path: text('path'),
    message: messages.length > 0 ? messages.join(' ') : String(error),
    place: text('place') ?? links.map(placeOf).findLast((place) => place !== null) ?? null,
  };
}

/** An error that tells what another thread knows of its own. */
export function errorOf({ code, path, message, place }: Failure): Error {
  return Object.assign(new Error(message), { code, path, place });
}

/** What Node writes before the message of a text that is no code: file and line, some lines, and marks below the place. */
const noCode = /^(?:file:\/\/)?(\/[^\n]+:\d+)\n(?:[^\n]*\n){1,9}?( *)\^+\n/;

/** Where a text is no code; else the first line of a stack that lies neither in Node, nor in the program, nor in a package. */
export function placeOf({ stack = '' }: Error): string | null {
  const [, line, before] = noCode.exec(stack) ?? [];
  if (line !== undefined && before !== undefined) return `${line}:${before.length + 1}`;
  for (const line of stack.split('\n')) {
    if (/[( ]node:/.test(line)) continue;
    const place = /(?:file:\/\/)?(\/[^()\s]+:\d+:\d+)\)?$/.exec(line)?.[1];
    if (place && !place.includes('/node_modules/') && !place.includes('/src/')) return place;
  }
  return null;
}

/** One sentence, that begins in lower case: what is in the way, and what to do. */
export function failureSentence(error: unknown): string {
  const { code, path, message, place } = failureOf(error);
  const there = path ?? 'there';
  if (/database or disk is full/.test(message)) return 'the disk is full; free some room and build again.';
  switch (/too many open files/i.test(message) ? 'EMFILE' : code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `the disk is full${path ? ` (${path})` : ''}; free some room and build again.`;
    case 'EFBIG':
      return `${path ?? 'a file'} became larger than the system allows here; see ulimit -f.`;
    case 'EACCES':
    case 'EPERM':
      return `there is no permission to write ${there}; change its owner, or choose another --out.`;
    case 'EROFS':
      return `${there} lies on a disk that is read-only; choose another --out.`;
    case 'EMFILE':
    case 'ENFILE':
      return `the system allows no more open files${path ? ` (${path})` : ''}; raise the limit with ulimit -n.`;
    case 'ENOENT':
      return path ? `${path} is missing, or went away while the site was built; build again.` : message;
    case 'EIO':
      return `the disk could not read or write ${there}; look at the disk before you build again.`;
    case 'EXDEV':
    case 'EBUSY':
      return `${there} lies on another file system or is in use; choose a folder inside it as --out.`;
    case 'ERR_WORKER_OUT_OF_MEMORY':
      return 'there is not enough memory; give the program more with NODE_OPTIONS=--max-old-space-size=4096.';
    default:
      return place ? `${message} (${place})` : message;
  }
}
