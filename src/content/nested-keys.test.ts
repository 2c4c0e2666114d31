// Keys below a key: French names work, slips are told at their place, and what other programs write there is let pass.

import { describe, expect, test } from 'vitest';
import { readArticle } from './article.ts';
import { readSite } from './site.ts';
import type { Finding } from '../base/findings.ts';

const told = (findings: readonly Finding[]): string[] =>
  findings.map(
    ({ severity, code, line, column, message, hint }) => `${severity} ${code} ${line}:${column} ${message} ${hint}`,
  );

function article(head: string): ReturnType<typeof readArticle> {
  const bytes = Buffer.from(`---\ntitle: x\ndate: 2026-03-05\n${head}\n---\nTexte.\n`);
  return readArticle({ path: 'articles/x.md', bytes }, { lang: 'fr', zone: 'Europe/Paris', hasRooms: true });
}

const site = (head: string): ReturnType<typeof readSite> =>
  readSite({ path: 'site.md', bytes: Buffer.from(`---\n${head}\n---\n`) });

const ofPicture = 'Understood there are: src, alt, caption, credit.';

describe('keys below a key of an article', () => {
  test('may be French', () => {
    expect(
      article(
        'image:\n  src: a.jpg\n  alt: Vue\n  Légende: L\n  crédit: C\ncorrections:\n  - date: 2026-03-05\n    texte: T',
      ),
    ).toMatchObject({
      article: { image: { caption: 'L', credit: 'C' }, corrections: [{ text: 'T' }] },
      findings: [],
    });
  });

  test('that mean nothing are told, with what was probably meant', () => {
    const { findings } = article('image:\n  src: a.jpg\n  atl: Vue\n  alt: ""\n  _rem: x\n  chapeau: x');
    expect(told(findings)).toEqual([
      `warning unknown-key 6:3 There is no key "atl" in "image". Did you mean "alt"? ${ofPicture}`,
      `warning unknown-key 9:3 There is no key "chapeau" in "image". ${ofPicture}`,
    ]);
  });

  test('of a picture without a file are told, too', () => {
    expect(told(article('cover:\n  scr: a.jpg').findings)[0]).toBe(
      `warning unknown-key 5:3 There is no key "scr" in "cover". Did you mean "src"? ${ofPicture}`,
    );
  });

  test('of corrections, films and credits are told', () => {
    const head =
      'corrections:\n  - date: 2026-03-05\n    text: T\n    tpye: x\nvideo: {src: https://a.example/b, postre: c.jpg}\n' +
      'credits:\n  - {nmae: A, name: B, role: texte}';
    expect(told(article(head).findings).map((line) => line.split('?')[0])).toEqual([
      'warning unknown-key 10:6 There is no key "nmae" in "credits". Did you mean "name"',
      'warning unknown-key 7:5 There is no key "tpye" in "corrections". Did you mean "type"',
      'warning unknown-key 8:35 There is no key "postre" in "video". Did you mean "poster"',
    ]);
  });

  test('in TOML have their place', () => {
    const bytes = Buffer.from(
      '+++\ntitle = "x"\ndate = 2026-03-05\n[image]\nsrc = "a.jpg"\nalt = "b"\ncapton = "c"\n+++\n',
    );
    const site = { lang: 'fr', zone: 'Europe/Paris', hasRooms: true };
    const { findings } = readArticle({ path: 'articles/x.md', bytes }, site);
    expect(findings).toMatchObject([{ code: 'unknown-key', line: 7 }]);
  });

  test.each([
    'cover: {image: a.jpg, alt: b, relative: true, hidden: false, hiddenInList: true, responsiveImages: false}',
    'image: {path: a.jpg, alt: b, width: 1, height: 2, thumb: c.jpg, lqip: d}',
    'image: {filename: a.jpg, alt_text: b, focal_point: Smart, preview_only: false, placement: 2}',
    'header_image: {src: a.jpg, alt: b, creditLink: "https://a.example", license: CC, og_image: c.jpg}',
    'video: {url: https://a.example/b, width: 1, height: 2, autoplay: true, duration: 3, title: x}',
  ])('of other programs are let pass: %s', (head) => {
    expect(article(head).findings).toEqual([]);
  });
});

describe('keys below a key of the site file', () => {
  test('of a block may be French, and slips are told', () => {
    const { settings, findings } = site(
      'front:\n  blocks:\n    - rubrique: sciences\n      titre: Le labo\n      artcles: [a]\n      couleur: bleu',
    );
    expect(settings.front.blocks).toEqual([{ section: 'sciences', topic: null, title: 'Le labo', articles: [] }]);
    const hint = 'Understood there are: section, topic, title, articles.';
    expect(told(findings)).toEqual([
      `warning unknown-key 6:7 There is no key "artcles" in "blocks". Did you mean "articles"? ${hint}`,
      `warning unknown-key 7:7 There is no key "couleur" in "blocks". ${hint}`,
    ]);
  });

  test('of the front page and of comments are told with what was probably meant', () => {
    expect(site('front: {aslo: [a], constructor: x}\ncomments: {intke: /a/}').findings).toMatchObject([
      { code: 'unknown-key', message: 'There is no key "aslo" in "front". Did you mean "also"?' },
      { code: 'unknown-key', message: 'There is no key "constructor" in "front".' },
      { code: 'unknown-key', message: 'There is no key "intke" in "comments". Did you mean "intake"?' },
    ]);
  });
});
