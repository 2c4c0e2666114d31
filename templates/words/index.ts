// Chooses the words by language: French for `fr`, `fr-CA` …; English for all that have none of their own.

import { en } from './en.ts';
import { fr } from './fr.ts';
import type { Words } from './types.ts';

export type { Words };

const byLang: Readonly<Record<string, Words>> = { fr, en };

/** The words of a language, or null when the theme does not speak it. */
export function findWords(lang: string): Words | null {
  return byLang[lang.toLowerCase().split('-')[0] as string] ?? null;
}

/** The words for a site or a page in this language. */
export function chooseWords(lang: string): Words {
  return findWords(lang) ?? en;
}
