// How long an author waits under `npm start`: from saving a file to the new page on the disk.
// The server is a process of its own, as an author's is; the clock is the one of this process, which looks at the page
// every two milliseconds.

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { benchmarkArticle, benchmarkInstant, writeArticle } from './newspaper.ts';

const root = join(import.meta.dirname, '../..');
const rounds = 5;

/** What is saved: the article with something new in it, which a page then shows: its own, or one that lists it. */
interface Save {
  readonly what: string;
  readonly edit: (text: string, word: string) => string;
  readonly page: (own: string) => string;
}

const retitle: Save['edit'] = (text, word) => text.replace(/^title: "/m, (key) => `${key}${word} `);
const ofDay: Save['page'] = (own) => join(dirname(own), 'index.html');

const saves: readonly Save[] = [
  { what: 'npm start: a text saved', edit: (text, word) => `${text}\n${word} de plus.\n`, page: (own) => own },
  { what: 'npm start: a title saved', edit: retitle, page: (own) => own },
  { what: 'npm start: … its lists', edit: retitle, page: ofDay },
];

/** Seconds of each kind of save in the newspaper of a folder, medians. */
export async function measureSaving(folder: string, index: number): Promise<{ what: string; seconds: number }[]> {
  const at = (name: string): string => join(folder, name);
  const { path, text } = benchmarkArticle(index);
  const own = join(at('_site'), path.replace(/^articles/, '').replace(/md$/, 'html'));
  const places = ['--content', at('content'), '--out', at('_site'), '--cache', at('.cache')];
  const flags = ['serve', ...places, '--at', benchmarkInstant, '--port', '0'];
  const server = spawn(process.execPath, [join(root, 'src/cli/main.ts'), ...flags], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, NO_COLOR: '1', INIT_CWD: undefined },
  });
  try {
    await new Promise<void>((resolve, reject) => {
      let said = '';
      server.stderr.setEncoding('utf8').on('data', (part: string) => {
        said += part;
        if (said.includes('http://127.0.0.1:')) resolve();
      });
      server.once('exit', () => reject(new Error(`The server ended: ${said}`)));
    });
    const measured = [];
    for (const { what, edit, page: pageOf } of saves) {
      const page = pageOf(own);
      const took: number[] = [];
      for (let round = 0; round < rounds; round++) {
        const word = `Mot${measured.length}${round}`;
        // Whatever the server still does after the change before must not be counted.
        await wait(1500);
        const start = performance.now();
        writeArticle(at('content'), { path, text: edit(text, word) });
        while (!readFileSync(page, 'utf8').includes(word)) await wait(2);
        took.push((performance.now() - start) / 1000);
      }
      measured.push({ what, seconds: took.toSorted((a, b) => a - b)[Math.floor(rounds / 2)] as number });
    }
    return measured;
  } finally {
    const ended = new Promise((resolve) => server.once('close', resolve));
    server.kill('SIGTERM');
    await ended;
  }
}
