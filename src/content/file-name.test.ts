// What paths say: a table of names as real collections have them.

import { describe, expect, test } from 'vitest';
import { readPath } from './file-name.ts';

const stranger = { lang: 'fr', hasRooms: false };
const ours = { lang: 'fr', hasRooms: true };

describe('in a folder of strangers', () => {
  test.each([
    ['posts/2021-12-02-un-titre.md', 'un-titre', '2021-12-02', 'posts', null],
    ['_posts/2021-12-02-un-titre.markdown', 'un-titre', '2021-12-02', null, null],
    ['posts/20211202-un-titre.md', 'un-titre', '2021-12-02', 'posts', null],
    ['posts/2021-12-02_un-titre.md', 'un-titre', '2021-12-02', 'posts', null],
    ['posts/2021-02-30-un-titre.md', '2021-02-30-un-titre', null, 'posts', null],
    ['posts/2021-12-02.md', '', '2021-12-02', 'posts', null],
    ['posts/20211202123.md', '20211202123', null, 'posts', null],
    ['actu/2021/12/02/titre.md', 'titre', '2021-12-02', 'actu', null],
    ['actu/2021/12/titre.md', 'titre', null, 'actu', null],
    ['actu/2021/12/02-titre.md', '02-titre', '2021-12-02', 'actu', null],
    ['actu/2021/12-02-titre.md', '12-02-titre', '2021-12-02', 'actu', null],
    ['actu/2021/13-02-titre.md', '13-02-titre', null, 'actu', null],
    ['actu/2021-12-02/titre.md', 'titre', '2021-12-02', 'actu', null],
    ['blog/mon-article/index.md', 'mon-article', null, 'blog', null],
    ['blog/2021-12-02-mon-article/index.md', 'mon-article', '2021-12-02', 'blog', null],
    ['blog/2021/12/02/index.md', '', '2021-12-02', 'blog', null],
    ['titre.md', 'titre', null, null, null],
    ['en/news/titre.md', 'titre', null, 'news', 'en'],
    ['content/pt-br/posts/titre.md', 'titre', null, 'posts', 'pt-br'],
    ['fr/actu/titre.md', 'titre', null, 'actu', null],
    ['blog/titre.en.md', 'titre', null, 'blog', 'en'],
    ['blog/titre.fr.md', 'titre', null, 'blog', null],
    ['blog/mon-article/index.fr.md', 'mon-article', null, 'blog', null],
    ['blog/mon-article/index.en.md', 'mon-article', null, 'blog', 'en'],
    ['tv/titre.md', 'titre', null, 'tv', null],
  ])('%s', (path, name, date, section, lang) => {
    expect(readPath(path, stranger)).toMatchObject({ name, date, section, lang });
  });

  test('a list page and a README are known', () => {
    expect(readPath('news/_index.en.md', stranger).isListPage).toBe(true);
    expect(readPath('README.md', stranger).isAboutFolder).toBe(true);
  });
});

describe('in the articles room', () => {
  test('the room is no section, and two letters are no language', () => {
    expect(readPath('articles/2026/03/05/crue.md', ours)).toMatchObject({ section: null, date: '2026-03-05' });
    expect(readPath('articles/en/crue.md', ours)).toMatchObject({ section: 'en', lang: null });
  });
});
