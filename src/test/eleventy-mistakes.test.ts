// Mistakes in what a newsroom adds: a clear error, and the old site stays as it was.

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { healthy } from './healthy-site.ts';
import { removeProjects, testProject, type TestProject } from './project.ts';

const paper = healthy.replaceAll('=== ', '=== content/');
let project: TestProject;
let before: ReadonlyMap<string, string>;

beforeAll(async () => {
  project = testProject(paper);
  await project.build('ours');
  before = project.tree('ours');
});
afterAll(removeProjects);

const config = (lines: string): string => `=== eleventy.config.js
import { depeche } from './src/cli/wire.ts';
export default async function (config) {
  await config.addPlugin(depeche);
  ${lines}
  return { dir: { input: 'templates/extra', output: '_site' } };
}
`;
const nothing = config('');

/** Adds files, builds, and takes what was added to the extra pages away again. */
async function buildWith(files: string): Promise<string> {
  project.write(nothing + files);
  const { status, stderr } = await project.build('ours');
  rmSync(join(project.folder, 'templates/extra'), { recursive: true });
  project.write('=== templates/extra/.gitkeep\n');
  expect(status).toBe(1);
  expect(project.tree('ours')).toEqual(before);
  return stderr;
}

describe('an extra page at an address of ours is an error that names both', () => {
  test.each(['/monde/index.html', '/2026/03/03/sommet.html', '/rss.xml', '/assets/site.css'])('%s', async (path) => {
    const said = await buildWith(`=== templates/extra/double.njk\n---\npermalink: ${path}\n---\nvolé\n`);
    expect(said).toContain(`./templates/extra/double.njk would take the place of ${path}`);
  });

  test('also for a copied file', async () => {
    const said = await buildWith(
      `${config("config.addPassthroughCopy({ 'plan.txt': 'robots.txt' });")}=== plan.txt\nvolé\n`,
    );
    expect(said).toContain('plan.txt would take the place of /robots.txt');
  });

  test('also for plain Eleventy, be it a page or a file', async () => {
    for (const path of ['/monde/index.html', '/assets/site.css']) {
      project.write(`${nothing}=== templates/extra/double.njk\n---\npermalink: ${path}\n---\nvolé\n`);
      const { status, stderr } = await project.eleventy('plain');
      rmSync(join(project.folder, 'templates/extra/double.njk'));
      expect([status, stderr.includes('double.njk')]).toEqual([1, true]);
    }
  });
});

describe('what throws is told with its reason', () => {
  test.each([
    ['a page', '=== templates/extra/x.11ty.js\nexport default () => { throw new Error("aïe"); };\n'],
    [
      'a filter',
      '=== templates/extra/x.njk\n{{ "a" | aie }}\n',
      config("config.addFilter('aie', () => { throw new Error('aïe'); });"),
    ],
    ['a transform', config("config.addTransform('t', () => { throw new Error('aïe'); });")],
    ['a hook', config("config.on('eleventy.after', () => { throw new Error('aïe'); });")],
    ['a configuration', '=== eleventy.config.js\nexport default () => { throw new Error("aïe"); };\n'],
  ])('%s', async (_, ...files) => {
    expect(await buildWith(files.join(''))).toContain('aïe');
  });
});
