// The promises of social cards: shapes only, the same for the same words, legible, and no half names.

import { describe, expect, test } from 'vitest';
import { setText } from './letters.ts';
import { drawSocialCard } from './social-card.ts';

const draw = (name: string | null, seed = 'monde'): string => drawSocialCard({ seed, name, paper: 'Dépêche' });

describe('a card', () => {
  test('is drawn from shapes alone: no text, no font, nothing from elsewhere', () => {
    for (const name of ['Monde', 'Économie', 'Agence France-Presse', null]) {
      expect(draw(name)).not.toMatch(/<text|font|href|url\(|NaN|undefined/);
    }
  });

  test('is the same for the same words, and keeps its ground when the section is renamed', () => {
    expect(draw('Monde')).toBe(draw('Monde'));
    const ground = (svg: string): string | undefined => /fill="(#[0-9a-f]{6})" d="M0 0H1200/.exec(svg)?.[1];
    expect(ground(draw('International'))).toBe(ground(draw('Monde')));
    const seeds = ['monde', 'france', 'economie', 'marches', 'sciences', 'culture', 'sport', 'opinions'];
    expect(new Set(seeds.map((seed) => ground(draw('X', seed)))).size).toBeGreaterThan(4);
  });

  test('shows no text of an author as markup', () => {
    expect(draw('</svg><script>alert(1)</script>')).not.toContain('<script');
  });

  test('shows the newspaper alone where a name has signs that are not drawn', () => {
    const lines = (svg: string): number => [...svg.matchAll(/<path transform/g)].length;
    expect(lines(draw('Monde'))).toBe(2);
    expect(lines(draw('الثقافة'))).toBe(1);
    expect(lines(draw('Agence de presse Méditerranée'))).toBe(3);
  });

  test('keeps a long name on the card', () => {
    for (const [, x, scale, path] of draw('Anticonstitutionnellement'.repeat(2)).matchAll(
      /translate\((\d+) [\d.]+\) scale\(([\d.]+)\)" [^>]*d="([^"]+)"/g,
    )) {
      const widest = Math.max(...(path as string).match(/-?\d+(\.\d+)?/g)!.map(Number));
      expect(Number(x) + Number(scale) * widest).toBeLessThanOrEqual(1200);
    }
  });
});

test('accents stand on their letters, ligatures are taken apart, an unknown sign sets nothing', () => {
  expect(setText('été')?.width).toBe(setText('ETE')?.width);
  expect(setText('été')?.path).not.toBe(setText('ETE')?.path);
  expect(setText('Œuvre')).toEqual(setText('OEUVRE'));
  expect(setText('L’Été')).toEqual(setText("L'ÉTÉ"));
  expect(setText('株')).toBe(null);
  expect(setText('constructor')).not.toBe(null);
  expect(setText('')).toBe(null);
});
