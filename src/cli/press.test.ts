// Processes that make pictures: what they make, and what becomes of a build when one of them ends.

import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makePicture } from '../images/make-picture.ts';
import { photo } from '../test/picture-files.ts';
import { openPress } from './press.ts';

const folder = mkdtempSync(join(tmpdir(), 'depeche-press-'));
const file = join(folder, 'vue.jpg');
const order = { file, folder: join(folder, 'cache'), lookOnly: false };

beforeAll(async () => writeFileSync(file, await photo(400, 300).jpeg().toBuffer()));
afterAll(() => rmSync(folder, { recursive: true }));

/** A process that does as it is told by a line of program. */
function starting(program: string): () => ChildProcess {
  const path = join(folder, `${program.length}.mjs`);
  writeFileSync(path, program);
  return () => fork(path, { execArgv: [] });
}

test('a process makes the same as this one does, one picture after the other', async () => {
  const press = openPress();
  const made = [await press.print(order), await press.print({ ...order, file: `${file}-absent` })];
  press.close();
  expect(made).toEqual([await makePicture(order), { fault: 'unreadable' }]);
}, 30_000);

test('a file on which the process breaks is a picture that cannot be shown, and the next one is made', async () => {
  const press = openPress(
    starting(`process.send('ready'); process.on('message', () => process.kill(process.pid, 'SIGSEGV'));`),
  );
  expect([await press.print(order), await press.print(order)]).toEqual([{ fault: 'crash' }, { fault: 'crash' }]);
  press.close();
}, 30_000);

test('a process that the system ends for want of memory fails the build', async () => {
  const press = openPress(
    starting(`process.send('ready'); process.on('message', () => process.kill(process.pid, 'SIGKILL'))`),
  );
  await expect(press.print(order)).rejects.toThrow('SIGKILL');
  press.close();
}, 30_000);

test('where no process can be started, pictures are made here', async () => {
  const press = openPress(starting('process.exit(3)'));
  expect(await press.print(order)).toEqual(await makePicture(order));
  press.close();
}, 30_000);

test('a cache folder in which nothing can be written is told as such', async () => {
  const press = openPress();
  writeFileSync(join(folder, 'no-folder'), '');
  await expect(press.print({ ...order, folder: join(folder, 'no-folder') })).rejects.toMatchObject({ code: 'EEXIST' });
  press.close();
}, 30_000);
