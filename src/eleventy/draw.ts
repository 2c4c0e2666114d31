// Draws pages with Eleventy: one virtual template per kind of page, paginated over the keys (paths) of the pages.
// It decides nothing: which pages there are and what stands in them comes from outside, and so does the folder.
// The author's own Eleventy configuration applies to our pages as far as it transforms content; what it does once per
// build (extra pages, passthrough copies, hooks, collections) happens in `drawExtras`, in one thread, afterwards.
// Invariant: what a run writes depends on the keys, `draw` and the transforms only.

import { relative } from 'node:path';
import Eleventy from '@11ty/eleventy';
import type { UserConfig } from './user-config.ts';

/** The default export of an `eleventy.config.js`. */
export type Configure = (config: UserConfig) => unknown;

/** One run over some pages. */
export interface Run {
  /** Folder that Eleventy writes to. */
  readonly out: string;
  /** An empty folder: Eleventy wants one to read from. */
  readonly input: string;
  /** Paths of the pages by kind: `/monde/index.html`. */
  readonly keys: ReadonlyMap<string, readonly string[]>;
  /** Makes a page. */
  readonly draw: (key: string) => string;
  readonly configure: Configure | null;
}

/** Draws and writes. Eleventy wants paths that are relative to the current folder. Throws when a page or a transform does. */
export async function drawPages(run: Run): Promise<void> {
  const eleventy = new Eleventy(relative('.', run.input), relative('.', run.out), {
    quietMode: true,
    configPath: false,
    config: async (config: UserConfig) => {
      config.setQuietMode(true);
      config.setUseGitIgnore(false);
      config.setTemplateFormats(['11ty.js']);
      for (const [kind, keys] of run.keys) addPages({ config, kind, keys, draw: run.draw });
      if (run.configure) await run.configure(onlyTransforms(config));
    },
  });
  eleventy.disableLogger();
  await eleventy.write();
}

/** Adds the template of one kind of page. */
export function addPages(pages: {
  readonly config: UserConfig;
  readonly kind: string;
  readonly keys: readonly string[];
  readonly draw: (key: string) => string;
}): void {
  pages.config.addTemplate(`depeche-${pages.kind}.11ty.js`, (data) => pages.draw(data.key), {
    pagination: { data: 'keys', size: 1, alias: 'key' },
    keys: pages.keys,
    permalink: (data: { key: string }) => data.key,
    eleventyExcludeFromCollections: true,
  });
}

/** Hooks that a user's build runs once, and that a chunk must not run again. */
const oncePerBuild = new Set(['eleventy.before', 'eleventy.after', 'beforeBuild', 'afterBuild']);

/** Configurations of chunks: our own plugin adds nothing to them. */
const chunks = new WeakSet<object>();

/** True when the configuration is a chunk's, in which the pages are there already. */
export function isChunk(config: UserConfig): boolean {
  return chunks.has(config);
}

/** The same configuration, deaf to all that must happen once per build. */
function onlyTransforms(config: UserConfig): UserConfig {
  const nothing = (): void => {};
  const { on, once } = config;
  Object.assign(config, {
    addTemplate: nothing,
    addPassthroughCopy: nothing,
    addCollection: nothing,
    addGlobalData: nothing,
    setInputDirectory: nothing,
    setOutputDirectory: nothing,
    setTemplateFormats: nothing,
    addTemplateFormats: nothing,
    on: (event: string, hook: () => void) => (oncePerBuild.has(event) ? config : on.call(config, event, hook)),
    once: (event: string, hook: () => void) => (oncePerBuild.has(event) ? config : once.call(config, event, hook)),
  });
  chunks.add(config);
  return config;
}
