// Walks once over a body that may hold shortcodes, and writes it again without them. Each kind of bracket has a reader:
// it says what stands there, what is written instead, and where the text goes on; or null, when it is text.
// Invariant: every reader moves forward, and none looks further than forty thousand characters.

import { readBracket } from './shortcode-brackets.ts';
import { hostOf, link, meaningOf, readArguments } from './shortcode-meaning.ts';
import { findRegions } from './shortcode-regions.ts';
import { find, longest, put, surroundings, type FoundShortcode, type Reading, type Work } from './shortcode-work.ts';

export interface CleanedText {
  /** The body without shortcodes, with as many lines. */
  readonly text: string;
  readonly found: readonly FoundShortcode[];
}

const opening = /\{\{|\{%|\{#-?\s|`+|<(?:code|pre)\b|\\?\[(?=\/?[a-z][\w-]*[\s\]=\\])/gi;
/** Writes a body again without its shortcodes. */
export function scanShortcodes(source: string, lang: string): CleanedText {
  const regions = findRegions(source);
  const work: Work = { source, lang, regions, closers: new Map(), opened: new Set(), written: [], out: '' };
  const found = new Map<string, FoundShortcode>();
  let done = 0;
  opening.lastIndex = 0;
  for (let match = opening.exec(source); match !== null; match = opening.exec(source)) {
    const at = match.index;
    const codeEnd = work.regions.codeEnd(at) || literalEnd(work, at, match[0]);
    if (codeEnd > at) {
      opening.lastIndex = codeEnd;
      continue;
    }
    put(work, source.slice(done, at));
    done = at;
    const reading = read(work, at);
    if (reading === null) {
      opening.lastIndex = at + match[0].length;
      continue;
    }
    const taken = source.slice(at, reading.end);
    if (reading.name !== '' && !found.has(reading.name)) {
      found.set(reading.name, {
        name: reading.name,
        offset: at,
        text: taken.split(/\r|\n/)[0] as string,
        isReplaced: reading.instead !== '',
      });
    }
    write(work, { at, taken, reading });
    done = reading.end;
    opening.lastIndex = done;
  }
  return { text: work.written.join('') + work.out + source.slice(done), found: [...found.values()] };
}

/** End of inline code (backticks, `code`, `pre`) that begins at `at`; 0 when it is none. */
function literalEnd(work: Work, at: number, mark: string): number {
  if (mark.startsWith('`')) {
    if (work.source[at - 1] === '\\') return at + mark.length;
    const run = /`+/g;
    run.lastIndex = at + mark.length;
    const limit = work.source.slice(at, at + longest).search(/\n[ \t]*\r?\n/);
    const stop = limit === -1 ? at + longest : at + limit;
    for (let next = run.exec(work.source); next !== null && next.index < stop; next = run.exec(work.source)) {
      if (next[0].length === mark.length) return next.index + mark.length;
    }
    return at + mark.length;
  }
  if (!mark.startsWith('<')) return 0;
  const end = find(work, `</${mark.slice(1).toLowerCase()}`, at);
  return end === -1 ? at + mark.length : end;
}

function read(work: Work, at: number): Reading | null {
  const two = work.source.slice(at, at + 3);
  if (two.startsWith('[') || two.startsWith('\\[')) return readBracket(work, at);
  if (two.startsWith('{#')) return readUntil(work, at, { mark: '#}', name: '' });
  if (two.startsWith('{%')) return readTag(work, at);
  if (two === '{{<' || two === '{{%') return readHugo(work, at) ?? null;
  if (two === '{{/' || two === '{{-') return readUntil(work, at, { mark: '}}', name: two === '{{/' ? '' : 'template' });
  return readExpression(work, at);
}

function readUntil(work: Work, at: number, { mark, name }: { mark: string; name: string }): Reading | null {
  const end = find(work, mark, at + 2);
  return end === -1 ? null : { name, instead: '', end: end + mark.length };
}

// Hugo: `{{< name … >}}`, `{{% name … %}}`, closed by `{{< /name >}}`; `{{</* name */>}}` shows itself.
function readHugo(work: Work, at: number): Reading | null {
  const mark = work.source[at + 2] === '<' ? '>}}' : '%}}';
  const close = find(work, mark, at + 3);
  if (close === -1) return null;
  const end = close + 3;
  const inner = work.source.slice(at + 3, close).trim();
  const shown = /^\/\*([\s\S]*)\*\/$/.exec(inner);
  if (shown !== null) {
    const sign = mark[0] as string;
    return { name: '', instead: `{{${sign === '>' ? '\\<' : '%'}${shown[1] as string}${sign}}}`, end };
  }
  const match = /^(\/?)\s*([\p{L}\p{N}_./-]+)([\s\S]*)$/u.exec(inner);
  if (match === null) return null;
  const name = match[2] as string;
  if (match[1] === '/') return { name, instead: '', end };
  const fenced = /^(?:highlight|code|mermaid|source)$/.test(name)
    ? fence(work, { name, end, args: match[3] as string })
    : null;
  if (fenced !== null) return fenced;
  const args = readArguments(match[3] as string);
  return { name, instead: meaningOf(name, { args, place: surroundings(work, at), lang: work.lang }), end };
}

/** A pair that holds code becomes fenced code; its opening stands alone on a line. */
function fence(work: Work, { name, end, args }: { name: string; end: number; args: string }): Reading | null {
  const rest = work.source.slice(end, end + 40_000);
  const closing = new RegExp(
    `^([\\s\\S]*?)(?:\\{\\{[<%]\\s*/\\s*${name}\\s*[>%]\\}\\}|\\{%-?\\s*end${name}\\s*-?%\\})`,
  ).exec(rest);
  if (closing === null || !/(?:^|\n)[ \t]*$/.test(work.out) || !/^[ \t]*\r?\n/.test(rest)) return null;
  const code = (closing[1] as string).replace(/^[ \t]*\r?\n/, '').trimEnd();
  const marks = code.includes('```') ? '~~~~' : '```';
  const lang = /^\s*["']?([\w+-]{1,20})/.exec(args)?.[1] ?? '';
  return { name, instead: `${marks}${lang}\n${code}\n${marks}`, end: end + closing[0].length };
}

/** Liquid, Nunjucks: `{% name … %}`, closed by `{% endname %}`. */
function readTag(work: Work, at: number): Reading | null {
  const close = find(work, '%}', at + 2);
  if (close === -1) return null;
  const end = close + 2;
  const match = /^-?\s*([\p{L}_][\p{L}\p{N}_.-]*)([\s\S]*?)-?$/u.exec(work.source.slice(at + 2, close).trim());
  if (match === null) return null;
  let name = match[1] as string;
  const isClosing = name.startsWith('end') && name.length > 3;
  if (isClosing) return { name: name.slice(3), instead: '', end };
  if (name === 'raw' || name === 'verbatim' || hidden.test(name)) return readSilent(work, { name, end });
  if (name === 'set' && /^\s+[\w, ]+$/.test(match[2] as string)) return readSilent(work, { name, end });
  if (name === 'highlight' || name === 'code') {
    const fenced = fence(work, { name, end, args: match[2] as string });
    if (fenced !== null) return fenced;
  }
  const args = readArguments(match[2] as string);
  const isInclude = /^(?:include|include_relative|render|includes|partial)$/.test(name);
  const place = surroundings(work, at);
  if (isInclude && place !== 'address' && args.plain[0] !== undefined) name = args.plain[0].replace(/,$/, '');
  const instead = isInclude && place === 'address' ? '' : meaningOf(name, { args, place, lang: work.lang });
  return { name: match[1] as string, instead, end };
}

const hidden = /^(?:comment|capture|macro|schema|style|stylesheet|css|js|javascript)$/;

/** `raw` shows what it holds; `comment`, and what keeps a text for a template, hide it. */
function readSilent(work: Work, { name, end }: { name: string; end: number }): Reading {
  const closing = new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}`);
  const rest = work.source.slice(end, end + 20_000);
  const match = closing.exec(rest);
  if (match === null) return { name, instead: '', end };
  const inner = rest.slice(0, match.index);
  return {
    name,
    instead: name === 'raw' || name === 'verbatim' ? inner : '',
    end: end + match.index + match[0].length,
  };
}

/** No expression is longer; what is behind the next `}}` is none of it. */
const longestExpression = 700;
const proseShape = /^[\p{L}\p{M}’' ,]+ [\p{L}\p{M}’' ,\d]+$/u;
const keyword =
  /^(?:if|else|end|range|with|block|define|template|partial|for|unless|set|assign|include|return|break|continue|not|and|or)\b/;

/** An expression: `{{ site.url }}`, `{{ "/x" | relative_url }}`; words that no program would read are text. */
function readExpression(work: Work, at: number): Reading | null {
  const shown = /\{\{-?\s*(["'])((?:\{\{|\}\}|\{%|%\}|[^"'{}\n]){1,80})\1\s*-?\}\}/y;
  shown.lastIndex = at;
  const literalBraces = shown.exec(work.source);
  if (literalBraces !== null) return { name: 'template', instead: literalBraces[2] as string, end: shown.lastIndex };
  const close = find(work, '}}', at + 2);
  if (close === -1 || close - at > longestExpression) return null;
  const inner = insideOf(work.source.slice(at + 2, close));
  if (inner === '' || !areBracesQuoted(inner)) return null;
  if (proseShape.test(inner) && !keyword.test(inner)) return null;
  const end = close + 2;
  const place = surroundings(work, at);
  const quoted = /^(["'])([\s\S]*?)\1\s*(?:\|\s*([\w-]+)([\s\S]*))?$/.exec(inner);
  if (quoted === null) {
    const name = /^[.$]?[\p{L}\p{N}_.$-]+/u.exec(inner)?.[0] ?? 'template';
    return { name, instead: '', end };
  }
  const value = (quoted[2] as string).trim();
  const filter = quoted[3] ?? 'template';
  if (place === 'address') return { name: filter, instead: link({ href: value, label: '' }, 'address'), end };
  if (/^https?:\/\//.test(value)) {
    const title = /["']([^"']+)["']/.exec(quoted[4] ?? '')?.[1];
    return { name: filter, instead: link({ href: value, label: title ?? hostOf(value) }, place), end };
  }
  return { name: filter, instead: quoted[3] === undefined ? value : '', end };
}

/** What stands between braces, without spaces and the `-` that trims them. */
function insideOf(braced: string): string {
  const inner = braced.trim();
  return braced.endsWith('-') && inner !== '-' ? inner.slice(0, -1).trimEnd() : inner;
}

/** True when the quotation marks can be read so that every brace stands in quotes. Each place is reached once. */
function areBracesQuoted(text: string): boolean {
  if (!/[{}]/.test(text)) return true;
  const reached = new Set([0]);
  for (let i = 0; i < text.length; i++) {
    const char = text[i] as string;
    if (!reached.has(i) || char === '{' || char === '}') continue;
    // A mark stands for itself (`l'eau`), or opens what the next of its kind closes.
    reached.add(i + 1);
    const close = char === '"' || char === "'" ? text.indexOf(char, i + 1) : -1;
    if (close !== -1) reached.add(close + 1);
  }
  return reached.has(text.length);
}

/** Writes what stands instead, tidies the spaces around nothing, and keeps the number of lines. */
function write(work: Work, { at, taken, reading }: { at: number; taken: string; reading: Reading }): void {
  const { source } = work;
  let { instead } = reading;
  const next = source[reading.end] ?? '\n';
  if (instead === '') {
    const line = work.out.slice(work.out.lastIndexOf('\n') + 1);
    const isBlank = line.trim() === '';
    // An empty line would end a block of HTML, and what is indented behind it would be code.
    if (isBlank && /^[ \t]*(?:\r|\n|$)/.test(source.slice(reading.end, reading.end + 200)) && work.regions.isHtml(at)) {
      instead = '<!---->';
    } else if (/[ \t]$/.test(work.out) && /[\s,.)]/.test(next) && !isBlank) {
      work.out = work.out.replace(/(?<![ \t])[ \t]+$/, '');
    }
  }
  const missing = lineEnds(taken) - lineEnds(instead);
  put(work, missing > 0 ? instead + '\n'.repeat(missing) : instead);
}

function lineEnds(text: string): number {
  return text.includes('\n') || text.includes('\r') ? (text.match(/\r\n?|\n/g)?.length ?? 0) : 0;
}
