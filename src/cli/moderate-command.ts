// `moderate`: shows what waits and what was reported, and does what a moderator says with it, one comment after the
// other. Approved comments become files of the content folder, ready to commit; nothing is committed here.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { momentAt } from '../base/dates.ts';
import { hasArticlesRoom } from '../content/find-files.ts';
import {
  approve,
  dismiss,
  type Done,
  edit,
  type ModerationPlace,
  reject,
  remove,
  settleThread,
} from '../intake/moderation.ts';
import { openStore, type Store, type WaitingComment, type WaitingReport } from '../intake/store.ts';
import { readSettings } from './intake-settings.ts';
import type { Options } from './options.ts';
import type { Screen } from './screen.ts';

const day = 24 * 3600_000;

type Action = (name: string, place: ModerationPlace, text: string | null) => Done;

/** What can be done, and how it is told. */
const actions: Readonly<Record<string, { readonly act: Action; readonly told: string }>> = {
  approve: { act: approve, told: 'approved' },
  reject: { act: reject, told: 'rejected' },
  edit: {
    act: (name, place, text) =>
      text === null ? { refused: 'edit wants the new text: --text "…".' } : edit(name, text, place),
    told: 'edited, and still waiting',
  },
  remove: { act: remove, told: 'taken back' },
  dismiss: { act: dismiss, told: 'stays; its reports are ended' },
  close: { act: (name, place) => settleThread(name, true, place), told: 'closed' },
  open: { act: (name, place) => settleThread(name, false, place), told: 'open' },
};

export async function moderateCommand(options: Options, screen: Screen): Promise<number> {
  const [word = 'list', ...names] = options.words;
  const action = Object.hasOwn(actions, word) ? actions[word] : undefined;
  if (word !== 'list' && !action) {
    screen.tell(`There is nothing called "${word}"; there is list, ${Object.keys(actions).join(', ')}.`);
    return 2;
  }
  if (action && names.length === 0) {
    screen.tell(`${word} wants a name; npm run moderate lists them.`);
    return 2;
  }
  if (action && !hasArticlesRoom(options.content)) {
    screen.tell(`${options.content} has no folder articles/: there a file of comments would be taken for an article.`);
    return 1;
  }
  if (word === 'list' && !existsSync(options.db)) {
    screen.tell(`There is no ${options.db}: no reader has sent anything to it. Another one is named with --db.`);
    return 1;
  }
  let store: Store;
  try {
    store = openStore(options.db, { wait: 10_000 });
  } catch (error) {
    screen.tell(`${options.db} cannot be opened: ${(error as Error).message}`);
    return 1;
  }
  try {
    const settings = readSettings(options.content);
    const now = options.at ?? Date.now();
    const place = { desk: store, content: options.content, zone: settings.zone, now };
    await store.forget(now - settings.comments.keepDays * day);
    store.clear(now - Math.max(1, settings.comments.keepDays) * day);
    if (action) return perform(names, action, { options, place, screen });
    list(place, options, screen);
    return 0;
  } finally {
    store.close();
  }
}

/** Does one thing to each of the names; what was done stays done when a later one cannot be. */
function perform(
  names: readonly string[],
  { act, told }: { readonly act: Action; readonly told: string },
  { options, place, screen }: { options: Options; place: ModerationPlace; screen: Screen },
): number {
  let status = 0;
  for (const name of names) {
    const done = act(name, place, options.text);
    if ('refused' in done) {
      screen.tell(done.refused);
      status = 1;
    } else {
      screen.tell(`${name}: ${told}`);
      if (done.file !== null) screen.answer(done.file);
    }
  }
  return status;
}

function list(place: ModerationPlace, options: Options, screen: Screen): void {
  const waiting = place.desk.waiting();
  const reports = place.desk.reports();
  if (options.json) {
    screen.answer(JSON.stringify({ waiting, reports }));
    return;
  }
  const { bold } = screen.paint;
  const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;
  screen.answer(bold(`${count(waiting.length, 'comment waits', 'comments wait')}.`));
  for (const comment of waiting) screen.answer(`\n${describe(comment, waiting, place)}`);
  screen.answer(bold(`\n${count(reports.length, 'report', 'reports')}.`));
  for (const report of reports) screen.answer(`\n${describeReport(report, place)}`);
  if (waiting.length + reports.length === 0) return;
  screen.answer(`\nnpm run moderate -- approve ID…, reject ID…, edit ID --text "…", close ARTICLE,`);
  screen.answer('                   remove ARTICLE/COMMENT or dismiss ARTICLE/COMMENT for a reported one.');
}

function describe(comment: WaitingComment, all: readonly WaitingComment[], { content, zone }: ModerationPlace): string {
  const { id, article, author, created, replyTo, text, address } = comment;
  const same = address === null ? 0 : all.filter((other) => other.address === address).length - 1;
  const notes = [
    replyTo === null ? '' : `answers ${replyTo}`,
    same > 0 ? `${same} more from this address` : '',
    /https?:\/\/|www\./i.test(text) ? 'holds an address' : '',
    /[^\s@]@[^\s@]+\.\p{L}{2,}/u.test(text) ? 'holds an e-mail address' : '',
    existsSync(join(content, 'comments', article, 'thread.md')) ? 'its thread has a file' : '',
  ].filter((note) => note !== '');
  const head = `${id}  ${article}  ${momentAt(created, zone).iso.slice(0, 16).replace('T', ' ')}`;
  return `${head}\n  ${author}${notes.length > 0 ? `  (${notes.join('; ')})` : ''}\n${indent(text)}`;
}

function describeReport({ article, comment, reason, text, created }: WaitingReport, place: ModerationPlace): string {
  const head = `${article}/${comment}  ${reason}  ${momentAt(created, place.zone).iso.slice(0, 16).replace('T', ' ')}`;
  return text === '' ? head : `${head}\n${indent(text)}`;
}

/** No control character can be in a kept text, so that it cannot write on the terminal. */
function indent(text: string): string {
  return text.replace(/^/gm, '  | ');
}
