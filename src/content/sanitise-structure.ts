// Puts elements where HTML allows them: no block in a paragraph or heading, items in lists, cells in rows, one caption, no
// link in a link; nothing empty. Text between blocks becomes a paragraph. No word is lost.
// Invariant: what comes out is valid by the content model of HTML, whatever nesting came in.

import { append, element, hasContent, isElement, isReady, type Element, type Node } from './sanitise-tree.ts';
import { repairTable } from './sanitise-tables.ts';

const dissolved = new Set(['div', 'section', 'article', 'header', 'footer', 'main', 'aside', 'nav', 'address']);
const blocks = new Set(
  'p h1 h2 h3 h4 h5 h6 blockquote figure figcaption hr pre details summary ul ol li dl dt dd table caption thead tbody tfoot tr th td'.split(
    ' ',
  ),
);

/** Where nodes stand: `body` and quotations hold paragraphs; `cell` (li, td, dd) may hold bare text too. */
export type Flow = 'body' | 'cell';

function isBlock(node: Node): boolean {
  if (typeof node === 'string') return false;
  if (isReady(node)) return node.kind === 'block';
  return blocks.has(node.tag) || dissolved.has(node.tag);
}

function holdsBlock(node: Node): boolean {
  return isBlock(node) || (isElement(node) && node.children.some(holdsBlock));
}

/** Repairs nodes that may be blocks. */
export function repairFlow(nodes: readonly Node[], flow: Flow): Node[] {
  const result: Node[] = [];
  let run: Node[] = [];
  const flush = (): void => {
    const text = trimBreaks(repairPhrasing(run));
    run = [];
    if (!hasContent(text)) append(result, text.filter(hasId));
    else if (flow === 'cell') append(result, text);
    else result.push(element('p', text));
  };
  const queue = [...nodes].toReversed();
  while (queue.length > 0) {
    const node = queue.pop() as Node;
    if (isElement(node) && dissolved.has(node.tag)) {
      const label = node.attributes.get('aria-label');
      flush();
      if (node.tag === 'section' && label !== undefined) {
        result.push(element('section', repairFlow(node.children, 'body'), [['aria-label', label]]));
        continue;
      }
      append(result, repairFlow(withId(node), 'body'));
    } else if (isBlock(node)) {
      flush();
      if (isElement(node)) append(result, repairBlock(node, { queue }));
      else result.push(node);
    } else if (isElement(node) && node.children.some(holdsBlock)) {
      // Emphasis around blocks goes; the blocks stay.
      append(queue, withId(node).toReversed());
    } else run.push(node);
  }
  flush();
  return flow === 'body' ? settlePlaces(result) : result;
}

/** Places that links lead to cannot stand among paragraphs: each goes into the text that follows, or is the id of a list. */
function settlePlaces(nodes: readonly Node[]): Node[] {
  const settled: Node[] = [];
  let waiting: Node[] = [];
  for (const node of nodes) {
    if (isElement(node) && (node.tag === 'p' || !isBlock(node)) && !hasContent([node])) append(waiting, placesOf(node));
    else if (waiting.length === 0 || !isElement(node)) settled.push(node);
    else if (texts.test(node.tag)) {
      settled.push({ ...node, children: [...waiting, ...node.children] });
      waiting = [];
    } else if (named.test(node.tag) && !hasId(node)) {
      const [first, ...others] = waiting as Element[];
      settled.push({ ...node, attributes: new Map([...node.attributes, ...(first as Element).attributes]) });
      waiting = others;
    } else settled.push(node);
  }
  const last = settled.findLast((node) => isElement(node) && texts.test(node.tag)) as Element | undefined;
  if (last !== undefined) append(last.children, waiting);
  return settled;
}

const texts = /^(?:p|h[1-6])$/;
const named = /^(?:[uod]l|blockquote|details|pre)$/;

/** The ids of an element without text, each as an empty `span`. */
function placesOf(node: Element): Node[] {
  return [node, ...node.children].filter(hasId).map((at) => element('span', [], [['id', idOf(at)]]));
}

function idOf(node: Node): string {
  return (isElement(node) && node.attributes.get('id')) || '';
}

function hasId(node: Node): boolean {
  return idOf(node) !== '';
}

/** The children of an element that is dissolved; its id stays in front of them. */
function withId(node: Element): Node[] {
  return hasId(node) ? [element('span', [], [['id', idOf(node)]]), ...node.children] : node.children;
}

/** Takes the items that follow, with the white space between them, from the end of a queue. */
function takeItems(queue: Node[]): Node[] {
  const items: Node[] = [];
  while (queue.length > 0) {
    const next = queue.at(-1) as Node;
    const isItem = isElement(next) && next.tag === 'li';
    if (!isItem && !(typeof next === 'string' && next.trim() === '')) break;
    items.push(queue.pop() as Node);
  }
  return items;
}

function repairBlock(node: Element, { queue }: { queue: Node[] }): Node[] {
  const { tag } = node;
  switch (tag) {
    case 'hr':
      return [element('hr')];
    case 'p':
    case 'figcaption':
    case 'summary':
    case 'dt':
    case 'dd':
    case 'caption':
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return splitText(node);
    case 'pre': {
      const text = repairPhrasing(flatten(node.children));
      return hasContent(text) ? [{ ...node, children: text }] : [];
    }
    case 'ul':
    case 'ol':
      return repairList(node);
    case 'li':
      return repairList(element('ul', [node, ...takeItems(queue)]));
    case 'dl':
      return repairTerms(node);
    case 'blockquote':
    case 'figure': {
      const children = repairFlow(node.children, tag === 'figure' ? 'cell' : 'body');
      return hasContent(children) ? [{ ...node, children }] : [];
    }
    case 'details':
      return repairDetails(node);
    case 'table':
    case 'thead':
    case 'tbody':
    case 'tfoot':
    case 'tr':
    case 'th':
    case 'td':
      return repairTable(node, { repairFlow, repairPhrasing: (nodes) => trimBreaks(repairPhrasing(flatten(nodes))) });
    default:
      return repairFlow(node.children, 'body');
  }
}

/** A paragraph or heading; blocks within it come out of it, in order. */
function splitText(node: Element): Node[] {
  const isHeading = /^h[1-6]$/.test(node.tag);
  if (!node.children.some(holdsBlock)) {
    const children = trimBreaks(repairPhrasing(node.children));
    if (!hasContent(children)) return withId({ ...node, children }).filter(hasId);
    return [
      isHeading
        ? { ...node, children }
        : element(
            'p',
            children,
            [...node.attributes].filter(([name]) => name !== 'title'),
          ),
    ];
  }
  if (!isHeading) return repairFlow(withId(node), 'body');
  const text = trimBreaks(repairPhrasing(flatten(node.children.filter((child) => !isReady(child)))));
  const ready = node.children.filter((child) => isReady(child) && child.kind === 'block');
  return [...(hasContent(text) ? [{ ...node, children: text }] : []), ...ready];
}

/** Blocks made into text with spaces between them. */
function flatten(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (typeof node === 'string') return [node];
    if (isReady(node)) return node.kind === 'inline' ? [node] : [];
    const children = flatten(node.children);
    return isBlock(node) ? [' ', ...children, ' '] : [{ ...node, children }];
  });
}

/** Repairs nodes that are no blocks: no link in a link, no empty emphasis. */
export function repairPhrasing(nodes: readonly Node[], isLinked = false): Node[] {
  return nodes.flatMap((node): Node[] => {
    if (!isElement(node)) return [node];
    if (node.tag === 'br') return [element('br')];
    const isLink = node.tag === 'a';
    const children = repairPhrasing(node.children, isLinked || isLink);
    if (isLink && isLinked) return children;
    const isBare = node.tag === 'span' && node.attributes.size === 0;
    if (isBare) return children;
    if (!hasContent(children) && !node.attributes.has('id')) return children;
    return [{ ...node, children }];
  });
}

function isBreak(node: Node | undefined): boolean {
  if (node === undefined) return false;
  if (typeof node === 'string') return node.trim() === '';
  return isElement(node) && node.tag === 'br';
}

function trimBreaks(nodes: readonly Node[]): Node[] {
  let start = 0;
  let end = nodes.length;
  while (start < end && isBreak(nodes[start])) start++;
  while (end > start && isBreak(nodes[end - 1])) end--;
  const trimmed = nodes.slice(start, end);
  const [first] = trimmed;
  if (typeof first === 'string') trimmed[0] = first.trimStart();
  const last = trimmed.at(-1);
  if (typeof last === 'string') trimmed[trimmed.length - 1] = last.trimEnd();
  return trimmed;
}

function repairList(node: Element): Node[] {
  const items: Element[] = [];
  for (const child of node.children) {
    if (!hasContent([child])) continue;
    if (isElement(child) && child.tag === 'li') items.push({ ...child, children: [...child.children] });
    // A list or text right in a list belongs to the item before it.
    else if (items.length > 0) items.at(-1)?.children.push(child);
    else items.push(element('li', [child]));
  }
  const made = items
    .map((item) => ({ ...item, children: repairFlow(item.children, 'cell') }))
    .filter(({ children }) => hasContent(children));
  if (node.tag === 'ul') for (const item of made) item.attributes.delete('value');
  return made.length === 0 ? [] : [{ ...node, children: made }];
}

/** Terms and descriptions in turn; a list without both becomes paragraphs. */
function repairTerms(node: Element): Node[] {
  const parts: Element[] = [];
  const collect = (children: readonly Node[]): void => {
    for (const child of children) {
      if (!hasContent([child])) continue;
      if (isElement(child) && child.tag === 'dt')
        parts.push(element('dt', trimBreaks(repairPhrasing(flatten(child.children)))));
      else if (isElement(child) && child.tag === 'dd') parts.push(element('dd', repairFlow(child.children, 'cell')));
      else if (isElement(child) && child.tag === 'div') collect(child.children);
      else parts.push(element('dd', repairFlow([child], 'cell')));
    }
  };
  collect(node.children);
  const isWhole = parts[0]?.tag === 'dt' && parts.at(-1)?.tag === 'dd';
  return isWhole ? [element('dl', parts)] : parts.flatMap(({ children }) => repairFlow(children, 'body'));
}

function repairDetails(node: Element): Node[] {
  const summary = node.children.find((child): child is Element => isElement(child) && child.tag === 'summary');
  const rest = repairFlow(
    node.children.filter((child) => child !== summary),
    'body',
  );
  const text = summary === undefined ? [] : trimBreaks(repairPhrasing(flatten(summary.children)));
  if (!hasContent(text)) return rest;
  return [element('details', [element('summary', text), ...rest])];
}
