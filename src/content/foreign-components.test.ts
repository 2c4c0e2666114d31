// Tags alone on a line: components of MDX go and are told, elements of HTML are HTML, names of people are text.

import { expect, test } from 'vitest';
import { readBody, renderBody } from './body.ts';
import { replaceShortcodes } from './shortcodes.ts';

const clean = (text: string): string => replaceShortcodes(text, 'fr').text;
const told = (text: string): string[] => replaceShortcodes(text, 'fr').found.map(({ name }) => name);
const resolve = { link: () => undefined, picture: () => null };
const render = (text: string): string => renderBody(text, { lang: 'fr', resolve }).html.trim();

test.each([
  ['with attributes', '<Callout type="x">\n\nTexte.\n\n</Callout>', '\n\nTexte.\n\n', ['Callout']],
  ['that closes itself', 'a\n\n<Toc />\n\nb', 'a\n\n\n\nb', ['Toc']],
  ['with a closing tag', '<Tabs>\n\nTexte.\n\n</Tabs>', '\n\nTexte.\n\n', ['Tabs']],
  ['beside an import', "import Lead from 'a';\n\n<Lead wide>\n\nb", '\n\n\n\nb', ['import', 'Lead']],
  ['that bears the name of an element and closes itself', 'a\n\n<Iframe src="b" />\n\nc', 'a\n\n\n\nc', ['Iframe']],
  ['over several lines', 'a\n\n<Chart\n  data={[1, 2]}\n  title="b"\n/>\n\nc', 'a\n\n\n\n\n\n\nc', ['Chart']],
  ['that opens over several lines', '<Box\n  kind="a">\n\nTexte.\n\n</Box>', '\n\n\nTexte.\n\n', ['Box']],
  ['with code in its values', '<List of={a.map((b) => <B x="}" />)} />\n\nb', '\n\nb', ['List']],
  ['with a value over several lines', '<Chart of={[\n  1,\n\n  2,\n]} />\n\nb', '\n\n\n\n\n\nb', ['Chart']],
])('a component %s goes and is told', (_, text, expected, names) => {
  expect(clean(text)).toBe(expected);
  expect(told(text)).toEqual(names);
});

test.each(['<Jean Dupont>', '<Chiffre>', '<chiffre>', 'Avant\n\n<Jean Dupont>\n\nAprès', '> <Jean Dupont>'])(
  'what only looks like a tag is shown as it was typed, also alone on a line: %j',
  (text) => {
    expect(clean(text)).toBe(text);
    expect(told(text)).toEqual([]);
    expect(render(text)).toMatch(/<p>&lt;(?:Jean Dupont|Chiffre)&gt;<\/p>/i);
  },
);

test.each([
  '<Chart data="a"\n\nTexte.',
  '<Chart data="a" /> et du texte',
  '<Chart data="a" <b>x</b>',
  '<Chart data={a',
])('a component that is not closed, or not alone, stays: %j', (text) => {
  expect(clean(text)).toBe(text);
});

test('very many tags that are not closed take no longer than one can wait', () => {
  expect(told('<Chart a="b" />\n\n' + '<Chart data={\n'.repeat(50_000))).toEqual(['Chart']);
}, 60_000);

test('Markdown behind such a line is read', () => {
  expect(render('<Jean Dupont>\nUn **mot**')).toBe('<p>&lt;Jean Dupont&gt;\nUn <strong>mot</strong></p>');
});

test('a script in any case goes with its code, and is told', () => {
  const text = 'a\n\n<Script>\nalert(1)\n</Script>\n\nb';
  expect(render(text)).toBe('<p>a</p>\n<p>b</p>');
  const { findings } = readBody(text, { lang: 'fr', firstLine: 1, file: 'a.md' }).facts;
  expect(findings.map(({ code, line }) => [code, line])).toEqual([['removed-html', 3]]);
});

test.each([
  ['within a line', 'Un texte, <Note text="a" /> et la suite.', '<p>Un texte,  et la suite.</p>'],
  ['in a list', '- un\n- <Chart data="a" />', '<ul><li>un</li>\n</ul>'],
  ['of the newsroom’s own elements', '<my-chart data="a" />\n\nb', '<p>b</p>'],
  ['that is empty', 'Un texte, <my-chart data="a"></my-chart> et la suite.', '<p>Un texte,  et la suite.</p>'],
  ['that is empty, on a line of its own', '<my-chart>\n</my-chart>\n\nb', '<p>b</p>'],
])('a component %s goes, and is told once', (_, text, expected) => {
  expect(render(text)).toBe(expected);
  const { findings } = readBody(text, { lang: 'fr', firstLine: 1, file: 'a.md' }).facts;
  expect(findings.map(({ code, message }) => [code, message])).toEqual([
    ['removed-html', 'A component of another program was taken out of the text.'],
  ]);
});

test.each([
  'a<br />b<Br/>c',
  '<Img src="https://a.example/b.jpg" alt="c" />',
  '<my-note>Texte</my-note>',
  'a <my-note>**Texte**</my-note> b <i></i>',
  'a <Video src="https://a.example/b.mp4" />',
])('nothing is told of elements that are kept, or whose text stays: %j', (text) => {
  expect(readBody(text, { lang: 'fr', firstLine: 1, file: 'a.md' }).facts.findings).toEqual([]);
});

test('an image of HTML is one in any case', () => {
  expect(clean('<Img src="a.jpg" />\n<Table>\n<Tr>')).toBe('<Img src="a.jpg" />\n<Table>\n<Tr>');
});

test('very many tags take no longer than one can wait', () => {
  const text = '<Jean Dupont>\n\n'.repeat(50_000);
  expect(render(text).match(/&lt;Jean/g)).toHaveLength(50_000);
}, 60_000);
