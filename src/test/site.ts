// A site in one string, for tests: files behind lines `=== path`, written to a folder of their own, built for real.

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from '../build/build.ts';
import type { BuildReport, NotBuilt } from '../build/types.ts';
import { markName } from '../build/staging.ts';
import { listTree } from '../build/tree.ts';
import { createCrew } from '../cli/wire.ts';
import { projectRoot } from '../base/project-folder.ts';

/** The instant of a test's build unless it says otherwise. */
export const noon = '2026-03-05T12:00:00+01:00';

export interface TestSite {
  /** The folder that holds everything. */
  readonly folder: string;
  readonly content: string;
  readonly out: string;
  /** Writes files below the content folder, from a string with lines `=== path`, or one file. */
  readonly write: (text: string) => void;
  readonly writeBytes: (path: string, bytes: Uint8Array) => void;
  readonly remove: (path: string) => void;
  /** Builds; fails the test when nothing was built. */
  readonly build: (options?: TestBuild) => Promise<BuildReport>;
  /** Builds, whatever comes of it. */
  readonly tryBuild: (options?: TestBuild) => Promise<BuildReport | NotBuilt>;
  /** The text of a file of the site. */
  readonly read: (path: string) => string;
  readonly has: (path: string) => boolean;
  /** Every file of the site with its text (latin1, so that bytes compare), without the mark. */
  readonly tree: () => ReadonlyMap<string, string>;
}

export interface TestBuild {
  /** A cache of pictures of its own; else all tests share one. */
  readonly pictures?: string;
  readonly at?: string;
  readonly templates?: string;
  readonly allowLost?: boolean;
  readonly wait?: number;
  /** How many releases are kept; absent: none are made. */
  readonly releases?: number;
  /** Path of the cache; null: none. One of its own unless it says otherwise. */
  readonly cache?: string | null;
  /** Runs whenever everything is read and nothing drawn: what somebody saves in the middle of a build. */
  readonly meanwhile?: () => void;
}

/** Pictures that tests have made before. */
export const testCache = join(projectRoot, '.test-output/cache');

const folders: string[] = [];

/** Takes the folders of all test sites away; call it after each test file. */
export function removeSites(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** An article's text: front matter lines and a body. */
export function article(keys: string, body = 'Un corps de texte.'): string {
  return `---\n${keys}\n---\n\n${body}\n`;
}

/** Makes a site from a string. */
export function testSite(text = ''): TestSite {
  const folder = mkdtempSync(join(tmpdir(), 'depeche-site-'));
  folders.push(folder, `${folder}-cache`);
  const content = join(folder, 'content');
  const out = join(folder, '_site');
  mkdirSync(content);
  const writeBytes = (path: string, bytes: Uint8Array | string): void => {
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), bytes);
  };
  const write = (files: string): void => {
    for (const part of files.split(/^=== /m).slice(1)) {
      const end = part.indexOf('\n');
      writeBytes(part.slice(0, end).trim(), part.slice(end + 1));
    }
  };
  const tryBuild = async (options: TestBuild = {}): Promise<BuildReport | NotBuilt> => {
    const crew = await createCrew({
      content,
      templates: options.templates ?? join(projectRoot, 'templates'),
      cache: options.pictures ?? testCache,
    });
    try {
      const { at = noon, allowLost = false, wait = 0, releases = null } = options;
      const skip = new Set([out]);
      const cache = options.cache === null ? null : (options.cache ?? join(`${folder}-cache`, 'depeche.db'));
      const { meanwhile } = options;
      const draw: typeof crew.draw = (work, where) => (meanwhile?.(), crew.draw(work, where));
      const disturbed = { ...crew, draw };
      return await build({ content, out, cache, skip, at: Date.parse(at), wait, allowLost, releases }, disturbed);
    } finally {
      await crew.close();
    }
  };
  write(text);
  return {
    folder,
    content,
    out,
    write,
    writeBytes,
    remove: (path) => rmSync(join(content, path), { recursive: true }),
    tryBuild,
    build: async (options) => {
      const report = await tryBuild(options);
      if ('reason' in report) throw new Error(report.message);
      return report;
    },
    read: (path) => readFileSync(out + path, 'utf8'),
    has: (path) => existsSync(out + path),
    tree: () => {
      const paths = listTree(out).filter((path) => path !== `/${markName}`);
      return new Map(paths.toSorted().map((path) => [path, readFileSync(out + path, 'latin1')]));
    },
  };
}
