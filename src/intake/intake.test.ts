// The intake by its fetch handler: what is accepted, what is refused, and that each refusal is clear.

import { DatabaseSync } from 'node:sqlite';
import { afterEach, describe, expect, test } from 'vitest';
import { origin, page, removeIntakes, testIntake } from './intake.fixture.ts';
import { household } from './keyed.ts';

afterEach(removeIntakes);

test('a comment is kept, waits, and keeps markup as the text that it is', async () => {
  const intake = await testIntake();
  const sent = await intake.send({ text: '<b>Oui</b>\r\n\r\n\r\n\r\net non\u0007', author: ' Cam\u202Eille ' });
  expect([sent.status, sent.code]).toEqual([201, 'received']);
  expect(intake.store.waiting()).toMatchObject([
    { article: 'crue', page, author: 'Camille', text: '<b>Oui</b>\n\net non', replyTo: null, status: 'waiting' },
  ]);
  expect(intake.store.waiting()[0]?.id).toMatch(/^20260305-091244-[a-z2-9]{6}$/);
});

test('emoji and their joiners survive; overrides of direction and towers of accents do not', async () => {
  const intake = await testIntake();
  await intake.send({ text: `👩‍👩‍👧‍👦 🏳️‍🌈 é\u202Ex\u2066y${'\u0301'.repeat(500)}` });
  const text = intake.store.waiting()[0]?.text ?? '';
  expect(text).toMatch(/^👩‍👩‍👧‍👦 🏳️‍🌈 éxý\u0301+$/u);
  expect(text.length).toBeLessThan(40);
});

test('a reply and a report name a comment that stands on the page; nothing else is answered', async () => {
  const intake = await testIntake();
  expect((await intake.send({ reply: 'c1' })).code).toBe('received');
  expect(intake.store.waiting()[0]?.replyTo).toBe('c1');
  expect((await intake.send({ reply: 'c2' })).code).toBe('unknown-comment');
  expect((await intake.send({ reply: '"><x' })).code).toBe('unknown-comment');
  expect((await intake.send({ comment: 'c1', reason: 'hate', text: '' }, { kind: 'report' })).code).toBe('reported');
  expect((await intake.send({ comment: 'c9' }, { kind: 'report' })).code).toBe('unknown-comment');
  expect((await intake.send({}, { kind: 'report' })).code).toBe('unknown-comment');
  expect(intake.store.reports()).toMatchObject([{ comment: 'c1', reason: 'hate' }]);
});

test('an article that is not published, another one than the page holds, or a closed one takes nothing', async () => {
  const closed = '<section id="d_comments" data-thread="crue" aria-labelledby="x">';
  const intake = await testIntake({ readPage: async (path) => (path === '/closed.html' ? closed : null) });
  expect((await intake.send()).code).toBe('unknown-article');
  expect((await intake.send({ page: '/closed.html' })).code).toBe('closed');
  expect((await intake.send({ page: '/closed.html', article: 'autre' })).code).toBe('unknown-article');
  for (const path of [
    '/../etc/passwd.html',
    '//evil.example/x.html',
    '/%2e%2e/x.html',
    'x.html',
    '/a.html?x',
    '/%00.html',
  ])
    expect((await intake.send({ page: path })).code).toBe('unknown-article');
  expect(intake.store.waiting()).toEqual([]);
});

test.each([
  ['another origin', { origin: 'https://evil.example' }],
  ['an opaque origin', { origin: 'null' }],
  ['the same name without a lock', { origin: 'http://gazette.example' }],
])('%s is refused', async (_, headers) => {
  const intake = await testIntake();
  const { status, code, response } = await intake.send({}, { headers });
  expect([status, code]).toEqual([403, 'wrong-origin']);
  expect(response.headers.get('access-control-allow-origin')).toBeNull();
  expect(intake.store.waiting()).toEqual([]);
});

test('without an Origin, Sec-Fetch-Site or Referer must say it; a request that says nothing is refused', async () => {
  const intake = await testIntake();
  const stamp = await intake.keyed.stamp(intake.now() - 10_000, 'crue');
  const ask = async (headers: Record<string, string>): Promise<number> => {
    const body = new URLSearchParams({ article: 'crue', page, author: 'A', text: JSON.stringify(headers), stamp });
    const request = new Request('http://x/comment', { method: 'POST', body, headers });
    return (await intake.fetch(request, { address: '1' })).status;
  };
  expect(await ask({})).toBe(403);
  expect(await ask({ referer: 'https://evil.example/?https://gazette.example' })).toBe(403);
  expect(await ask({ 'sec-fetch-site': 'cross-site' })).toBe(403);
  expect(await ask({ referer: `${origin}${page}` })).toBe(201);
  expect(await ask({ 'sec-fetch-site': 'same-origin' })).toBe(201);
});

describe('what is too much', () => {
  test('ten megabytes are answered, not held', async () => {
    const intake = await testIntake();
    const chunk = new Uint8Array(1024 * 1024).fill(97);
    let left = 10;
    const body = new ReadableStream({
      pull: (controller) => {
        if (left-- > 0) controller.enqueue(chunk);
        else controller.close();
      },
    });
    const { status, code } = await intake.send(
      {},
      { body, headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    );
    expect([status, code]).toEqual([413, 'too-large']);
  });

  test('a text longer than 4,000 characters is refused', async () => {
    const intake = await testIntake();
    expect(await intake.send({ text: 'é'.repeat(4001) })).toMatchObject({ status: 422, code: 'long-text' });
    expect((await intake.send({ text: 'é'.repeat(4000) })).code).toBe('received');
  });

  test('a hundred in a second from one address: five are kept, each other one is told to wait; others are not held up', async () => {
    const intake = await testIntake();
    const codes: string[] = [];
    for (let i = 0; i < 100; i++) codes.push((await intake.send({ text: `Avis ${i}` })).code);
    expect(codes.filter((code) => code === 'received')).toHaveLength(5);
    expect(codes.filter((code) => code === 'too-many')).toHaveLength(95);
    expect(intake.store.waiting()).toHaveLength(5);
    expect((await intake.send({ text: 'Avis' }, { address: '192.0.2.2' })).code).toBe('received');
    intake.wait(60_000);
    const again = await intake.send({ text: 'Encore' });
    expect(again.code).toBe('received');
    const refused = await intake.send({ text: 'Trop' });
    expect(refused.response.headers.get('retry-after')).toBe('60');
  });

  test('a household with many addresses is one', async () => {
    const intake = await testIntake();
    const codes: string[] = [];
    for (let i = 0; i < 20; i++) {
      codes.push((await intake.send({ text: `Avis ${i}` }, { address: `2001:db8:1:2::${i.toString(16)}` })).code);
    }
    expect(codes.filter((code) => code === 'received')).toHaveLength(5);
    expect((await intake.send({ text: 'Avis' }, { address: '2001:db8:1:3::1' })).code).toBe('received');
  });

  test('a hundred readers in a second are all kept', async () => {
    const intake = await testIntake();
    const sent = await Promise.all(
      Array.from({ length: 100 }, (_, i) => intake.send({ text: `Avis ${i}` }, { address: `192.0.2.${i}` })),
    );
    expect(new Set(sent.map(({ code }) => code))).toEqual(new Set(['received']));
    expect(intake.store.waiting()).toHaveLength(100);
  });
});

test.each(['text/plain', 'application/xml', 'image/png', ''])('the content type "%s" is refused', async (type) => {
  const intake = await testIntake();
  const { status, code } = await intake.send({}, { body: 'article=crue', headers: { 'content-type': type || 'x' } });
  expect([status, code]).toEqual([415, 'wrong-type']);
});

test('JSON and multipart forms are read like others; broken ones are refused', async () => {
  const intake = await testIntake();
  const stamp = await intake.keyed.stamp(intake.now() - 10_000, 'crue');
  const fields = { article: 'crue', page, author: 'A', text: 'x', stamp };
  const json = { 'content-type': 'application/json' };
  expect((await intake.send({}, { body: JSON.stringify(fields), headers: json })).code).toBe('received');
  expect((await intake.send({}, { body: '{"text":', headers: json })).code).toBe('wrong-type');
  expect((await intake.send({}, { body: 'null', headers: json })).code).toBe('wrong-type');
  expect((await intake.send({}, { body: '{"text":{"$ne":1}}', headers: json })).code).toBe('empty-text');
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...fields, text: 'y' })) form.set(name, value);
  expect((await intake.send({}, { body: form })).code).toBe('received');
});

test('programs are stopped by the hidden field and by the time; people see their text again', async () => {
  const intake = await testIntake();
  expect((await intake.send({ website: 'https://x.example' })).code).toBe('trap');
  const early = await intake.keyed.stamp(intake.now() - 1000, 'crue');
  const fast = await intake.send({ stamp: early });
  expect([fast.status, fast.code]).toEqual([429, 'too-fast']);
  intake.wait(3000);
  expect((await intake.send({ stamp: early })).code).toBe('received');
  expect((await intake.send({ stamp: '' })).code).toBe('preview');
  expect((await intake.send({ stamp: 'zzzzzzzz.forged' })).code).toBe('preview');
  expect((await intake.send({ stamp: await intake.keyed.stamp(intake.now() - 10_000, 'autre') })).code).toBe('preview');
});

test('a pseudonym is asked for, and an e-mail address is none', async () => {
  const intake = await testIntake();
  expect((await intake.send({ author: ' \u200b ' })).code).toBe('empty-author');
  expect((await intake.send({ author: 'camille@example.org' })).code).toBe('author-is-mail');
  expect((await intake.send({ text: ' \n ' })).code).toBe('empty-text');
  expect((await intake.send({ author: 'x'.repeat(500) })).code).toBe('received');
  expect(intake.store.waiting()[0]?.author).toHaveLength(60);
});

test('the same comment sent twice is kept once, and both are thanked', async () => {
  const intake = await testIntake();
  expect((await intake.send()).code).toBe('received');
  expect(await intake.send()).toMatchObject({ status: 200, code: 'already' });
  expect(intake.store.waiting()).toHaveLength(1);
});

describe('a database that cannot take it', () => {
  test('while it is locked a reader is told to try again, and then it works', async () => {
    const intake = await testIntake();
    const other = new DatabaseSync(intake.db);
    other.exec('BEGIN IMMEDIATE');
    const { status, code, response } = await intake.send();
    expect([status, code, response.headers.get('retry-after')]).toEqual([503, 'busy', '5']);
    other.exec('ROLLBACK');
    other.close();
    expect((await intake.send()).code).toBe('received');
  });

  test('on a full disk nothing is promised, and what was accepted stays', async () => {
    const intake = await testIntake({ mostPages: 14 });
    let kept = 0;
    let last = '';
    for (let i = 0; i < 60 && last !== 'full'; i++) {
      last = (await intake.send({ text: `${i} ${'long '.repeat(700)}` }, { address: `10.0.0.${i}` })).code;
      if (last === 'received') kept++;
    }
    expect(last).toBe('full');
    expect(kept).toBeGreaterThan(0);
    expect(intake.store.waiting()).toHaveLength(kept);
    expect(intake.warnings.join()).toContain('full');
    expect(intake.warnings.join()).not.toContain('long long');
  });
});

test('when the site cannot be asked, nothing is kept and nothing is claimed', async () => {
  const intake = await testIntake({
    readPage: async () => {
      throw new Error('away');
    },
  });
  expect(await intake.send()).toMatchObject({ status: 503, code: 'site-away' });
});

test('a reader without script gets a page with the text, a fresh stamp, and a way back', async () => {
  const intake = await testIntake();
  const body = new URLSearchParams({ article: 'crue', page, author: 'A', text: 'Mon "texte"' });
  const request = new Request('http://x/intake/comment', { method: 'POST', headers: { origin }, body });
  const response = await intake.fetch(request, { address: '1' });
  expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(response.headers.get('cache-control')).toBe('no-store');
  const answer = (await response.json()) as { code: string; back: string; form: { text: string; stamp: string } };
  expect(answer).toMatchObject({ code: 'preview', back: `${page}#d_comments`, form: { text: 'Mon "texte"' } });
  intake.wait(3000);
  expect((await intake.send({ text: answer.form.text, stamp: answer.form.stamp })).code).toBe('received');
});

test('a form can be opened by address, and strange addresses and methods are told', async () => {
  const intake = await testIntake();
  const ask = async (path: string, method = 'GET'): Promise<{ status: number; code: string; form: unknown }> => {
    const response = await intake.fetch(new Request(`http://x${path}`, { method }), { address: '1' });
    return { status: response.status, ...((await response.json()) as { code: string; form: unknown }) };
  };
  expect(await ask(`/report?article=crue&page=${encodeURIComponent(page)}&comment=c1`)).toMatchObject({
    status: 200,
    code: 'report',
    form: { kind: 'report', article: 'crue', comment: 'c1', action: 'report' },
  });
  expect(await ask('/intake/comment?article=crue&reply=c1')).toMatchObject({ code: 'write', form: { comment: 'c1' } });
  expect(await ask('/')).toMatchObject({ status: 404, code: 'not-found', form: null });
  expect(await ask('/comment', 'DELETE')).toMatchObject({ status: 405, code: 'wrong-method' });
});

describe('network addresses', () => {
  test('are kept as keyed hashes only, and forgotten after the days of the settings', async () => {
    const intake = await testIntake();
    await intake.send();
    const kept = intake.store.waiting()[0]?.address;
    expect(kept).toBe(await intake.keyed.address('192.0.2.1'));
    expect(kept).not.toContain('192');
    intake.wait(31 * 24 * 3600_000);
    await intake.send({ text: 'Plus tard' });
    expect(intake.store.waiting().map(({ address }) => address)).toEqual([null, kept]);
  });

  test('are not kept at all with keep-days: 0', async () => {
    const intake = await testIntake({ keepDays: 0 });
    await intake.send();
    expect(intake.store.waiting()[0]?.address).toBeNull();
  });

  test('of one household are one', () => {
    expect(household('::ffff:192.0.2.1')).toBe('192.0.2.1');
    expect(household('2001:db8:1:2:aaaa::1')).toBe('2001:db8:1:2');
    expect(household('2001:DB8::1')).toBe(household('2001:db8:0:0:ffff:1:2:3'));
  });
});
