// `--why`: says why a page would be drawn now, or kept. It reads what a build reads, and writes nothing.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BuildOptions, Crew } from './types.ts';
import { Cache } from './cache.ts';
import { rememberHeads } from './heads.ts';
import { createLiner, differences } from './inputs.ts';
import { trustedTree } from './ledger.ts';
import { jobsOfEntry } from './article-jobs.ts';
import type { Job } from './job.ts';
import { articlePages, planSheets, type Sheet } from './plan.ts';
import { type PreparedSite, prepareSite } from './site.ts';
import { stampOf } from './file-state.ts';

/** Why the page at a path (`/monde/index.html`, or `/monde/`) would be drawn or kept, in one or more lines. */
export async function explain(address: string, options: BuildOptions, crew: Crew): Promise<string> {
  const path = /\/[^/]*\.[^/]*$/.test(address) ? address : `${address.replace(/\/$/, '')}/index.html`;
  // Pictures that have to be made to know what a page shows go there, and away again.
  const spare = mkdtempSync(join(tmpdir(), 'depeche-why-'));
  const cache = (options.cache === null ? null : Cache.openToRead(options.cache)) ?? Cache.openInMemory();
  try {
    const { digests, readArticles, makePictures, makeCards, fileWords } = crew;
    const { program } = digests;
    const { remember } = rememberHeads({ cache, stillSince: 0, program, readArticles });
    const site = await prepareSite({
      ...options,
      remember,
      makePictures: (root, wanted) => makePictures(root, wanted, spare),
      makeCards: (texts) => makeCards(texts, spare),
    });
    await site.makeCopies();
    const words = await fileWords(site.context.site.lang);
    const sheets = planSheets({ context: site.context, words });
    const job = site.copies.has(path) ? null : jobAt(path, { site, sheets, content: options.content });
    if (!job) return `${path} is no page that this site draws.`;
    const inputs = createLiner(digests)(job);
    const was = trustedTree(options.out, cache);
    if (!was) return `${path} would be drawn: nothing is known of what lies in ${options.out}.`;
    const before = was.get(path);
    if (!before) return `${path} would be drawn: it is new.`;
    const stamp = stampOf(options.out + path);
    if (stamp === null) return `${path} would be drawn: it is missing in ${options.out}.`;
    if (stamp !== before.stamp) return `${path} would be drawn: the file there is not the one that was written.`;
    if (before.inputs === inputs) return `${path} would be kept: nothing that it shows has changed.`;
    return [`${path} would be drawn:`, ...differences(before.inputs, inputs)].join('\n- ');
  } finally {
    cache.close();
    rmSync(spare, { recursive: true, force: true });
  }
}

function jobAt(
  path: string,
  from: { readonly site: PreparedSite; readonly sheets: Iterable<Sheet>; readonly content: string },
): Job | null {
  const { site, sheets, content } = from;
  for (const sheet of sheets) {
    if (sheet.kind !== 'article') {
      if (sheet.path === path) return sheet.make();
      continue;
    }
    const page = articlePages(sheet).find((candidate) => candidate.path === path);
    const { context, reading } = site;
    if (page) return jobsOfEntry(sheet.entry, [page], { content, rules: reading.rules, context })[0] ?? null;
  }
  return null;
}
