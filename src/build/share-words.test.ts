import { describe, expect, it } from 'vitest';
import { readArticle } from '../content/article.ts';
import { cardOf } from '../content/card.ts';
import { createSharer } from './share-words.ts';
import type { FileReport } from './read-content.ts';

const rules = { lang: 'fr', zone: 'Europe/Paris', hasRooms: true, url: 'https://example.org' };

/** A report as it comes out of the cache. */
function reportOf(file: string, text: string): FileReport {
  const result = readArticle({ path: file, bytes: Buffer.from(text) }, rules);
  if (result.kind !== 'article') throw new Error('The text makes no article.');
  const report = { kind: 'article', file, digest: result.article.digest, card: cardOf(result.article), findings: [] };
  return JSON.parse(JSON.stringify(report)) as FileReport;
}

const text = (slug: string, more = ''): string =>
  `---\ntitle: Les blés en avance\nslug: ${slug}\ndate: 2026-03-05T08:00:00+01:00\nsection: Économie\ntopics: [blé, météo]\nsource: Reuters\n${more}---\nLa moisson commence.\n`;

describe('what cards share', () => {
  it('is equal to what was read', () => {
    const { report: share } = createSharer();
    for (const more of ['', 'securities: [FR0000120073]\nrelated: [un-autre]\nredirects: [/ancien.html]\nlang: en\n']) {
      const [shared, read] = [reportOf('articles/a.md', text('a', more)), reportOf('articles/a.md', text('a', more))];
      expect(share(shared, 'articles/a.md')).toEqual(read);
    }
    const refused: FileReport = { kind: 'refused', file: 'articles/b.md', digest: 'x', guess: 'b', findings: [] };
    expect(share({ ...refused }, 'articles/b.md')).toEqual(refused);
  });

  it('is one list where there is nothing', () => {
    const { report: share } = createSharer();
    const cards = ['a', 'b'].map((slug) => {
      const report = share(reportOf(`articles/${slug}.md`, text(slug)), `articles/${slug}.md`);
      return report.kind === 'article' ? report.card : null;
    });
    expect(cards[0]?.securities).toBe(cards[1]?.securities);
    expect(cards[0]?.links).toBe(cards[1]?.related);
    expect(Object.isFrozen(cards[0]?.links)).toBe(true);
  });
});
