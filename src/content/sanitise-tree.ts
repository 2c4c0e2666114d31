// A small tree of the sanitiser's output, which is balanced and has its attributes in double quotes. It is no parser of
// HTML: what the sanitiser did not write, it need not read. Texts and attribute values stay escaped as they are.
// Invariant: parse and print use no recursion that depth could break beyond the sanitiser's limit.

/** An element; `children` is empty for void ones. */
export interface Element {
  readonly tag: string;
  readonly attributes: Map<string, string>;
  children: Node[];
}

/** Markup that is ready: pictures and figures of our own. */
export interface Ready {
  readonly ready: string;
  /** Where it may stand. */
  readonly kind: 'inline' | 'block';
}

/** A string is text, escaped. */
export type Node = string | Element | Ready;

export const isElement = (node: Node): node is Element => typeof node !== 'string' && 'tag' in node;
export const isReady = (node: Node): node is Ready => typeof node !== 'string' && 'ready' in node;

const voids = new Set(['br', 'hr', 'img', 'embed', 'source', 'col']);
const part = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+(?:="[^"]*")?)*) ?\/?>/g;
const attribute = / ([a-z-]+)(?:="([^"]*)")?/g;

/** Makes an element. */
export function element(
  tag: string,
  children: Node[] = [],
  attributes: readonly (readonly [string, string])[] = [],
): Element {
  return { tag, attributes: new Map(attributes), children };
}

/** Adds nodes one by one: a text may hold more of them than a call may have arguments. */
export function append(nodes: Node[], more: readonly Node[]): void {
  for (const node of more) nodes.push(node);
}

/** Reads the sanitiser's output. */
export function parseTree(markup: string): Node[] {
  const root = element('');
  const stack = [root];
  let done = 0;
  for (const match of markup.matchAll(part)) {
    const top = stack.at(-1) as Element;
    if (match.index > done) top.children.push(markup.slice(done, match.index));
    done = match.index + match[0].length;
    const tag = match[2] as string;
    if (match[1] === '/') {
      if (stack.length > 1 && top.tag === tag) stack.pop();
      continue;
    }
    const made = element(tag);
    for (const [, name, value] of (match[3] as string).matchAll(attribute))
      made.attributes.set(name as string, value ?? '');
    top.children.push(made);
    if (!voids.has(tag)) stack.push(made);
  }
  if (done < markup.length) (stack.at(-1) as Element).children.push(markup.slice(done));
  return root.children;
}

const lineAfter = /^(?:p|h[1-6]|ul|ol|li|dl|table|tr|thead|tbody|tfoot|blockquote|figure|pre|hr|details|section)$/;

/** Writes nodes as markup. */
export function printTree(nodes: readonly Node[]): string {
  let markup = '';
  for (const node of nodes) {
    if (typeof node === 'string') markup += node;
    else if (isReady(node)) markup += node.ready;
    else {
      let attributes = '';
      for (const [name, value] of node.attributes) attributes += ` ${name}="${value}"`;
      markup += `<${node.tag}${attributes}>`;
      if (!voids.has(node.tag)) markup += `${printTree(node.children)}</${node.tag}>`;
      if (lineAfter.test(node.tag)) markup += '\n';
    }
  }
  return markup;
}

/** True when nodes hold something that a reader sees. */
export function hasContent(nodes: readonly Node[]): boolean {
  return nodes.some((node) => {
    if (typeof node === 'string') return /[^\s\u00a0]/.test(node.replaceAll('&nbsp;', ''));
    if (isReady(node)) return node.ready !== '';
    return node.tag === 'hr' || hasContent(node.children);
  });
}
