// A strict reader of XML 1.0 for the tests beside it: it accepts what a feed reader must accept, and no more.
// Knows neither DOCTYPE, comments, CDATA nor processing instructions: our files have none, so they are errors.
// Throws, unlike the rest of this room: in a test a broken file is the failure itself.
// Invariant: what it returns was well-formed, every prefix declared, every character allowed.

/** An element as the reader sees it. */
export interface Element {
  /** With its prefix: `dc:creator`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  /** Its own text, references resolved. */
  readonly text: string;
}

const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u;
const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const tag = /<(?:\/([\w:-]+)\s*|([\w:-]+)((?:\s+[\w:-]+\s*=\s*"[^"<]*")*)\s*(\/)?)>/y;

function resolve(text: string): string {
  if (text.includes(']]>')) throw new Error('"]]>" in text');
  return text.replace(/&([^;]*;)?/g, (_, body: string | undefined) => {
    const reference = body?.slice(0, -1) ?? '';
    const code = /^#(?:x([\da-f]+)|(\d+))$/i.exec(reference);
    const char =
      code === null
        ? named[reference]
        : String.fromCodePoint(code[1] === undefined ? Number(code[2]) : parseInt(code[1], 16));
    if (char === undefined || forbidden.test(char)) throw new Error(`bad reference "${reference}"`);
    return char;
  });
}

function readAttributes(text: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const [, name = '', value = ''] of text.matchAll(/([\w:-]+)\s*=\s*"([^"]*)"/g)) {
    if (name in attributes) throw new Error(`attribute ${name} stands twice`);
    attributes[name] = resolve(value.replace(/[\t\n\r]/g, ' '));
  }
  return attributes;
}

function checkPrefixes(element: Element, known: ReadonlySet<string>): void {
  const own = Object.keys(element.attributes).filter((name) => name.startsWith('xmlns:'));
  const all = new Set([...known, ...own.map((name) => name.slice(6))]);
  for (const name of [element.name, ...Object.keys(element.attributes)]) {
    const prefix = name.split(':').length > 1 ? (name.split(':', 1)[0] as string) : 'xml';
    if (!all.has(prefix)) throw new Error(`prefix ${prefix} is not declared`);
  }
  for (const child of element.children) checkPrefixes(child, all);
}

interface Open {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

/** Reads a whole document and returns its root; throws when it is not well-formed. */
export function readXml(source: string): Element {
  if (forbidden.test(source)) throw new Error('a forbidden character');
  const text = source.replace(/\r\n?/g, '\n');
  const declaration = '<?xml version="1.0" encoding="utf-8"?>\n';
  if (!text.startsWith(declaration)) throw new Error('no declaration');
  const document: Open = { name: '', attributes: {}, children: [], text: '' };
  const stack = [document];
  for (let at = declaration.length; at < text.length;) {
    const open = stack.at(-1) as Open;
    const next = text.indexOf('<', at);
    open.text += resolve(text.slice(at, next === -1 ? text.length : next));
    if (next === -1) break;
    tag.lastIndex = next;
    const match = tag.exec(text);
    if (match === null) throw new Error(`no tag: ${text.slice(next, next + 60)}`);
    const [, closed, name = '', attributes = '', empty] = match;
    at = tag.lastIndex;
    if (closed === undefined) {
      const element: Open = { name, attributes: readAttributes(attributes), children: [], text: '' };
      open.children.push(element);
      if (empty === undefined) stack.push(element);
    } else if (stack.length === 1 || stack.pop()?.name !== closed) throw new Error(`</${closed}> closes nothing`);
  }
  const root = document.children[0];
  if (stack.length !== 1 || root === undefined || document.children.length !== 1) throw new Error('not one root');
  if (document.text.trim() !== '') throw new Error('text outside the root');
  checkPrefixes(root, new Set(['xml', 'xmlns']));
  return root;
}

/** All elements of a name below an element, in order. */
export function findAll(element: Element, name: string): readonly Element[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...findAll(child, name)]);
}

/** The texts of all elements of a name below an element, in order. */
export function texts(element: Element, name: string): readonly string[] {
  return findAll(element, name).map((found) => found.text);
}
