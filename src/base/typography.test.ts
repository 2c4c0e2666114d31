import { expect, test } from 'vitest';
import { typeset } from './typography.ts';

test.each([
  ['Guerre : ce qu’il faut retenir', 'Guerre\u00a0: ce qu’il faut retenir'],
  ['Qui décide ?', 'Qui décide\u202f?'],
  ['Assez ! dit-il ; puis rien', 'Assez\u202f! dit-il\u202f; puis rien'],
  ['la « prime de détroit »', 'la «\u00a0prime de détroit\u00a0»'],
  ['en hausse de 2,3 %.', 'en hausse de 2,3\u00a0%.'],
])('French spaces do not break: %s', (typed, set) => {
  expect(typeset(typed, 'fr')).toBe(set);
  expect(typeset(typed, 'fr-CA')).toBe(set);
  expect(typeset(typed, 'en')).toBe(typed);
});

test.each(['à 16:28', 'https://exemple.fr/?a=b', 'a ?b=c', 'la clé :nom', 'sans espace: rien', 'un texte ordinaire'])(
  'nothing is added or changed in %s',
  (text) => expect(typeset(text, 'fr')).toBe(text),
);
