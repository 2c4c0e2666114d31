// Content that is edited while it is built, and damage to what lies beside a site: each must leave whole files, and the
// next build must make the tree of a clean one.

import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { markName, markText, placesOf } from '../build/staging.ts';
import { listTree } from '../build/tree.ts';
import { chance } from './fault-corpus.ts';
import { type FaultSite, type Ground, heal, mustBuild, startBuild, treeOf } from './faults.ts';

/** Something that happens to a site between two builds. */
export interface Damage {
  readonly name: string;
  readonly inflict: (site: FaultSite) => void;
}

const stage = (site: FaultSite, name: string, text: string): void => {
  const { staging } = placesOf(site.out);
  mkdirSync(staging, { recursive: true });
  writeFileSync(join(staging, name), text);
};

/** Kinds of damage to what lies beside a site and to its mark. */
export const damages: readonly Damage[] = [
  { name: 'an empty journal', inflict: (site) => stage(site, 'journal.json', '') },
  { name: 'a journal of garbage', inflict: (site) => stage(site, 'journal.json', '{"moves":["/../../x"]') },
  { name: 'a journal without its tree', inflict: (site) => stage(site, 'journal.json', '{"moves":[],"deletions":[]}') },
  { name: 'half a draft of a journal', inflict: (site) => stage(site, 'journal.json.draft', '{"mov') },
  { name: 'staged files of an earlier build', inflict: (site) => stage(site, 'tree', 'a file where a folder must be') },
  { name: 'a staging folder that is a file', inflict: (site) => writeFileSync(placesOf(site.out).staging, 'x') },
  {
    name: 'a staging folder that is a link to the site',
    inflict: (site) => symlinkSync(site.out, placesOf(site.out).staging),
  },
  { name: 'a dead lock', inflict: (site) => writeFileSync(placesOf(site.out).lock, '{"pid":999999,"host":"x"}'.replace('x', hostname())) }, // prettier-ignore
  { name: 'an empty lock', inflict: (site) => writeFileSync(placesOf(site.out).lock, '') },
  { name: 'an empty mark', inflict: (site) => writeFileSync(join(site.out, markName), '') },
  { name: 'a mark of another tree', inflict: (site) => writeFileSync(join(site.out, markName), `${markText}${'x'.repeat(43)}\n`) }, // prettier-ignore
  { name: 'no cache', inflict: (site) => rmSync(site.cache, { recursive: true, force: true }) },
];

/** Damages a site of the old tree; the next build must make the new one. */
export async function damage(ground: Ground, { inflict }: Damage, name: string): Promise<void> {
  const site = ground.site(join(ground.folder, name));
  inflict(site);
  await heal(site, ground);
  rmSync(site.folder, { recursive: true });
}

/** What an embargo puts into a file: a key, and nothing else would hide it. */
const withheld = 'embargo: 2099-01-01 00:00\n';

/** An article whose title and text name one state. */
function inState(text: string, state: number): string {
  const [, head = '', body = ''] = /^(---\n.*?\n---\n)(.*)$/s.exec(text) ?? [];
  return `${head.replace(/^title: .*$/m, `title: "État ${state}"`)}${body.split('\n\nÉtat')[0]}\n\nÉtat ${state}.\n`;
}

/** True for a page whose headline and text name two states. */
function isMixed(page: string): boolean {
  const title = /<h1[^>]*>État (\d+)</.exec(page)?.[1];
  return title !== undefined && !page.includes(`<p>État ${title}.`);
}

/** Edits the content all the time while it is built; then the next build must be that of a clean one. */
export async function editMeanwhile(ground: Ground, seed: number, name: string): Promise<'failed' | 'built'> {
  const copy = ground.site(join(ground.folder, name));
  const site: FaultSite = { ...copy, content: join(copy.folder, 'content') };
  cpSync(ground.content, site.content, { recursive: true });
  const articles = listTree(join(site.content, 'articles')).map((path) => join(site.content, 'articles', path));
  const next = chance(seed);
  const running = startBuild(site);
  for (let turn = 0; !running.isOver(); turn++) {
    const file = articles[Math.floor(next() * articles.length)] as string;
    const what = next();
    try {
      if (what < 0.3) rmSync(file, { force: true });
      else if (what < 0.6) writeFileSync(file, `${readFileSync(file, 'utf8')}\n\nUn mot de plus (${turn}).\n`);
      else if (what < 0.8) writeFileSync(file, inState(readFileSync(file, 'utf8'), turn));
      else if (what < 0.9) writeFileSync(file, readFileSync(file, 'utf8').replace(/^title: /m, `${withheld}$&`));
      else writeFileSync(file, readFileSync(file).subarray(0, 100));
    } catch {
      // It was deleted before.
    }
    await sleep(3);
  }
  const { status, said } = await running.outcome;
  for (const path of treeOf(site.out).keys()) {
    const text = readFileSync(site.out + path, 'utf8');
    if (text === '') throw new Error(`${path} is empty.`);
    if (path.endsWith('.html') && !path.startsWith('/fragments/') && !text.trimEnd().endsWith('</html>'))
      throw new Error(`${path} is cut off.`);
    if (isMixed(text)) throw new Error(`${path} has the title of one state of its file and the text of another.`);
  }
  if (/\n\s+at /.test(said)) throw new Error(`A stack trace: ${said}`);
  const clean = { ...site, out: join(copy.folder, 'clean/_site'), cache: join(copy.folder, 'clean/.cache') };
  await mustBuild(clean);
  const wanted = treeOf(clean.out);
  rmSync(join(copy.folder, 'clean'), { recursive: true });
  await mustBuild(site);
  rmSync(site.content, { recursive: true });
  const got = treeOf(site.out);
  const wrong = [...wanted.keys(), ...got.keys()].filter((path) => wanted.get(path) !== got.get(path));
  if (wrong.length > 0) throw new Error(`The next build differs from a clean one: ${wrong.slice(0, 5).join(', ')}`);
  rmSync(copy.folder, { recursive: true });
  return status === 0 ? 'built' : 'failed';
}
