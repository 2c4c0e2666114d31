// Lists what lies in a content folder: Markdown by room, and the files of static/. Reads folders, never files.
// A folder `articles/` makes the rooms of the README hold; without it every Markdown file is a candidate article.
// Invariant: nothing outside the folder is listed; links to folders are never followed; the order is by path.

import { lstatSync, readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../base/findings.ts';
import { hidesLetters } from '../base/path-names.ts';
import { isAmongDrafts } from './file-name.ts';
import { followLink } from './follow-link.ts';

/** Rooms that hold one thing per file. */
export const rooms = [
  'articles',
  'sections',
  'topics',
  'authors',
  'sources',
  'securities',
  'pages',
  'comments',
] as const;
export type Room = (typeof rooms)[number];

/** What lies in a content folder. Paths are below it, with slashes, sorted. */
export interface ContentFiles {
  /** True when there is a folder `articles/`. */
  readonly hasRooms: boolean;
  readonly site: string | null;
  readonly markdown: Readonly<Record<Room, readonly string[]>>;
  /** Every file that is content: those below, and all others, such as pictures. */
  readonly all: readonly string[];
  /** Markdown that stands in no room: a README, notes. */
  readonly others: readonly string[];
  /** True when one of these is a link to a file within the folder: it has what another path has. */
  readonly hasLinks: boolean;
  /** Files of static/, below the content folder. */
  readonly statics: readonly string[];
  /** Markdown files that exist and may not be read: each has a finding. */
  readonly unreadable: readonly string[];
  readonly findings: readonly Finding[];
}

const isMarkdown = (name: string): boolean => /\.(md|markdown)$/i.test(name);
const isHidden = (name: string): boolean => name.startsWith('.') || name === 'node_modules';

/** What hosts and other sites ask for, though its name begins with a dot. */
const asked = /^static\/\.(?:well-known(?:\/[^/.][^/]*)*|htaccess|nojekyll)$/;
/** What programs leave behind, and nobody wants to be copied. */
const leftBehind = /(?:^|\/)(?:\.DS_Store|\.git[^/]*|\._[^/]*|\.[^/]*\.sw[op]|node_modules)$/;

/** True for a path below a content folder that is never listed, whatever lies there. */
export function isPassedOver(path: string): boolean {
  return !asked.test(path) && path.split('/').some(isHidden);
}

/** Lists a content folder. `skip` are absolute paths of folders that are not content, such as the output folder. Throws when the folder cannot be read. */
export function findFiles(root: string, skip: ReadonlySet<string> = new Set()): ContentFiles {
  const findings: Finding[] = [];
  const found: string[] = [];
  const unreadable: string[] = [];
  let hasLinks = false;
  const realRoot = realpathSync(root);

  const refuse = (path: string, code: Finding['code'], message: string, hint?: string): void => {
    findings.push({ code, severity: 'error', file: path, message, ...(hint ? { hint } : {}) });
    if (isMarkdown(path)) unreadable.push(path);
  };
  const walk = (folder: string): void => {
    let items;
    try {
      items = readdirSync(folder === '' ? root : `${root}/${folder}`, { withFileTypes: true });
    } catch (error) {
      if (folder === '') throw error;
      findings.push(unreadableFolder(folder, error));
      return;
    }
    for (const item of items) {
      // Joined, it is one string; a template would keep its parts as well.
      const path = folder === '' ? item.name : [folder, item.name].join('/');
      if (isHidden(item.name) && !asked.test(path)) {
        if (/^static(?:\/|$)/.test(folder) && !leftBehind.test(path)) findings.push(notCopied(path));
        continue;
      }
      if (item.isFile()) {
        found.push(path);
        if (hidesLetters(path) && isMarkdown(path)) findings.push(hiddenLetters(path));
      } else if (skip.has(join(root, path))) continue;
      else if (item.isSymbolicLink()) {
        const end = followLink(path, { root, realRoot });
        // Pictures are found through it, wherever it will lead.
        hasLinks ||= end.isInside;
        if (end.refusal) refuse(path, ...end.refusal);
        else found.push(path);
      } else if (item.isDirectory()) {
        if (isMarkdown(item.name)) findings.push(folderAsArticle(path));
        walk(path);
      } else refuse(path, 'not-a-file', 'This is a device, a pipe or a socket, not a file; it was not opened.');
    }
  };

  walk('');
  found.sort();
  const hasRooms = hasArticlesRoom(root);
  return { hasRooms, hasLinks, all: found, ...sortIntoRooms(found, hasRooms), unreadable, findings };
}

/** True when the rooms hold in a content folder: it has a folder `articles/`. */
export function hasArticlesRoom(root: string): boolean {
  try {
    return lstatSync(join(root, 'articles')).isDirectory();
  } catch {
    return false;
  }
}

function sortIntoRooms(
  found: readonly string[],
  hasRooms: boolean,
): Pick<ContentFiles, 'site' | 'markdown' | 'others' | 'statics'> {
  const markdown = Object.fromEntries(rooms.map((room) => [room, [] as string[]])) as Record<Room, string[]>;
  const others: string[] = [];
  const statics: string[] = [];
  let site: string | null = null;
  for (const path of found) {
    const room = path.slice(0, Math.max(0, path.indexOf('/')));
    // Articles and pages there are drafts; nothing else is used.
    const isAside = room !== 'articles' && room !== 'pages' && isAmongDrafts(path);
    if (room === 'static' && (hasRooms || !isMarkdown(path))) {
      if (!isAside) statics.push(path);
    } else if (!isMarkdown(path)) continue;
    else if (path === 'site.md') site = path;
    else if (!hasRooms) markdown.articles.push(path);
    else if (isAside) others.push(path);
    else if ((rooms as readonly string[]).includes(room)) markdown[room as Room].push(path);
    else others.push(path);
  }
  return { site, markdown, others, statics };
}

function unreadableFolder(folder: string, error: unknown): Finding {
  const reason = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
  return {
    code: 'unreadable-file',
    severity: 'error',
    file: folder,
    message: `This folder could not be read (${reason}).`,
  };
}

function hiddenLetters(path: string): Finding {
  return {
    code: 'bad-address',
    severity: 'warning',
    file: path,
    message: 'The name of this file holds letters that cannot be seen, or that make it look like another one.',
    hint: 'Rename the file: letters, digits and -.',
  };
}

function notCopied(path: string): Finding {
  return {
    code: 'bad-address',
    severity: 'warning',
    file: path,
    message: 'Its name begins with a dot, so it is not copied.',
    hint: 'Only .well-known, .htaccess and .nojekyll are; name it otherwise, or take it out of static/.',
  };
}

function folderAsArticle(path: string): Finding {
  return {
    code: 'not-a-file',
    severity: 'warning',
    file: path,
    message: 'This folder has the name of an article; what lies in it was read as in any other folder.',
    hint: 'Take the ending .md off the folder, or make it a file.',
  };
}
