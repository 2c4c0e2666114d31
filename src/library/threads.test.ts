// Who answers whom, what is shown, and that nothing is lost without a finding.

import { expect, test } from 'vitest';
import { readComment } from '../content/comment.ts';
import type { Comment } from '../content/types.ts';
import { makeArticle, makeLibrary } from './library.fixture.ts';
import type { Thread } from './types.ts';

const crue = makeArticle('articles/crue.md', 'title: Crue\ndate: 2026-03-05 08:00');

function say(id: string, keys = '', article = 'crue', minute = 0): Comment {
  const text = `---\ndate: 2026-03-05 09:${String(minute).padStart(2, '0')}\n${keys}\n---\n${id}\n`;
  const { value } = readComment({ path: `comments/${article}/${id}.md`, bytes: Buffer.from(text) }, 'Europe/Paris');
  return value as Comment;
}

function threadOf(comments: readonly Comment[], more: Parameters<typeof makeLibrary>[1] = {}, article = crue) {
  const { library, findings } = makeLibrary([article], { comments, ...more });
  return { thread: library.threads.get(article.file), codes: findings.map(({ code }) => code), library };
}

const drawn = (thread: Thread | undefined): string =>
  (thread?.talks ?? [])
    .map(({ comment, replies }) => `${comment.id}(${replies.map(({ id }) => id).join(' ')})`)
    .join(' ');

test('comments stand oldest first, replies under what they answer', () => {
  const { thread, codes } = threadOf([
    say('b', '', 'crue', 2),
    say('r', 'reply-to: a', 'crue', 3),
    say('a', '', 'crue', 1),
  ]);
  expect(drawn(thread)).toBe('a(r) b()');
  expect(thread?.count).toBe(3);
  expect(codes).toEqual([]);
});

test('a reply to a reply stands beside it; to nothing, on the article; in a circle, on the article', () => {
  const deep = threadOf([say('a'), say('b', 'reply-to: a', 'crue', 1), say('c', 'reply-to: b', 'crue', 2)]);
  expect([drawn(deep.thread), deep.codes]).toEqual(['a(b c)', ['deep-reply']]);
  const lone = threadOf([say('a', 'reply-to: nowhere'), say('b', 'reply-to: a', 'crue', 1)]);
  expect([drawn(lone.thread), lone.codes]).toEqual(['a(b)', ['unknown-comment']]);
  const circle = threadOf([say('a', 'reply-to: b'), say('b', 'reply-to: a', 'crue', 1)]);
  expect([drawn(circle.thread), circle.codes]).toEqual(['a() b()', ['unknown-comment', 'unknown-comment']]);
});

test('a removed comment goes away, but where others answered it a notice stands', () => {
  const comments = [
    say('a', 'status: removed'),
    say('b', 'reply-to: a', 'crue', 1),
    say('c', 'status: removed', 'crue', 2),
  ];
  const { thread } = threadOf([...comments, say('d', 'reply-to: b\nstatus: removed', 'crue', 3)]);
  expect(drawn(thread)).toBe('a(b)');
  expect(thread?.count).toBe(1);
});

test('comments on no article are a finding that counts them', () => {
  const { codes, library } = threadOf([say('a', '', 'rien'), say('b', '', 'rien')]);
  expect(codes).toEqual(['unknown-article']);
  expect(library.threads.size).toBe(0);
});

test('comments on a withheld article are withheld in silence', () => {
  const draft = makeArticle('articles/secret.md', 'title: Secret\ndate: 2026-03-05\nstatus: draft');
  const { codes, library } = threadOf([say('a', '', 'secret')], {}, draft);
  expect(codes).toEqual([]);
  expect(library.threads.size).toBe(0);
});

test('a comment of tomorrow is not shown today', () => {
  const { thread } = threadOf([say('a')], { at: Date.parse('2026-03-05T08:30:00+01:00') });
  expect(thread?.count).toBe(0);
});

test('the folder is the slug of the id that the author gave', () => {
  const named = makeArticle('articles/x.md', 'title: X\ndate: 2026-03-05\nid: Ma Crue!');
  expect(threadOf([say('a', '', 'ma-crue')], {}, named).thread?.count).toBe(1);
});
