// What moderators do, with a real database and a real folder; and that nothing is lost when they are cut off.

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { readComment } from '../content/comment.ts';
import { removeIntakes, testIntake, type TestIntake } from './intake.fixture.ts';
import { approve, dismiss, edit, type ModerationPlace, reject, remove, settleThread, textOf } from './moderation.ts';

const folders: string[] = [];
afterEach(() => {
  removeIntakes();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function desk(): Promise<{ intake: TestIntake; place: ModerationPlace; id: string; file: string }> {
  const content = mkdtempSync(join(tmpdir(), 'depeche-content-'));
  folders.push(content);
  const intake = await testIntake();
  await intake.send({ author: 'Camille "R."', text: 'Un avis.\n---\n<b>!</b>', reply: 'c1' });
  const id = intake.store.waiting()[0]?.id as string;
  const place = { desk: intake.store, content, zone: 'Europe/Paris', now: intake.now() };
  return { intake, place, id, file: join(content, 'comments/crue', `${id}.md`) };
}

test('approving writes a file that reads as what was sent, and the comment no longer waits', async () => {
  const { intake, place, id, file } = await desk();
  expect(approve(id, place)).toEqual({ file });
  const { value, findings } = readComment(
    { path: `comments/crue/${id}.md`, bytes: readFileSync(file) },
    'Europe/Paris',
  );
  expect(findings).toEqual([]);
  expect(value).toMatchObject({ author: 'Camille "R."', text: 'Un avis.\n---\n<b>!</b>', replyTo: 'c1', id });
  expect(value?.date.iso).toBe('2026-03-05T09:12:44+01:00');
  expect(intake.store.waiting()).toEqual([]);
  expect(approve(id, place)).toHaveProperty('refused');
});

test('cut off after the file was written, the comment still waits, and approving again makes the same bytes', async () => {
  const { intake, place, id, file } = await desk();
  const waiting = intake.store.waiting()[0];
  mkdirSync(join(place.content, 'comments/crue'), { recursive: true });
  writeFileSync(file, textOf(waiting as NonNullable<typeof waiting>, place.zone));
  const before = readFileSync(file, 'utf8');
  expect(approve(id, place)).toEqual({ file });
  expect(readFileSync(file, 'utf8')).toBe(before);
  expect(intake.store.waiting()).toEqual([]);
});

test('cut off while the file was written, only a hidden draft is left, and approving again takes it away', async () => {
  const { place, id, file } = await desk();
  mkdirSync(join(place.content, 'comments/crue'), { recursive: true });
  writeFileSync(join(place.content, 'comments/crue', `.${id}.md.draft`), '---\nauth');
  approve(id, place);
  expect(readdirSync(join(place.content, 'comments/crue'))).toEqual([`${id}.md`]);
  expect(existsSync(file)).toBe(true);
});

test('an approved file that was changed by hand is left alone; one that was lost can be written again', async () => {
  const { place, id, file } = await desk();
  approve(id, place);
  const text = readFileSync(file, 'utf8');
  writeFileSync(file, `${text}PS.\n`);
  expect(approve(id, place)).toHaveProperty('refused');
  expect(readFileSync(file, 'utf8')).toContain('PS.');
  rmSync(file);
  expect(approve(id, place)).toEqual({ file });
  expect(readFileSync(file, 'utf8')).toBe(text);
});

test('an edited comment still waits; its new text is cleaned and published', async () => {
  const { place, id, file } = await desk();
  expect(edit(id, 'Corrigé\u202e.', place)).toEqual({ file: null });
  expect(edit(id, '  ', place)).toHaveProperty('refused');
  approve(id, place);
  expect(readFileSync(file, 'utf8')).toMatch(/\n\nCorrigé\.\n$/);
  expect(edit(id, 'Trop tard', place)).toHaveProperty('refused');
});

test('a rejected comment leaves nothing, and cannot be approved', async () => {
  const { intake, place, id, file } = await desk();
  expect(reject(id, place)).toEqual({ file: null });
  expect(approve(id, place)).toHaveProperty('refused');
  expect(existsSync(file)).toBe(false);
  expect(intake.store.waiting()).toEqual([]);
});

test('a reported comment is taken back, or stays; either ends its reports', async () => {
  const { intake, place, id, file } = await desk();
  approve(id, place);
  const report = () =>
    intake.store.addReport({
      article: 'crue',
      page: '/x.html',
      comment: id,
      reason: 'hate',
      text: '',
      created: 1,
      address: null,
      print: String(Math.random()),
    });
  await report();
  expect(dismiss(`crue/${id}`, place)).toEqual({ file: null });
  expect(intake.store.reports()).toEqual([]);
  await report();
  expect(remove(`crue/${id}`, place)).toEqual({ file });
  expect(readFileSync(file, 'utf8')).toContain('status: removed');
  expect(intake.store.reports()).toEqual([]);
  expect(remove('crue/rien', place)).toHaveProperty('refused');
  expect(remove('../../etc/passwd', place)).toHaveProperty('refused');
});

test('a thread is closed and opened by a file', async () => {
  const { place } = await desk();
  const file = join(place.content, 'comments/crue/thread.md');
  expect(settleThread('crue', true, place)).toEqual({ file });
  expect(readFileSync(file, 'utf8')).toBe('---\nclosed: true\n---\n');
  settleThread('crue', false, place);
  expect(existsSync(file)).toBe(false);
  expect(settleThread('../x', true, place)).toHaveProperty('refused');
});
