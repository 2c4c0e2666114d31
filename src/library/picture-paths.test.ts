import { expect, test } from 'vitest';
import { isRemote, pictureCandidates } from './picture-paths.ts';

const at = { file: 'articles/2026/03/crue.md', site: 'https://gazette.example' };

test.each([
  ['beside the article first', 'pont.jpg', ['articles/2026/03/pont.jpg', 'static/pont.jpg', 'pont.jpg']],
  ['in static/ first, when it begins with a slash', '/img/pont.jpg', ['static/img/pont.jpg', 'img/pont.jpg']],
  ['of the site, in full', 'https://gazette.example/wp/pont.jpg', ['static/wp/pont.jpg', 'wp/pont.jpg']],
  ['of the site, without https', 'http://gazette.example/wp/pont.jpg', ['static/wp/pont.jpg', 'wp/pont.jpg']],
  ['of the site, without a scheme', ' //gazette.example/wp/pont.jpg?w=3', ['static/wp/pont.jpg', 'wp/pont.jpg']],
  ['that leads out of the folder', '../../../../pont.jpg', []],
  ['of another site', 'https://gazette.example.org/pont.jpg', []],
])('a picture %s', (_, src, paths) => {
  expect(pictureCandidates(src, at)).toEqual(paths);
  expect(isRemote(src, at.site)).toBe(src.includes('example.org'));
});
