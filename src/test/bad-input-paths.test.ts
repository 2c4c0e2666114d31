// Names and addresses that lead elsewhere, that no system can hold, or that stand where another one must: none stops the
// paper, none is written or read outside its folders, and a finding names each.

import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { foundIn, healthy, spoil } from './healthy-site.ts';
import { article, noon, removeSites, testSite, type TestSite } from './site.ts';
import { command } from './command.ts';

afterAll(removeSites);

const odd = 'articles/2026/03/04/bizarre.md';
const keys = 'title: Un été\ndate: 2026-03-04 09:00\nsection: monde\nsummary: Un été.';

/** Only the site and its content lie there, and what the test put there. */
function staysInside(site: TestSite, ...more: readonly string[]): void {
  expect(readdirSync(site.folder).toSorted()).toEqual(['_site', 'content', ...more].toSorted());
}

/** Pages of the site that are not those of a healthy one with the article. */
async function pagesWith(more: string): Promise<{ added: string[]; codes: string[]; messages: string }> {
  const plain = (await spoil((site) => site.writeBytes(odd, Buffer.from(article(keys))))).after;
  const { site, report, after } = await spoil((s) => s.writeBytes(odd, Buffer.from(article(`${keys}\n${more}`))));
  staysInside(site);
  const added = [...after.keys()].filter((path) => !plain.has(path) && !path.startsWith('/images/'));
  return {
    added,
    codes: foundIn(report.findings, odd).map((found) => found.replace(/^[\d:]* /, '')),
    messages: report.findings.map(({ message }) => message).join('\n'),
  };
}

describe('a former address', () => {
  test.each([
    ['below a page', '/2026/03/01/crue.html/vieux/', 'warning bad-address'],
    ['of a section', '/monde/', 'warning bad-address'],
    ['of a section, with its index', '/monde/index.html', 'warning bad-address'],
    ['of a section, in capitals', '/MONDE/', 'warning bad-address'],
    ['of a month', '/2026/03/', 'warning bad-address'],
    ['of a section’s month', '/monde/2026/03/', 'warning bad-address'],
    ['of a day', '/2026/03/01/', 'warning bad-address'],
    ['of the page of what is not found', '/404.html', 'warning bad-address'],
    ['below a feed', '/rss.xml/x/', 'warning bad-address'],
    ['below the assets', '/assets/a/', 'warning bad-address'],
    ['of our mark', '/.depeche/', 'warning bad-address'],
    ['that is hidden', '/.git/config', 'warning bad-address'],
    ['that is a device', '/con/', 'warning bad-address'],
    ['that is a device with an ending', '/nul.html', 'warning bad-address'],
    ['of 300 letters', `/${'x'.repeat(300)}/`, 'warning bad-address'],
    ['of 200 letters of two bytes', `/${'é'.repeat(200)}/`, 'warning bad-address'],
    ['that ends with a dot', '/a./b/', 'warning bad-address'],
    ['with a drive', "'C:\\x'", 'error bad-address'],
    ['with backslashes', "'\\a\\b'", 'error bad-address'],
    ['that leads out', '/../../x/', 'error bad-address'],
    ['that leads out, encoded', '/%2e%2e/x/', 'error bad-address'],
    ['with NUL', "'/x%00/'", 'error bad-address'],
  ])('%s makes no page, and a finding', async (_, address, finding) => {
    const { added, codes } = await pagesWith(`redirects: [${address}]`);
    expect(added).toEqual([]);
    expect(codes).toEqual([finding]);
  });

  test('that overrides the direction makes no page, and a finding', async () => {
    const { added, messages } = await pagesWith('redirects: ["/\\u202Egnp.x/"]');
    expect(added).toEqual([]);
    expect(messages).toMatch(/former address|direction|invisible/i);
  });

  test('that is encoded stands under the name that a browser asks for', async () => {
    expect(await pagesWith("redirects: ['/caf%C3%A9/']")).toMatchObject({ added: ['/café/index.html'], codes: [] });
  });

  test('that is a file keeps another one from standing below it', async () => {
    const { added, codes } = await pagesWith('redirects: [/vieux.html, /vieux.html/encore/]');
    expect(added).toEqual(['/vieux.html']);
    expect(codes).toEqual(['warning bad-address']);
  });

  test('of a withdrawn article leads on instead of its notice', async () => {
    const { site } = await spoil((s) => {
      s.write(`=== articles/a.md\n${article('title: A\ndate: 2026-03-01 07:00\nstatus: withdrawn\nslug: retire')}`);
      s.writeBytes(odd, Buffer.from(article(`${keys}\nredirects: [/2026/03/01/retire.html]`)));
    });
    expect(site.read('/2026/03/01/retire.html')).toContain('/2026/03/04/bizarre.html');
  });
});

describe('a file of static/', () => {
  test.each([
    ['that stands where a section is', 'monde', 'error same-address'],
    ['that stands where a year is', '2026', 'error same-address'],
    ['that stands where topics are', 'sujets', 'error same-address'],
    ['below our front page', 'index.html/x', 'error same-address'],
    ['below an article', '2026/03/01/crue.html/x.txt', 'error same-address'],
    ['with a backslash', 'a\\b.txt', 'error bad-address'],
    ['with a line break', 'a\nb.txt', 'error bad-address'],
    ['that overrides the direction', '\u202etxt.exe', 'error bad-address'],
    ['that is a device on Windows', 'con.txt', 'warning bad-address'],
    ['with a colon', 'a:b.txt', 'warning bad-address'],
  ])('%s has a finding, and no page differs', async (_, name, finding) => {
    const { site, report, before, after } = await spoil((s) => s.writeBytes(`static/${name}`, Buffer.from('x')));
    expect(foundIn(report.findings, `static/${name}`)).toEqual([finding]);
    expect(report.findings[0]?.hint).toBeTruthy();
    const added = [...after.keys()].filter((path) => !before.has(path));
    expect(added).toEqual(finding.startsWith('warning') ? [`/${name}`] : []);
    for (const [path, text] of before) expect(after.get(path)).toBe(text);
    staysInside(site);
  });

  test.each([
    ['in Unicode form', 'e\u0301.txt', '\u00e9.txt'],
    ['in case', 'ABC.txt', 'abc.txt'],
  ])('of two that differ only %s one is copied', async (_, first, second) => {
    const { report, before, after } = await spoil((site) => {
      for (const name of [first, second]) site.writeBytes(`static/${name}`, Buffer.from(name));
    });
    if (report.findings.length === 0) return; // The disk itself takes them for one.
    expect(foundIn(report.findings, `static/${second}`)).toEqual(['error same-address']);
    expect([...after.keys()].filter((path) => !before.has(path))).toEqual([`/${first}`]);
  });

  test('whose name is no UTF-8 has a finding', async () => {
    const { report } = await spoil((site) => {
      mkdirSync(join(site.content, 'static'));
      writeFileSync(Buffer.concat([Buffer.from(join(site.content, 'static/')), Buffer.from([0xff, 0x2e, 0x74])]), 'x');
    });
    expect(report.findings.map(({ code }) => code)).toEqual(['bad-address']);
  });

  test('of our own name replaces ours, as it always did', async () => {
    const { site } = await spoil((s) => s.write('=== static/robots.txt\nUser-agent: *\nDisallow: /\n'));
    expect(site.read('/robots.txt')).toContain('Disallow: /\n');
  });
});

test('whatever an author writes into a key, nothing outside is read or written', async () => {
  const out = '../../../../../../etc/passwd';
  const values = [out, '/etc/passwd', '%2e%2e/%2e%2e/x', '..\\..\\x', 'C:\\x', 'file:///etc/passwd', 'con', 'x'.repeat(300)]; // prettier-ignore
  const names = ['slug', 'section', 'topics', 'source', 'authors', 'securities', 'id', 'image', 'video', 'lang', 'type', 'related', 'canonical', 'credits', 'comments']; // prettier-ignore
  const { site, report } = await spoil((s) => {
    for (const [i, name] of names.entries()) {
      for (const [j, value] of values.entries()) {
        const text = `title: T${i}-${j}\ndate: 2026-03-04 09:00\n${name === 'section' ? '' : 'section: monde\n'}${name}: '${value}'`;
        s.writeBytes(`articles/2026/03/04/a${i}-${j}.md`, Buffer.from(article(text, `![x](${value}) [y](${value})`)));
      }
    }
    s.write(`=== pages/p.md\n---\ntitle: P\nslug: '${out}'\n---\n\n![x](${out})\n`);
  });
  expect(report.refused).toBeLessThan(20);
  staysInside(site);
  for (const [path, text] of site.tree()) {
    expect(text).not.toContain('root:');
    for (const part of path.split('/')) expect(part).not.toMatch(/^(\.\.|con|.{256,})$|[\\:]/);
  }
});

test('sockets, pipes, devices and links in a circle are named, and nothing waits for them', async () => {
  let server;
  const { site, report, before, after } = await spoil((s) => {
    mkdirSync(join(s.content, 'static'));
    server = createServer().listen(join(s.content, 'static/prise'));
    execFileSync('mkfifo', [join(s.content, 'static/tube'), join(s.content, 'articles/photo.jpg')]);
    symlinkSync('cercle.md', join(s.content, 'articles/cercle.md'));
    symlinkSync('/dev/zero', join(s.content, 'articles/zero.md'));
    symlinkSync('/dev/zero', join(s.content, 'articles/zero.jpg'));
  });
  (server as unknown as { close: () => void }).close();
  expect(report.findings.map(({ file, code }) => `${file} ${code}`)).toEqual([
    'articles/cercle.md unreadable-file',
    'articles/photo.jpg not-a-file',
    'articles/zero.jpg outside-content',
    'articles/zero.md outside-content',
    'static/prise not-a-file',
    'static/tube not-a-file',
  ]);
  expect(after).toEqual(before);
  staysInside(site);
});

test('a pipe in the place of site.md does not stop the build', async () => {
  const site = testSite(healthy.replace(/=== site\.md\n---\n.*?---\n/s, ''));
  execFileSync('mkfifo', [join(site.content, 'site.md')]);
  expect((await site.build()).findings.map(({ code }) => code)).toContain('not-a-file');
});

test('an article’s file whose name hides letters is named', async () => {
  const file = 'articles/2026/03/04/\u202egnp.md';
  const { report } = await spoil((site) => site.writeBytes(file, Buffer.from(article(keys))));
  expect(foundIn(report.findings, file)).toEqual(['warning bad-address']);
});

test.each([
  ['con', 'con-1'],
  ['com1', 'com1-1'],
])('an article’s file %s.md, which Windows keeps for a device, is named, and stands under %s', async (name, slug) => {
  const file = `articles/2026/03/04/${name}.md`;
  const { site, report } = await spoil((s) => s.writeBytes(file, Buffer.from(article(keys))));
  expect(foundIn(report.findings, file)).toEqual(['warning bad-slug']);
  expect(site.has(`/2026/03/04/${slug}.html`)).toBe(true);
});

test.each([
  ['leads out', '../../x', 'x'],
  ['leads out, encoded', '%2e%2e%2fx', 'x'],
  ['holds backslashes', '..\\\\x', 'x'],
  ['is absolute', '/etc/passwd', 'passwd'],
  ['has a drive', 'C:\\\\x', 'x'],
  ['holds NUL', 'a\\0b', 'a-b'],
  ['has 300 letters', 'x'.repeat(300), 'x'.repeat(80)],
  ['is a device', 'con', 'con-1'],
  ['overrides the direction', 'a\\u202Eb', 'a-b'],
])('a slug that %s has a finding, and the page stands inside', async (_, slug, wanted) => {
  const { site, report } = await spoil((s) => s.writeBytes(odd, Buffer.from(article(`${keys}\nslug: "${slug}"`))));
  expect(foundIn(report.findings, odd).map((found) => found.split(' ').at(-1))).toContain('bad-slug');
  expect(site.has(`/2026/03/04/${wanted}.html`)).toBe(true);
  staysInside(site);
});

test.each([
  ['leads out', '../../../../../x.jpg', 'missing-picture'],
  ['leads out, encoded', `${'%2e%2e/'.repeat(5)}x.jpg`, 'missing-picture'],
  ['is absolute', '/etc/passwd', 'missing-picture'],
  ['has a drive', 'C:\\\\x.jpg', 'bad-value'],
  ['holds NUL', 'x\\0.jpg', 'bad-value'],
  ['is no end', `${'x'.repeat(5000)}.jpg`, 'bad-value'],
])('a picture whose path %s is not looked for outside, and has a finding', async (_, path, code) => {
  const { site, report, before } = await spoil((s) => {
    writeFileSync(join(s.folder, 'x.jpg'), 'outside');
    s.writeBytes(odd, Buffer.from(article(`${keys}\nimage: { src: "${path}", alt: x }`)));
  });
  expect(foundIn(report.findings, odd).map((found) => found.split(' ').at(-1))).toContain(code);
  expect([...site.tree().keys()].filter((at) => at.startsWith('/images/') && !before.has(at))).toEqual([]);
});

test('two articles whose files differ in Unicode form only are told apart by a finding', async () => {
  const [nfd, nfc] = ['articles/2026/03/04/e\u0301.md', 'articles/2026/03/04/\u00e9.md'];
  const { report, site } = await spoil((s) => {
    for (const file of [nfd, nfc]) s.writeBytes(file, Buffer.from(article(keys)));
  });
  if (report.findings.length > 0) expect(foundIn(report.findings, nfc)).toEqual(['error same-address']);
  expect(site.has('/2026/03/04/e.html')).toBe(true);
});

test('a failed build leaves nothing beside the site, and says why in one sentence', async () => {
  const site = testSite(healthy);
  const theme = join(site.folder, 'theme');
  mkdirSync(theme);
  writeFileSync(join(theme, 'index.ts'), 'export const theme = {};\n');
  const outcome = await command('build', '--content', site.content, '--templates', theme, '--out', site.out, '--cache', join(site.folder, 'cache'), '--at', noon); // prettier-ignore
  expect(outcome.status).toBe(1);
  expect(outcome.stderr.trim().split('\n')).toHaveLength(1);
  expect(outcome.stderr).toContain('The site was not built');
  expect(readdirSync(site.folder).filter((name) => name.startsWith('.'))).toEqual([]);
});
