// `npx @11ty/eleventy` and `npm run build` make the same bytes, also with a newsroom's own configuration.

import { afterAll, describe, expect, test } from 'vitest';
import { healthy } from './healthy-site.ts';
import { removeProjects, testProject, type TestProject } from './project.ts';
import { telltale } from './picture-files.ts';
import { article } from './site.ts';

afterAll(removeProjects);

/** The healthy newspaper as files of a project. */
const paper = healthy.replaceAll('=== ', '=== content/');

/** A configuration with one thing of each kind. */
const config = `=== eleventy.config.js
import { appendFileSync } from 'node:fs';
import { depeche } from './src/cli/wire.ts';
import { signature } from './signature.js';

function ownPlugin(config) {
  config.addFilter('shout', (text) => String(text).toUpperCase() + '!');
  config.addTransform('mark', (content, outputPath) =>
    String(outputPath).endsWith('.html') ? content + '<!-- ' + signature + ' -->' : content,
  );
}

export default async function (config) {
  await config.addPlugin(depeche);
  config.addPlugin(ownPlugin);
  config.addFilter('double', (value) => value * 2);
  config.addGlobalData('motto', 'Toujours à l’heure');
  config.addCollection('loud', (api) => api.getFilteredByTag('loud'));
  config.addPassthroughCopy({ 'templates/own-files': 'own-files' });
  config.on('eleventy.before', () => appendFileSync('hooks.txt', 'before\\n'));
  config.on('eleventy.after', () => appendFileSync('hooks.txt', 'after\\n'));
  return { dir: { input: 'templates/extra', output: '_site' } };
}
=== signature.js
export const signature = 'relu';
=== templates/own-files/plan.txt
le plan
=== templates/extra/plan.njk
---
permalink: /plan/index.html
tags: loud
---
<ul>{% for item in depeche.library.articles %}<li>{{ item.title | shout }} {{ item.url }}</li>{% endfor %}</ul>
{{ motto }} {{ 21 | double }}
=== templates/extra/compte.liquid
---
permalink: /compte/index.html
---
{{ depeche.library.articles.size }} articles, {{ depeche.library.sections[0].teasers[0].title | shout }}
=== templates/extra/donnees.11ty.js
export default class {
  data() {
    return { permalink: '/donnees.json', eleventyExcludeFromCollections: true };
  }
  render({ depeche, collections }) {
    const { articles, sections, topics, site } = depeche.library;
    return JSON.stringify({
      site: site.name,
      loud: collections.loud.map((page) => page.url),
      articles: articles.map((teaser) => teaser.title),
      lists: [...sections, ...topics].map((list) => [list.id, list.count]),
    });
  }
}
`;

/** Builds both ways into empty folders and compares every file. */
async function bothWays(project: TestProject): Promise<ReadonlyMap<string, string>> {
  const [ours, plain] = await Promise.all([project.build('ours'), project.eleventy('plain')]);
  expect([ours.status, plain.status, plain.stderr]).toEqual([0, 0, '']);
  const trees = [project.tree('ours'), project.tree('plain')] as const;
  expect([...trees[0].keys()]).toEqual([...trees[1].keys()]);
  const different = [...trees[0]].filter(([path, text]) => trees[1].get(path) !== text).map(([path]) => path);
  expect(different).toEqual([]);
  return trees[0];
}

test('data and layouts that extra pages share are theirs alone', async () => {
  const project = testProject(`${paper}=== templates/extra/extra.11tydata.json
{ "layout": "cadre.njk", "tags": "loud" }
=== templates/extra/_includes/cadre.njk
<main>{{ content | safe }}</main>
=== templates/extra/_data/redaction.json
{ "nom": "Anne" }
=== templates/extra/plan.njk
---
permalink: /plan/index.html
---
{{ redaction.nom }} {{ collections.all.length }}
`);
  const tree = await bothWays(project);
  expect(tree.get('/plan/index.html')).toBe('<main>Anne 1\n</main>\n');
  expect(tree.get('/2026/03/03/sommet.html')).toMatch(/^<!doctype html>/i);
});

test('a configuration that chains its calls, names formats and exports its folders makes the same files', async () => {
  const project = testProject(`${paper}=== eleventy.config.js
import { depeche } from './src/cli/wire.ts';
export default function (config) {
  config.addPlugin(depeche);
  config.addPassthroughCopy('plan-a.txt').addPassthroughCopy('plan-b.txt');
  return { templateFormats: ['njk'], htmlTemplateEngine: 'njk' };
}
export const config = { dir: { input: 'templates/extra', output: 'public' } };
=== plan-a.txt
a
=== plan-b.txt
b
=== templates/extra/plan.njk
---
permalink: /plan/index.html
---
plan
`);
  const tree = await bothWays(project);
  expect([tree.get('/plan-a.txt'), tree.get('/plan-b.txt'), tree.get('/plan/index.html')]).toEqual([
    'a\n',
    'b\n',
    'plan\n',
  ]);
});

test('the configuration as it comes makes the same files', async () => {
  const project = testProject(paper);
  const day = 'content/articles/2026/03/03';
  project.write(
    `=== ${day}/vue.md\n${article('title: La vue\ndate: 2026-03-03\nimage: { src: vue.jpg, alt: Une vue }')}`,
  );
  project.writeBytes(`${day}/vue.jpg`, await telltale(800, 500));
  const tree = await bothWays(project);
  expect([...tree.keys()].filter((path) => /^\/images\/.*-\d+\.(avif|webp|jpg)$/.test(path))).toHaveLength(5);
  expect(tree.get('/2026/03/03/sommet.html')).toContain('<h1>Le sommet est ouvert</h1>');
  expect(tree.has('/assets/site.css')).toBe(true);
});

describe('a newsroom’s own plugin, filters, transform, copies, hooks and pages', () => {
  test('make the same files both ways', async () => {
    const project = testProject(paper + config);
    const tree = await bothWays(project);
    expect(tree.get('/2026/03/03/sommet.html')).toMatch(/<!-- relu -->$/);
    expect(tree.get('/plan/index.html')).toMatch(
      /LE SOMMET EST OUVERT! \/2026\/03\/03\/sommet\.html[^]*42[^]*<!-- relu -->$/,
    );
    expect(tree.get('/compte/index.html')).toContain('3 articles, LE SOMMET EST OUVERT!');
    expect(JSON.parse(tree.get('/donnees.json') as string)).toMatchObject({
      loud: ['/plan/'],
      lists: [
        ['monde', 2],
        ['sport', 1],
        ['climat', 2],
      ],
    });
    expect(tree.get('/own-files/plan.txt')).toBe('le plan\n');
    expect(tree.get('/rss.xml')).not.toContain('relu');
  });

  test('run their hooks once a build', async () => {
    const project = testProject(paper + config);
    expect((await project.build('ours')).status).toBe(0);
    expect(project.read('hooks.txt')).toBe('before\nafter\n');
  });

  test('are kept by a second build, and go when they are taken away', async () => {
    const project = testProject(paper + config);
    await project.build('ours');
    const before = project.tree('ours');
    expect(JSON.parse((await project.build('ours', '--json')).stdout)).toMatchObject({ written: 0, deleted: 0 });
    expect(project.tree('ours')).toEqual(before);
    project.write('=== templates/extra/plan.njk\n---\npermalink: false\n---\n');
    expect(JSON.parse((await project.build('ours', '--json')).stdout)).toMatchObject({ deleted: 1 });
    expect([...before.keys()].filter((path) => !project.tree('ours').has(path))).toEqual(['/plan/index.html']);
  });

  test('make the same files of 1,500 articles, with threads and chunks, and hooks still run once', async () => {
    const project = testProject(paper + config);
    const day = (i: number): string => `2026-0${(i % 2) + 1}-${String((i % 28) + 1).padStart(2, '0')}`;
    project.write(
      Array.from({ length: 1500 }, (_, i) => {
        const keys = `title: Dépêche ${i}\ndate: ${day(i)} 10:00\nsection: ${i % 3 ? 'monde' : 'sport'}\ntopics: [T${i % 7}]`;
        return `=== content/articles/a${i}.md\n${article(keys, `Un texte ${i}, voir [l’autre](a${(i * 7) % 1500}.md).`)}`;
      }).join(''),
    );
    const tree = await bothWays(project);
    expect(tree.size).toBeGreaterThan(1600);
    for (const [path, text] of tree) if (path.endsWith('.html')) expect(text.endsWith('<!-- relu -->')).toBe(true);
    expect(project.read('hooks.txt').split('\n').toSorted().join(' ').trim()).toBe('after after before before');
  });
});
