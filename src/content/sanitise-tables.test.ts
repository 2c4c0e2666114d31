// Tables that say more than they hold: columns that nobody fills, rows that are short, and sizes that nobody reads.

import { expect, test } from 'vitest';
import { renderBody } from './body.ts';

const resolve = { link: () => undefined, picture: () => null };
const render = (markup: string): string =>
  renderBody(markup, { lang: 'fr', resolve })
    .html.replaceAll('\n', '')
    .replace(/^<section [^>]*><table><tbody>|<\/tbody><\/table><\/section>$/g, '');

test.each([
  [
    'a title over more columns than there are has those that there are',
    '<tr><th colspan="99">T</th></tr><tr><td>a<td>b</tr><tr><td>c</tr>',
    '<tr><th colspan="2">T</th></tr><tr><td>a</td><td>b</td></tr><tr><td>c</td><td></td></tr>',
  ],
  [
    'a group of columns keeps its own',
    '<tr><td></td><th colspan="2">2024<th colspan="2">2025</tr><tr><td>a<td>1<td>2<td>3<td>4</tr>',
    '<tr><td></td><th colspan="2">2024</th><th colspan="2">2025</th></tr><tr><td>a</td><td>1</td><td>2</td><td>3</td><td>4</td></tr>',
  ],
  [
    'columns that overlap are as many as begin',
    '<tr><td colspan="3">A<td colspan="3">B</tr><tr><td colspan="2">a<td colspan="2">b<td colspan="2">c</tr>',
    '<tr><td colspan="2">A</td><td colspan="2">B</td></tr><tr><td>a</td><td colspan="2">b</td><td>c</td></tr>',
  ],
  [
    'a cell that reaches down leaves no hole beside it',
    '<tr><td>a<td>b<td rowspan="9">c<td>d</tr><tr><td>e</tr>',
    '<tr><td>a</td><td>b</td><td rowspan="2">c</td><td>d</td></tr><tr><td>e</td><td></td><td></td></tr>',
  ],
])('%s', (_, rows, expected) => {
  expect(render(`<table>${rows}</table>`)).toBe(expected);
});

test.each([
  ['many wide cells over short rows', `<tr>${'<td colspan="99">a'.repeat(3_000)}${'<tr><td>b'.repeat(10_000)}`],
  ['many cells that reach far to the right and below', '<tr><td rowspan="999" colspan="99">a'.repeat(10_000)],
  ['a long row over many short ones', `<tr>${'<td>a'.repeat(10_000)}${'<tr><td>b'.repeat(10_000)}`],
  ['a long row of cells that reach below', `<tr>${'<td rowspan="999">a'.repeat(10_000)}${'<tr><td>b'.repeat(10_000)}`],
])(
  '%s take no more room than they were written in, and end soon',
  (_, rows) => {
    const markup = `<table>${rows}</table>`;
    expect(render(markup).length).toBeLessThan(markup.length * 3);
  },
  60_000,
);
