// Plays scripts of edits (see edits.ts) on real folders: after each edit an incremental build and a clean one, whose
// trees must be the same, byte for byte, deleted files included.

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { build } from '../build/build.ts';
import type { BuildOptions, BuildReport, Crew, NotBuilt } from '../build/types.ts';
import { markName } from '../build/staging.ts';
import type { BuildSession } from '../build/touch-up.ts';
import { listTree } from '../build/tree.ts';
import { createCrew } from '../cli/wire.ts';
import { projectRoot } from '../base/project-folder.ts';
import { beginning, type Newspaper, type Script } from './edits.ts';

/** A stage for scripts: themes that differ in one part each, and a folder for content and sites. */
export interface Stage {
  /** Plays a script; answers what was wrong, or null. */
  readonly play: (script: Script, options?: Play) => Promise<string | null>;
  /** Plays a script whose edits come in the middle of builds; answers what was wrong, or null. */
  readonly playMeanwhile: (script: Script) => Promise<string | null>;
  /** How many builds have gone a short way: none has made a list. */
  readonly shortWays: () => number;
  readonly close: () => Promise<void>;
}

/** How a script is played. */
interface Play {
  /** How long (ms) a file must have lain still for its stat to be believed; 2000 when absent. */
  readonly settle?: number;
  /** True: each build is the first of its process, and no view is made that need not be; false when absent. */
  readonly alone?: boolean;
}

/** The theme, and the same with another word in a list's, or in every page's, part. */
const themes: readonly (readonly [file: string, from: RegExp, to: string])[] = [
  ['parts/teaser.ts', /class="excerpt"/, 'class="extrait"'],
  ['parts/document.ts', /<\/body>/, '<!-- fin --></body>'],
  ['styles/tokens.css', /$/, '\n.fin { color: red }\n'],
  ['islands/page.ts', /$/, '\nconsole.log(1);\n'],
];

/** Sets a stage up. */
export async function openStage(): Promise<Stage> {
  const folder = mkdtempSync(join(tmpdir(), 'depeche-play-'));
  const content = join(folder, 'content');
  symlinkSync(join(projectRoot, 'src'), join(folder, 'src'));
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
  const folders = [join(projectRoot, 'templates'), ...themes.map((_, i) => makeTheme(folder, i))];
  let shortWays = 0;
  const made = await Promise.all(folders.map((templates) => createCrew({ content, templates })));
  const crews = made.map((crew): (typeof made)[number] => ({
    ...crew,
    draw: (works, where) => {
      if (Array.isArray(works.others)) shortWays++;
      return crew.draw(works, where);
    },
  }));
  const clear = (): void => {
    for (const name of ['content', 'out', 'clean', 'cache'])
      rmSync(join(folder, name), { recursive: true, force: true });
    mkdirSync(content);
  };
  return {
    playMeanwhile: async (script) => {
      clear();
      const paper = beginning(script);
      const disk = new Map<string, string | Uint8Array>();
      const told = ['begin'];
      writeOut(content, paper, disk);
      for (const edit of script.edits) {
        const { theme, at } = paper;
        const before = new Map(disk);
        edit.apply(paper);
        told.push(edit.name);
        const crew = crews[theme] as Crew;
        // Everything is read, and nothing drawn.
        const draw: Crew['draw'] = (work, where) => (writeOut(content, paper, disk), crew.draw(work, where));
        await build(buildOf(folder, at, 2000), { ...crew, draw });
        const states = [new Map(disk), before].map((files) => ({ files, theme, at }));
        const wrong: (string | null)[] = [];
        for (const state of states) {
          writeOut(content, state, disk);
          await makeClean(folder, at, crew);
          wrong.push(differenceOfTrees(join(folder, 'out'), join(folder, 'clean')));
        }
        if (!wrong.includes(null))
          return `${told.join(' → ')} meanwhile: as after, ${wrong[0]}; as before, ${wrong[1]}`;
        writeOut(content, paper, disk);
        const after = await compare(folder, paper, { crew: crews[paper.theme] as Crew, settle: 2000 });
        if (after !== null) return `${told.join(' → ')} meanwhile, and then: ${after}`;
      }
      return null;
    },
    shortWays: () => shortWays,
    play: async (script, { settle = 2000, alone = false } = {}) => {
      clear();
      const paper = beginning(script);
      const disk = new Map<string, string | Uint8Array>();
      const told: string[] = [];
      // The builds of one process; with another setting each would be the first of its own.
      const session: BuildSession = {};
      for (const edit of [{ name: 'begin', apply: () => {} }, ...script.edits]) {
        edit.apply(paper);
        told.push(edit.name);
        const changed = writeOut(content, paper, disk);
        const of = alone ? {} : { session, changed, verify: settle === 0 };
        const wrong = await compare(folder, paper, { crew: crews[paper.theme] as Crew, settle, ...of });
        if (wrong !== null) return `${told.join(' → ')}: ${wrong}`;
      }
      return null;
    },
    close: async () => {
      for (const crew of crews) await crew.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function makeTheme(folder: string, index: number): string {
  const [file, from, to] = themes[index] as (typeof themes)[number];
  const templates = join(folder, `templates-${index}`);
  cpSync(join(projectRoot, 'templates'), templates, { recursive: true });
  const text = readFileSync(join(templates, file), 'utf8');
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`The theme's ${file} has nothing like ${from} any more.`);
  writeFileSync(join(templates, file), changed);
  return templates;
}

/** Brings the folder to what the newspaper holds, touching only what differs. */
function writeOut(
  content: string,
  paper: Pick<Newspaper, 'files'>,
  disk: Map<string, string | Uint8Array>,
): Set<string> {
  const changed = new Set<string>();
  for (const path of disk.keys()) {
    if (paper.files.has(path)) continue;
    rmSync(join(content, path));
    disk.delete(path);
    changed.add(join(content, path));
  }
  for (const [path, bytes] of paper.files) {
    if (disk.get(path) === bytes) continue;
    mkdirSync(dirname(join(content, path)), { recursive: true });
    writeFileSync(join(content, path), bytes);
    disk.set(path, bytes);
    changed.add(join(content, path));
  }
  return changed;
}

async function compare(
  folder: string,
  paper: Newspaper,
  { crew, settle, ...more }: { crew: Crew; settle: number } & Pick<BuildOptions, 'session' | 'changed' | 'verify'>,
): Promise<string | null> {
  // With every stat believed, a scout tells them; and what is read lies on file, as that of a large site.
  const large = settle === 0 ? { scoutFrom: 0, mostCards: 0 } : {};
  const one = await build({ ...buildOf(folder, paper.at, settle), ...large, ...more }, crew);
  const other = await makeClean(folder, paper.at, crew);
  if ('reason' in one || 'reason' in other) {
    return 'reason' in one && 'reason' in other ? null : 'one was built, the other not';
  }
  return differenceOfTrees(join(folder, 'out'), join(folder, 'clean')) ?? differenceOfReports(one, other);
}

/** An incremental build. */
function buildOf(folder: string, at: string, settle: number): BuildOptions {
  const places = {
    content: join(folder, 'content'),
    out: join(folder, 'out'),
    cache: join(folder, 'cache/depeche.db'),
  };
  return { ...places, ...common, at: Date.parse(at), settle };
}

const common = { skip: new Set<string>(), wait: 0, allowLost: true };

/** Builds from nothing. */
function makeClean(folder: string, at: string, crew: Crew): Promise<BuildReport | NotBuilt> {
  rmSync(join(folder, 'clean'), { recursive: true, force: true });
  const places = { content: join(folder, 'content'), out: join(folder, 'clean'), cache: null };
  return build({ ...places, ...common, at: Date.parse(at) }, crew);
}

function differenceOfTrees(a: string, b: string): string | null {
  const [left, right] = [listTree(a).toSorted(), listTree(b).toSorted()];
  const missing = right.find((path) => !left.includes(path));
  if (missing) return `${missing} is missing`;
  const extra = left.find((path) => !right.includes(path));
  if (extra) return `${extra} should not be there`;
  // The mark, too: it is a digest of what everything was made from.
  const stale = left.find((path) => !readFileSync(a + path).equals(readFileSync(b + path)));
  return stale === undefined ? null : `${stale} is stale${stale === `/${markName}` ? ' (the mark)' : ''}`;
}

function differenceOfReports(a: BuildReport | NotBuilt, b: BuildReport | NotBuilt): string | null {
  const told = (report: BuildReport | NotBuilt): string =>
    JSON.stringify(report.findings.filter(({ code }) => code !== 'lost-address'));
  return told(a) === told(b) ? null : `findings differ: ${told(a)} / ${told(b)}`;
}
