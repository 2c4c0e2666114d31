// What becomes of films and frames whose addresses are odd.

import { expect, test } from 'vitest';
import { renderBody } from './body.ts';

const resolve = { link: () => undefined, picture: () => null };
const render = (text: string): string => renderBody(text, { lang: 'fr', resolve }).html.trim();

test.each([
  ['of bytes that are no UTF-8', '<video src="film%E9.mp4"></video>', 'Vidéo : film%E9.mp4'],
  ['with a percent sign', '<iframe src="/embed/100%.html"></iframe>', '100%.html'],
  ['with spaces and letters', '<audio src="a/l%27%C3%A9t%C3%A9%202.mp3"></audio>', 'Son : l&#39;été 2.mp3'],
  ['with a control character', '<audio src="a%00b.mp3"></audio>', 'Son : ab.mp3'],
])('a film %s is a link with its name', (_, markup, name) => {
  expect(render(markup)).toContain(`>${name}</a>`);
});
