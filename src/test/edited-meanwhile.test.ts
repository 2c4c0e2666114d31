// Files that are saved between reading and drawing, which is normal where people write while the site is built: what is
// drawn is always one state of each file, and a state that the rest of the site knows.

import { afterAll, describe, expect, test } from 'vitest';
import { writeCorpus } from './fault-corpus.ts';
import { healthy } from './healthy-site.ts';
import { article, removeSites, testSite, type TestSite } from './site.ts';

afterAll(removeSites);

const file = 'articles/2026/03/03/sommet.md';
const page = '/2026/03/03/sommet.html';
const keys = 'title: Le sommet est ouvert\ndate: 2026-03-03 08:00\nsection: monde\nsummary: Douze pays.';
/** With a link, so that the page is drawn from the text; without one it is drawn from what reading has made. */
const bodies = { 'with a link': 'Voir [la crue](../01/crue.md). SECRET.', 'without a link': 'À voir. SECRET.' };

/** Does something the first time that it is called. */
function once(act: () => void): () => void {
  let isDone = false;
  return () => {
    if (!isDone) act();
    isDone = true;
  };
}

/** The site must be that of a clean build of what lies in the content folder now. */
async function isClean(site: TestSite): Promise<void> {
  const tree = site.tree();
  await site.build({ cache: null });
  expect(tree).toEqual(site.tree());
}

/** A site of which the cache knows all files, and no page was drawn: files are read again when their pages are drawn. */
async function knownSite(): Promise<TestSite> {
  const site = testSite(healthy);
  await site.build();
  return site;
}

describe.each(['read by this build', 'read by an earlier one'])('an article, %s,', (which) => {
  const begin = async (body: string): Promise<TestSite> => {
    const site = testSite(healthy);
    site.write(`=== ${file}\n${article(keys, body.replace(' SECRET.', ''))}`);
    if (which === 'read by an earlier one') {
      await site.build();
      // Another name of the site draws every page again.
      site.write('=== site.md\n---\nname: Le Courrier\nsections: [monde, sport]\n---\n');
    }
    return site;
  };

  describe.each(Object.entries(bodies))('%s,', (_, body) => {
    test.each([
      ['is put under an embargo', `${keys}\nembargo: 2030-01-01 08:00`, false],
      ['becomes a draft', `${keys}\nstatus: draft`, false],
      ['is withdrawn', `${keys}\nstatus: withdrawn`, false],
      ['is put off', keys.replace('2026-03-03', '2030-03-03'), false],
      ['gets a note', `${keys}\nnote: SECRET`, true],
      ['gets another title', keys.replace('ouvert', 'fermé'), true],
    ])('that %s while it is built is drawn as the rest of the site knows it', async (__, after, isShown) => {
      const site = await begin(body);
      await site.build({
        allowLost: true,
        meanwhile: once(() =>
          site.write(`=== ${file}\n${article(after, isShown ? body.replace('SECRET', 'Ajout') : body)}`),
        ),
      });
      for (const text of site.tree().values()) expect(text).not.toContain('SECRET');
      expect(site.has(page) && site.read(page).includes('name="robots" content="noindex') === false).toBe(isShown);
      await isClean(site);
    });

    test('that is deleted while it is built does not stop the build', async () => {
      const site = await begin(body);
      await site.build({ allowLost: true, meanwhile: once(() => site.remove(file)) });
      await isClean(site);
    });
  });
});

test('a file that is saved again and again never stops the build: it is drawn as it was read', async () => {
  const site = await knownSite();
  let turn = 0;
  const save = (): void => {
    turn++;
    site.write(
      `=== ${file}\n${article(keys.replace('ouvert', `ouvert ${turn}`), `Voir [la crue](../01/crue.md), tour ${turn}.`)}`,
    );
  };
  save();
  await site.build({ meanwhile: save });
  // The first attempt found another text than it had read, the second had kept what it read.
  expect(turn).toBe(3);
  expect(site.read(page)).toMatch(/<h1[^>]*>Le sommet est ouvert 2</);
  expect(site.read(page)).toContain('tour 2.');
  expect(site.read('/monde/index.html')).toContain('ouvert 2');
  await site.build();
  expect(site.read(page)).toContain('tour 3.');
  await isClean(site);
});

test('on threads, too, an article that is put under an embargo meanwhile is nowhere', async () => {
  const site = testSite();
  writeCorpus(site.content, 640);
  const at = 'articles/2026/03/01/depeche-0.md';
  const head = 'title: "Zéro"\ndate: 2026-03-01 08:00\nsection: monde';
  site.write(`=== ${at}\n${article(head, 'Voir [un autre](depeche-1.md).')}`);
  const after = article(`${head}\nembargo: 2030-01-01 08:00`, 'Voir [un autre](depeche-1.md). SECRET.');
  await site.build({ allowLost: true, meanwhile: once(() => site.write(`=== ${at}\n${after}`)) });
  expect(site.has('/2026/03/01/depeche-0.html')).toBe(false);
  for (const text of site.tree().values()) expect(text).not.toContain('SECRET');
});

test('a file of static/ that is deleted while the site is built does not stop the build', async () => {
  const site = testSite(`${healthy}=== static/a.txt\nun\n`);
  await site.build({ meanwhile: once(() => site.remove('static/a.txt')) });
  expect(site.has('/a.txt')).toBe(false);
  await isClean(site);
});
