// Random newspapers and random scripts of edits, for the property that the engine stands on: after any edit, what an
// incremental build leaves equals what a clean build makes, byte for byte. `runScript` plays one script on a real folder.
// A newspaper is a map from paths to texts; an edit changes a few of them, the theme, or the instant.

import * as fc from 'fast-check';

/** What is on disk and on the command line at one moment. */
export interface Newspaper {
  /** Files of the content folder: texts, or bytes of pictures. */
  readonly files: Map<string, string | Uint8Array>;
  /** Which of the themes draws. */
  theme: number;
  /** The instant, ISO 8601. */
  at: string;
}

/** One change, applied in place. */
export interface Edit {
  readonly name: string;
  readonly apply: (paper: Newspaper) => void;
}

/** A random beginning and what happens to it. */
export interface Script {
  readonly articles: readonly ArticleShape[];
  readonly edits: readonly Edit[];
}

/** What may vary in an article; small numbers choose from short lists, so that things meet. */
export interface ArticleShape {
  readonly file: number;
  readonly title: number;
  readonly day: number;
  readonly section: number;
  readonly topics: readonly number[];
  readonly source: number;
  readonly author: number;
  readonly security: number;
  readonly status: number;
  readonly link: number;
  readonly picture: number;
  readonly words: number;
  readonly extra: number;
}

const titles = ['La crue', 'Le sommet', 'Élection à Riga', 'Crue', 'Un « non » ferme', 'Budget 2026 : vote'];
const sections = ['monde', 'sport', 'Économie', 'inconnue', ''];
/** Most have no file of their own: with an article they come, and with the last one they go. */
const topics = ['Climat', 'climat', 'Énergie', 'Europe', 'Ski alpin', 'Aviation', 'Budget', 'Marées', 'Zones humides'];
const sources = ['reuters', 'AFP', 'libertify', ''];
const authors = ['Anna Berg', 'jean-dupont', 'Jean Dupont', ''];
const securities = ['dassault', 'FR0014004L86', 'SCOR', ''];
const statuses = ['live', 'live', 'live', 'draft', 'withdrawn'];
const days = ['2026-02-27', '2026-03-01', '2026-03-03', '2026-03-04', '2026-03-05', '2026-03-07'];
const instants = ['2026-03-05T12:00:00+01:00', '2026-03-05T12:00:01+01:00', '2026-03-06', '2026-03-08', '2026-03-02'];
const extras = [
  '',
  'embargo: 2026-03-05 18:00',
  'expires: 2026-03-06 08:00',
  'urgency: 1\nuntil: 2026-03-07 08:00',
  'redirects: [/ancien/chemin.html]',
  'related: [article-3, article-5]',
  'lang: ar',
  'slug: meme-adresse',
  'corrections: [{date: 2026-03-05, kind: correction, text: Le chiffre était faux.}]',
  'type: video\nvideo: {src: https://video.example/1, partner: Libertify}',
  'note: pour le bureau',
  'id: choisi',
  'title: [',
];
const links = [
  '',
  'Voir [la suite](../01/article-2.md).',
  'Voir [ici](article-4) et [là](/2026/03/01/la-crue.html).',
  'Voir [le monde](/monde/), [le scrutin](/elections/), [hors](https://ailleurs.example/).',
  '![Une digue](digue.png)',
  '<p class="x">Un <b>texte</b> <script>alert(1)</script></p>',
];

/** Bytes of a picture of one pixel; the number colours it. */
function pixel(colour: number): Uint8Array {
  const base = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const other = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';
  return Buffer.from(colour % 2 === 0 ? base : other, 'base64');
}

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/** The file of an article. */
export function fileOf(shape: ArticleShape): string {
  const day = pick(days, shape.day).replaceAll('-', '/');
  return `articles/${day}/article-${shape.file}.md`;
}

/** The text of an article. */
export function textOf(shape: ArticleShape): string {
  const line = (key: string, value: string): string => (value === '' ? '' : `${key}: ${value}\n`);
  const hour = String(shape.file % 24).padStart(2, '0');
  const head = [
    line('title', `"${pick(titles, shape.title)}"`),
    line('date', `${pick(days, shape.day)} ${hour}:00`),
    line('section', pick(sections, shape.section)),
    line('topics', `[${shape.topics.map((topic) => pick(topics, topic)).join(', ')}]`),
    line('source', pick(sources, shape.source)),
    line('authors', pick(authors, shape.author)),
    line('securities', pick(securities, shape.security)),
    line('status', pick(statuses, shape.status)),
    shape.picture % 3 === 1 ? 'image: {src: digue.png, alt: La digue, credit: A. Berg}\n' : '',
    pick(extras, shape.extra) === '' ? '' : `${pick(extras, shape.extra)}\n`,
  ].join('');
  const sentence = 'La rivière est rentrée dans son lit dimanche. ';
  return `---\n${head}---\n\nPARIS, 5 mars (Reuters) - ${sentence.repeat(pick([1, 3, 8, 9], shape.words))}\n\n${pick(links, shape.link)}\n`;
}

const rooms: readonly [string, string][] = [
  ['sections/monde.md', '---\nname: Monde\n---\n'],
  [
    'sections/sport.md',
    '---\nname: Sport\n---\nTout le sport, et [la suite](article-2), [ici](/2026/03/01/la-crue.html).\n',
  ],
  [
    'topics/climat.md',
    '---\nname: Climat\nsummary: Le temps qu’il fera.\n---\nVoir [le monde](/monde/), [le reste](article-4) et [là](../articles/2026/03/01/article-1.md).\n',
  ],
  ['sources/reuters.md', '---\nname: Reuters\nkind: agency\n---\n'],
  ['sources/libertify.md', '---\nname: Libertify\nkind: partner\n---\n'],
  ['authors/jean-dupont.md', '---\nname: Jean Dupont\nrole: Reporter\n---\n'],
  ['securities/dassault.md', '---\nname: Dassault Aviation\nisin: FR0014004L86\nticker: AM\nmarket: Paris\n---\n'],
  ['pages/a-propos.md', '---\ntitle: À propos\n---\nUn journal, qui a écrit [ceci](article-3).\n'],
  [
    'pages/elections.md',
    '---\ntitle: Élections\nembargo: 2026-03-05 12:00:01\nexpires: 2026-03-08\n---\nLe scrutin.\n',
  ],
  ['static/robots-note.txt', 'rien\n'],
  ['sources/afp.md', '---\nname: AFP\nkind: agency\ntypography: keep\n---\n'],
  ['comments/article-1/a.md', '---\nauthor: Lise\ndate: 2026-03-04 09:00\n---\n\nBien dit !\n'],
  ['comments/article-1/b.md', '---\nauthor: Marc\ndate: 2026-03-05 20:00\nreply-to: a\n---\n\nOui.\n'],
  ['comments/article-2/c.md', '---\nauthor: Zoé\ndate: 2026-03-03 09:00\n---\n\nNon.\n'],
  ['comments/article-2/thread.md', '---\nclosed: true\n---\n'],
  ['comments/choisi/d.md', '---\nauthor: Ana\ndate: 2026-03-03 10:00\n---\n\nPeut-être.\n'],
];

const site = (more: string): string => `---\nname: La Gazette\nsections: [monde, sport]\n${more}---\n`;
const settings = [
  site(''),
  site('tagline: Chaque jour\n'),
  site('lang: en\n'),
  site('front: {lead: article-1, blocks: [{topic: climat}]}\n'),
  site('zone: America/New_York\n'),
  site('url: https://gazette.example/journal\n'),
  site('text-edition: true\n'),
  site('comments: {intake: /intake/}\n'),
  site('fresh: link\nold-after: 30\n'),
  '---\nname: Sans rubriques\n---\n',
];

/** Edits of one kind of thing, as arbitraries. */
const small = (max: number): fc.Arbitrary<number> => fc.nat({ max });

const shape: fc.Arbitrary<ArticleShape> = fc.record({
  file: small(11),
  title: small(5),
  day: small(5),
  section: small(4),
  topics: fc.uniqueArray(small(topics.length - 1), { maxLength: 3 }),
  source: small(3),
  author: small(3),
  security: small(3),
  status: small(4),
  link: small(5),
  picture: small(2),
  words: small(3),
  extra: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: small(extras.length - 1) }),
});

const write = (name: string, path: string, text: string | Uint8Array): Edit => ({
  name: `${name} ${path}`,
  apply: ({ files }) => void files.set(path, text),
});

/** Does something to one of the articles that are there. */
function onArticle(name: string, index: number, change: (paper: Newspaper, path: string) => void): Edit {
  return {
    name: `${name} article ${index}`,
    apply: (paper) => {
      const paths = [...paper.files.keys()].filter((path) => /^articles\/.*\.md$/.test(path)).toSorted();
      if (paths.length > 0) change(paper, pick(paths, index));
    },
  };
}

const replaceIn = (pattern: RegExp, value: string) => (paper: Newspaper, path: string) => {
  const text = paper.files.get(path);
  if (typeof text === 'string') paper.files.set(path, text.replace(pattern, value));
};

const edit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 4, arbitrary: shape.map((s) => write('write', fileOf(s), textOf(s))) },
  { weight: 2, arbitrary: small(20).map((i) => onArticle('remove', i, ({ files }, path) => void files.delete(path))) },
  {
    weight: 2,
    arbitrary: fc.tuple(small(20), small(5)).map(([i, day]) =>
      onArticle('move', i, ({ files }, path) => {
        const text = files.get(path) as string;
        files.delete(path);
        files.set(`articles/${pick(days, day).replaceAll('-', '/')}/${path.split('/').at(-1)}`, text);
      }),
    ),
  },
  { weight: 4, arbitrary: small(20).map((i) => onArticle('body of', i, replaceIn(/\n$/, '\nUne phrase de plus.\n'))) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(small(20), small(5))
      .map(([i, t]) => onArticle('title of', i, replaceIn(/^title: .*$/m, `title: "${pick(titles, t)}"`))),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(small(20), small(5))
      .map(([i, d]) => onArticle('date of', i, replaceIn(/^date: .*$/m, `date: ${pick(days, d)} 07:30`))),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(small(20), small(topics.length - 1))
      .map(([i, t]) => onArticle('topics of', i, replaceIn(/^topics: .*$/m, `topics: [${pick(topics, t)}]`))),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(small(20), small(4))
      .map(([i, s]) => onArticle('status of', i, replaceIn(/^status: .*$/m, `status: ${pick(statuses, s)}`))),
  },
  {
    weight: 3,
    arbitrary: small(rooms.length - 1).map((i): Edit => {
      const [path, text] = pick(rooms, i);
      return {
        name: `toggle ${path}`,
        apply: ({ files }) => void (files.has(path) ? files.delete(path) : files.set(path, text)),
      };
    }),
  },
  {
    weight: 2,
    arbitrary: small(rooms.length - 1).map((i) =>
      write('rename', pick(rooms, i)[0], pick(rooms, i)[1].replace(/name: (.*)/, 'name: $1 nouveau')),
    ),
  },
  { weight: 3, arbitrary: small(settings.length - 1).map((i) => write(`settings ${i}`, 'site.md', pick(settings, i))) },
  {
    weight: 3,
    arbitrary: small(instants.length - 1).map((i): Edit => ({
      name: `at ${pick(instants, i)}`,
      apply: (paper) => void (paper.at = pick(instants, i)),
    })),
  },
  { weight: 2, arbitrary: fc.tuple(small(5), small(1)).map(([day, colour]) => pictureEdit(day, colour)) },
  {
    weight: 1,
    arbitrary: small(4).map((theme): Edit => ({
      name: `theme ${theme}`,
      apply: (paper) => void (paper.theme = theme),
    })),
  },
  { weight: 1, arbitrary: fc.constant<Edit>({ name: 'nothing', apply: () => {} }) },
);

function pictureEdit(day: number, colour: number): Edit {
  const path = `articles/${pick(days, day).replaceAll('-', '/')}/digue.png`;
  return {
    name: `picture ${colour} ${path}`,
    apply: ({ files }) => void (colour === 1 && files.has(path) ? files.delete(path) : files.set(path, pixel(colour))),
  };
}

/** Scripts; `crowd` articles of one day make archives, whose pages have neighbours. */
export const scripts: fc.Arbitrary<Script> = fc.record({
  articles: fc.oneof(
    { weight: 5, arbitrary: fc.array(shape, { minLength: 0, maxLength: 9 }) },
    { weight: 1, arbitrary: fc.array(shape, { minLength: 3, maxLength: 6 }).map(crowded) },
  ),
  edits: fc.array(edit, { minLength: 2, maxLength: 6 }),
});

/** The same articles and 34 more, enough for a list to have archives. */
function crowded(articles: readonly ArticleShape[]): ArticleShape[] {
  const first = articles[0] as ArticleShape;
  const more = Array.from({ length: 34 }, (_, i) => ({ ...first, file: 100 + i, extra: 0, status: 0, section: 0 }));
  return [...articles, ...more];
}

/** The newspaper with which a script begins. */
export function beginning({ articles }: Script): Newspaper {
  const files = new Map<string, string | Uint8Array>([['site.md', site('')], ...rooms]);
  files.set('articles/2026/03/01/digue.png', pixel(0));
  for (const article of articles) files.set(fileOf(article), textOf(article));
  return { files, theme: 0, at: pick(instants, 0) };
}
