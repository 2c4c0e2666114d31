// Lists that were typed or pasted with a bullet sign are lists, and what only looks like one is text.

import { expect, test } from 'vitest';
import { readBody, renderBody } from './body.ts';

const resolve = { link: () => undefined, picture: () => null };
const render = (markdown: string): string =>
  renderBody(markdown, { lang: 'fr', resolve, typography: 'keep' }).html.replaceAll('\n', ' ').trim();

test.each([
  ['• Un\n• Deux', '<ul> <li>Un</li> <li>Deux</li> </ul>'],
  ['Le point :\n• Un\n• Deux\n\nFin.', '<p>Le point :</p> <ul> <li>Un</li> <li>Deux</li> </ul> <p>Fin.</p>'],
  ['• Seul', '<ul> <li>Seul</li> </ul>'],
  [
    '●\tUn\n▪\u00a0Deux\n◦ Trois\n‣ Quatre\n\uf0b7      Cinq',
    '<ul> <li>Un</li> <li>Deux</li> <li>Trois</li> <li>Quatre</li> <li>Cinq</li> </ul>',
  ],
  [
    '• Un *beau* [lien](https://a.fr)\nqui continue\n• Deux',
    '<ul> <li>Un <em>beau</em> <a href="https://a.fr">lien</a> qui continue</li> <li>Deux</li> </ul>',
  ],
  ['• Un\n\n• Deux', '<ul> <li> <p>Un</p> </li> <li> <p>Deux</p> </li> </ul>'],
  [
    '•\tUn\n\t◦\tDedans\n\t◦\tEncore\n•\tDeux',
    '<ul> <li>Un <ul> <li>Dedans</li> <li>Encore</li> </ul> </li> <li>Deux</li> </ul>',
  ],
  ['• Un\n\n  Suite.\n\nFin.', '<ul> <li> <p>Un</p> <p>Suite.</p> </li> </ul> <p>Fin.</p>'],
  ['• Un\n- Deux\n• Trois', '<ul> <li>Un</li> </ul> <ul> <li>Deux</li> </ul> <ul> <li>Trois</li> </ul>'],
  ['- Un\n  • Dedans\n- Deux', '<ul> <li>Un <ul> <li>Dedans</li> </ul> </li> <li>Deux</li> </ul>'],
  ['> • Un\n> • Deux\n\nFin.', '<blockquote> <ul> <li>Un</li> <li>Deux</li> </ul> </blockquote> <p>Fin.</p>'],
  ['Une note[^1].\n\n[^1]: Note :\n  • Un\n  • Deux', expect.stringContaining('<ul> <li>Un</li> <li>Deux</li> </ul>')],
  ['• Un\n## Titre', '<ul> <li>Un</li> </ul> <h2 id="t-titre">Titre</h2>'],
])('%j is a list', (markdown, expected) => expect(render(markdown)).toEqual(expected));

test.each([
  ['– Oui, dit-il.\n– Non.', '<p>– Oui, dit-il. – Non.</p>'],
  ['Un mot • un autre\net • un troisième', '<p>Un mot • un autre et • un troisième</p>'],
  ['•Collé', '<p>•Collé</p>'],
  ['• • •', '<p>• • •</p>'],
  ['•', '<p>•</p>'],
  ['\\• Un', '<p>\\• Un</p>'],
])('%j is text', (markdown, expected) => expect(render(markdown)).toBe(expected));

test.each([['```\n• Un\n• Deux\n```'], ['    • Un\n    • Deux'], ['- a\n\n      • Un\n      • Deux']])(
  '%j is code',
  (markdown) => expect(render(markdown)).toContain('<code>• Un • Deux </code>'),
);

test('within HTML the signs stay as they are', () => {
  expect(render('<pre>\n• Un\n• Deux\n</pre>')).toContain('• Un • Deux');
});

test('the places of findings hold, and excerpts take the items as those of a list', () => {
  const { facts } = readBody('Le texte.\n\n• Un\n• Deux [x](x.md)', { lang: 'fr', firstLine: 5, file: 'a.md' });
  expect(facts).toMatchObject({ links: [{ href: 'x.md', line: 8 }], excerpt: 'Le texte.' });
});
