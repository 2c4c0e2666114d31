// Looking for a security by name, ISIN or ticker, in the file of all names; fetched when the first letter is typed.

import { isId, type Security, tidy } from './shelf.ts';

/** A security that can be found. */
export interface Found extends Security {
  /** ISIN, ticker and market, as they are known. */
  readonly facts: string;
}

/** At most so many are shown. */
const shown = 8;

let names: Promise<readonly (Found & { readonly key: string })[]> | null = null;

/** Securities that match what was typed, best first; rejects when the file cannot be read. */
export async function findSecurities(index: string, typed: string): Promise<readonly Found[]> {
  const words = fold(typed).split(' ').filter(Boolean);
  if (words.length === 0) return [];
  names ??= load(index);
  names.catch(() => {
    names = null;
  });
  const matches = (await names).filter(({ key }) => words.every((word) => key.includes(` ${word}`)));
  const start = words.join(' ');
  return matches
    .toSorted((a, b) => Number(b.key.startsWith(` ${start}`)) - Number(a.key.startsWith(` ${start}`)))
    .slice(0, shown);
}

async function load(index: string): Promise<readonly (Found & { readonly key: string })[]> {
  const answer = await fetch(index, { cache: 'no-cache' });
  if (!answer.ok) throw new Error(String(answer.status));
  const { securities } = (await answer.json()) as { readonly securities: readonly Record<string, unknown>[] };
  return securities.flatMap(({ id, name, isin, ticker, market }) => {
    const label = tidy(name);
    if (!isId(id) || label === '') return [];
    const facts = [isin, ticker, market].map((value) => tidy(value)).filter(Boolean);
    return [{ id, name: label, facts: facts.join(' · '), key: ` ${fold([label, ...facts].join(' '))}` }];
  });
}

/** Lower case, without accents, words apart by one space. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
