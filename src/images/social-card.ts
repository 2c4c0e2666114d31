// The card that stands for an article without a picture where links are shared: ground and pattern of its section or
// source, its name, the newspaper's name. 1200 × 630 pixels, drawn from shapes alone (see letters.ts): no font of the
// machine that builds has a part in it.
// Pure: it gives an SVG as text. Invariant: the same words and the same id give the same text.

import { setText } from './letters.ts';

/** What a card says. */
export interface CardText {
  /** Chooses colours and pattern: the same for a section for ever, whatever its name. */
  readonly seed: string;
  /** Large: the section or source; null on the newspaper's own card. */
  readonly name: string | null;
  /** The newspaper. */
  readonly paper: string;
}

/** Pixels of every card: what social networks ask for. */
export const cardSize = { width: 1200, height: 630 } as const;

const light = '#fdfbf6';
const mark = '#e4572e';
/** Grounds on which the light text has a contrast of at least 7:1, and a lighter shade of each for the pattern. */
const grounds = [
  ['#14213a', '#24365c'],
  ['#7a2a18', '#97402b'],
  ['#1c4a39', '#2c6650'],
  ['#472043', '#643662'],
  ['#0e4657', '#1d6175'],
  ['#5c3f0f', '#7a581f'],
  ['#343c4a', '#4b5566'],
  ['#2b2a66', '#424186'],
] as const;

const margin = 80;

/** Draws a card. */
export function drawSocialCard({ seed, name, paper }: CardText): string {
  const number = numberOf(seed) >>> 9;
  const [ground, shade] = grounds[number % grounds.length] as (typeof grounds)[number];
  const pattern = patterns[Math.floor(number / grounds.length) % patterns.length] as (typeof patterns)[number];
  const large = name === null ? null : setLines(name);
  const parts =
    large === null
      ? setWhole(paper, { x: margin, base: 370, size: 150, width: cardSize.width - 2 * margin })
      : [
          setWhole(paper, { x: margin + 74, base: margin + 34, size: 34, width: 700 }),
          ...large.map((line, i) =>
            setWhole(line, {
              x: margin,
              base: cardSize.height - margin - (large.length - 1 - i) * 150,
              size: 96,
              width: cardSize.width - 2 * margin,
            }),
          ),
        ].join('');
  const tape = large === null ? `M${margin + 26} 96H${margin + 126}l-40 31h-100z` : `M${margin + 27} 82h26l-27 32h-26z`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${cardSize.width}" height="${cardSize.height}" viewBox="0 0 ${cardSize.width} ${cardSize.height}">` +
    `<path fill="${ground}" d="M0 0H1200V630H0z"/><g fill="none" stroke="${shade}" stroke-width="14">${pattern}</g>` +
    `<path fill="${mark}" d="${tape}"/><g fill="none" stroke="${light}" stroke-linejoin="round">${parts}</g></svg>`
  );
}

/** A long name stands on two lines; null when it cannot be set. */
function setLines(name: string): readonly string[] | null {
  const whole = setText(name);
  if (whole === null) return null;
  const words = name.split(/\s+/);
  if (whole.width < 105 || words.length === 1) return [name];
  const cut = (at: number): number => Math.abs(words.slice(0, at).join(' ').length - words.slice(at).join(' ').length);
  let best = 1;
  for (let at = 2; at < words.length; at++) if (cut(at) < cut(best)) best = at;
  return [words.slice(0, best).join(' '), words.slice(best).join(' ')];
}

/** One line of text from `x` on, its feet at `base`, made smaller where it would be wider than it may. */
function setWhole(text: string, at: { x: number; base: number; size: number; width: number }): string {
  const set = setText(text);
  if (set === null) return '';
  const scale = Math.round(Math.min(at.size / 10, at.width / set.width) * 1000) / 1000;
  const top = Math.round((at.base - 10 * scale) * 100) / 100;
  return `<path transform="translate(${at.x} ${top}) scale(${scale})" stroke-width="1.55" d="${set.path}"/>`;
}

/** FNV-1a: spreads ids that look alike. */
function numberOf(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01_00_01_93) >>> 0;
  return (hash ^ (hash >>> 15)) >>> 0;
}

const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);

/** What fills the upper right of a card: lines, arcs and bars, in one colour. */
const patterns: readonly string[] = [
  // Waves that go out from a corner.
  range(7)
    .map((i) => `<circle cx="1110" cy="90" r="${70 + i * 62}"/>`)
    .join(''),
  // The wire: slanted lines of dispatches.
  `<path d="${range(13)
    .map((i) => `M${560 + i * 62} -20l-${250 - (i % 4) * 45} ${330 - (i % 4) * 59}`)
    .join('')}"/>`,
  // Bars that rise.
  `<path stroke-width="34" d="${range(9)
    .map((i) => `M${660 + i * 62} 360V${[300, 250, 280, 200, 230, 150, 180, 100, 60][i]}`)
    .join('')}"/>`,
  // Hills.
  `<path d="${range(5)
    .map((i) => `M520 ${400 - i * 62}l180-110 120 70 180-150 220 190`)
    .join('')}"/>`,
  // Water.
  `<path d="${range(6)
    .map((i) => `M540 ${60 + i * 62}q56-50 112 0t112 0 112 0 112 0 112 0 112 0`)
    .join('')}"/>`,
  // A grid of points, larger towards the corner.
  `<path stroke-linecap="round" d="${range(6)
    .flatMap((row) => range(10).map((column) => `M${620 + column * 62} ${60 + row * 58}h.1`))
    .join('')}"/>`,
  // Pages laid over each other.
  range(5)
    .map((i) => `<path d="M${690 + i * 78} ${70 + i * 34}h210v270h-210z"/>`)
    .join(''),
];
