// Turns the elements of a sanitised tree into ours: pictures become resolved pictures, frames and films become links, links
// are asked for, old tags get their successors, ids a prefix. It does not care where an element may stand.
// Invariant: every `id` begins with `t-` and stands once; no `img`, `iframe`, `audio` or `video` is left as it came.

import { escapeHtml } from '../base/html.ts';
import { cutWords, decodeEntities, oneLine } from '../base/text.ts';
import { addressKind, anchorId, decoded } from './addresses.ts';
import { figure, inlinePicture } from './body-pictures.ts';
import { resolveLink, type RenderEnv } from './body-render.ts';
import { append, element, hasContent, isElement, printTree, type Element, type Node } from './sanitise-tree.ts';
import { hostOf } from './shortcode-meaning.ts';

const renamed: Record<string, string> = {
  acronym: 'abbr',
  big: 'span',
  strike: 's',
  tt: 'code',
  menu: 'ul',
  center: 'div',
  picture: 'span',
};

interface Shaping {
  readonly env: RenderEnv;
  readonly ids: Set<string>;
}

/** Shapes all nodes of a body. */
export function shapeTree(nodes: readonly Node[], env: RenderEnv): Node[] {
  return shapeAll(gatherPictures(nodes), { env, ids: new Set() });
}

const flowTags = /^(?:div|section|article|header|footer|main|aside|nav|center|address|details|blockquote)$/;
const inlineTags = /^(?:a|br|img|picture|span|b|strong|i|em|source)$/;

/** Puts pictures that stand alone between blocks into a paragraph, which makes figures of them. */
function gatherPictures(nodes: readonly Node[]): Node[] {
  const gathered: Node[] = [];
  let run: Node[] = [];
  const flush = (): void => {
    const isLone = run.some(isElement) && (onlyPictures(run)?.length ?? 0) > 0;
    if (isLone) gathered.push(element('p', run));
    else append(gathered, run);
    run = [];
  };
  for (const node of nodes) {
    if (!isElement(node) || inlineTags.test(node.tag)) run.push(node);
    else {
      // An inline element that is none of these begins a sentence; a block ends one.
      if (phrasing.test(node.tag)) append(gathered, run.splice(0));
      else flush();
      gathered.push(flowTags.test(node.tag) ? { ...node, children: gatherPictures(node.children) } : node);
    }
  }
  flush();
  return gathered;
}

function shapeAll(nodes: readonly Node[], shaping: Shaping): Node[] {
  const shaped: Node[] = [];
  for (const node of nodes) {
    if (isElement(node)) append(shaped, shape(node, shaping));
    else shaped.push(node);
  }
  return shaped;
}

function value(node: Element, name: string): string {
  return decodeEntities(node.attributes.get(name) ?? '').trim();
}

/** An address that stands alone in a block, as WordPress writes what it embeds. */
const loneAddress = /^https?:\/\/[^\s<>"']+$/i;

/** The block with its address as a link. */
function linked(node: Element): Element {
  const [only, more] = node.children.filter((child) => isElement(child) || hasContent([child]));
  if (typeof only !== 'string' || more !== undefined || !loneAddress.test(only.trim())) return node;
  return { ...node, children: [element('a', [only.trim()], [['href', only.trim()]])] };
}

function shape(written: Element, shaping: Shaping): Node[] {
  const node = /^(?:p|div|figure)$/.test(written.tag) ? linked(written) : written;
  const tag = renamed[node.tag] ?? node.tag;
  switch (tag) {
    case 'img':
      return image(node, shaping);
    case 'iframe':
    case 'embed':
    case 'object':
    case 'audio':
    case 'video':
      return embedded(node, shaping);
    case 'source':
    case 'col':
    case 'colgroup':
      return [];
    case 'p':
      return lonePictures(node, shaping) ?? [kept(node, tag, shaping)];
    case 'figure':
      return ownFigure(node, shaping) ?? [kept(node, tag, shaping)];
    case 'a':
      return anchor(node, shaping);
    case 'time': {
      const made = kept(node, tag, shaping);
      return /^\d{4}-\d{2}(?:-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?)?$/.test(
        value(node, 'datetime'),
      )
        ? [made]
        : made.children;
    }
    case 'bdo':
      return /^(?:ltr|rtl)$/.test(value(node, 'dir')) ? [kept(node, tag, shaping)] : shapeAll(node.children, shaping);
    default:
      return [kept(node, tag, shaping)];
  }
}

const checks: Record<string, RegExp> = {
  lang: /^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i,
  dir: /^(?:ltr|rtl|auto)$/i,
  start: /^-?\d{1,6}$/,
  value: /^-?\d{1,6}$/,
  colspan: /^(?:[1-9]|[1-9]\d)$/,
  rowspan: /^(?:[1-9]|[1-9]\d|[1-9]\d\d)$/,
  scope: /^(?:row|col|rowgroup|colgroup)$/i,
  type: /^[1aAiI]$/,
  'data-align': /^(?:right|center)$/,
  tabindex: /^0$/,
};

/** The element with the attributes that may stay. */
function kept(node: Element, tag: string, shaping: Shaping): Element {
  const made = element(tag, shapeAll(node.children, shaping));
  for (const [name, given] of node.attributes) {
    const check = checks[name];
    if (name === 'id' || name === 'name') {
      const id = freshId(given, shaping);
      if (id !== null) made.attributes.set('id', id);
    } else if (check === undefined ? given !== '' || name === 'reversed' : check.test(given))
      made.attributes.set(name, given);
  }
  if (tag === 'pre') made.attributes.set('tabindex', '0');
  return made;
}

function freshId(given: string, { ids }: Shaping): string | null {
  const name = decodeEntities(given).trim();
  if (name === '') return null;
  const id = anchorId(name);
  if (ids.has(id)) return null;
  ids.add(id);
  return id;
}

function writtenImage(node: Element): { src: string; alt: string; title: string | null } {
  return { src: value(node, 'src'), alt: value(node, 'alt'), title: value(node, 'title') || null };
}

function image(node: Element, { env }: Shaping): Node[] {
  const ready = inlinePicture(writtenImage(node), env.resolve.picture);
  return ready === '' ? [] : [{ ready, kind: 'inline' }];
}

/** The only pictures of nodes that hold nothing else, each with the link around it; null when there is more. */
function onlyPictures(nodes: readonly Node[]): { image: Element; link: Element | null }[] | null {
  const found: { image: Element; link: Element | null }[] = [];
  for (const node of nodes) {
    if (!isElement(node)) {
      if (hasContent([node])) return null;
    } else if (node.tag === 'img') found.push({ image: node, link: null });
    else if (node.tag !== 'br' && node.tag !== 'source') {
      const inner = /^(?:a|span|picture|strong|em|b|i|div|p)$/.test(node.tag) ? onlyPictures(node.children) : null;
      if (inner === null) return null;
      for (const one of inner)
        found.push(node.tag === 'a' && value(node, 'href') !== '' ? { ...one, link: one.link ?? node } : one);
    }
  }
  return found;
}

function figures(
  found: readonly { image: Element; link: Element | null }[],
  shaping: Shaping,
  captionMarkup = '',
): Node[] {
  const { env } = shaping;
  return found.map(({ image, link }, i) => {
    const href = link === null ? null : resolveLink(value(link, 'href'), env.resolve);
    const options = {
      findPicture: env.resolve.picture,
      lang: env.lang,
      // One caption for a row of pictures belongs to the last.
      captionMarkup: i === found.length - 1 ? captionMarkup : '',
    };
    const wrap = (markup: string): string => `<a href="${escapeHtml(href ?? '')}">${markup}</a>`;
    return { ready: figure(writtenImage(image), href === null ? options : { ...options, wrap }), kind: 'block' };
  });
}

function lonePictures(node: Element, shaping: Shaping): Node[] | null {
  const found = onlyPictures(node.children);
  return found === null || found.length === 0 ? null : figures(found, shaping);
}

/** A `figure` of the author's that holds pictures and a caption. */
function ownFigure(node: Element, shaping: Shaping): Node[] | null {
  const captions = node.children.filter((child) => isElement(child) && child.tag === 'figcaption') as Element[];
  const found = onlyPictures(node.children.filter((child) => !captions.includes(child as Element)));
  if (found === null || found.length === 0) return null;
  const caption = captions.flatMap(({ children }) => shapeAll(inlineOnly(children), shaping));
  return figures(found, shaping, hasContent(caption) ? printTree(caption).trim() : '');
}

const phrasing =
  /^(?:a|abbr|b|bdi|br|cite|code|del|dfn|em|i|ins|kbd|mark|q|s|samp|small|span|strong|sub|sup|time|u|var)$/;

/** Without elements that break a line. */
function inlineOnly(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (!isElement(node)) return [node];
    const children = inlineOnly(node.children);
    if (node.tag === 'img') return [];
    return phrasing.test(node.tag) ? [{ ...node, children }] : [' ', ...children, ' '];
  });
}

function anchor(node: Element, shaping: Shaping): Node[] {
  const made = kept(node, 'a', shaping);
  const given = value(node, 'href');
  const href = given === '' ? null : resolveLink(given, shaping.env.resolve);
  const id = made.attributes.get('id');
  if (href === null || !hasContent(made.children)) {
    return id === undefined ? made.children : [element('span', [], [['id', id]]), ...made.children];
  }
  const keptHref: [string, string][] = [['href', escapeHtml(href)]];
  for (const name of ['title', 'id', 'lang', 'aria-label']) {
    const given = made.attributes.get(name);
    if (given !== undefined && given.trim() !== '') keptHref.push([name, given]);
  }
  return [element('a', made.children, keptHref)];
}

/** A frame or film as a paragraph with a link to it. */
function embedded(node: Element, { env }: Shaping): Node[] {
  const sources = node.children.filter(isElement).map((child) => value(child, 'src') || value(child, 'data'));
  const given =
    [value(node, 'src'), value(node, 'data-src'), value(node, 'data'), ...sources].find((src) => src !== '') ?? '';
  const kind = addressKind(given);
  if (given === '' || (kind !== 'web' && kind !== 'file')) return [];
  const href = resolveLink(given, env.resolve);
  if (href === null) return [];
  const isFrench = env.lang.startsWith('fr');
  const host = hostOf(href);
  const isFilm = node.tag === 'video' || /^(?:YouTube|Vimeo|Dailymotion)$/.test(host);
  const words = isFilm
    ? isFrench
      ? 'Vidéo : '
      : 'Video: '
    : node.tag === 'audio'
      ? isFrench
        ? 'Son : '
        : 'Audio: '
      : '';
  const name = value(node, 'title') || host || nameInAddress(given) || href;
  return [element('p', [element('a', [escapeHtml(words + name)], [['href', escapeHtml(watchAddress(href))]])])];
}

/** The last part of a path, without what nobody sees. */
function nameInAddress(address: string): string {
  const path = address.replace(/[?#].*$/s, '');
  return cutWords(oneLine(decoded(path.slice(path.lastIndexOf('/') + 1))).text, 80);
}

/** The page of a film, where a frame shows only its player. */
function watchAddress(href: string): string {
  const youtube = /^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]{6,20})/.exec(href);
  if (youtube !== null && youtube[1] !== 'videoseries')
    return `https://www.youtube.com/watch?v=${youtube[1] as string}`;
  const vimeo = /^https?:\/\/player\.vimeo\.com\/video\/(\d+)/.exec(href);
  return vimeo === null ? href : `https://vimeo.com/${vimeo[1] as string}`;
}
