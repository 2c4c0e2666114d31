// Makes a table of whatever cells and rows an author wrote: rows in groups, cells in rows, every row as wide as the widest,
// no cell that reaches below its group. What is no cell comes before the table.
// Invariant: a table has at least one row, and each row at least one cell.

import { element, hasContent, isElement, type Element, type Node } from './sanitise-tree.ts';

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
    const same = groups.filter((group) => group.tag === tag);
    // One head and one foot; bodies stay apart.
    return tag === 'tbody' || same.length < 2 ? same : [{ tag, rows: same.flatMap(({ rows }) => rows) }];
  });
  const width = Math.max(1, ...merged.map(({ rows }) => fitRows(rows)));
  for (const { tag, rows } of merged) {
    fill(rows, width);
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
    } else if (tag === 'caption') found.captions.push(...node.children);
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

/** Shortens cells that reach below the group; answers the width of the group in columns. */
function fitRows(rows: Element[]): number {
  for (let i = rows.length - 1; i >= 0; i--) if (rows[i]?.children.length === 0) rows.splice(i, 1);
  return Math.max(0, ...widths(rows));
}

/** The columns that each row fills, cells of rows above included. */
function widths(rows: readonly Element[]): number[] {
  const taken: Set<number>[] = rows.map(() => new Set());
  return rows.map((row, y) => {
    let x = 0;
    for (const cell of row.children as Element[]) {
      const height = Math.min(span(cell, 'rowspan'), rows.length - y);
      if (height === 1) cell.attributes.delete('rowspan');
      else cell.attributes.set('rowspan', String(height));
      while (taken[y]?.has(x)) x++;
      let wide = 0;
      const most = span(cell, 'colspan');
      // Two cells never share a place: a wide one stops before one that comes from above.
      while (wide < most && !taken[y]?.has(x + wide)) wide++;
      if (wide === 1) cell.attributes.delete('colspan');
      else cell.attributes.set('colspan', String(wide));
      for (let dy = 0; dy < height; dy++) for (let dx = 0; dx < wide; dx++) taken[y + dy]?.add(x + dx);
      x += wide;
    }
    return (taken[y]?.size ?? 0) === 0 ? 0 : Math.max(...(taken[y] as Set<number>)) + 1;
  });
}

/** Adds empty cells at the end of short rows. */
function fill(rows: readonly Element[], width: number): void {
  for (const [y, filled] of widths(rows).entries()) {
    for (let x = filled; x < width; x++) rows[y]?.children.push(element('td'));
  }
}

function repairRow(row: Element, { repairFlow }: Repairs): Element {
  return element(
    'tr',
    (row.children as Element[]).map((cell) => ({ ...cell, children: repairFlow(cell.children, 'cell') })),
  );
}
