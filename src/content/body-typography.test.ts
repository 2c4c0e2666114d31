import { expect, test } from 'vitest';
import { renderBody } from './body.ts';

const picture = { src: '/a.jpg', width: 1, height: 1, sources: [], alt: '', caption: null, credit: null };
const resolve = { link: () => undefined, picture: () => picture };
const render = (text: string, typography: 'set' | 'keep' = 'set', lang = 'fr'): string =>
  renderBody(text, { lang, resolve, typography }).html.replaceAll('\u00a0', '~').replaceAll('\u202f', '_').trim();

test.each([
  ["C'est *l'été* !", '<p>C’est <em>l’été</em>_!</p>'],
  ["Qui décide *vraiment*? L'*État*.", '<p>Qui décide <em>vraiment</em>_? L’<em>État</em>.</p>'],
  ['Il dit "*jamais*" au maire', '<p>Il dit «~<em>jamais</em>~» au maire</p>'],
  ['un [lien "sûr"](https://a.b/c?d=e) : suite', '<p>un <a href="https://a.b/c?d=e">lien «~sûr~»</a>~: suite</p>'],
  ['Le mot "deux\nlignes" est là', '<p>Le mot «~deux\nlignes~» est là</p>'],
])('sets %s', (typed, set) => expect(render(typed)).toBe(set));

test.each([
  ["la commande `l'eau !` est là", "<p>la commande <code>l'eau !</code> est là</p>".replaceAll("'", '&#39;')],
  ['<https://exemple.fr/l?a=le!>', '<p><a href="https://exemple.fr/l?a=le!">https://exemple.fr/l?a=le!</a></p>'],
  ['le code <code>a ! "b"</code> ici', '<p>le code <code>a ! &quot;b&quot;</code> ici</p>'],
])('leaves what is no text alone in %s', (typed, kept) => {
  expect(render(typed).replaceAll("'", '&#39;').replaceAll('"', '&quot;')).toBe(kept.replaceAll('"', '&quot;'));
});

test('a footnote is set as the text is', () => {
  const text = "Un mot[^1].\n\n[^1]: C'est *l'été* !";
  expect(render(text)).toContain('C’est <em>l’été</em>_!');
  expect(render(text, 'keep')).toContain("C'est <em>l'été</em> !");
});

test('a block of code stays as it is', () => {
  const code = render("    echo l'eau !\n\nEt l'eau !");
  expect(code).toContain('echo l');
  expect(code).toContain('eau !\n');
  expect(code).toContain('Et l’eau_!');
});

test('the caption of a picture is set', () => {
  expect(render('![une rue](a.jpg "Que faire de l\'eau?")')).toContain('<figcaption>Que faire de l’eau_?</figcaption>');
});

test('a text that must be kept is kept, and so is a text in another language', () => {
  expect(render('Qui décide ? "Lui"...', 'keep')).toContain('Qui décide ? ');
  expect(render('Who decides ? It is "him"...', 'set', 'en')).toContain('decides ? ');
});
