// Where the front matter of a text starts and ends: the fences, and the language that the opening one names.
// It reads no value. Markdown that only begins with a rule (`---`) is not taken for front matter.
// Invariant: `closed` spans lie inside the text, and the body is everything after the closing line.

export type Language = 'yaml' | 'toml' | 'json' | 'javascript' | 'coffee' | 'unknown';

export type Fences =
  | { readonly kind: 'none' }
  /** A line of the two is missing, or only nearly one; the offset says where to look. */
  | {
      readonly kind: 'open';
      readonly missing: 'opening' | 'closing';
      readonly offset: number;
      readonly length: number;
      readonly hint: string;
    }
  | {
      readonly kind: 'closed';
      readonly language: Language;
      readonly headStart: number;
      readonly headEnd: number;
      /** 1-based. */
      readonly headLine: number;
      readonly bodyStart: number;
      /** 1-based. */
      readonly bodyLine: number;
    };

const opening = /(?:[ \t]*\n)*(---|\+\+\+)[ \t]*([A-Za-z]*)[ \t]*(?:\n|$)/y;
const languages: Record<string, Language> = {
  '': 'yaml',
  yaml: 'yaml',
  yml: 'yaml',
  toml: 'toml',
  json: 'json',
  js: 'javascript',
  javascript: 'javascript',
  ts: 'javascript',
  typescript: 'javascript',
  coffee: 'coffee',
  coffeescript: 'coffee',
  cson: 'coffee',
};

/** Finds the fences of a decoded text. */
export function findFences(text: string): Fences {
  opening.lastIndex = 0;
  const open = opening.exec(text);
  if (open === null) return findHeader(text) ?? nearlyOpen(text) ?? findBraces(text);
  const fence = open[1] as string;
  const named = (open[2] as string).toLowerCase();
  const language = fence === '+++' ? 'toml' : (languages[named] ?? 'unknown');
  const headStart = open[0].length;
  const headLine = countLines(text, 0, headStart) + 1;
  const close = findClosing(text, headStart, fence);
  if (close !== null) {
    const bodyLine = headLine + countLines(text, headStart, close.end);
    return { kind: 'closed', language, headStart, headEnd: close.start, headLine, bodyStart: close.end, bodyLine };
  }
  return openOrNone(text, open, headStart);
}

function findClosing(text: string, from: number, fence: string): { start: number; end: number } | null {
  for (let start = from; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    const first = text[start];
    if (first === fence[0] || (first === '.' && fence === '---')) {
      const line = text.slice(start, Math.min(end, start + 200)).trimEnd();
      if (line === fence || (line === '...' && fence === '---')) return { start, end: newline === -1 ? end : end + 1 };
    }
    start = end + 1;
  }
  return null;
}

function openOrNone(text: string, open: RegExpExecArray, headStart: number): Fences {
  const first = /^\s*([^\n]*)/.exec(text.slice(headStart, headStart + 2000))?.[1] ?? '';
  const isKey =
    open[1] === '+++'
      ? /^["'\w-]+\s*=/.test(first)
      : /^["'\p{L}_][\p{L}\p{N}_ "'.-]*:/u.test(first) || /^[#%{]/.test(first);
  if (!isKey) return { kind: 'none' };
  // Something that was meant as the closing line: too many or too few dashes, other dashes, an indent, text behind.
  const nearly = /^[ \t]*(?:-{2,}|[–—]+-*|-+[–—]+|\+{2,})[ \t]*$|^(?:---|\+\+\+)(?=\s+\S)/m;
  const found = nearly.exec(text.slice(headStart));
  const fence = open[1] as string;
  if (found !== null) {
    const hint = `This line is nearly one; it must be exactly ${fence}, at the start of the line.`;
    return { kind: 'open', missing: 'closing', offset: headStart + found.index, length: found[0].length, hint };
  }
  const hint = `Put a line of ${fence} between the keys and the text.`;
  return { kind: 'open', missing: 'closing', offset: open[0].indexOf(fence), length: 3, hint };
}

const nearOpening = /^(?:[ \t]*\n)*([ \t]*(?:-{2,}|[–—]+-*|-+[–—]+)[ \t]*)\n(?=[ \t]*[\p{L}_][\p{L}\p{N}_-]*[ \t]*:)/u;

/** An opening line that a word processor made a dash of, that is indented, or that has a dash too many or too few. */
function nearlyOpen(text: string): Fences | null {
  const found = nearOpening.exec(text);
  if (found === null) return null;
  const lines = text.slice(found[0].length, found[0].length + 3000).split('\n', 12);
  if (!lines.some((line) => /^[ \t]*title[ \t]*:/i.test(line))) return null;
  const line = found[1] as string;
  const hint = 'This line is nearly one; it must be exactly ---, at the start of the line.';
  return { kind: 'open', missing: 'opening', offset: found[0].length - line.length - 1, length: line.length, hint };
}

const headerStart = /^\s*(<!--\s*\n)?(?:\.\. )?[A-Za-z][\w -]{0,40}:/;
const headerEnd = /^(?:[ \t]*|-->[ \t]*|-{3,}[ \t]*|_{3,}[ \t]*|\.\.\.[ \t]*)(?:\n|$)/m;
const headerLine = /^(?:\.\. )?[A-Za-z][\w -]{0,40}:|^[ \t]+\S|^- /;

/** Keys without fences at the head of the file, as Pelican and Nikola have them: they must name a title and a date. */
function findHeader(text: string): Fences | null {
  const start = headerStart.exec(text);
  if (start === null) return null;
  const headStart = start[1] === undefined ? start[0].search(/\S/) : text.indexOf('<!--') + start[1].length;
  const end = headerEnd.exec(text.slice(headStart));
  const headEnd = end === null ? text.length : headStart + end.index;
  const lines = text
    .slice(headStart, Math.min(headEnd, headStart + 10_000))
    .trimEnd()
    .split('\n');
  if (lines.length > 60 || !lines.every((line) => headerLine.test(line))) return null;
  const has = (names: RegExp): boolean => lines.some((line) => names.test(line));
  if (!has(/^(?:\.\. )?title:/i) || !has(/^(?:\.\. )?(?:date|created|pub(?:lish(?:ed)?)?[_-]?(?:date|at|on)?):/i))
    return null;
  const bodyStart = end === null ? text.length : headEnd + end[0].length;
  const headLine = countLines(text, 0, headStart) + 1;
  const bodyLine = headLine + countLines(text, headStart, bodyStart);
  return { kind: 'closed', language: 'yaml', headStart, headEnd, headLine, bodyStart, bodyLine };
}

/** JSON as Hugo has it: the file starts with `{`, the body follows the matching `}`. */
function findBraces(text: string): Fences {
  const start = /^\s*\{(?=\s*["}])/.exec(text);
  if (start === null) return { kind: 'none' };
  const headStart = start[0].length - 1;
  let depth = 0;
  let isText = false;
  for (let i = headStart; i < text.length; i++) {
    const char = text[i];
    if (isText) {
      if (char === '\\') i += 1;
      else if (char === '"') isText = false;
    } else if (char === '"') isText = true;
    else if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') depth -= 1;
    if (depth > 0 || isText) continue;
    const headEnd = i + 1;
    const newline = text.indexOf('\n', headEnd);
    const bodyStart = newline !== -1 && text.slice(headEnd, newline).trim() === '' ? newline + 1 : headEnd;
    const headLine = countLines(text, 0, headStart) + 1;
    const bodyLine = headLine + countLines(text, headStart, bodyStart);
    return { kind: 'closed', language: 'json', headStart, headEnd, headLine, bodyStart, bodyLine };
  }
  return { kind: 'open', missing: 'closing', offset: headStart, length: 1, hint: 'Close the front matter with }.' };
}

function countLines(text: string, from: number, to: number): number {
  let lines = 0;
  for (let i = text.indexOf('\n', from); i !== -1 && i < to; i = text.indexOf('\n', i + 1)) lines += 1;
  return lines;
}
