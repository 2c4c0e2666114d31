// The only importer of sanitize-html: markup that holds an author's HTML in, safe and valid markup out. The allow-list is
// here; sanitise-tree then repairs the structure, and sanitise-shape turns frames, films, links and pictures into ours.
// It is slow, so body.ts calls it only for bodies with HTML, once for the whole body.
// Invariant: nothing that is not on the list gets out, whatever comes in.

import { createRequire } from 'node:module';
import type SanitizeHtml from 'sanitize-html';
import type { RenderEnv } from './body-render.ts';
import { shapeTree } from './sanitise-shape.ts';
import { parseTree, printTree } from './sanitise-tree.ts';
import { repairFlow } from './sanitise-structure.ts';

/** Loaded when the first body with HTML comes: most sites have few, and it is a large package. */
const require = createRequire(import.meta.url);
let sanitizeHtml: typeof SanitizeHtml | null = null;

const structure =
  'p div section article header footer main aside nav address center figure figcaption blockquote hr pre details summary h1 h2 h3 h4 h5 h6 ul ol li dl dt dd menu table caption colgroup col thead tbody tfoot tr th td';
const inline =
  'a abbr acronym b bdi bdo big br cite code del dfn em i img ins kbd mark picture q s samp small span strike strong sub sup time tt u var';
/** They get out as links. */
const embedded = 'iframe embed object audio video source';

const options: SanitizeHtml.IOptions = {
  allowedTags: `${structure} ${inline} ${embedded}`.split(' '),
  allowedAttributes: {
    '*': ['id', 'lang', 'dir'],
    a: ['href', 'title', 'name', 'aria-label'],
    abbr: ['title'],
    acronym: ['title'],
    dfn: ['title'],
    time: ['datetime'],
    img: ['src', 'alt', 'title'],
    ol: ['start', 'reversed', 'type'],
    li: ['value'],
    th: ['colspan', 'rowspan', 'scope', 'data-align'],
    td: ['colspan', 'rowspan', 'data-align'],
    pre: ['tabindex'],
    section: ['aria-label'],
    iframe: ['src', 'data-src', 'title'],
    embed: ['src'],
    object: ['data', 'title'],
    audio: ['src', 'title'],
    video: ['src', 'title'],
    source: ['src'],
  },
  // Addresses are judged by addresses.ts when the tree is shaped; the schemes here are the second lock.
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesAppliedToAttributes: ['href', 'src', 'data', 'data-src'],
  allowProtocolRelative: true,
  allowIframeRelativeUrls: true,
  nonTextTags:
    'script style textarea option select button noscript template svg math title canvas form applet frameset noembed noframes xmp'.split(
      ' ',
    ),
  nestingLimit: 100,
  parser: { decodeEntities: true, lowerCaseTags: true },
};

/** Deeper nesting is no author's work, and the parser behind the sanitiser takes quadratic time for it. */
const deepest = 200;
const anyTag = /<(\/?)([a-z][a-z0-9]*)\b[^<>]*>/gi;
/** Void, or closed by the next of their kind: they make no depth. */
const flat = /^(?:p|li|td|th|tr|dt|dd|br|hr|img|input|source|col|embed|wbr|link|meta)$/i;

function limitDepth(markup: string): string {
  let depth = 0;
  return markup.replace(anyTag, (tag, slash: string, name: string) => {
    if (flat.test(name)) return tag;
    if (slash === '/') {
      if (depth > 0) depth--;
      return tag;
    }
    if (depth >= deepest) return '';
    depth++;
    return tag;
  });
}

/** Makes markup safe and valid; links and pictures are resolved on the way. */
export function sanitise(markup: string, env: RenderEnv): string {
  sanitizeHtml ??= require('sanitize-html') as typeof SanitizeHtml;
  const safe = sanitizeHtml(limitDepth(markup), options);
  return printTree(repairFlow(shapeTree(parseTree(safe), env), 'body'));
}
