// Folders that must not be what they were named to be: an output folder that is the content, the root, somebody's home.
// Pure looking; real paths are compared, so that a link hides nothing.
// Invariant: whatever passes here can be written, compared and cleared without touching anything that is not ours.

import { existsSync, realpathSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, join, sep } from 'node:path';
import type { Options } from './options.ts';

/** What is wrong with the folders of a command, as one sentence; null when nothing is. */
export function folderMistake({ content, templates, out, cache }: Options): string | null {
  if (!existsSync(content)) return `There is no content folder ${content}.`;
  if (!statSync(content).isDirectory()) return `${content} is a file; --content wants the folder of the articles.`;
  if (!existsSync(join(templates, 'index.ts'))) {
    return `There is no theme in ${templates}: --templates wants a folder with an index.ts, see templates/README.md.`;
  }
  const at = { content: real(content), templates: real(templates), out: real(out), cache: real(cache) };
  if (dirname(at.out) === at.out) return `--out cannot be ${out}; choose a folder in it.`;
  if (at.out === real(homedir())) return `--out cannot be your home folder; choose a folder in it.`;
  for (const room of ['content', 'templates'] as const) {
    const name = room === 'content' ? 'the content' : 'the theme';
    if (at.out === at[room]) return `--out cannot be ${out}: that is ${name}; choose a folder beside it.`;
    if (holds(at.out, at[room])) return `--out cannot be ${out}: ${name} lies in it; choose a folder beside it.`;
    if (holds(at.cache, at[room]) || at.cache === at[room]) {
      return `--cache cannot be ${cache}: ${name} lies there, and a cache may be deleted at any time.`;
    }
  }
  if (holds(at.templates, at.out)) return `--out cannot be ${out}: it lies in the theme; choose a folder beside it.`;
  // In a folder of any Markdown the site may lie beside the articles; in a newsroom's, every folder is a room.
  if (holds(at.content, at.out) && existsSync(join(content, 'articles'))) {
    return `--out cannot be ${out}: it lies in the content; choose a folder beside it.`;
  }
  if (at.cache === at.out || holds(at.out, at.cache) || holds(at.cache, at.out)) {
    return `--cache and --out cannot lie in one another: ${cache} and ${out}.`;
  }
  return null;
}

/** True when `inner` lies below `outer`. */
function holds(outer: string, inner: string): boolean {
  return inner.startsWith(outer.endsWith(sep) ? outer : outer + sep);
}

/** The real path of what may not exist yet. */
function real(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return dirname(path) === path ? path : join(real(dirname(path)), basename(path));
  }
}
