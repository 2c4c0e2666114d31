// The blocks of prose are what markdown-it would have made of it.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newToken, parseBlocks, parseMarkdown, type Token } from './markdown.ts';
import { proseBlocks } from './markdown-prose.ts';

const plain = (tokens: readonly Token[]): object[] =>
  tokens.map(({ type, tag, nesting, level, content, map, block, hidden, markup, info, attrs }) => ({
    type,
    tag,
    nesting,
    level,
    content,
    map,
    block,
    hidden,
    markup,
    info,
    attrs,
  }));

const isProse = (text: string): boolean => proseBlocks(text, () => ({}) as Token) !== null;

describe('a text of paragraphs, headings and quotes', () => {
  const prose = [
    '',
    'Une ligne.',
    'Une ligne.\n',
    'Deux\nlignes  \navec une fin. \t\n\n\n\n«\u00a0Et\u00a0» une autre\u00a0\n',
    '\n\n2026 a commencé.\n\n– Oui, dit-il.\n— Non.\n\n(Ici) | là\n',
    'Élu\n\n"Cité" et ‘dit’\n\n12h30 : *fort*, `code`, <b>gras</b>',
    '## Un titre \n\nTexte\n\n\n###### Un *autre*\n',
    '> Une citation\n> de deux lignes  \n\n> Une autre\n\nTexte\n',
  ];
  it.each(prose)('is read without the rules of markdown-it: %j', (text) => {
    expect(isProse(text)).toBe(true);
    expect(plain(parseBlocks(text, {}))).toEqual(plain(parseMarkdown(text, {})));
  });

  const others = ['#Titre', 'A\n===', 'a | b\n--|--\n1 | 2', 'Texte\n- un', '1. un', 'Texte\n2) deux', '>Cité'];
  const more = ['    code', 'A\n \nB', '• un', '[^1]: note', '[a]: /b', '<p>', '***', '```\n```', '\ttab', ':a', '12'];
  const mixed = [
    'A\n# B',
    '# A\nB',
    '# A #',
    '# ',
    '> A\nB',
    'A\n> B',
    '> > A',
    '> - un',
    '>  A',
    '> A\n>\n> B',
    '> A\n> # B',
    '> # A',
  ];
  it.each([...others, ...more, ...mixed])(
    'is one only where each block begins as one of these does: not %j',
    (text) => {
      expect(isProse(text)).toBe(false);
    },
  );

  it('is read as markdown-it reads it, whatever its lines begin with', () => {
    const starts = [
      ...'aÉœ«“”"’‘\'(…–—1239#>-+*=_|`~<[:{}\\!&•◦.)\t \u00a0\u2028\u{1f5de}',
      '1.',
      '10)',
      '2026 ',
      '---',
      '```',
    ];
    const line = fc.tuple(fc.constantFrom('', ...starts), fc.constantFrom('', ' ', 'mot', ' | b', ' : c', '  '));
    const text = fc
      .array(
        line.map((parts) => parts.join('')),
        { maxLength: 6 },
      )
      .map((lines) => lines.join('\n'));
    let read = 0;
    fc.assert(
      fc.property(text, (source) => {
        if (isProse(source)) read++;
        expect(plain(parseBlocks(source, {}))).toEqual(plain(parseMarkdown(source, {})));
      }),
      { numRuns: 6000 },
    );
    expect(read).toBeGreaterThan(300);
  });

  it('has tokens like all others', () => {
    const [token] = parseMarkdown('***', {}) as [Token];
    const made = Object.assign(newToken(token.type, token.tag, token.nesting), {
      block: true,
      map: token.map,
      markup: token.markup,
    });
    expect(made).toStrictEqual(token);
  });
});
