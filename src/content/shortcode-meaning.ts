// What a shortcode of another program may still say here: a picture, a link to a film or a post, the target of a link, a
// quotation. Everything else says nothing. It reads names and arguments; it runs and fetches nothing.
// Invariant: the answer is Markdown (or HTML within HTML) on one line, its texts escaped.

import { escapeHtml } from '../base/html.ts';
import { plainText } from '../base/text.ts';

/** Where a shortcode stands: within an address, within raw HTML, or in the text. */
export type Surroundings = 'address' | 'html' | 'text';

/** Arguments by name, and those without one in order. */
export interface Arguments {
  readonly named: ReadonlyMap<string, string>;
  readonly plain: readonly string[];
}

const argument =
  /([\w-]+)\s*(?:=|:(?=["'\s]))\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|`([^`]*)`|([^\s,"'`]+))|"((?:[^"\\]|\\.)*)"|'([^']*)'|`([^`]*)`|([^\s,"'`]+)/g;

/** Reads `src="a.jpg" alt='b' "c" d`. */
export function readArguments(text: string): Arguments {
  const named = new Map<string, string>();
  const plain: string[] = [];
  for (const match of text.slice(0, 3000).matchAll(argument)) {
    const [, key, a, b, c, d, e, f, g, h] = match;
    const value = (a ?? b ?? c ?? d ?? e ?? f ?? g ?? h ?? '')
      .replace(/\\(["\\])/g, '$1')
      .replace(/\s+/g, ' ')
      .trim();
    if (key === undefined) plain.push(value);
    else if (!named.has(key.toLowerCase())) named.set(key.toLowerCase(), value);
  }
  return { named, plain };
}

const pictureName =
  /^(?:(?:.*[-_/])?(?:figure|fig|img|image|picture|photo|illustration|imgproc|asset-static)(?:[-_].*)?|.*(?:figure|image|img|photo)[\w-]*\.(?:html|njk|liquid|md))$/i;
const pictureFile = /\.(?:jpe?g|png|gif|webp|avif|svg|tiff?|bmp)(?:[?#].*)?$/i;
/** Words of Octopress and Hexo that say where a picture stands, and its measures. */
const layoutWord = /^(?:left|right|center|centre|full|\d+(?:px|%)?)$/i;
const webAddress = /^https?:\/\/[^\s<>"'`]+$/i;

/** Commands whose argument names an article's file, with or without its ending. */
const articleName = /^(?:ref|relref|post_?url|post_?link|post_?path|link)$/;

function fileOf(target: string): string {
  return target.replace(/^([^#]*[^#/])\/?(?=#|$)/, (path) =>
    /\.\w{2,8}\/?$/.test(path) ? path : `${path.replace(/\/$/, '')}.md`,
  );
}

/** Markdown for a shortcode; empty when it says nothing that can be kept. */
export function meaningOf(
  name: string,
  call: { readonly args: Arguments; readonly place: Surroundings; readonly lang: string },
): string {
  const { args, place, lang } = call;
  const plainName = name.toLowerCase();
  const get = (...keys: string[]): string => {
    for (const key of keys) {
      const value = args.named.get(key);
      if (value !== undefined && value !== '') return value;
    }
    return '';
  };
  const first = args.plain[0] ?? '';
  if (place === 'address') {
    const target = get('path', 'src', 'file', 'url', 'href', 'id') || first;
    if (articleName.test(plainName)) return /^[\w./#@ -]+$/.test(target) ? encodeTarget(fileOf(target)) : '';
    return /[./#]/.test(target) && !/^(?:javascript|data|vbscript):/i.test(target) ? encodeTarget(target) : '';
  }
  if (plainName === 'post_link' && place === 'text' && args.plain[1] !== undefined && /^[\w./-]+$/.test(first))
    return link({ href: fileOf(first), label: args.plain[1] }, place);
  if (pictureName.test(plainName)) {
    const files = [get('src', 'file', 'url', 'image', 'image_path', 'path', 'link', 'name'), ...args.plain];
    const src = files.find((file) => pictureFile.test(file));
    if (src !== undefined) {
      const text = args.plain.find((text) => text !== src && !text.includes('.html') && !layoutWord.test(text));
      return picture(
        { src, alt: plainText(get('alt', 'alt_text') || (text ?? '')), title: plainText(get('caption', 'title')) },
        place,
      );
    }
  }
  const film = filmAddress(plainName, { id: get('id', 'src', 'url', 'video', 'videoid', 'key') || first, get });
  if (film !== null) {
    const site = film.site;
    const label = get('title', 'label', 'caption') || (lang.startsWith('fr') ? `À voir sur ${site}` : `See on ${site}`);
    return link({ href: film.href, label }, place);
  }
  const quotation = plainText(get('text', 'quote'));
  if (quotation !== '' && /quote|cit/.test(plainName)) {
    const cite = plainText(get('cite', 'author', 'source', 'attribution'));
    const text = cite === '' ? quotation : `${quotation} — ${cite}`;
    return place === 'html' ? `<blockquote>${escapeHtml(text)}</blockquote>` : `> ${escapeMarkdown(text)}`;
  }
  return '';
}

const sites: Record<string, readonly [string, RegExp, (id: string) => string]> = {
  youtube: ['YouTube', /^[\w-]{6,20}$/, (id) => `https://www.youtube.com/watch?v=${id}`],
  'youtube-nocookie': ['YouTube', /^[\w-]{6,20}$/, (id) => `https://www.youtube.com/watch?v=${id}`],
  vimeo: ['Vimeo', /^\d{5,12}$/, (id) => `https://vimeo.com/${id}`],
  dailymotion: ['Dailymotion', /^[\w]{5,12}$/, (id) => `https://www.dailymotion.com/video/${id}`],
  tweet: ['X', /^\d{8,22}$/, (id) => `https://x.com/i/status/${id}`],
  twitter: ['X', /^\d{8,22}$/, (id) => `https://x.com/i/status/${id}`],
  x: ['X', /^\d{8,22}$/, (id) => `https://x.com/i/status/${id}`],
  instagram: ['Instagram', /^[\w-]{8,14}$/, (id) => `https://www.instagram.com/p/${id}/`],
};

function filmAddress(
  name: string,
  { id, get }: { id: string; get: (...keys: string[]) => string },
): { site: string; href: string } | null {
  const site = sites[name.replace(/[-_.](?:simple|lite|embed|video|html)$/, '')];
  if (site !== undefined && site[1].test(id)) return { site: site[0], href: site[2](id) };
  const isEmbed =
    site !== undefined || /^(?:embed|video|audio|iframe|soundcloud|spotify|facebook|tiktok|googlemaps|rich)/.test(name);
  const href = webAddress.test(id) ? id : get('mp4', 'mp3', 'href');
  return isEmbed && webAddress.test(href) ? { site: hostOf(href), href } : null;
}

/** The host as readers know it. */
export function hostOf(href: string): string {
  const host = URL.canParse(href) ? new URL(href).hostname.replace(/^(?:www|player|m)\./, '') : '';
  const known: Record<string, string> = {
    'youtube.com': 'YouTube',
    'youtube-nocookie.com': 'YouTube',
    'youtu.be': 'YouTube',
    'vimeo.com': 'Vimeo',
    'dailymotion.com': 'Dailymotion',
    'twitter.com': 'X',
    'x.com': 'X',
    'instagram.com': 'Instagram',
    'facebook.com': 'Facebook',
    'soundcloud.com': 'SoundCloud',
    'w.soundcloud.com': 'SoundCloud',
    'open.spotify.com': 'Spotify',
  };
  return known[host] ?? host;
}

function encodeTarget(target: string): string {
  return target.replace(/[\s<>()"'`]/g, (char) =>
    encodeURIComponent(char).replace(/^[()']$/, (c) => `%${c.charCodeAt(0).toString(16)}`),
  );
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\[\]*_`<&{}!]/g, '\\$&');
}

function picture(written: { src: string; alt: string; title: string }, place: Surroundings): string {
  const src = encodeTarget(written.src);
  if (place === 'html') {
    const title = written.title === '' ? '' : ` title="${escapeHtml(written.title)}"`;
    return `<img src="${escapeHtml(src)}" alt="${escapeHtml(written.alt)}"${title}>`;
  }
  const title = written.title === '' ? '' : ` "${escapeMarkdown(written.title).replaceAll('"', '\\"')}"`;
  return `![${escapeMarkdown(written.alt)}](${src}${title})`;
}

/** A link in the language of the surroundings. */
export function link({ href, label }: { href: string; label: string }, place: Surroundings): string {
  if (place === 'address') return encodeTarget(href);
  if (place === 'html') return `<a href="${escapeHtml(href)}">${escapeHtml(label)}</a>`;
  return `[${escapeMarkdown(label)}](${encodeTarget(href)})`;
}
