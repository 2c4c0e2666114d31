// Two files at one address, and articles that were live before a mistake: nothing is lost silently.

import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { accounted, foundIn, healthy, spoil } from './healthy-site.ts';
import { article, removeSites, testSite } from './site.ts';

afterAll(removeSites);

describe('of two articles at one address', () => {
  test.each(['crue', 'Crue', 'CRUE'])(
    'the older date is published, and the finding names both: slug %s',
    async (slug) => {
      const late = 'articles/2026/03/01/crue-bis.md';
      const { report, before, after } = await spoil((site) => {
        site.write(`=== ${late}\n${article(`title: Encore\ndate: 2026-03-01 11:00\nslug: ${slug}`)}`);
      });
      expect(foundIn(report.findings, late)).toEqual(['error same-address']);
      expect(report.findings[0]?.message).toContain('articles/2026/03/01/crue.md');
      expect(report.findings[0]?.hint).toBeTruthy();
      expect(report).toMatchObject({ articles: 3, refused: 1, lost: 0, written: 0 });
      expect(accounted(report)).toBe(7);
      expect(after).toEqual(before);
    },
  );

  test('the first path is published when the dates are the same', async () => {
    const first = 'articles/2026/03/01/a.md';
    const { report, site } = await spoil((s) => {
      s.write(`=== ${first}\n${article('title: Encore\ndate: 2026-03-01 08:00\nslug: crue')}`);
    });
    expect(foundIn(report.findings, 'articles/2026/03/01/crue.md')).toEqual(['error same-address']);
    expect(site.read('/2026/03/01/crue.html')).toContain('<h1>Encore</h1>');
    expect(report.lost).toBe(0);
  });

  test('a draft claims no address', async () => {
    const { report } = await spoil((site) => {
      site.write(
        `=== articles/2026/03/01/a.md\n${article('title: x\ndate: 2026-03-01 07:00\nslug: crue\nstatus: draft')}`,
      );
    });
    expect(report.findings).toEqual([]);
    expect(report).toMatchObject({ articles: 3, withheld: 1, refused: 0 });
  });

  test.each([
    ['in case', 'Crue'],
    ['in Unicode form', 'cru\u0065\u0301'.normalize('NFD')],
  ])('addresses that differ only %s are one', async (_, slug) => {
    const other = slug === 'Crue' ? 'crue' : 'crué'.normalize('NFC');
    const site = testSite(healthy);
    site.remove('articles/2026/03/01/crue.md');
    site.write(`=== articles/a.md\n${article(`title: A\ndate: 2026-03-01 07:00\nslug: ${slug}\nsection: monde`)}`);
    site.write(`=== articles/b.md\n${article(`title: B\ndate: 2026-03-01 09:00\nslug: ${other}\nsection: monde`)}`);
    const report = await site.build();
    expect(foundIn(report.findings, 'articles/b.md')).toEqual(['error same-address']);
    expect(report).toMatchObject({ articles: 3, refused: 1 });
  });

  test('files whose names differ only in case are one address', async () => {
    const { report, after, before } = await spoil((site) => {
      site.write(`=== articles/2026/03/01/CRUE.md\n${article('title: Autre\ndate: 2026-03-01 12:00')}`);
    });
    expect(foundIn(report.findings, 'articles/2026/03/01/CRUE.md')).toEqual(['error same-address']);
    expect(after).toEqual(before);
  });
});

describe('an article that was live and is broken now', () => {
  const live = 'articles/2026/03/01/crue.md';

  test.each<readonly [string, string]>([
    ['loses its closing line', '---\ntitle: La crue est passée\ndate: 2026-03-01 08:00\n\nTexte.\n'],
    ['loses its title', article('date: 2026-03-01 08:00')],
    ['gets a status that nobody knows', article('title: x\ndate: 2026-03-01 08:00\nstatus: presque')],
    ['is emptied', ''],
    ['turns into JavaScript', '---js\n{}\n---\n'],
  ])('is the first finding, and counts as lost, when it %s', async (_, text) => {
    const { report, site } = await spoil((s) => {
      s.writeBytes('articles/2026/03/00.md', Buffer.from(article('title: [')));
      s.writeBytes(live, Buffer.from(text));
    });
    expect(report.lost).toBe(1);
    expect(report.findings[0]).toMatchObject({ code: 'lost-address', severity: 'error', file: live });
    expect(report.findings[0]?.message).toContain('/2026/03/01/crue.html');
    expect(report.findings[0]?.hint).toBeTruthy();
    expect(site.has('/2026/03/01/crue.html')).toBe(false);
  });

  test('is only warned of when losing is allowed', async () => {
    const { report } = await spoil((s) => s.writeBytes(live, Buffer.from('')), { allowLost: true });
    expect(report.lost).toBe(1);
    expect(report.findings[0]).toMatchObject({ code: 'lost-address', severity: 'warning' });
  });

  test('is lost as well when a link out of the folder takes its place', async () => {
    const { report } = await spoil((site) => {
      writeFileSync(join(site.folder, 'x.md'), article('title: x\ndate: 2026-03-01'));
      rmSync(join(site.content, live));
      symlinkSync(join(site.folder, 'x.md'), join(site.content, live));
    });
    expect(report.findings[0]).toMatchObject({ code: 'lost-address', file: live });
    expect(report.lost).toBe(1);
  });

  test('is lost as well when its address came from a slug: that can still be seen', async () => {
    const site = testSite(healthy);
    const keys = 'title: La crue\ndate: 2026-03-01 08:00\nsection: monde\nslug: la-grande-crue';
    site.writeBytes(live, Buffer.from(article(keys)));
    await site.build();
    site.writeBytes(live, Buffer.from(`---\n${keys}\n\nTexte.\n`));
    const report = await site.build();
    expect(report.findings[0]).toMatchObject({ code: 'lost-address', file: live });
    expect(report.lost).toBe(1);
  });

  test('is lost as well when its first line went away, so that it is no article any more', async () => {
    const { report } = await spoil((s) =>
      s.writeBytes(live, Buffer.from('title: La crue est passée\n---\n\nTexte.\n')),
    );
    expect(report.findings[0]).toMatchObject({ code: 'lost-address', file: live });
    expect(foundIn(report.findings, live)).toEqual(['error lost-address', '1:1 warning front-matter-shape']);
    expect(report).toMatchObject({ lost: 1, refused: 0, ignored: 4 });
  });

  test('is not lost when a reader still finds an article at its address', async () => {
    const { report, site } = await spoil((s) => {
      s.writeBytes(live, Buffer.from(''));
      s.write(`=== articles/b.md\n${article('title: Relève\ndate: 2026-03-01 09:00\nslug: crue\nsection: monde')}`);
    });
    expect(report.lost).toBe(0);
    expect(site.read('/2026/03/01/crue.html')).toContain('Relève');
  });

  test('is not lost but gone when its file is deleted', async () => {
    const { report, site } = await spoil((s) => s.remove(live));
    expect(report).toMatchObject({ lost: 0, refused: 0, articles: 2 });
    expect(site.has('/2026/03/01/crue.html')).toBe(false);
  });
});
