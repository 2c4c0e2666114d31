// `check`: reads everything, writes nothing, and tells what is wrong, all at once.

import { existsSync } from 'node:fs';
import { relative } from 'node:path';
import { sortFindings } from '../base/findings.ts';
import { freshMemory } from '../build/heads.ts';
import { prepareSite } from '../build/site.ts';
import type { Options } from './options.ts';
import { countFindings, findingsGithub, findingsJson, findingsText } from './print-findings.ts';
import type { Screen } from './screen.ts';
import { createCrew, projectRoot } from './wire.ts';

export async function checkCommand(options: Options, screen: Screen): Promise<number> {
  if (!existsSync(options.content)) {
    screen.tell(`There is no content folder ${options.content}.`);
    return 2;
  }
  const crew = await createCrew({ ...options, pictures: 'look' });
  try {
    const skip = new Set([options.out, options.cache]);
    const { content } = options;
    const site = await prepareSite({
      content,
      at: options.at ?? Date.now(),
      skip,
      makePictures: crew.makePictures,
      makeCards: null,
      remember: freshMemory(crew.readArticles),
    });
    const findings = sortFindings(site.findings);
    const { error, warning } = countFindings(findings);
    if (options.format === 'json') screen.answer(findingsJson(findings));
    else if (options.format === 'github') {
      const folder = relative(projectRoot, content);
      if (findings.length > 0) screen.answer(findingsGithub(findings, folder === '' ? '' : `${folder}/`));
    } else if (findings.length > 0) screen.answer(`${findingsText(findings, screen.paint)}\n`);
    const articles = site.reading.holdings.articles.length;
    screen.tell(`${articles} articles read: ${error} errors, ${warning} warnings.`);
    return error > 0 || (options.strict && warning > 0) ? 1 : 0;
  } finally {
    await crew.close();
  }
}
