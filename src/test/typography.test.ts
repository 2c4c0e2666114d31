// Typography and languages on whole sites: a source whose texts must stay as they came, an Arabic article in a French site.

import { afterAll, expect, test } from 'vitest';
import { removeSites, testSite } from './site.ts';

afterAll(removeSites);

const keys = (more: string): string => `---
date: 2026-03-05 08:00
section: monde
${more}
---
`;
const wire = `title: "Qui paie l'eau ?"
summary: "L'accord \\"provisoire\\": le détail!"
topics: [eau]
image: { src: a.png, alt: rien, caption: "L'usine ?" }`;
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

function site(typography: string): ReturnType<typeof testSite> {
  const made = testSite(`=== site.md
---
name: Journal
sections: [monde]
---
=== sections/monde.md
---
name: Monde
---
=== sources/fil.md
---
name: Fil
kind: agency
typography: ${typography}
---
=== articles/eau.md
${keys(`${wire}\nsource: fil`)}
C'est l'eau qui monte ! "Vraiment?" dit-il...
`);
  made.writeBytes('articles/a.png', png);
  return made;
}

test('a source that wants its texts kept gets them letter by letter: article, teaser, caption, feeds', async () => {
  const kept = site('keep');
  await kept.build();
  const page = kept.read('/2026/03/05/eau.html').replaceAll('&#39;', "'").replaceAll('&quot;', '"');
  expect(page).toContain("<h1>Qui paie l'eau ?</h1>");
  expect(page).toContain('L\'accord "provisoire": le détail!');
  expect(page).toContain('<p>C\'est l\'eau qui monte ! "Vraiment?" dit-il...</p>');
  expect(page).toContain("<figcaption>L'usine ?");
  for (const list of ['/index.html', '/monde/index.html', '/fragments/dernieres.html']) {
    expect(kept.read(list).replaceAll('&#39;', "'")).toContain(">Qui paie l'eau ?</a>");
  }
  for (const feed of ['/rss.xml', '/atom.xml', '/feed.json']) {
    expect(kept.read(feed).replaceAll('&#39;', "'").replaceAll('&apos;', "'")).toContain("Qui paie l'eau ?");
  }
});

test('the texts of other sources are set', async () => {
  const set = site('set');
  await set.build();
  const page = set.read('/2026/03/05/eau.html');
  expect(page).toContain('<h1>Qui paie l’eau\u202f?</h1>');
  expect(page).toContain('C’est l’eau qui monte\u202f! «\u00a0Vraiment\u202f?\u00a0» dit-il…');
  expect(page).toContain('<figcaption>L’usine\u202f?');
  expect(page).toContain('L’accord «\u00a0provisoire\u00a0»\u00a0: le détail\u202f!');
  expect(set.read('/monde/index.html')).toContain('>Qui paie l’eau\u202f?</a>');
});

test('a word that is neither set nor keep is a finding', async () => {
  const report = await site('never').build();
  expect(report.findings.map(({ code, file }) => [code, file])).toContainEqual(['bad-value', 'sources/fil.md']);
});

test('an Arabic article in a French site says its language and direction wherever it stands', async () => {
  const mixed = testSite(`=== site.md
---
name: Journal
sections: [monde]
---
=== articles/un.md
${keys('title: عنوان\nlang: ar\ntopics: [eau]\nurgency: 1\nuntil: 2026-03-06 08:00')}
نص المقال هنا.
=== articles/deux.md
${keys('title: Un titre\ntopics: [eau]')}
Un texte en français.
`);
  await mixed.build();
  const page = mixed.read('/ar/2026/03/05/un.html');
  expect(page).toContain('<html lang="ar" dir="rtl">');
  expect(page).toContain('"inLanguage":"ar"');
  expect(page).toMatch(/<header class="masthead" lang="fr" dir="ltr">/);
  const teaser = /<li class="teaser [^"]*" lang="ar" dir="rtl">/;
  for (const list of ['/index.html', '/monde/index.html', '/sujets/eau/index.html']) {
    expect(mixed.read(list)).toMatch(teaser);
  }
  expect(mixed.read('/2026/03/05/deux.html')).toMatch(teaser);
  expect(mixed.read('/2026/03/05/deux.html')).toMatch(/<aside class="urgent"[^>]*>.*lang="ar" dir="rtl">عنوان/);
  expect(mixed.read('/atom.xml')).toContain('<entry xml:lang="ar">');
  expect(mixed.read('/rss.xml')).toContain('<dc:language>ar</dc:language>');
  expect(JSON.parse(mixed.read('/feed.json')).items.map((item: { language?: string }) => item.language)).toContain(
    'ar',
  );
});
