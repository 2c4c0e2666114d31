// What lies in a content folder, real files and odd ones: nothing hangs, nothing outside is read.

import { execFileSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { findFiles } from '../content/find-files.ts';
import { accounted, healthy, spoil } from '../test/healthy-site.ts';
import { article, removeSites, testSite } from '../test/site.ts';

afterAll(removeSites);

describe('a folder that holds oddities', () => {
  test('such as a pipe builds without waiting for it', async () => {
    const { report, before, after } = await spoil((site) => {
      mkdirSync(join(site.content, 'articles/2026/03/04'));
      execFileSync('mkfifo', [join(site.content, 'articles/2026/03/04/tube.md')]);
    });
    expect(report.findings).toMatchObject([
      { code: 'not-a-file', severity: 'error', file: 'articles/2026/03/04/tube.md' },
    ]);
    expect(report).toMatchObject({ articles: 3, refused: 1 });
    expect(after).toEqual(before);
  });

  test('such as links in a circle is walked once', async () => {
    const { report, before, after } = await spoil((site) => {
      symlinkSync('b', join(site.content, 'articles/a'));
      symlinkSync('a', join(site.content, 'articles/b'));
      symlinkSync('.', join(site.content, 'articles/ici'));
      symlinkSync('..', join(site.content, 'articles/2026/plus-haut'));
    });
    expect(report.findings.map(({ code, file }) => `${file} ${code}`)).toEqual([
      'articles/2026/plus-haut not-a-file',
      'articles/a unreadable-file',
      'articles/b unreadable-file',
      'articles/ici not-a-file',
    ]);
    expect(accounted(report)).toBe(6);
    expect(after).toEqual(before);
  });

  test('such as a link to a folder outside shows nothing of it', async () => {
    const { report, before, after } = await spoil((site) => {
      mkdirSync(join(site.folder, 'dehors'));
      writeFileSync(join(site.folder, 'dehors/x.md'), article('title: Dehors\ndate: 2026-03-04'));
      symlinkSync(join(site.folder, 'dehors'), join(site.content, 'articles/dehors'));
      symlinkSync(join(site.folder, 'dehors'), join(site.content, 'static'));
    });
    expect(report.findings.map(({ code }) => code)).toEqual(['outside-content', 'outside-content']);
    expect(after).toEqual(before);
  });

  test('such as a link to an article inside reads that article', async () => {
    const { report } = await spoil((site) => {
      symlinkSync('../03/sommet.md', join(site.content, 'articles/2026/03/01/lien.md'));
    });
    expect(report).toMatchObject({ articles: 4, refused: 0 });
  });

  test('such as hidden files and modules passes them over', () => {
    const site = testSite(healthy);
    for (const path of ['.git/x.md', '.obsidian/x.md', 'node_modules/x.md', 'articles/.brouillon.md']) {
      site.writeBytes(path, Buffer.from(article('title: x\ndate: 2026-03-04')));
    }
    const { markdown, others } = findFiles(site.content);
    expect(markdown.articles).toHaveLength(3);
    expect(others).toEqual([]);
  });
});

test('of static/, what hosts and other sites ask for is copied, though its name begins with a dot; the rest is told', async () => {
  const site = testSite(`${healthy}
=== static/.well-known/security.txt
Contact: mailto:securite@gazette.example
=== static/.nojekyll
x
=== static/.env
SECRET=1
=== static/plans/.brouillon.txt
x
=== static/.DS_Store
x
`);
  const { findings } = await site.build();
  expect(site.read('/.well-known/security.txt')).toContain('Contact');
  expect(site.has('/.nojekyll')).toBe(true);
  for (const path of ['/.env', '/plans/.brouillon.txt', '/.DS_Store'])
    expect([path, site.has(path)]).toEqual([path, false]);
  expect(findings.map(({ file, severity }) => `${severity} ${file}`)).toEqual([
    'warning static/.env',
    'warning static/plans/.brouillon.txt',
  ]);
});

test('what lies in a folder of drafts is no section, no author and no file to be copied', async () => {
  const site = testSite(`${healthy}
=== sections/_drafts/enquete.md
${article('name: Enquête', 'tok-body')}
=== authors/_drafts/ada.md
${article('name: Ada tok-name')}
=== static/_drafts/plan.txt
tok-plan
`);
  expect(await site.build()).toMatchObject({ articles: 3, refused: 0, lost: 0 });
  expect([...site.tree()].flat().join('\n')).not.toMatch(/tok-|enquete|_drafts/);
});

test('an output folder and a cache inside the content are no content', async () => {
  const site = testSite(healthy);
  const skip = new Set([join(site.content, 'public')]);
  site.write(`=== public/x.md\n${article('title: x\ndate: 2026-03-04')}`);
  expect(findFiles(site.content, skip).others).toEqual([]);
  expect(findFiles(site.content).others).toEqual(['public/x.md']);
});

test('paths are in the same order on every file system', () => {
  const site = testSite();
  for (const name of ['b', 'B', 'a', 'é', 'z', '10', '9']) site.write(`=== articles/${name}.md\nx\n`);
  const { markdown } = findFiles(site.content);
  expect(markdown.articles).toEqual(markdown.articles.toSorted());
});

test('without a folder articles/ every Markdown file is a candidate, whatever its ending', async () => {
  const site = testSite(`
=== notes.md
${article('title: Un\ndate: 2026-03-01')}
=== monde/x.markdown
${article('title: Deux\ndate: 2026-03-02')}
=== README.md
# Lisez-moi
=== plan.txt
pas du Markdown
`);
  const report = await site.build();
  expect(report).toMatchObject({ articles: 2, ignored: 1, refused: 0 });
  expect(site.has('/plan.txt')).toBe(false);
});

test('with rooms, Markdown of no room is counted as ignored', async () => {
  const { report } = await spoil((site) =>
    site.write('=== README.md\n# x\n=== notes/x.md\nx\n=== comments/a/1.md\nx\n'),
  );
  expect(report).toMatchObject({ articles: 3, ignored: 6, refused: 0 });
  expect(accounted(report)).toBe(9);
});
