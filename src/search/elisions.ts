// French elisions in a text that is to be searched: « l’eau » must be found by « eau ». The indexer knows words by the
// spaces between them, so behind each elision stands a word joiner and a space; the search page takes both out again.
// It changes text that only the indexer sees.

/** What is put behind the apostrophe of an elision. */
export const elisionMark = '\u2060 ';

const elision =
  /(?<![\p{L}\p{N}])((?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu)(?:['’]|&#39;))(?=(?:<[^<>]*>)*[\p{L}\p{N}«])/giu;

/** The markup of a page with its elisions cut. */
export function cutElisions(markup: string): string {
  return markup.replace(elision, `$1${elisionMark}`);
}
