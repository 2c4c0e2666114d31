// Compiles the program, its theme and `eleventy.config.js` into a few files: to load three hundred takes longer than to build
// a small site. `npm start` and `npm run prepare` do it, and main.ts runs what lies there as long as it is the program
// (compiled.ts). Packages of one piece go in; large ones, and those with machine code, are loaded when they are wanted, as
// ever. Where the newsroom has an Eleventy configuration of its own, Eleventy loads it with the sources: then all runs from them.

import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { programFolder, projectRoot } from '../base/project-folder.ts';
import { filesBelow } from '../build/program.ts';
import { type Compiled, isCurrent, manifestFile, stateOf } from './compiled.ts';
import { bundle } from './esbuild.ts';
import { configFile } from './load.ts';
import { extraFolder, newsroomConfig } from './wire.ts';

/** What is loaded by its name: see `codeUrl`. */
const entries = [
  'src/cli/run-command.ts',
  'src/cli/thread.ts',
  'src/cli/press-process.ts',
  'src/build/scout-thread.ts',
  'templates/index.ts',
  configFile,
];

const external = ['@11ty/eleventy', '@hono/node-server', 'esbuild', 'hono', 'lightningcss', 'pagefind', 'sharp'];

/** What tells that other packages were installed since. */
const installed = ['package.json', 'package-lock.json', 'node_modules/.package-lock.json'];

/** Packages in the older way of modules ask for `require`. */
const banner = `import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);`;

/** Compiles it, if it is not there. Rejects, with file and line, when a source has a fault; all runs from the sources then. */
export async function compileProgram(): Promise<void> {
  if (isCurrent()) return;
  const extra = await extraFolder();
  if (extra === null || (await newsroomConfig()) !== null) return;
  // Before anything is read: a file that is saved meanwhile must be found to be another one.
  const own = ['src', 'templates'].flatMap((folder) => filesBelow(join(projectRoot, folder)));
  const others = [...installed, configFile].map((path) => join(projectRoot, path));
  const states = new Map([...own, ...others].map((file) => [file, stateOf(file)]));
  const draft = `${programFolder}.${process.pid}`;
  const { metafile } = await bundle({
    absWorkingDir: projectRoot,
    entryPoints: entries,
    outdir: draft,
    outbase: projectRoot,
    outExtension: { '.js': '.mjs' },
    banner: { js: banner },
    external,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    charset: 'utf8',
    legalComments: 'none',
    metafile: true,
    logLevel: 'silent',
  });
  const sources = Object.keys(metafile.inputs).filter((path) => !path.includes('node_modules/'));
  const files = [...new Set([...sources, ...installed])].map(
    (path) => [path, states.get(join(projectRoot, path)) ?? ''] as const,
  );
  // A page that is put there later changes the folder.
  const made: Compiled = { root: projectRoot, files: [...files, [relative(projectRoot, extra), stateOf(extra)]] };
  writeFileSync(join(draft, basename(manifestFile)), JSON.stringify(made));
  rmSync(programFolder, { recursive: true, force: true });
  renameSync(draft, programFolder);
}
