// What is remembered of files: that a file which could not be read is asked for again, though its state is the same.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Cache } from './cache.ts';
import { statOf } from './file-state.ts';
import { rememberHeads } from './heads.ts';
import type { FileReport, ReadArticles } from './read-content.ts';

const root = mkdtempSync(join(tmpdir(), 'depeche-heads-'));
afterAll(() => rmSync(root, { recursive: true }));

test.each([false, true])(
  'a file that could not be read is asked for by the next build, one that could is not (%s)',
  async (keepsAtOnce) => {
    const files = ['a.md', 'b.md'];
    for (const file of files) writeFileSync(join(root, file), 'x');
    const cache = Cache.openInMemory();
    const asked: (readonly string[])[] = [];
    const unread = new Set(['a.md']);
    const readArticles: ReadArticles = (order, take) => {
      asked.push(order.files);
      const reports = order.files.map((file): FileReport => ({
        kind: 'ignored',
        file,
        digest: unread.has(file) ? '' : 'digest',
        findings: [],
      }));
      const stats = order.files.map((file) => statOf(join(root, file), order.stillSince));
      take({ stats, reports: JSON.stringify(reports), places: order.files.map(() => null) }, 0);
      return Promise.resolve();
    };
    const rules = { lang: 'fr', zone: 'Europe/Paris', hasRooms: true, url: 'https://example.org' };
    const build = async (): Promise<void> => {
      const heads = rememberHeads({ cache, stillSince: Infinity, program: '', readArticles, keepsAtOnce });
      await heads.remember(rules).read({ root, files, rules });
      heads.save();
    };
    await build();
    await build();
    unread.clear();
    await build();
    await build();
    expect(asked).toEqual([['a.md', 'b.md'], ['a.md'], ['a.md'], []]);
  },
);
