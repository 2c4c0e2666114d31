// The texts of pages, sections, topics, authors, sources and securities are checked as those of articles are, and what was
// found is told by every build, whatever it makes again.

import { afterAll, expect, test } from 'vitest';
import { photo } from './picture-files.ts';
import { article, removeSites, testSite, type TestSite } from './site.ts';

afterAll(removeSites);

const body = `[mort](nexiste) [mort](nexiste.md) [vif](crue)

<script>alert(1)</script>

![absente](absente.jpg)

<img src="absente.png">`;
const rooms = ['authors', 'securities', 'sections', 'sources', 'topics'];
const files = ['pages/a-propos.md', ...rooms.map((room) => `${room}/a.md`)];
const places = ['5 broken-link', '5 broken-link', '7 removed-html', '9 missing-picture', '11 missing-picture'];

function newspaper(): TestSite {
  const keys = 'title: Crue\ndate: 2026-03-04\nsection: a\ntopics: [a]\nauthors: [a]\nsource: a\nsecurities: [a]';
  const texts = files.map(
    (file) => `=== ${file}\n${article(file.startsWith('pages/') ? 'title: x' : 'name: a', body)}`,
  );
  return testSite(`=== articles/crue.md\n${article(keys)}\n${texts.join('\n')}`);
}

const told = (findings: Awaited<ReturnType<TestSite['build']>>['findings']): string[] =>
  findings.map(({ file, line, code }) => `${file} ${line} ${code}`).toSorted();

test('every room’s texts are checked, and each build tells what was found', async () => {
  const site = newspaper();
  const expected = files.flatMap((file) => places.map((place) => `${file} ${place}`)).toSorted();
  expect(told((await site.build()).findings)).toEqual(expected);
  expect(told((await site.build()).findings)).toEqual(expected);
  site.write(`=== articles/autre.md\n${article('title: Autre\ndate: 2026-03-03\nsection: a\nid: nexiste')}`);
  const again = await site.build();
  // One of two links leads somewhere now.
  expect(told(again.findings)).toEqual(
    expected.filter((line, index) => !line.endsWith(' broken-link') || line === expected[index + 1]),
  );
  expect(told((await site.build({ cache: null })).findings)).toEqual(told(again.findings));
  expect(site.read('/a-propos/index.html')).toMatch(
    /<a href="[^"]*autre.html">mort<\/a> mort <a href="[^"]*crue.html">vif/,
  );
});

test('what is not shown is not checked, and its pictures are not published', async () => {
  const site = testSite(`=== articles/crue.md\n${article('title: Crue\ndate: 2026-03-04\nstatus: draft\ntopics: [a]')}
=== articles/autre.md\n${article('title: Autre\ndate: 2026-03-04')}
=== topics/a.md\n${article('name: a', '![Une vue](vue.png) [mort](nexiste)')}
=== pages/b.md\n${article('title: B\ndraft: true', '![Une vue](/vue-b.png) [mort](nexiste)')}`);
  site.writeBytes('topics/vue.png', await photo(60, 40).png().toBuffer());
  site.writeBytes('pages/vue-b.png', await photo(50, 40).png().toBuffer());
  const { findings } = await site.build();
  expect(findings).toEqual([]);
  expect([...site.tree().keys()].filter((path) => path.startsWith('/images/') && path.endsWith('.webp'))).toEqual([]);
});

test('a page shows the pictures of its HTML', async () => {
  const site = testSite(`=== articles/a.md\n${article('title: A\ndate: 2026-03-04')}
=== pages/b.md\n${article('title: B', '<img src="vue.png" alt="Une vue">')}`);
  site.writeBytes('pages/vue.png', await photo(60, 40).png().toBuffer());
  expect((await site.build()).findings).toEqual([]);
  expect(site.read('/b/index.html')).toContain('alt="Une vue" width="60"');
});
