// Which way a language is written.

const rightToLeft = new Set(['ar', 'arc', 'ckb', 'dv', 'fa', 'he', 'ks', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi']);

/** Direction of a BCP 47 language, by its first part, or by a script that says so. */
export function directionOf(lang: string): 'ltr' | 'rtl' {
  if (/-(Arab|Hebr|Thaa|Syrc)\b/i.test(lang)) return 'rtl';
  if (/-(Latn|Cyrl)\b/i.test(lang)) return 'ltr';
  return rightToLeft.has(lang.toLowerCase().split('-')[0] as string) ? 'rtl' : 'ltr';
}
