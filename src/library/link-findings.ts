// What is told of a link that leads nowhere, or elsewhere than its author thought: files that are not copied, addresses of
// other sites that lack their beginning, articles that nobody can see.
// Invariant: a finding names the link as it was written, so that it is found in the file.

import type { Finding } from '../base/findings.ts';
import { addressKey, pathOf } from './addresses.ts';

/** What authors put beside an article or into static/, and what is no page: of an article's folder only pictures that are shown are copied. */
const besides =
  /^(?!\/\/|[a-z][a-z0-9+.-]*:)[^?#]+\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|csv|zip|epub|mp[34]|m4[av]|webm|og[gv]|wav|mov|avi|swf|jpe?g|png|gif|webp|tiff?)(?:[?#]|$)/i;

/** True for a link to such a file beside the article. */
export function isFileBeside(href: string): boolean {
  return besides.test(href) && !href.startsWith('/');
}

/** True for the address of such a file where static/ has none. */
export function isMissing(href: string, statics: ReadonlySet<string> | null): boolean {
  if (statics === null || !/^\/(?!\/)/.test(href) || !besides.test(href)) return false;
  const path = pathOf(href);
  return path !== null && !statics.has(addressKey(path));
}

/** The finding of a link to a file beside the article. */
export function notCopied(file: string, href: string, line: number): Finding {
  return {
    code: 'broken-link',
    severity: 'warning',
    file,
    line,
    message: `The link to "${href}" leads to a file beside the article, and such files are not copied.`,
    hint: `Put it into static/, and write /${href.split('/').at(-1)}.`,
    seek: { word: href },
  };
}

/** The finding of a link to a file that static/ does not have. */
export function notInStatic(file: string, href: string, line: number): Finding {
  return {
    code: 'broken-link',
    severity: 'warning',
    file,
    line,
    message: `The link to "${href}" leads to no file: static/ has none of that name.`,
    hint: `Put it there: static${pathOf(href) ?? href}.`,
    seek: { word: href },
  };
}

/** The finding of a link to another site that lacks its beginning. */
export function outward(file: string, { href, url, line }: { href: string; url: string; line: number }): Finding {
  return {
    code: 'broken-link',
    severity: 'warning',
    file,
    line,
    message: `The link to "${href}" has no https:// before it; it leads to ${url}.`,
    hint: `Write ${url}.`,
    seek: { word: href },
  };
}

/** The finding of a link that leads nowhere. */
export function brokenLink(file: string, href: string, line: number): Finding {
  return {
    code: 'broken-link',
    severity: 'warning',
    file,
    line,
    message: `The link to "${href}" leads to nothing that is visible; its text stays, without the link.`,
    hint: 'Name the article or page by its .md file or by its address; an article also by its id.',
    seek: { word: href },
  };
}
