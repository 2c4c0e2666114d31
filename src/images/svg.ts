// Whether a drawing (SVG) may be served as it is: only what draws, nothing that runs or asks another server.
// It refuses rather than repairs: a repaired drawing would no longer be the author's. An `img` would not run a script
// anyway, but the file has an address of its own, and there it would.
// Invariant: what cannot be read as plain, well-behaved SVG is not safe.

const drawing = new Set(
  (
    'svg g defs symbol use title desc metadata path rect circle ellipse line polyline polygon text tspan textpath image ' +
    'lineargradient radialgradient stop pattern clippath mask marker filter view style switch animate animatemotion ' +
    'animatetransform mpath set feblend fecolormatrix fecomponenttransfer fecomposite feconvolvematrix ' +
    'fediffuselighting fedisplacementmap fedistantlight fedropshadow feflood fefunca fefuncb fefuncg fefuncr ' +
    'fegaussianblur femerge femergenode femorphology feoffset fepointlight fespecularlighting fespotlight fetile ' +
    'feturbulence'
  ).split(' '),
);

/** Names that no namespace makes harmless. */
const never =
  /^(script|foreignobject|iframe|object|embed|handler|listener|html|body|link|meta|base|audio|video|a|feimage)$/;

/** How marks begin and end; the first that fits counts. */
const marks = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
  ['<!', '>'],
] as const;
const tag = /<\/?[^<>"']*(?:"[^"]*"[^<>"']*|'[^']*'[^<>"']*)*>/y;
const attribute = /(?<![^\s=/"'<>])([^\s=/"'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** True when the drawing may be published byte for byte. */
export function isSafeSvg(bytes: Uint8Array): boolean {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return false;
  }
  if (text.includes('\0')) return false;
  let root: string | null = null;
  for (let at = text.indexOf('<'); at !== -1;) {
    const part = markAt(text, at);
    // A stray `<`, or a mark without end.
    if (part === null) return false;
    at = text.indexOf('<', at + part.length);
    if (part.startsWith('<!--') || part.startsWith('<![CDATA[')) continue;
    if (part.startsWith('<?')) {
      if (!isDeclaration(part)) return false;
    } else if (part.startsWith('<!')) {
      if (!/^<!DOCTYPE\s+svg\s+PUBLIC\s+"-\/\/W3C\/\/DTD SVG [^"]*"\s+"[^"]*"\s*>$/i.test(part)) return false;
    } else {
      const name = /^<\/?([^\s/>]+)/.exec(part)?.[1] ?? '';
      root ??= name;
      if (!isSafeElement(name, part)) return false;
    }
  }
  return /^(svg|svg:svg)$/.test(root ?? '') && areSafeStyles(decode(text));
}

/** The mark that begins at a `<`; null when it does not end. */
function markAt(text: string, at: number): string | null {
  const mark = marks.find(([begin]) => text.startsWith(begin, at));
  if (mark === undefined) {
    tag.lastIndex = at;
    return tag.exec(text)?.[0] ?? null;
  }
  const [begin, end] = mark;
  const close = text.indexOf(end, at + begin.length);
  return close === -1 ? null : text.slice(at, close + end.length);
}

function isDeclaration(part: string): boolean {
  return /^<\?xml\s/.test(part) && !/encoding\s*=\s*["'](?!utf-?8["'])/i.test(part);
}

function isSafeElement(name: string, part: string): boolean {
  const [prefix, local] = name.includes(':')
    ? (name.toLowerCase().split(':') as [string, string])
    : ['', name.toLowerCase()];
  if (never.test(local) || ((prefix === '' || prefix === 'svg') && !drawing.has(local))) return false;
  for (const [, key = '', double, single] of part.matchAll(attribute)) {
    if (!isSafeAttribute(key.toLowerCase(), decode(double ?? single ?? ''))) return false;
  }
  return true;
}

function isSafeAttribute(key: string, value: string): boolean {
  const local = key.replace(/^.*:/, '');
  if (key.startsWith('xmlns')) return !/xhtml|xml-events|javascript/i.test(value);
  if (local.startsWith('on') || local === 'base' || key === 'src') return false;
  if (local === 'attributename' && /href|^on/i.test(value)) return false;
  if (local === 'href') return /^#|^data:image\/(png|jpeg|webp|gif);base64,/.test(value.trim());
  return !/javascript:|vbscript:/i.test(value.replace(/[\s\p{Cc}]+/gu, '')) && areSafeStyles(value);
}

/** No `url()` but to a part of the drawing, no import. Escapes in a style sheet hide words: none are needed. */
function areSafeStyles(text: string): boolean {
  for (const [, target = ''] of text.matchAll(/url\s*\(\s*["']?\s*([^"')\s]*)/gi)) {
    if (!/^(#|&quot;#|data:image\/(png|jpeg|webp|gif);base64,)/.test(target)) return false;
  }
  if (/@import|@font-face|image-set\s*\(|-moz-binding|expression\s*\(/i.test(text)) return false;
  const style = text.search(/<style/i);
  return style === -1 || !/\\[0-9a-f]/i.test(text.slice(style));
}

function decode(value: string): string {
  return value.replace(/&(?:#(\d+)|#x([0-9a-f]+)|([a-z]+));/gi, (_, decimal, hex, name: string) => {
    const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex as string, 16) : 0;
    if (code > 0 && code < 0x11_0000) return String.fromCodePoint(code);
    return (
      { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", colon: ':', tab: '\t', newline: '\n' }[name?.toLowerCase()] ??
      ''
    );
  });
}
