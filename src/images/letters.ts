// An alphabet drawn by hand: capitals, figures and accents as lines and arcs, for pictures that must come out the same on
// a machine without fonts. One stroke width, one height of ten units; it is no typeface and sets no running text.
// Invariant: a text with a sign that is not here is not set at all, for half a name is worse than none.

/** Path (baseline at 10, top at 0) and width of each sign. */
const signs: Readonly<Record<string, readonly [path: string, width: number]>> = {
  A: ['M0 10 3.9 0 7.8 10M1.5 6.9H6.3', 7.8],
  B: ['M0 4.7V10H3.5A2.65 2.65 0 0 0 3.5 4.7H0V0H3.1A2.35 2.35 0 0 1 3.1 4.7', 6.15],
  C: ['M8.1 2A4.7 5 0 1 0 8.1 8', 8.1],
  D: ['M0 0V10H2.8A5 5 0 0 0 2.8 0Z', 7.8],
  E: ['M5.6 0H0V10H5.6M0 4.8H4.9', 5.6],
  F: ['M5.4 0H0V10M0 4.9H4.7', 5.2],
  G: ['M8.1 2A4.7 5 0 1 0 8.5 7.6V5.3H5', 8.6],
  H: ['M0 0V10M7 0V10M0 4.8H7', 7],
  I: ['M0 0V10', 0],
  J: ['M4.2 0V7.4A2.3 2.6 0 0 1 0 8.4', 4.2],
  K: ['M0 0V10M6.6 0 0 5.9M2.3 3.9 7 10', 6.8],
  L: ['M0 0V10H5.2', 5.2],
  M: ['M0 10V0L4.4 6.8 8.8 0V10', 8.8],
  N: ['M0 10V0L7.2 10V0', 7.2],
  O: ['M4.8 0A4.8 5 0 1 0 4.8 10A4.8 5 0 1 0 4.8 0Z', 9.6],
  P: ['M0 10V0H3.4A2.85 2.85 0 0 1 3.4 5.7H0', 6.2],
  Q: ['M4.8 0A4.8 5 0 1 0 4.8 10A4.8 5 0 1 0 4.8 0ZM5.6 6.6 9 10.4', 9.6],
  R: ['M0 10V0H3.4A2.75 2.75 0 0 1 3.4 5.5H0M3 5.5 6.7 10', 6.7],
  S: [
    'M6 1.9C5.6 .7 4.6 0 3.2 0 1.4 0 .3 1.1 .3 2.5 .3 5.6 6.4 4.4 6.4 7.4 6.4 9 5.1 10 3.3 10 1.6 10 .4 9.2 0 7.9',
    6.4,
  ],
  T: ['M0 0H7M3.5 0V10', 7],
  U: ['M0 0V6.5A3.4 3.5 0 0 0 6.8 6.5V0', 6.8],
  V: ['M0 0 3.8 10 7.6 0', 7.6],
  W: ['M0 0 2.9 10 5.8 .6 8.7 10 11.6 0', 11.6],
  X: ['M0 0 7 10M7 0 0 10', 7],
  Y: ['M0 0 3.6 5.3 7.2 0M3.6 5.3V10', 7.2],
  Z: ['M.2 0H6.8L0 10H7', 7],
  0: ['M3.3 0C1.2 0 0 2 0 5S1.2 10 3.3 10 6.6 8 6.6 5 5.4 0 3.3 0Z', 6.6],
  1: ['M0 2 2.8 0V10', 2.8],
  2: ['M.2 2.6C.4 1 1.6 0 3.2 0 5 0 6.2 1.1 6.2 2.8 6.2 5.4 .8 6.8 0 10H6.5', 6.5],
  3: [
    'M.3 1.9C.8 .7 1.8 0 3.1 0 4.8 0 5.9 1 5.9 2.4 5.9 3.9 4.7 4.8 2.6 4.8 5 4.8 6.4 5.7 6.4 7.3 6.4 9 5 10 3.2 10 1.6 10 .5 9.3 0 8',
    6.4,
  ],
  4: ['M5 10V0L0 7.1H6.8', 6.8],
  5: ['M5.8 0H1L.6 4.6C1.3 4 2.2 3.7 3.2 3.7 5.1 3.7 6.3 5 6.3 6.8 6.3 8.7 5 10 3.1 10 1.6 10 .5 9.3 0 8.1', 6.3],
  6: ['M5.6 1.1C2.6-1.2 0 1.6 0 6.4 0 8.7 1.3 10 3.2 10S6.4 8.7 6.4 6.8 5.1 3.7 3.3 3.7 .1 4.9 0 6.6', 6.4],
  7: ['M0 0H6.4L2.2 10', 6.4],
  8: [
    'M3.2 4.7C1.6 4.7 .5 3.7 .5 2.3S1.6 0 3.2 0 5.9 .9 5.9 2.3 4.8 4.7 3.2 4.7ZM3.2 4.7C1.4 4.7 0 5.8 0 7.4S1.4 10 3.2 10 6.4 9 6.4 7.4 5 4.7 3.2 4.7Z',
    6.4,
  ],
  9: ['M.8 8.9C3.8 11.2 6.4 8.4 6.4 3.6 6.4 1.3 5.1 0 3.2 0S0 1.3 0 3.2 1.3 6.3 3.1 6.3 6.3 5.1 6.4 3.4', 6.4],
  '&': ['M7.2 10 1.6 3.5C.3 1.9 1.2 0 3 0 4.9 0 5.6 2 4.1 3.4L1.9 5C-.9 7 .2 10 2.8 10 5 10 6.6 8.2 6.8 5.6', 7.2],
  "'": ['M.6 0 0 2.6', 0.6],
  '-': ['M0 5.5H3.4', 3.4],
  '.': ['M0 9.2V10', 0],
  ',': ['M.6 9.2 0 11.6', 0.6],
  ':': ['M0 3.2V4M0 9.2V10', 0],
  '/': ['M0 11 4.4-1', 4.4],
  '+': ['M0 5.4H5.4M2.7 2.7V8.1', 5.4],
  '!': ['M0 0V6.6M0 9.2V10', 0],
  ' ': ['', 2.4],
};

/** Accents by the combining sign, drawn around the middle of the letter. */
const accents: Readonly<Record<string, string>> = {
  '\u0300': 'M-1.5-3.4 .7-1.6',
  '\u0301': 'M1.5-3.4-.7-1.6',
  '\u0302': 'M-1.9-1.7 0-3.4 1.9-1.7',
  '\u0303': 'M-2.1-1.9C-1.3-3.4-.6-2.9 0-2.5S1.4-1.7 2.1-3.1',
  '\u0308': 'M-1.6-2.8V-2M1.6-2.8V-2',
  '\u030a': 'M0-3.7A1.1 1.1 0 1 0 0-1.5A1.1 1.1 0 1 0 0-3.7Z',
  '\u030c': 'M-1.9-3.4 0-1.7 1.9-3.4',
  '\u0327': 'M.3 10V11.2C1.7 11 1.9 13-.9 12.7',
};

const joined: Readonly<Record<string, string>> = {
  Œ: 'OE',
  Æ: 'AE',
  ẞ: 'SS',
  Ø: 'O',
  Ł: 'L',
  Đ: 'D',
  '’': "'",
  '‑': '-',
  '–': '-',
  '—': '-',
  '\u00a0': ' ',
  '\u202f': ' ',
};

/** Space beside a letter: a stem needs most, a curve less, an open side least. */
const spaces = { stem: 1.75, curve: 1.15, open: 0.75 } as const;
const stems = { left: /[BDEFHIKLMNPRU1!]/, right: /[HIJMNU1!]/ } as const;
const curves = { left: /[CGOQS0235689&]/, right: /[BCDGOPQRS0235689]/ } as const;

function spaceAt(side: 'left' | 'right', sign: string): number {
  return stems[side].test(sign) ? spaces.stem : curves[side].test(sign) ? spaces.curve : spaces.open;
}

/** A line of text as one path, ten units high. */
export interface SetText {
  readonly path: string;
  readonly width: number;
}

/** Sets a line in capitals; null when a sign is missing. */
export function setText(text: string): SetText | null {
  const capitals = text.toLocaleUpperCase('en').replace(/[^\0-\x7f]/gu, (sign) => joined[sign] ?? sign);
  let path = '';
  let x = 0;
  let last = { sign: '', at: 0, width: 0 };
  for (const sign of capitals.normalize('NFD')) {
    const accent = accents[sign];
    if (accent !== undefined) {
      path += shifted(accent, last.at + last.width / 2);
      continue;
    }
    const found = Object.hasOwn(signs, sign) ? signs[sign] : undefined;
    if (!found) return null;
    const [drawn, width] = found;
    if (last.sign !== '') x += spaceAt('right', last.sign) + spaceAt('left', sign);
    path += shifted(drawn, x);
    last = { sign, at: x, width };
    x += width;
  }
  return path === '' ? null : { path, width: x };
}

/** Moves absolute path commands to the right. */
function shifted(path: string, dx: number): string {
  return path.replace(/([A-Z])([^A-Z]*)/g, (_, command: string, rest: string) => {
    const numbers = (rest.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number);
    const isAcross = (i: number): boolean => {
      if (command === 'H') return true;
      if (command === 'V') return false;
      return command === 'A' ? i % 7 === 5 : i % 2 === 0;
    };
    const moved = numbers.map((value, i) => Math.round((isAcross(i) ? value + dx : value) * 100) / 100);
    return command + moved.join(' ');
  });
}
