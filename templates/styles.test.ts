// What the stylesheets promise: they exist, tokens come first, the browser's frame has their colours, contrast holds.

import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { transform } from 'lightningcss';
import { expect, test } from 'vitest';
import { theme } from './index.ts';
import { ground } from './parts/head.ts';

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');
const tokens = read('styles/tokens.css');
const [light = '', dark = ''] = tokens.split('@media');
const colour = (scheme: string, name: string): string => new RegExp(`--${name}: (#[0-9a-f]+)`).exec(scheme)?.[1] ?? '';

function luminance(hex: string): number {
  const digits = hex.length === 4 ? hex.slice(1).replaceAll(/./g, '$&$&') : hex.slice(1);
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const value = Number.parseInt(digits.slice(at, at + 2), 16) / 255;
    return value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

test('every stylesheet is named once in the theme, tokens first and print last', () => {
  const files = readdirSync(new URL('styles/', import.meta.url)).map((file) => `styles/${file}`);
  expect(theme.styles.toSorted()).toEqual(files.toSorted());
  expect(theme.styles.at(0)).toBe('styles/tokens.css');
  expect(theme.styles.at(-1)).toBe('styles/print.css');
});

test('the browser frame has the colours of the paper', () => {
  expect(ground).toEqual({ light: colour(light, 'paper'), dark: colour(dark, 'paper') });
});

test.each([
  ['light', light],
  ['dark', dark],
])('text of every colour can be read on every ground: %s', (_, scheme) => {
  for (const text of ['ink', 'soft', 'accent']) {
    for (const back of ['paper', 'tint']) {
      expect(contrast(colour(scheme, text), colour(scheme, back)), `${text} on ${back}`).toBeGreaterThanOrEqual(4.5);
    }
  }
  expect(contrast(colour(scheme, 'on-accent'), colour(scheme, 'accent'))).toBeGreaterThanOrEqual(4.5);
});

test('all stylesheets together take at most 7 KB, compressed', () => {
  const code = Buffer.from(theme.styles.map(read).join('\n'));
  expect(gzipSync(transform({ filename: 'site.css', code, minify: true }).code).length).toBeLessThanOrEqual(7168);
});

test('nothing is loaded from a stylesheet', () => {
  expect(theme.styles.map(read).join('\n')).not.toMatch(/url\(|@import|@font-face/);
});
