// `check`: reads everything, writes nothing, and tells what is wrong, all at once.

import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { sortFindings } from '../base/findings.ts';
import { freshMemory } from '../build/heads.ts';
import { pointFindings } from '../build/point-findings.ts';
import { prepareSite } from '../build/site.ts';
import { partByVisibility, type Shown, visibleFrom } from '../library/visibility.ts';
import type { Options } from './options.ts';
import { countFindings, findingsGithub, findingsJson, findingsText, visible } from './print-findings.ts';
import type { Screen } from './screen.ts';
import { createCrew } from './wire.ts';
import { projectRoot } from '../base/project-folder.ts';

/** So many files are named on the last lines: of those refused, each has its findings above. */
const mostNamed = 50;

export async function checkCommand(options: Options, screen: Screen): Promise<number> {
  if (!existsSync(options.content)) {
    screen.tell(`There is no content folder ${options.content}.`);
    return 2;
  }
  const crew = await createCrew({ ...options, pictures: 'look' });
  try {
    const skip = new Set([options.out, options.cache]);
    const { content } = options;
    const at = options.at ?? Date.now();
    const site = await prepareSite({
      content,
      at,
      skip,
      makePictures: crew.makePictures,
      makeCards: null,
      remember: freshMemory(crew.readArticles),
    });
    const findings = sortFindings(pointFindings(sortFindings(site.findings), content));
    const { error, warning } = countFindings(findings);
    if (options.format === 'json') screen.answer(findingsJson(findings));
    else if (options.format === 'github') {
      // GitHub knows files by their place in the repository that it checked out.
      const folder = relative(process.env['GITHUB_WORKSPACE'] ?? projectRoot, content);
      if (findings.length > 0) screen.answer(findingsGithub(findings, folder === '' ? '' : `${folder}/`));
    } else if (findings.length > 0) screen.answer(`${findingsText(findings, screen.paint)}\n`);
    const { reading, built } = site;
    const refused = [...reading.refused, ...built.refused, ...built.refusedPages].toSorted();
    const articles = count(reading.holdings.articles.length + reading.refused.length, 'article');
    screen.tell(`${articles} read: ${count(error, 'error')}, ${count(warning, 'warning')}.`);
    if (refused.length > 0) screen.tell(`Not published as they stand: ${named(refused)}.`);
    const { articles: cards, pages } = reading.holdings;
    const [, withheld] = partByVisibility([...cards, ...pages], at);
    if (withheld.length > 0)
      screen.tell(`Withheld: ${named(withheld.map((shown) => reasonOf(shown, at)).toSorted())}.`);
    return error > 0 || (options.strict && warning > 0) ? 1 : 0;
  } finally {
    await crew.close();
  }
}

/** A file that stays away, and why. */
function reasonOf(shown: Shown & { readonly file: string }, at: number): string {
  const { file, status, expires } = shown;
  const from = visibleFrom(shown);
  const instant = (ms: number): string => new Date(ms).toISOString().replace(/:\d\d\.\d+/, '');
  if (status !== 'live') return `${file} (${status})`;
  return `${file} (${from > at ? `from ${instant(from)}` : `until ${instant(expires?.at ?? from)}`})`;
}

/** Some names, and how many more there are. */
function named(files: readonly string[]): string {
  const more = files.length - mostNamed;
  return visible(files.slice(0, mostNamed).join(', ')) + (more > 0 ? ` and ${more} more` : '');
}

function count(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`;
}
