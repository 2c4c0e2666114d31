// `npm run prepare`: compiles the program (compile.ts), bundles the theme's styles and scripts, and builds a newspaper of two
// articles in a temporary folder, its search included, so that Node keeps the code and the next build need not compile it;
// so is Eleventy's, for newsrooms that add something to `eleventy.config.js`. Whatever goes wrong here costs that half second
// only. `npm ci` does not run it: no script runs when packages are installed (.npmrc), ours neither.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { codeFolder } from '../base/project-folder.ts';
import { compileProgram } from './compile.ts';
import { bundleOwnTheme } from './wire.ts';

const remark = "The program's code was not compiled ahead; builds work all the same.";

const folder = mkdtempSync(join(tmpdir(), 'depeche-prepare-'));
try {
  await compileProgram();
  await bundleOwnTheme();
  const content = join(folder, 'content');
  mkdirSync(content);
  writeFileSync(join(content, 'site.md'), '---\nname: Journal\nlang: fr\nsections: [monde]\n---\n');
  for (const day of ['01', '02']) {
    const head = `---\ntitle: Première dépêche\ndate: 2026-01-${day}T08:00:00Z\nsection: monde\ntopics: [essai]\n---\n`;
    writeFileSync(
      join(content, `${day}.md`),
      `${head}PARIS — Le texte, *court* et <b>gras</b>, d'un [lien](/monde/).\n\n> Fin.\n`,
    );
  }
  const folders = ['--content', content, '--out', join(folder, 'site'), '--cache', join(folder, 'cache')];
  const main = join(import.meta.dirname, 'main.ts');
  const eleventy = pathToFileURL(join(import.meta.dirname, '../eleventy/draw.ts')).href;
  const { status, stderr } = spawnSync(process.execPath, ['--import', eleventy, main, 'build', ...folders], {
    encoding: 'utf8',
    env: { NODE_COMPILE_CACHE: codeFolder, ...process.env },
  });
  if (status !== 0) process.stderr.write(`${remark}\n${stderr}`);
} catch (error) {
  process.stderr.write(`${remark}\n${String(error)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
