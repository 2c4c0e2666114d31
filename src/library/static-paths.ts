// Which files of static/ can stand on the site under their own names: a file there replaces one of ours of the same
// name, but it never stands where we need a folder, and no two are one address.
// Pure: it looks at paths, and never at a disk.

import type { Finding } from '../base/findings.ts';
import { nameFault } from '../base/path-names.ts';
import { addressKey, isReserved } from './addresses.ts';
import { listsOf } from './lists.ts';
import type { Library } from './types.ts';

/** Settles files of static/ (paths below the content folder, sorted): those that are copied, and what was found. */
export function settleStatics(
  files: readonly string[],
  library: Library,
): { readonly kept: readonly string[]; readonly findings: readonly Finding[] } {
  const findings: Finding[] = [];
  const owners = new Map<string, string>();
  const kept: string[] = [];
  for (const file of files) {
    const path = file.slice('static'.length);
    const fault = nameFault(path);
    if (fault) findings.push(badName(file, fault.kind, fault.reason));
    if (fault?.kind === 'hostile') continue;
    const key = addressKey(path);
    const other = owners.get(key) ?? placeOfOurs(path, library);
    if (other !== null) {
      findings.push({
        code: 'same-address',
        severity: 'error',
        file,
        message: `${path} is already the address of ${other}; this file is not copied.`,
        hint: 'Give the file another name.',
      });
      continue;
    }
    owners.set(key, file);
    kept.push(file);
  }
  const { logo, file: settings } = library.settings;
  if (logo !== null && settings !== null && !kept.includes(`static${logo}`)) {
    findings.push({
      code: 'site-settings',
      severity: 'warning',
      file: settings,
      message: `There is no file static${logo}; the name stands in the masthead.`,
      hint: 'Put the logo into static/, or take the line logo: away.',
      seek: { key: 'logo' },
    });
  }
  return { kept, findings };
}

function badName(file: string, kind: 'hostile' | 'foreign', reason: string): Finding {
  const end = kind === 'hostile' ? '; it is not copied' : '; it is copied all the same';
  return {
    code: 'bad-address',
    severity: kind === 'hostile' ? 'error' : 'warning',
    file,
    message: `A name in this path ${reason}${end}.`,
    hint: 'Use letters, digits, - and one dot.',
  };
}

const ours = /^(?:index|404)\.html$|^(?:rss|atom|sitemap|news-sitemap)\.xml$|^feed\.json$|^robots\.txt$/i;

/** What of ours is a folder where this is a file, or a file where this needs a folder; null when nothing is. */
function placeOfOurs(path: string, library: Library): string | null {
  const folders = path.split('/').slice(1, -1);
  if (folders[0]?.toLowerCase() === 'pagefind') return 'the search index';
  const file = folders.find((folder) => ours.test(folder));
  if (file !== undefined || /\/\d{4}\/\d\d\/\d\d\/[^/]+\.html\//.test(path))
    return file ? `a file (${file})` : 'an article';
  // A folder of ours never has a dot in its name.
  if (path.slice(path.lastIndexOf('/')).includes('.')) return null;
  const key = `${addressKey(path)}/`;
  if (folders.length === 0 && isReserved(path.slice(1))) return 'a folder of the program';
  const lists = listsOf(library);
  for (const { path: at } of [...lists, ...library.pages, ...library.redirects])
    if (addressKey(at).startsWith(key)) return at;
  const entry = library.entries.find((found) => addressKey(found.path).startsWith(key));
  return entry ? `a folder of articles (${entry.path})` : null;
}
