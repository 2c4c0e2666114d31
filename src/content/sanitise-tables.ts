// Makes a table of whatever cells and rows an author wrote: rows in groups, cells in rows, every row as wide as the widest,
// no cell that reaches below its group. What is no cell comes before the table.
// A column is one in which some cell begins: a title over 99 columns of a table that has two is two columns wide.
// Invariant: a table has at least one row, and each row at least one cell; the empty cells that are added are few beside
// those that were written, or there are none, and rows stay short.

import { append, element, hasContent, isElement, type Element, type Node } from './sanitise-tree.ts';

interface Repairs {
  readonly repairFlow: (nodes: readonly Node[], flow: 'body' | 'cell') => Node[];
  readonly repairPhrasing: (nodes: readonly Node[]) => Node[];
}

type GroupTag = 'thead' | 'tbody' | 'tfoot';

interface Collected {
  readonly strays: Node[];
  readonly captions: Node[];
  readonly groups: { readonly tag: GroupTag; readonly rows: Element[] }[];
}

/** Repairs a table, or makes one around a stray group, row or cell. */
export function repairTable(node: Element, repairs: Repairs): Node[] {
  const found: Collected = { strays: [], captions: [], groups: [] };
  collect(node.tag === 'table' ? node.children : [node], { found, group: null });
  const before = repairs.repairFlow(found.strays, 'body');
  const groups = found.groups.filter(({ rows }) => rows.some((row) => row.children.length > 0));
  const isEmpty = !groups.some(({ rows }) => rows.some((row) => hasContent(row.children)));
  const caption = repairs.repairPhrasing(found.captions);
  if (isEmpty) return hasContent(caption) ? [...before, element('p', caption)] : before;
  const children: Node[] = hasContent(caption) ? [element('caption', caption)] : [];
  const order: GroupTag[] = ['thead', 'tbody', 'tfoot'];
  const merged = order.flatMap((tag) => {
    const same = groups
      .filter((group) => group.tag === tag)
      .map(({ rows }) => ({ tag, rows: rows.filter(({ children }) => children.length > 0) }));
    // One head and one foot; bodies stay apart.
    return tag === 'tbody' || same.length < 2 ? same : [{ tag, rows: same.flatMap(({ rows }) => rows) }];
  });
  fitCells(merged.map(({ rows }) => rows));
  for (const { tag, rows } of merged) {
    children.push(
      element(
        tag,
        rows.map((row) => repairRow(row, repairs)),
      ),
    );
  }
  return [...before, element('table', children)];
}

function collect(nodes: readonly Node[], { found, group }: { found: Collected; group: GroupTag | null }): void {
  for (const node of nodes) {
    if (!isElement(node)) {
      if (hasContent([node])) found.strays.push(node);
      continue;
    }
    const { tag } = node;
    if (tag === 'thead' || tag === 'tbody' || tag === 'tfoot') {
      found.groups.push({ tag, rows: [] });
      collect(node.children, { found, group: tag });
    } else if (tag === 'tr') rowsOf(found, group).push(element('tr', cellsOf(node, found)));
    else if (tag === 'td' || tag === 'th') {
      const rows = rowsOf(found, group);
      const last = rows.at(-1);
      if (last === undefined) rows.push(element('tr', [node]));
      else last.children.push(node);
    } else if (tag === 'caption') append(found.captions, node.children);
    else found.strays.push(node);
  }
}

function rowsOf(found: Collected, group: GroupTag | null): Element[] {
  const last = found.groups.at(-1);
  if (last !== undefined && (group === null ? last.tag === 'tbody' : last.tag === group)) return last.rows;
  const rows: Element[] = [];
  found.groups.push({ tag: group ?? 'tbody', rows });
  return rows;
}

function cellsOf(row: Element, found: Collected): Node[] {
  const cells: Node[] = [];
  for (const child of row.children) {
    if (isElement(child) && (child.tag === 'td' || child.tag === 'th'))
      cells.push({ ...child, attributes: new Map(child.attributes) });
    else if (hasContent([child])) found.strays.push(child);
  }
  return cells;
}

const span = (cell: Element, name: 'colspan' | 'rowspan'): number => Number(cell.attributes.get(name) ?? 1);

function setSpan(cell: Element, name: 'colspan' | 'rowspan', places: number): void {
  if (places === 1) cell.attributes.delete(name);
  else cell.attributes.set(name, String(places));
}

/** A cell and its place in a group, as it was written: the row, and columns of which the last is not its own. */
interface Placed {
  readonly cell: Element;
  readonly row: number;
  readonly height: number;
  readonly from: number;
  readonly to: number;
}

/** Gives every cell the columns and rows that there are, and short rows empty cells at their ends. */
function fitCells(groups: readonly (readonly Element[])[]): void {
  const placed = groups.map(placeCells);
  const columns = Uint32Array.from(new Set(placed.flatMap((cells) => cells.map(({ from }) => from)))).toSorted();
  const short = placed.map((cells, i) => {
    const taken = Array.from({ length: (groups[i]?.length ?? 0) + 1 }, () => 0);
    for (const { cell, row, height, from, to } of cells) {
      const width = to - from === 1 ? 1 : columnsBefore(columns, to) - columnsBefore(columns, from);
      setSpan(cell, 'rowspan', height);
      setSpan(cell, 'colspan', width);
      (taken[row] as number) += width;
      (taken[row + height] as number) -= width;
    }
    return missing(taken, columns.length);
  });
  const count = short.flat().reduce((sum, places) => sum + places, 0);
  const most = 1_000 + 4 * placed.reduce((sum, cells) => sum + cells.length, 0);
  if (count > most) return;
  for (const [i, rows] of groups.entries()) {
    for (const [y, row] of rows.entries()) {
      for (let places = short[i]?.[y] ?? 0; places > 0; places--) row.children.push(element('td'));
    }
  }
}

/** The places that nothing fills in each row; `taken` says how many more are filled than in the row before. */
function missing(taken: readonly number[], width: number): number[] {
  let filled = 0;
  return taken.slice(0, -1).map((more) => width - (filled += more));
}

/** How many columns begin before one. */
function columnsBefore(columns: Uint32Array, end: number): number {
  let low = 0;
  let high = columns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((columns[middle] as number) < end) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Lays the cells of a group out as a browser does; none reaches below the group. */
function placeCells(rows: readonly Element[]): Placed[] {
  const placed: Placed[] = [];
  // Cells of rows above that reach into this one, from left to right.
  let above: Placed[] = [];
  for (const [y, row] of rows.entries()) {
    const below: Placed[] = [];
    const keep = (one: Placed): void => {
      if (one.row + one.height > y + 1) below.push(one);
    };
    let x = 0;
    let next = 0;
    for (const cell of row.children as Element[]) {
      for (; above[next]?.from === x; next++) {
        const one = above[next] as Placed;
        keep(one);
        x = one.to;
      }
      // Two cells never share a place: a wide one stops before one that comes from above.
      const to = Math.min(x + span(cell, 'colspan'), above[next]?.from ?? Infinity);
      const height = Math.min(span(cell, 'rowspan'), rows.length - y);
      const one = { cell, row: y, height, from: x, to };
      placed.push(one);
      keep(one);
      x = to;
    }
    for (; next < above.length; next++) keep(above[next] as Placed);
    above = below;
  }
  return placed;
}

function repairRow(row: Element, { repairFlow }: Repairs): Element {
  return element(
    'tr',
    (row.children as Element[]).map((cell) => ({ ...cell, children: repairFlow(cell.children, 'cell') })),
  );
}
