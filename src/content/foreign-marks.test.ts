// What other programs' Markdown means and ours does not: nothing of it is left for readers, and no text is lost.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { replaceShortcodes } from './shortcodes.ts';

const clean = (text: string): string => replaceShortcodes(text, 'fr').text;

describe('marks of other programs', () => {
  test.each([
    ['options of kramdown', 'a\n\n{::options parse_block_html="true" /}\n\nb', 'a\n\n\n\nb'],
    ['a comment of kramdown', '{::comment}\nsecret\n{:/comment}\nb', '\n\n\nb'],
    ['raw text of kramdown', '{::nomarkdown}<b>x</b>{:/nomarkdown}', '<b>x</b>'],
    ['a table of contents', '* TOC\n{:toc}\n\nTexte', '\n\n\nTexte'],
    ['a table of contents in brackets', '[[toc]]\n\n[TOC]', '\n\n'],
    ['an abbreviation', 'HTML\n\n*[HTML]: Hyper Text', 'HTML\n\n'],
    ['an admonition', ':::note\n\nTexte.\n\n:::', '\n\nTexte.\n\n'],
    ['the title of an admonition', ':::tip Mon conseil\nTexte.\n:::', '**Mon conseil**  \nTexte.\n'],
    ['a title in brackets', ':::danger[Attention]\nTexte.\n:::', '**Attention**  \nTexte.\n'],
    ['a callout', '> [!NOTE]\n> Texte.', '>\n> Texte.'],
    ['the title of a callout', '> [!tip]- Titre\n> Texte.', '> **Titre**  \n> Texte.'],
    ['a box of MkDocs', '!!! note "Titre"\n    Texte.\n\nb', '**Titre**  \nTexte.\n\nb'],
    ['an import', "import A from '../a.astro';\n\nTexte.", '\n\nTexte.'],
    ['an import over lines', "import {\n  a,\n} from 'b';\nTexte.", '\n\n\nTexte.'],
    ['an export', 'export const meta = {\n  a: 1,\n};\n\nTexte.', '\n\n\n\nTexte.'],
    ['a component', '<Callout type="x">\n\nUn **texte**.\n\n</Callout>', '\n\nUn **texte**.\n\n'],
    ['Markdown within HTML', '<div class="a" markdown="1">\n**b**\n</div>', '\n**b**\n</div>'],
    ['a wiki link', 'Voir [[Autre Note|la note]] et [[Note]].', 'Voir [la note](autre-note) et [Note](note).'],
    ['an embedded picture', '![[vue du port.png|300]]', '![](vue%20du%20port.png)'],
    ['a comment of Obsidian', 'a %%secret%% b\n\n%%\nsecret\n%%', 'a b\n\n\n\n'],
    ['a highlight', 'un ==mot== clé', 'un mot clé'],
    ['an insertion', 'un ++mot++ neuf', 'un mot neuf'],
    ['what stands lower', 'CO~2~ et H~2~O', 'CO<sub>2</sub> et H<sub>2</sub>O'],
    ['what stands higher', 'km^2^, XXI^e^ siècle', 'km<sup>2</sup>, XXI<sup>e</sup> siècle'],
    ['a text with a class', 'un [mot]{.rouge}, un [autre]{lang=en #b}', 'un mot, un autre'],
    ['the size of a picture', '![a](b.jpg =300x200) ![c](d.jpg =50%x "e")', '![a](b.jpg) ![c](d.jpg "e")'],
    ['boxes to tick', '- [ ] un\n- [x] deux', '- ☐ un\n- ☑ deux'],
    ['code of Ruby', 'a <%= link_to "x" %> b', 'a b'],
    ['a target of Pelican', '[a]({filename}../b.md)', '[a](../b.md)'],
    ['a query', '```dataview\nTABLE x\n```\nb', '\n\n\nb'],
  ])('%s', (_, text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  test.each([
    '`[[a]]` et `==b==` et `<% c %>`',
    '```\n:::note\nimport a from "b"\n[[x]]\n```',
    'Voir [[1]](https://example.org) et [[2]][deux].',
    'import est un mot : import de vin.',
    'si a == b et c == d',
    'Le C++ et le g++, puis i++ ou ++i',
    '~~barré~~ ~5~ et ~ 3 ~ et a~b~',
    '2^10 et [^1] et x^2 + y^2 = z^2 et https://a.example/b^2^',
    '[lien](a.md){target=_blank} et [a]{b} et ![c]{.d} et [a](b = c)',
    'Il cria : !!! quoi !!!',
    '<BR>\n<TABLE>',
    '[lien](a.md) et [a][b] et [^1] et [/usr]',
    '[note a = b] entre crochets',
    'Un texte : voir\n\n[a]: https://example.org',
  ])('is text: %j', (text) => {
    expect(clean(text)).toBe(text);
  });
});

describe('square brackets of WordPress', () => {
  test.each([
    ['any pair keeps its text', 'a [quote]b[/quote] c', 'a b c'],
    ['nested columns', '[vc_row][vc_column width="1/2"]a[/vc_column][/vc_row]', 'a'],
    [
      'a button is a link',
      '[button link="https://example.org" color="red"]Lire[/button]',
      '[Lire](https://example.org)',
    ],
    ['code is code', '[code lang="js"]var x = "&lt;b&gt;";[/code]', '`var x = "<b>";`'],
    ['code over lines', '[code]\na\n\nb[/code]', '<pre><code>a\n\nb</code></pre>\n'],
    [
      'a film by its id',
      '[youtube]dQw4w9WgXcQ[/youtube]',
      '[À voir sur YouTube](https://www.youtube.com/watch?v=dQw4w9WgXcQ)',
    ],
    ['a note stands in brackets', 'Un mot[footnote]une note[/footnote].', 'Un mot (une note).'],
    ['with attributes', 'a [foo bar="b"] c', 'a c'],
    ['alone on its line', 'a\n\n[divider]\n\nb', 'a\n\n\n\nb'],
    [
      'a caption with the backslashes of an exporter',
      '\\[caption id="attachment\\_1" width="300"\\]![alt](images/b.jpg) Une *légende*\\[/caption\\]',
      '![alt](images/b.jpg "Une légende")',
    ],
    ['an embed with backslashes', '\\[embed\\]https://youtu.be/a\\_b\\[/embed\\]', '[YouTube](https://youtu.be/a_b)'],
    ['what keeps a text for a template', 'a {% capture x %}b{% endcapture %} c', 'a c'],
  ])('%s', (_, text, expected) => {
    expect(clean(text)).toBe(expected);
  });
});

test('a finding names the line of the file, also behind lines that were taken out', () => {
  const source = "import A from 'a';\n\n[[Note]] et {{< x >}}\n";
  expect(replaceShortcodes(source, 'fr').found.map(({ name, offset }) => [name, offset])).toEqual([
    ['import', 0],
    ['x', source.indexOf('{{<')],
  ]);
});

test('lines stay in number, whatever the text', () => {
  const pieces = [':::', 'note', '{::', 'comment}', '{:/}', '*[', ']: ', '[[', ']]', '%%', '==', '<%', '%>', '!!! note', '> [!a]', '[ ] ', '- ', '\n', '\n', '    ', '```', 'import a from "b"', 'export const a = {', '}', '<Abc>', '[a]', '[/a]', '[a b="c"]', '\\[', '\\]', '* TOC', '{:toc}', '`']; // prettier-ignore
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (parts) => {
      const text = parts.join('');
      expect(clean(text).split('\n').length).toBe(text.split('\n').length);
    }),
    { numRuns: 2000 },
  );
});

test('many words in brackets take no longer than one can wait', () => {
  const text = Array.from({ length: 500_000 }, (_, i) => `[w${i}] [/a] ==x`).join(' ');
  expect(clean(text).length).toBeGreaterThan(0);
}, 60_000);
