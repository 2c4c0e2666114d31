// Where the rooms are wired together: a crew for our own build, and the plugin for plain Eleventy.
// The only file that knows all of: the theme on disk, the newsroom's Eleventy configuration, threads, and the build.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseMoment } from '../base/dates.ts';
import type { Crew } from '../build/types.ts';
import { createLiner, type PageDigests } from '../build/inputs.ts';
import { digestOfBytes, digestOfFile } from '../build/tree.ts';
import { freshMemory } from '../build/heads.ts';
import { jobsOfEntry } from '../build/article-jobs.ts';
import type { Job } from '../build/job.ts';
import { articlePages, planSheets } from '../build/plan.ts';
import { closureDigest, programDigest, themeDigests, wholeThemeDigest } from '../build/program.ts';
import { createCardMaker, type MakeCards } from '../images/make-cards.ts';
import { createPictureMaker, type MakePictures, type PictureRules } from '../images/make-pictures.ts';
import { type Progress, silent } from '../build/progress.ts';
import { type PreparedSite, prepareSite } from '../build/site.ts';
import { markName, markOf } from '../build/staging.ts';
import { treeDigest } from '../build/trees.ts';
import { createPlugin, type WholeSite } from '../eleventy/plugin.ts';
import { readsNothing } from '../eleventy/pristine.ts';
import type { UserConfig } from '../eleventy/user-config.ts';
import { ExtraLibrary } from '../view/extra-library.ts';
import { createHands, keysByKind } from './hands.ts';
import { configFile, loadConfigure, loadTheme } from './load.ts';
import { bundleAhead, makeBundles, writeBundles } from './bundles.ts';
import { bundleIslands } from './islands.ts';
import { openPress } from './press.ts';
import { bundlesFile, projectRoot } from '../base/project-folder.ts';
import { bundleStyles, copyAssets } from './styles.ts';
import { createTeam } from './team.ts';

/** A crew with threads; close it when the build is over. */
export async function createCrew(options: {
  readonly content: string;
  readonly templates: string;
  /** What may be deleted at any time; absent: `.cache` in the project. */
  readonly cache?: string;
  /** Pictures are made with the cache unless it says otherwise. */
  readonly pictures?: PictureRules['mode'];
  /** Told how far the work is. */
  readonly progress?: Progress;
  /** Those of this process's first crew: it draws with the code that it has loaded, whatever becomes of its files. */
  readonly digests?: PageDigests | undefined;
}): Promise<Crew & { readonly close: () => Promise<void> }> {
  const config = await newsroomConfig();
  const progress = options.progress ?? silent;
  const team = createTeam({ content: options.content, templates: options.templates, config }, progress);
  const digests = options.digests ?? digestsOf(options.templates, config);
  return {
    progress,
    digests,
    readArticles: team.read,
    makePictures: pictureMaker(options, progress),
    makeCards: cardMaker(options),
    draw: team.draw,
    prepare: team.prepare,
    fileWords: async (lang) => (await loadTheme(options.templates)).fileWords(lang),
    makeAssets: async (memory) => {
      const { templates } = options;
      const theme = await loadTheme(templates);
      const bundling = { templates, theme, program: digests.program, root: projectRoot };
      const bundles = await makeBundles(bundling, memory, bundlesFile);
      return (out, taken) => {
        copyAssets(templates, out, taken);
        writeBundles(bundles, out, taken);
      };
    },
    hasExtras: config !== null,
    drawExtras: async (context, out, taken) => {
      if (config === null) return;
      const { drawExtras } = await import('../eleventy/extras.ts');
      await drawExtras({ out, config, library: new ExtraLibrary(context), taken });
    },
    close: team.close,
  };
}

/** Bundles the project's theme, for the first builds of its newspapers. */
export async function bundleOwnTheme(): Promise<void> {
  const templates = join(projectRoot, 'templates');
  const { program } = digestsOf(templates, await newsroomConfig());
  await bundleAhead({ templates, theme: await loadTheme(templates), program, root: projectRoot }, bundlesFile);
}

/** What pages depend on besides their views: the program with what runs it, and the theme. */
function digestsOf(templates: string, config: string | null): PageDigests {
  const { node, icu, tz } = process.versions;
  const versions = [node, icu, tz, process.platform, process.arch].map(String);
  const own = config === null ? [] : [closureDigest(config)];
  const program = programDigest(projectRoot, [...versions, ...own]);
  return { program, theme: themeDigests(templates), wholeTheme: wholeThemeDigest(templates) };
}

/** Where pictures are kept, and what is to be made of them. */
interface PictureOptions {
  readonly cache?: string;
  readonly pictures?: PictureRules['mode'];
}

const pictureFolder = ({ cache = join(projectRoot, '.cache') }: PictureOptions): string => join(cache, 'pictures');

/** Draws cards into the cache. */
function cardMaker(options: PictureOptions): MakeCards {
  return createCardMaker({
    folder: pictureFolder(options),
    mode: options.pictures === undefined || options.pictures === 'look' ? 'make' : options.pictures,
    now: Date.now,
  });
}

/** Makes pictures into the cache, and says how many are made. */
function pictureMaker(options: PictureOptions, progress: Progress): MakePictures {
  return createPictureMaker({
    folder: pictureFolder(options),
    mode: options.pictures ?? 'make',
    now: Date.now,
    openPress,
    onProgress: (done, total) => progress.phase('pictures', done, total),
  });
}

/** Path of the project's Eleventy configuration, or null when it adds nothing to ours. */
export async function newsroomConfig(): Promise<string | null> {
  const path = join(projectRoot, configFile);
  if (!existsSync(path)) return null;
  const input = await extraFolder();
  return input !== null && isEmpty(input) ? null : path;
}

/** The folder for extra pages when the configuration does nothing but name it; else null. */
export async function extraFolder(): Promise<string | null> {
  const input = await readsNothing(await loadConfigure(), depeche);
  return input === null ? null : join(projectRoot, input);
}

function isEmpty(folder: string): boolean {
  return !existsSync(folder) || readdirSync(folder).every((name) => name.startsWith('.'));
}

/** The plugin of `eleventy.config.js`. */
export const depeche: (config: UserConfig) => Promise<void> = createPlugin(wholeSite);

/** The whole site for a plain Eleventy run, at DEPECHE_AT or now. */
async function wholeSite(): Promise<WholeSite> {
  const content = join(projectRoot, 'content');
  const templates = join(projectRoot, 'templates');
  const hands = createHands({ content, templates, config: null });
  const site = await prepareSite({
    content,
    at: instantOf(process.env['DEPECHE_AT']),
    skip: new Set(),
    remember: freshMemory(async (order, take) => take(hands.read(order), 0)),
    makePictures: pictureMaker({}, silent),
    makeCards: cardMaker({}),
  });
  const pages = new Map<string, { readonly path: string; readonly kind: Job['kind']; readonly make: () => Job }>();
  const from = { content, rules: site.reading.rules, context: site.context };
  const words = (await loadTheme(templates)).fileWords(site.context.site.lang);
  for (const sheet of planSheets({ context: site.context, words })) {
    if (sheet.kind !== 'article') pages.set(sheet.path, sheet);
    else {
      for (const page of articlePages(sheet)) {
        pages.set(page.path, { ...page, make: () => jobsOfEntry(sheet.entry, [page], from)[0] as Job });
      }
    }
  }
  for (const path of site.copies.keys()) pages.delete(path);
  await site.makeCopies();
  const draw = await hands.drawer();
  const files = await filesOf(site, templates);
  const lineOf = createLiner(digestsOf(templates, await newsroomConfig()));
  const tree = new Map([...pages].map(([path, { make }]) => [path, { inputs: lineOf(make()) }]));
  for (const [path, file] of files) tree.set(path, { inputs: digestOfContent(file) });
  return {
    keys: keysByKind(pages.values()),
    draw: (path) => draw(pages.get(path)?.make() as Job),
    files,
    mark: { path: `/${markName}`, text: markOf(treeDigest(tree)) },
    library: new ExtraLibrary(site.context),
  };
}

function digestOfContent(file: string | Uint8Array | { readonly copy: string }): string {
  const isBytes = typeof file === 'string' || file instanceof Uint8Array;
  return isBytes ? digestOfBytes(file) : digestOfFile(file.copy);
}

async function filesOf(site: PreparedSite, templates: string): Promise<WholeSite['files']> {
  const files = new Map<string, string | Uint8Array | { readonly copy: string }>();
  for (const [path, copy] of site.copies) files.set(path, { copy });
  const assets = join(templates, 'assets');
  if (existsSync(assets)) {
    for (const name of readdirSync(assets, { recursive: true, withFileTypes: true })) {
      if (!name.isFile()) continue;
      const copy = join(name.parentPath, name.name);
      files.set(`/assets${copy.slice(assets.length)}`, { copy });
    }
  }
  const theme = await loadTheme(templates);
  files.set('/assets/site.css', await bundleStyles(templates, theme));
  for (const [path, code] of (await bundleIslands(templates, theme)).scripts) files.set(path, code);
  return files;
}

function instantOf(text: string | undefined): number {
  if (text === undefined || text === '') return Date.now();
  const read = parseMoment(text, 'UTC');
  if (!read) throw new Error(`DEPECHE_AT is no instant: "${text}". Write 2026-03-05T08:00:00+01:00.`);
  return read.moment.at;
}
