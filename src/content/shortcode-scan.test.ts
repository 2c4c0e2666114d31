// Expressions in braces: where their quotation marks may hold braces, and that reading them ends.

import { expect, test } from 'vitest';
import { readArticle } from './article.ts';
import { replaceShortcodes } from './shortcodes.ts';

const clean = (text: string): string => replaceShortcodes(text, 'fr').text;

test.each([
  ['a brace in quotes belongs to the expression', 'a {{ x | replace: "{", "(" }} b', 'a b'],
  ['a brace may stand between two apostrophes', "a {{ x | default: l'eau {'claire' }} b", 'a b'],
  ['a mark may be alone', 'a {{ x | date: 5" }} b', 'a b'],
  ['a brace outside of quotes is text', 'a {{ x { "y" }} b', 'a {{ x { "y" }} b'],
  ['a brace behind the last mark is text', 'a {{ "x" " { }} b', 'a {{ "x" " { }} b'],
  ['a hyphen that trims is none of it', '[a]({{ "/b/" -}})', '[a](/b/)'],
  ['a hyphen alone is an expression', 'a {{ - }} b', 'a b'],
])('%s', (_, text, expected) => {
  expect(clean(text)).toBe(expected);
});

test('quoted words before a brace take no longer than one can wait', () => {
  for (const unit of ['"a" ', "'a' ", '"\'a\'" ', '" ']) {
    const text = `{{ ${unit.repeat(Math.floor(600 / unit.length))}{ }} `;
    expect(clean(text.repeat(100))).toBe(text.repeat(100));
  }
  const title = `{{ ${'"a" '.repeat(100)}{ }}`;
  const file = `---\ntitle: 'Un ${title}'\ndate: 2026-03-05\n---\nTexte.\n`;
  const site = { lang: 'fr', zone: 'Europe/Paris', hasRooms: false };
  expect(readArticle({ path: 'articles/a.md', bytes: Buffer.from(file) }, site).kind).toBe('article');
});

test('the data of a chart over many lines take no longer than one can wait', () => {
  const months = ['Jan', 'Fév', 'Mar', 'Avr', 'Mai', 'Juin', 'Juil', 'Août', 'Sep', 'Oct', 'Nov', 'Déc'];
  const labels = months.map((month) => `    "${month}",`).join('\n');
  const chart = `<Chart\n  data={{\n    "labels": [\n${labels}\n    ],\n    "datasets": [{ "label": "a", "data": [1] }]\n  }}\n/>`;
  // A component goes whole; what only looks like one stays as it is.
  expect(clean(chart).trim()).toBe('');
  expect(clean(`Un ${chart}`)).toBe(`Un ${chart}`);
});

test('very many expressions on one line take no longer than one can wait', () => {
  expect(clean('mot {{ x }} mot, '.repeat(200_000))).toBe('mot mot, '.repeat(200_000));
}, 60_000);
