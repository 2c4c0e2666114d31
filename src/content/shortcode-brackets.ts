// Shortcodes in square brackets, as WordPress has them: `[gallery ids="1,2"]`, `[caption …]<img …> text[/caption]`, also
// with the backslashes that exporters to Markdown put before brackets. Markdown uses brackets too: a name is a shortcode
// when it is one of WordPress's own, when it has attributes, or when it is closed (`[quote]…[/quote]`).
// Invariant: a link, a reference and its definition are never taken.

import { decodeEntities } from '../base/text.ts';
import { escapeHtml } from '../base/html.ts';
import { hostOf, link, meaningOf, readArguments, type Arguments, type Surroundings } from './shortcode-meaning.ts';
import { find, longest, surroundings, type Reading, type Work } from './shortcode-work.ts';

/** Names that are no words. Ordinary words are taken for shortcodes only with arguments. */
export const wordpressNames =
  'caption|wp_caption|gallery|embed|audio|video|playlist|youtube|vimeo|dailymotion|soundcloud|tweet|instagram|googlemaps|contact-form(?:-7)?|sourcecode|gravityform|tablepress|slideshow|polldaddy|wpvideo|jwplayer|slideshare|nggallery|ngg\\w*|vc_\\w+|et_pb_\\w+|fusion_\\w+|su_\\w+|mailpoet_\\w+|newsletter_\\w+|wpforms|elementor-template';
/** Names that stand alone on a line and say nothing. */
export const loneNames =
  'toc|more|divider|hr|clear|clearfix|spacer|separator|nextpage|sitemap|archives|ad|ads|share|line|gap|gallery|contact-form';

const bracket = /\\?\[(\/?)([a-z][\w-]*)((?:[\s=][^\]\n]{0,800}?)?)\\?\]/iy;
const own = new RegExp(`^(?:${wordpressNames})$`, 'i');
const lone = new RegExp(`^(?:${loneNames})$`, 'i');
const word = /^(?:caption|gallery|embed|audio|video|playlist|tweet|youtube|slideshow)$/;
const code =
  /^(?:code|source|sourcecode|php|html|css|js|javascript|python|ruby|java|bash|shell|sql|xml|pre|cpp|csharp)$/;

interface Bracket {
  readonly name: string;
  readonly rest: string;
  /** What stands between the pair, without an exporter's backslashes; null when it is not closed. */
  readonly inner: string | null;
  readonly end: number;
  /** Behind the closing bracket of the pair. */
  readonly pairEnd: number;
}

/** Reads what begins with a square bracket; null when it is Markdown's. */
export function readBracket(work: Work, at: number): Reading | null {
  bracket.lastIndex = at;
  const match = bracket.exec(work.source);
  if (match === null) return null;
  const [whole, slash, given, rest] = match as unknown as [string, string, string, string];
  const name = given.toLowerCase();
  const end = at + whole.length;
  const next = work.source[end] ?? '';
  if (slash === '/') {
    const isPair = work.opened.has(name) || own.test(name);
    return next === '(' || !isPair ? null : { name, instead: next === '[' ? ' ' : '', end };
  }
  const close = closeOf(work, given, end);
  if (close === null && (next === '(' || next === '[' || next === ':') && !own.test(name)) return null;
  if (close === null && (next === '(' || next === ':')) return null;
  const found: Bracket = {
    name,
    rest: unescape(rest),
    inner: close === null ? null : unescape(work.source.slice(end, close.start)),
    end,
    pairEnd: close?.end ?? end,
  };
  return isShortcode(work, at, found) ? meaning(work, at, found) : null;
}

/** The closing bracket of a pair; null when there is none. Any word may be a name: none is looked for far. */
function closeOf(work: Work, name: string, from: number): { start: number; end: number } | null {
  for (const mark of [`[/${name}]`, `[/${name}\\]`]) {
    const near = own.test(name) ? find(work, mark, from) : work.source.slice(from, from + longest).indexOf(mark);
    const start = near === -1 || own.test(name) ? near : from + near;
    if (start !== -1) return { start, end: start + mark.length };
  }
  return null;
}

function unescape(text: string): string {
  return text.includes('\\') ? text.replace(/\\([[\]_*#&~-])|\\$/g, '$1') : text;
}

function isShortcode(work: Work, at: number, { name, rest, inner, end }: Bracket): boolean {
  if (inner !== null || /^\s+[\w-]+=\S/.test(rest)) return true;
  if (rest.trim() !== '') return own.test(name);
  if (!lone.test(name)) return own.test(name) && !word.test(name);
  const before = work.source.slice(Math.max(0, at - 80), at);
  return /(?:^|\n)[ \t]*$/.test(before) && /^[ \t]*(?:\r?\n|$)/.test(work.source.slice(end, end + 80));
}

function meaning(work: Work, at: number, found: Bracket): Reading {
  const { name, rest, inner, end, pairEnd } = found;
  const place = surroundings(work, at);
  if (inner === null) {
    const args = readArguments(rest.trim().replace(/^=/, ''));
    return { name, instead: meaningOf(name, { args, place, lang: work.lang }), end };
  }
  if (name.endsWith('caption')) return { name, instead: captioned(inner, readArguments(rest)), end: pairEnd };
  if (code.test(name)) return { name, instead: codeOf(inner, place), end: pairEnd };
  const address = /^\s*<?(https?:\/\/[^\s<>"\]]+)>?\s*$/.exec(inner)?.[1];
  if (address !== undefined)
    return { name, instead: link({ href: address, label: hostOf(address) }, place), end: pairEnd };
  if (/^[\w-]{4,40}$/.test(inner)) {
    const film = meaningOf(name, { args: { named: new Map(), plain: [inner] }, place, lang: work.lang });
    if (film !== '') return { name, instead: film, end: pairEnd };
  }
  const named = readArguments(rest).named;
  const href = named.get('link') ?? named.get('url') ?? named.get('href') ?? '';
  if (/^(?:https?:\/\/|\/)\S+$/.test(href) && /^[^\n[\]<>]{1,200}$/.test(inner))
    return { name, instead: link({ href, label: inner.trim() }, place), end: pairEnd };
  if (/^(?:footnote|fn|ref|note|efn_note)$/.test(name) && /^[^\n[\]]{1,600}$/.test(inner) && /\S$/.test(work.out))
    return { name, instead: ` (${inner.trim()})`, end: pairEnd };
  work.opened.add(name);
  // What else a pair holds is text; its closing bracket goes when its turn comes.
  return { name, instead: meaningOf(name, { args: readArguments(rest), place, lang: work.lang }), end };
}

/** Code that stands between brackets, its references decoded: exporters leave `&lt;`. */
function codeOf(inner: string, place: Surroundings): string {
  const text = decodeEntities(inner);
  if (text.includes('\n')) return `<pre><code>${escapeHtml(text.replace(/^\r?\n/, ''))}</code></pre>`;
  if (place === 'html') return `<code>${escapeHtml(text)}</code>`;
  const marks = text.includes('`') ? '``' : '`';
  return text.trim() === '' ? '' : `${marks}${text}${marks}`;
}

const markdownPicture = /\[?!\[([^\]\n]*)\]\(([^()\s]+)(?:\s+"[^"]*")?\)(?:\]\([^()\s]*(?:\s+"[^"]*")?\))?/;

/** A picture and its caption: HTML as WordPress keeps it, or Markdown as exporters write it. */
function captioned(inner: string, { named }: Arguments): string {
  const image = /(?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*<\/a>)?/i.exec(inner)?.[0];
  const drawn = image === undefined ? markdownPicture.exec(inner) : null;
  const flat = inner.replace(/\s+/g, ' ').trim();
  const text =
    flat.replace((drawn?.[0] ?? image ?? '').replace(/\s+/g, ' '), '').trim() || (named.get('caption') ?? '');
  if (drawn !== null) {
    const caption = text.replace(/[*_]{1,3}(\S[^*_]*)[*_]{1,3}/g, '$1').replaceAll('"', "'");
    return `![${drawn[1] as string}](${drawn[2] as string}${caption === '' ? '' : ` "${caption}"`})`;
  }
  if (image === undefined) return flat;
  return `<figure>${image.replace(/\s+/g, ' ')}<figcaption>${text}</figcaption></figure>`;
}
