// A body whose markup is made of what reading its facts has parsed comes out as one that is parsed for its page.

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readBody, renderBody } from './body.ts';

const options = { lang: 'fr', firstLine: 1, file: 'a.md', own: 'https://gazette.example' };
const resolve = { link: () => undefined, picture: () => null };

const pieces = [
  'PARIS, 5 mars (Reuters) - La rivière est rentrée dans son lit.',
  '# Titre',
  'Titre\n=====',
  'Voir [la suite](suite.md) et [hors](https://ailleurs.example/).',
  '**Un intertitre**',
  '- un\n- deux [lien](x.md)\n- trois',
  '• un\n• deux [lien](x.md)\n\t◦ trois',
  'Une note[^absente].\n\n[^2]: Voir ![une digue](digue.png)\n  et [^1].',
  '> Une citation : « oui » ; et puis ?',
  'Une note[^1] et une autre[^2].',
  '[^1]: La première, avec [un lien](y.md).',
  '[^2]: La seconde.',
  '<p class="x">Du <b>HTML</b> <a href="z.md">ici</a></p>',
  'Texte avec <i>balise</i> ouverte <b>sans fin.',
  '![Une digue](digue.png "Crédit")',
  '| a | b |\n|---|--:|\n| 1 | 2 |',
  '```\ncode : x\n```',
  '{{< figure src="a.png" >}} et {% raw %}',
  '(Reportage Anna Berg ; édité par Jean Dupont)',
  'Il est 12:30 \\* et \\: 3 %, https://ex.example/a?b=c .',
  '',
];

test.each([
  ['seed 1', 1],
  ['seed 2', 2],
])('parsing once equals parsing twice, %s', (_, seed) => {
  const body = fc.array(fc.constantFrom(...pieces), { maxLength: 9 }).map((parts) => parts.join('\n\n'));
  fc.assert(
    fc.property(body, (markdown) => {
      const { markup } = readBody(markdown, options);
      const twice = renderBody(markdown, { lang: 'fr', headline: 'Titre', resolve, typography: 'set' });
      expect(markup('Titre').html).toBe(twice.html);
    }),
    { numRuns: 1500, seed },
  );
});

test('a text without marks is read as a text with marks is', () => {
  const letters = fc.constantFrom(...` abcÉ’;,.?!:/-+=#$%>@^|}()"'«»–…0123456789\u00a0`);
  const unmarked = fc.string({ unit: letters, maxLength: 80 }).filter((text) => !text.includes('://'));
  const render = (markdown: string): string =>
    renderBody(markdown, { lang: 'fr', resolve, typography: 'keep' }).html.trim();
  fc.assert(
    fc.property(unmarked, (text) => {
      // The mark behind it has the whole text go through the rules.
      expect(render(`a${text}z`)).toBe(render(`a${text}z *fin*`).replace(' <em>fin</em>', ''));
    }),
    { numRuns: 3000, seed: 5 },
  );
});
