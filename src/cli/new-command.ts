// `new`: begins an article: a file in today's folder, with its front matter, as a draft.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { momentAt } from '../base/dates.ts';
import { slugify } from '../base/text.ts';
import { findFiles } from '../content/find-files.ts';
import { readSite } from '../content/site.ts';
import { readFile } from '../build/read-file.ts';
import type { Options } from './options.ts';
import type { Screen } from './screen.ts';

export async function newCommand(options: Options, screen: Screen): Promise<number> {
  const title = options.words.join(' ').trim();
  const slug = slugify(title);
  if (slug === '') {
    screen.tell('The title has no letter or digit.');
    return 2;
  }
  mkdirSync(options.content, { recursive: true });
  const files = findFiles(options.content);
  const { settings } = readSite(files.site ? readFile(options.content, files.site).file : null);
  const sections = files.markdown.sections.map((path) => path.replace(/^.*\/|\.md$/g, ''));
  const known = settings.sections.length > 0 ? settings.sections : sections;
  if (options.section !== null && known.length > 0 && !known.includes(options.section)) {
    screen.tell(`There is no section "${options.section}". The sections are ${known.join(', ')}.`);
    return 2;
  }
  const now = momentAt(options.at ?? Date.now(), settings.zone).iso;
  const day = now.slice(0, 10);
  // A folder articles/ would take all articles that lie elsewhere out of the newspaper.
  const isRoomless = !files.hasRooms && files.markdown.articles.length > 0;
  const place = isRoomless ? `${day}-${slug}.md` : join('articles', day.replaceAll('-', '/'), `${slug}.md`);
  const path = join(options.content, place);
  if (existsSync(path)) {
    screen.tell(`${path} exists already; nothing was written.`);
    return 1;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text({ title, now, section: options.section ?? known[0] ?? null }), { flag: 'wx' });
  screen.answer(path);
  screen.tell('It is a draft: take the line "status: draft" out when it may appear.');
  return 0;
}

function text(parts: { title: string; now: string; section: string | null }): string {
  const { title, now, section } = parts;
  const keys = [
    `title: ${JSON.stringify(title)}`,
    `date: ${now.slice(0, 16).replace('T', ' ')}`,
    ...(section === null ? [] : [`section: ${section}`]),
    'topics: []',
    'summary:',
    'status: draft',
  ];
  return `---\n${keys.join('\n')}\n---\n\n`;
}
