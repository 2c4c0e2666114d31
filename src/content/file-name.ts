// What the place of a file says of an article when its front matter does not: date, slug, section, language.
// It looks at the path only. Invariant: pure; a part of the path that is no existing date is never taken for one.

import { readWrittenDate } from '../base/date-shapes.ts';

/** What a path tells. */
export interface PathFacts {
  /** The file name (of a bundle, `index.md`, its folder's name) without ending and date; may be empty. */
  readonly name: string;
  /** `2021-12-02`, from the name or the folders; or null. */
  readonly date: string | null;
  /** The nearest folder that is neither a number nor one of Jekyll's (`_posts`, `_drafts`); or null. */
  readonly section: string | null;
  /** The language that a folder or the name's end (`post.en.md`) says, when it is not the site's; or null. */
  readonly lang: string | null;
  /** It lies in Jekyll's folder of drafts: whatever it says of itself, it is one. */
  readonly isDraft: boolean;
  /** A Hugo list page (`_index.md`): no article. */
  readonly isListPage: boolean;
  /** README, CHANGELOG and their like. */
  readonly isAboutFolder: boolean;
}

const languages = new Set(
  `ar az be bg bn br bs ca co cs cy da de el en eo es et eu fa fi fr ga gl gu he hi hr ht hu hy id is it ja ka kk km
  ko ky la lb lo lt lv mg mk ml mn mr ms mt my nb ne nl nn no oc pa pl ps pt ro ru rw si sk sl so sq sr sv sw ta te tg th
  tk tl tr uk ur uz vi wo yo zh zu`.split(/\s+/),
);
const jekylls = new Set(['_posts', '_drafts']);
const rooms = new Set(['content', 'src', 'docs', 'posts', ...jekylls]);
const dated = /^(\d{4})([-_.]?)(\d{1,2})\2(\d{1,2})(?=$|[-_. ])[-_. ]*(.*)$/;

/** Reads a path below the content folder. */
export function readPath(path: string, site: { lang: string; hasRooms: boolean }): PathFacts {
  const folders = path.split('/');
  const file = folders.pop() as string;
  if (site.hasRooms) folders.shift();
  let stem = file.replace(/\.(?:md|markdown|mdx)$/i, '');
  const isListPage = /^_index(?:\.[a-z-]+)?$/i.test(stem);
  const isAboutFolder =
    /^(?:readme|changelog|contributing|license|licence|code[_-]of[_-]conduct|security|authors|todo)$/i.test(stem);
  let lang: string | null = null;
  if (!site.hasRooms) {
    lang = takeLanguageFolder(folders);
    const ending = /^(.+)\.([a-z]{2}(?:-[a-z]{2,4})?)$/i.exec(stem);
    if (ending !== null && isLanguage(ending[2] as string)) {
      stem = ending[1] as string;
      lang = ending[2] as string;
    }
    if (lang !== null && isSame(lang, site.lang)) lang = null;
  }
  if (/^index$/i.test(stem)) {
    // A bundle is called by its folder, unless the folder is only a year, a month or a day.
    const isNumber = /^[\d._-]*$/.test(folders.at(-1) ?? '');
    stem = isNumber ? '' : (folders.pop() as string);
  }
  const own = takeDate(stem);
  const section = folders.findLast((folder) => !/^[\d\s._-]+$/.test(folder) && !jekylls.has(folder) && folder !== '');
  const date = own.date ?? dateOfFolders(folders) ?? dateOfName(folders, own.rest);
  const isDraft = isAmongDrafts(path);
  return { name: own.rest, date, section: section ?? null, lang, isDraft, isListPage, isAboutFolder };
}

/** True for a path in Jekyll's folder of drafts. */
export function isAmongDrafts(path: string): boolean {
  return /(?:^|\/)_drafts\//.test(path);
}

function takeLanguageFolder(folders: string[]): string | null {
  const at = folders.findIndex((folder) => !rooms.has(folder.toLowerCase()));
  const folder = folders[at];
  if (folder === undefined || !isLanguage(folder)) return null;
  folders.splice(at, 1);
  return folder;
}

function isLanguage(word: string): boolean {
  const match = /^([a-z]{2})(?:[-_](?:[a-z]{2}|hans|hant|latn|cyrl))?$/i.exec(word);
  return match !== null && languages.has((match[1] as string).toLowerCase());
}

/** True when two language codes have one language and not two different regions. */
export function isSame(a: string, b: string): boolean {
  const [languageA, regionA] = a.toLowerCase().replaceAll('_', '-').split('-');
  const [languageB, regionB] = b.toLowerCase().replaceAll('_', '-').split('-');
  return languageA === languageB && (regionA === undefined || regionB === undefined || regionA === regionB);
}

function takeDate(stem: string): { date: string | null; rest: string } {
  const match = dated.exec(stem);
  if (match === null) return { date: null, rest: stem };
  const [, year, separator, month, day, rest] = match as unknown as [string, string, string, string, string, string];
  if (separator === '' && (month.length < 2 || day.length < 2)) return { date: null, rest: stem };
  const date = existing(year, month, day);
  return date === null ? { date, rest: stem } : { date, rest };
}

function dateOfFolders(folders: readonly string[]): string | null {
  for (let i = folders.length - 1; i >= 0; i--) {
    const whole = takeDate(folders[i] as string);
    if (whole.date !== null) return whole.date;
    const [year, month, day] = folders.slice(i - 2, i + 1);
    if (i < 2 || !/^\d{4}$/.test(year ?? '') || !/^\d{1,2}$/.test(month ?? '') || !/^\d{1,2}$/.test(day ?? ''))
      continue;
    const date = existing(year as string, month as string, day as string);
    if (date !== null) return date;
  }
  return null;
}

/** `2019/05/28-titre.md` and `2019/05-28-titre.md`: the name ends the date that its folders begin. */
function dateOfName(folders: readonly string[], name: string): string | null {
  const match = /(?:^|\/)(\d{4})\/(\d{1,2})[-/](\d{1,2})(?=[-_. ]|$)/.exec([...folders.slice(-2), name].join('/'));
  return match === null ? null : existing(match[1] as string, match[2] as string, match[3] as string);
}

function existing(year: string, month: string, day: string): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return readWrittenDate(date) === null ? null : date;
}
