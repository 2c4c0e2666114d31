// Our pages in an Eleventy configuration: one virtual template per kind, paginated over keys; and what is left of a
// newsroom's own configuration where only a part of the pages is drawn. Does not load Eleventy itself.

import type { UserConfig } from './user-config.ts';

/** The default export of an `eleventy.config.js`. */
export type Configure = (config: UserConfig) => unknown;

const templateName = (kind: string): string => `depeche-${kind}.11ty.js`;

/** True for the template of a kind of page. */
export function isOurTemplate(inputPath: string): boolean {
  return /(^|\/)depeche-[a-z-]+\.11ty\.js$/.test(inputPath);
}

/** Adds the template of one kind of page. No layout, whatever data the newsroom's own pages share. */
export function addPages(pages: {
  readonly config: UserConfig;
  readonly kind: string;
  readonly keys: readonly string[];
  readonly draw: (key: string) => string;
}): void {
  pages.config.addTemplate(templateName(pages.kind), (data) => pages.draw(data.key), {
    pagination: { data: 'keys', size: 1, alias: 'key' },
    keys: pages.keys,
    layout: null,
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
export function onlyTransforms(config: UserConfig): UserConfig {
  // Calls may be chained.
  const nothing = (): UserConfig => config;
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
