// What the intake knows of the newspaper: its published pages, nothing else. A page says which thread it holds
// (`data-thread`), whether it takes comments (`data-accepts`), and which comments stand in it (`id="d_comment-…"`).
// So a withheld article, a closed thread or a removed comment takes nothing, without a list that could be out of date.

/** Reads a published page by its path; null: there is none. Throws when the site cannot be asked. */
export type ReadPage = (path: string) => Promise<string | null>;

/** What can be done with a page's thread: anything, or the reason why not. `article` and `comment` are slugs. */
export function refusalOf(
  page: string,
  wanted: { readonly article: string; readonly comment: string | null; readonly writes: boolean },
): 'unknown-article' | 'closed' | 'unknown-comment' | null {
  const { article, comment, writes } = wanted;
  const section = page.split('<section ').find((part) => part.includes(` data-thread="${article}"`));
  const tag = section?.slice(0, section.indexOf('>'));
  if (article === '' || !tag?.includes(` data-thread="${article}"`)) return 'unknown-article';
  if (writes && !/ data-accepts(?=[ >=]|$)/.test(tag)) return 'closed';
  return comment !== null && !page.includes(` id="d_comment-${comment}"`) ? 'unknown-comment' : null;
}
