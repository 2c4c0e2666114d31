// The title of a document: what a tab, a bookmark and a list of results show.

/** Longest document title that search engines and validators show whole. */
const longestTitle = 70;

/**
 * « Titre – Site »; a headline that fills the line stands without the site, and a longer one is cut on a word, as a tab
 * and a list of results would cut it anyway. `h1`, card and metadata hold it whole.
 */
export function nameDocument(title: string, site: string): string {
  if (title === '' || title === site) return site;
  const full = `${title} – ${site}`;
  if (full.length <= longestTitle) return full;
  if (title.length <= longestTitle) return title;
  const head = title.slice(0, longestTitle - 1);
  const end = /\s/.test(title[longestTitle - 1] as string) ? head.length : head.search(/\s\S*$/);
  const words = end < longestTitle / 2 ? head.toWellFormed() : head.slice(0, end);
  return `${words.replace(/[\s,;:.!?–—-]+$/, '')}…`;
}
