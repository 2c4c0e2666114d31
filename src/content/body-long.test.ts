// Texts with more pieces than a call may have arguments: each is shown whole, and all findings are told.

import { expect, test } from 'vitest';
import { readArticle } from './article.ts';
import { renderBody } from './body.ts';

const resolve = { link: () => undefined, picture: () => null };
const many = 130_000;

test.each([
  ['lines in bold before a block', `<div><b>${'x<br>'.repeat(many)}<p>`],
  ['rows of a table', `<table>${'<tr><td>x'.repeat(many)}</table>`],
  ['lines of a caption', `<table><caption>${'x<br>'.repeat(many)}</caption><tr><td>a</table>`],
  ['paragraphs in a division', `<div>${'<p>x</p>'.repeat(many)}</div>`],
  ['lines of an item', `<ul><li>${'x<br>'.repeat(many)}</ul>`],
  ['words before a sentence', `<div>${'x <em>y</em> '.repeat(many)}<abbr>z</abbr></div>`],
  ['lines in a link that leads nowhere', `<p><a href="javascript:x">${'x<br>'.repeat(many)}</a></p>`],
  ['paragraphs of a note', `a[^1]\n\n[^1]: ${'x\n\n    '.repeat(many)}`],
])(
  '%s may be very many',
  (_, text) => {
    const { html } = renderBody(text, { lang: 'fr', resolve });
    expect(html.replace(/<[^>]*>/g, '').match(/x/g)?.length).toBe(many);
  },
  60_000,
);

test('anchors without text may be very many', () => {
  const anchors = Array.from({ length: many }, (_, i) => `<a id="a${i}"></a>`).join('');
  const { html } = renderBody(`<div>${anchors}<p>Fin</p></div>`, { lang: 'fr', resolve });
  expect(html.slice(-60)).toContain('<span id="t-a129999"></span>Fin</p>');
}, 60_000);

test('findings of one text may be very many', () => {
  const notes = Array.from({ length: many }, (_, i) => `[^a${i}]: x`).join('\n\n');
  const bytes = Buffer.from(`---\ntitle: A\ndate: 2026-03-01\n---\n${notes}`);
  const { findings } = readArticle(
    { path: 'articles/a.md', bytes },
    { lang: 'fr', zone: 'Europe/Paris', hasRooms: false },
  );
  expect(findings).toHaveLength(many);
}, 60_000);

test('what only looks like a tag may stand very often', () => {
  const { html } = renderBody('<chiffre> mot, '.repeat(many), { lang: 'fr', resolve });
  expect(html.match(/&lt;chiffre&gt;/g)).toHaveLength(many);
}, 60_000);
