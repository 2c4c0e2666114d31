// Sample views for every kind of page, fair ones and ugly ones: what the goldens, the contracts and the preview draw.
// Invented for the theme; no test of another room uses them. Pictures are only named here.

import { raw } from '../src/base/html.ts';
import type {
  ArchivePage,
  ArchiveYear,
  AnswerPage,
  ArticlePage,
  SearchPage,
  TextArticle,
  TextFront,
  TextTeaser,
  Comment,
  CommentsPage,
  FrontPage,
  Head,
  LatestFragment,
  ListPage,
  NotFoundPage,
  Page,
  Picture,
  Site,
  StaticPage,
  Teaser,
  Thread,
} from '../src/view/types.ts';

/** The paper of the fixtures. */
export const site: Site = {
  name: 'Dépêche',
  tagline: 'Les nouvelles, dès qu’elles arrivent',
  description: 'Un journal de démonstration : dépêches d’agences, enquêtes et opinions, sans publicité ni traceur.',
  url: 'https://depeche.example',
  lang: 'fr',
  dir: 'ltr',
  sections: ['Monde', 'France', 'Économie', 'Marchés', 'Entreprises', 'Sciences', 'Culture', 'Sport', 'Opinions'].map(
    (label) => ({ label, url: `/${slug(label)}/` }),
  ),
  pages: [
    { label: 'À propos', url: '/a-propos/' },
    { label: 'Mentions légales', url: '/mentions-legales/' },
    { label: 'Accessibilité', url: '/accessibilite/' },
  ],
  favicon: '/favicon.svg',
  logo: '/logo.svg',
  nameplate: null,
  card: null,
  textEdition: null,
  search: '/recherche/',
  lists: '/mes-listes/',
  fresh: 'island',
  oldAfter: 365,
  offline: true,
  players: ['video.libertify.example'],
  banner: null,
};

function slug(label: string): string {
  return label
    .normalize('NFKD')
    .replace(/[^\w]+/g, '')
    .toLowerCase();
}

/** A `head` for a path. */
export function makeHead(title: string, path: string, more: Partial<Head> = {}): Head {
  return {
    title,
    description: `${title} : ce qu’il faut savoir.`,
    path,
    canonical: `${site.url}${path}`,
    lang: 'fr',
    dir: 'ltr',
    type: 'website',
    image: null,
    published: null,
    modified: null,
    feeds: [
      { title: 'Dépêche', type: 'application/rss+xml', url: '/rss.xml' },
      { title: 'Dépêche', type: 'application/atom+xml', url: '/atom.xml' },
      { title: 'Dépêche', type: 'application/feed+json', url: '/feed.json' },
    ],
    robots: null,
    jsonLd: raw('{"@context":"https://schema.org","@type":"WebPage"}'),
    ...more,
  };
}

function makePage(title: string, path: string, more: Partial<Head> = {}): Page {
  return { site, head: makeHead(title, path, more), trail: path === '/' ? [] : [{ label: 'Accueil', url: '/' }] };
}

/** A picture of the preview's set, 1 to 10. */
export function makePicture(number: number, more: Partial<Picture> = {}): Picture {
  return {
    src: `/images/${number}.jpg`,
    width: 1600,
    height: 1067,
    sources: [],
    alt: 'Un petit train rouge franchit un viaduc de pierre au-dessus d’une vallée enneigée.',
    caption: 'L’autorail de 17 h 52 sur le viaduc de la Combe-Noire.',
    credit: 'Illustration Dépêche',
    ...more,
  };
}

/** A teaser with a title, and what differs from an ordinary one. */
export function makeTeaser(title: string, more: Partial<Teaser> = {}): Teaser {
  return {
    url: `/2026/03/05/${slug(title).slice(0, 24)}.html`,
    title,
    kicker: null,
    lang: null,
    dir: null,
    type: 'article',
    partner: null,
    section: { label: 'Monde', url: '/monde/' },
    source: { label: 'AFP', url: '/sources/afp/' },
    authors: [],
    date: '2026-03-05T05:50:00+01:00',
    excerpt:
      'Les Népalais votent jeudi pour des élections législatives cruciales, marquées par l’affrontement entre la vieille garde et un mouvement porté par la jeunesse.',
    picture: null,
    comments: 0,
    ...more,
  };
}

const person = (label: string): { label: string; url: string } => ({ label, url: `/auteurs/${slug(label)}/` });
const section = (label: string): { section: Teaser['section'] } => ({ section: { label, url: `/${slug(label)}/` } });

/** The four neighbours of the story of 2021, as they should be. */
export const neighbours: readonly Teaser[] = [
  makeTeaser('Moyen-Orient : ce qu’il faut retenir du sixième jour de guerre', {
    picture: makePicture(1, { credit: 'AFP / Kawnat HAJU' }),
    excerpt: 'Frappes au Kurdistan, incendie à Tyr, détroit d’Ormuz fermé : le point sur la situation jeudi matin.',
    comments: 2,
  }),
  makeTeaser('En Colombie, les anciens Farc remettent leurs dix sièges au vote', {
    picture: makePicture(2, { credit: 'AFP / Luis ACOSTA' }),
    date: '2026-03-05T05:06:00+01:00',
    excerpt: 'L’accord de paix de 2016 garantissait dix sièges au Parlement aux ex-guérilleros. Ce n’est plus le cas.',
  }),
  makeTeaser('Top 5 IA du 04/03/2026', {
    type: 'video',
    partner: 'Libertify',
    ...section('Marchés'),
    source: { label: 'Libertify', url: '/sources/libertify/' },
    date: '2026-03-05T05:00:00+01:00',
    picture: makePicture(3),
    excerpt: 'Cinq valeurs repérées par les algorithmes de Libertify, à regarder en moins de trois minutes.',
  }),
  makeTeaser('Au Népal, une génération met son soulèvement dans les urnes', {
    date: '2026-03-05T04:45:00+01:00',
    comments: 1,
  }),
];

/** Headlines enough for a whole paper. */
const headlines: readonly Teaser[] = [
  ...neighbours,
  makeTeaser('La Bourse de Paris ouvre en baisse, le pétrole franchit les 90 dollars', {
    type: 'dispatch',
    ...section('Marchés'),
    source: { label: 'Reuters', url: '/sources/reuters/' },
    picture: makePicture(4),
  }),
  makeTeaser('Le dernier train de la vallée : voyage sur une ligne qui refuse de mourir', {
    kicker: 'Grand format',
    ...section('France'),
    authors: [person('Yann Le Dantec')],
    source: { label: 'Dépêche', url: '/sources/depeche/' },
    picture: makePicture(5),
    excerpt:
      'Onze gares, 48 kilomètres, 1 h 17 de trajet. Entre Valmorel-les-Forges et le col de l’Échaillon, la voie ferrée a été condamnée quatre fois. Elle roule encore.',
    date: '2026-02-28T06:00:00+01:00',
    comments: 34,
  }),
  makeTeaser('Éloge du train omnibus', {
    type: 'opinion',
    ...section('Opinions'),
    authors: [person('Hortense Dumayet')],
    source: { label: 'Dépêche', url: '/sources/depeche/' },
    excerpt: 'S’arrêter partout est une politique. C’est même la seule qui laisse quelqu’un monter.',
  }),
  makeTeaser('Municipales : dans 68 villages sur cent, une seule liste et beaucoup de silence', {
    ...section('France'),
    picture: makePicture(6),
    source: { label: 'Agence Alpine', url: '/sources/agence-alpine/' },
  }),
  makeTeaser('Marseille-Fos accueille les cargos détournés de la mer Rouge', {
    ...section('Économie'),
    picture: makePicture(7),
    source: { label: 'Méditerranée Presse', url: '/sources/mediterranee-presse/' },
  }),
  makeTeaser('Séisme de magnitude 5,1 au large de la Crète, pas de victime', { type: 'brief', excerpt: '' }),
  makeTeaser('Euroapi relève ses prévisions et grimpe de 9 %', {
    type: 'live',
    ...section('Entreprises'),
    picture: makePicture(8),
  }),
  makeTeaser(
    'Après onze heures de débat, les ministres des Finances s’accordent sur une version allégée du pacte budgétaire',
    { ...section('Économie'), source: { label: 'Fil Éco', url: '/sources/fil-eco/' }, date: '2026-03-04' },
  ),
];

function pick(start: number, count: number, label: string): readonly Teaser[] {
  return Array.from({ length: count }, (_, i) => ({
    ...(headlines[(start + i) % headlines.length] as Teaser),
    ...section(label),
  }));
}

function makeMonths(year: number, last: number, pages: number): ArchiveYear['months'] {
  return Array.from({ length: last }, (_, i) => {
    const url = `/monde/${year}/${String(i + 1).padStart(2, '0')}/`;
    return {
      month: i + 1,
      url,
      count: 100 * (pages - 1) + 12 + i,
      pages: Array.from({ length: pages }, (_, n) => (n === 0 ? url : `${url}${n + 1}/`)),
    };
  });
}

/** Three hundred months, the newest with three pages each. */
export const archives: readonly ArchiveYear[] = Array.from({ length: 25 }, (_, i) => ({
  year: 2026 - i,
  months: makeMonths(2026 - i, i === 0 ? 3 : 12, i < 2 ? 3 : 1),
}));

const seedBody =
  raw(`<p><span class="dateline">STOCKHOLM, 2 décembre (Reuters) – </span>Joe Biden et Vladimir Poutine pourraient se parler « dans un avenir proche », a dit jeudi à Stockholm le secrétaire d’État américain, Antony Blinken, alors que la tension monte à la frontière de l’Ukraine.</p>
<p>À Moscou, la diplomatie russe souhaite elle aussi un échange au sommet dans les jours qui viennent ; aucune date n’est arrêtée, <a href="/sources/interfax/">rapporte l’agence Interfax</a>.</p>
<p>Les capitales occidentales s’inquiètent depuis des semaines de mouvements de troupes qu’elles jugent inhabituels. La Russie assure n’avoir aucun projet d’invasion et reproche à Kiev de masser des forces dans l’est du pays.</p>
<p>Après un tête-à-tête avec Sergueï Lavrov, Antony Blinken a estimé qu’il revenait à la Russie de faire retomber la pression, l’Ukraine ne menaçant personne à ses yeux.</p>
<p>Washington, a-t-il ajouté, est disposé à chercher avec les deux pays une issue par la voie diplomatique.</p>`);

/** A thread in which nobody has written yet. */
export const emptyThread: Thread = {
  article: 'biden',
  count: 0,
  comments: [],
  closed: false,
  form: { action: '/intake/comment', stamp: '/intake/stamp', page: '/2021/12/02/biden.html' },
  reports: { action: '/intake/report', stamp: '/intake/stamp' },
  number: 1,
  pages: ['/2021/12/02/biden.html'],
  feed: null,
};

function makeComment(id: string, author: string | null, more: Partial<Comment> = {}): Comment {
  return {
    id,
    url: `/2021/12/02/biden.html#d_comment-${id}`,
    state: 'shown',
    author,
    date: '2021-12-03T09:12:00+01:00',
    body: raw('<p>Un avis.</p>'),
    replies: [],
    replyTo: `/intake/comment?article=biden&page=%2F2021%2F12%2F02%2Fbiden.html&reply=${id}`,
    report: `/intake/report?article=biden&page=%2F2021%2F12%2F02%2Fbiden.html&comment=${id}`,
    ...more,
  };
}

/** A thread with replies, an anonymous reader, one in Arabic, a removed comment and one that nothing can hold together. */
export const fullThread: Thread = {
  ...emptyThread,
  count: 5,
  comments: [
    makeComment('c1', 'Camille R.', {
      body: raw(
        '<blockquote><p>Les deux dirigeants devraient se parler</p></blockquote><p>On attend de voir.<br>Sans trop y croire.</p>',
      ),
      replies: [
        makeComment('c2', 'قارئة من طنجة', { body: raw('<p>إلى الحوار إذن.</p>') }),
        makeComment('c3', null, { date: '2021-12-03' }),
      ],
    }),
    makeComment('c4', null, {
      state: 'removed',
      body: null,
      replyTo: null,
      report: null,
      replies: [makeComment('c5', 'Un pseudonyme de soixante lettres qui ne se coupe nulle part_')],
    }),
    makeComment('c6', 'Odile', { body: raw(`<p>${'longue'.repeat(40)}</p>`) }),
  ],
  feed: '/2021/12/02/biden/commentaires.xml',
};

/** The story of the portal's page, made well. */
export const dispatch: ArticlePage = {
  ...makePage('Biden et Poutine devraient se parler très prochainement, selon Blinken', '/2021/12/02/biden.html', {
    type: 'article',
    published: '2021-12-02T16:28:00+01:00',
    jsonLd: raw('{"@context":"https://schema.org","@type":"NewsArticle","headline":"Biden et Poutine"}'),
    image: { url: 'https://depeche.example/images/1.jpg', width: 1600, height: 1067, alt: 'Deux drapeaux' },
  }),
  trail: [
    { label: 'Accueil', url: '/' },
    { label: 'Monde', url: '/monde/' },
  ],
  kind: 'article',
  title: 'Biden et Poutine devraient se parler très prochainement, selon Blinken',
  kicker: null,
  standfirst: null,
  type: 'dispatch',
  partner: null,
  section: { label: 'Monde', url: '/monde/' },
  source: { label: 'Reuters', url: '/sources/reuters/', rights: '© Thomson Reuters. Reproduction interdite.' },
  authors: [],
  date: '2021-12-02T16:28:00+01:00',
  updated: null,
  picture: null,
  video: null,
  body: seedBody,
  minutes: 1,
  credits: [
    { role: 'reporter', name: 'Humeyra Pamuk', place: null },
    { role: 'writer', name: 'Daphne Psaledakis', place: 'Washington' },
    { role: 'translator', name: 'Jean-Stéphane Brosse', place: null },
    { role: 'editor', name: 'Sophie Louet', place: null },
  ],
  creditLine: null,
  securities: [],
  topics: [
    { label: 'Ukraine', url: '/sujets/ukraine/' },
    { label: 'Diplomatie', url: '/sujets/diplomatie/' },
  ],
  corrections: [],
  related: neighbours,
  textUrl: null,
  comments: 0,
  thread: emptyThread,
};

const longBody =
  raw(`<p>À Valmorel-les-Forges, le train ne s’annonce pas. Il n’y a plus de haut-parleur depuis 2009, et l’écran installé pour le remplacer affiche, hiver comme été, une température de 12 degrés. On sait que l’autorail arrive parce que Monique Charpenet se lève.</p>
<p>« Une fois, je me suis levée et il n’est pas venu, raconte-t-elle. C’était en 1987. »</p>
<h2 id="quarante-huit-kilometres">Quarante-huit kilomètres, cent quarante ans</h2>
<p>On l’a ouverte en 1886 pour <a href="/2026/02/20/glaciers.html">descendre le fer</a>. Les forges fermaient déjà quand le dernier rail fut posé, et la ligne naquit donc déficitaire, ce qui lui a peut-être appris à vivre. Elle a transporté du bois, des moutons, des curistes, des soldats, des skieurs.<sup><a href="#fn1" id="fnref1">[1]</a></sup></p>
<figure><img src="/images/9.jpg" width="1600" height="1067" alt="Une petite gare de montagne au toit chargé de neige." loading="lazy"><figcaption>La gare de Saint-Alban-d’en-Haut, à 972 mètres d’altitude. Illustration Dépêche</figcaption></figure>
<blockquote><p>On nous avait dit que nous étions attachés au train par nostalgie. Personne n’est nostalgique à sept heures du matin par moins neuf.</p></blockquote>
<h3 id="compte">Le compte, poste par poste</h3>
<div class="table" tabindex="0"><table><thead><tr><th scope="col">Poste, par an</th><th scope="col">Avec le train</th><th scope="col">Avec les autocars</th></tr></thead><tbody><tr><td>Exploitation</td><td>9,8 M€</td><td>3,4 M€</td></tr><tr><td>Entretien de la voie ou de la route</td><td>4,1 M€</td><td>2,9 M€</td></tr><tr><td><strong>Coût net pour la collectivité</strong></td><td><strong>11,0 M€</strong></td><td><strong>10,6 M€</strong></td></tr></tbody></table></div>
<p>Ceux qui les défendent retiennent de la vallée quatre leçons :</p>
<ul><li>compter tout, y compris ce que paient les autres budgets ;</li><li>ne jamais accepter un essai d’autocar en été ;</li><li>garder un chasse-neige.</li></ul>
<ol><li>Premier point, avec une adresse trop longue : https://exemple.example/une/adresse/qui/ne/finit/jamais/et/ne/se/coupe/nulle/part/12345678901234567890</li><li>Second point</li></ol>
<h4 id="code">Pour les curieux</h4>
<pre tabindex="0"><code>ligne = gares.reduce((total, gare) =&gt; total + gare.voyageurs * jours_ouvres - gare.correspondances_manquees, 0);</code></pre>
<p class="missing-picture">Une vue du col au printemps</p>
<details><summary>Comment nous avons enquêté</summary><p>Six voyages, entre novembre et février, et <code>11</code> entretiens.</p></details>
<hr>
<p>« On est à l’heure », dit-elle.</p>
<section class="footnotes"><ol><li id="fn1"><p>Archives départementales, série S. <a href="#fnref1" aria-label="Retour au texte">↩</a></p></li></ol></section>`);

/** A long read with all that a body may hold, people, a correction and an update. */
export const longRead: ArticlePage = {
  ...dispatch,
  ...makePage('Le dernier train de la vallée', '/2026/02/28/dernier-train.html', {
    type: 'article',
    published: '2026-02-28T06:00:00+01:00',
    modified: '2026-03-01T18:10:00+01:00',
  }),
  trail: [
    { label: 'Accueil', url: '/' },
    { label: 'France', url: '/france/' },
  ],
  title: 'Le dernier train de la vallée : voyage sur une ligne qui refuse de mourir',
  kicker: 'Grand format',
  standfirst:
    'Onze gares, 48 kilomètres, 1 h 17 de trajet. Entre Valmorel-les-Forges et le col de l’Échaillon, la voie ferrée a été condamnée quatre fois. Elle roule encore, et elle a quelque chose à dire aux autres.',
  type: 'article',
  section: { label: 'France', url: '/france/' },
  source: { label: 'Dépêche', url: '/sources/depeche/', rights: null },
  authors: [person('Yann Le Dantec'), person('Claire Vasseur'), person('Inès Belkacem')],
  date: '2026-02-28T06:00:00+01:00',
  updated: '2026-03-01T18:10:00+01:00',
  picture: makePicture(5),
  body: longBody,
  minutes: 11,
  credits: [],
  creditLine: null,
  corrections: [
    {
      date: '2026-03-01T18:10:00+01:00',
      kind: 'correction',
      text: 'Le chasse-neige de la ligne date de 1958, et non de 1968 comme nous l’avions écrit.',
    },
    { date: '2026-03-02', kind: 'précision', text: 'La région finance deux allers-retours, dont un le soir.' },
  ],
  comments: 34,
  thread: {
    ...fullThread,
    count: 34,
    pages: ['/2021/12/02/biden.html', '/2021/12/02/biden/commentaires-2.html'],
  },
};

/** A partner's film that names five securities. */
export const partnerVideo: ArticlePage = {
  ...dispatch,
  ...makePage('Top 5 IA du 04/03/2026', '/2026/03/05/top-5-ia.html', { type: 'article' }),
  trail: [
    { label: 'Accueil', url: '/' },
    { label: 'Marchés', url: '/marches/' },
  ],
  title: 'Top 5 IA du 04/03/2026',
  standfirst: 'Cinq valeurs repérées par les algorithmes de Libertify, à regarder en moins de trois minutes.',
  type: 'video',
  partner: 'Libertify',
  section: { label: 'Marchés', url: '/marches/' },
  source: { label: 'Libertify', url: '/sources/libertify/', rights: null },
  date: '2026-03-05T05:00:00+01:00',
  picture: makePicture(3),
  video: {
    src: 'https://video.libertify.example/top-5/2026-03-04',
    poster: makePicture(3, { alt: '' }),
    partner: 'Libertify',
  },
  body: raw('<p>L’édition de ce jeudi s’arrête sur cinq titres. La sélection est automatique.</p>'),
  credits: [],
  creditLine: 'Réalisation Libertify, version française du service vidéo',
  securities: ['Dassault Aviation', 'Euroapi', 'JCDecaux', 'Moderna', 'Scor'].map((label) => ({
    id: slug(label),
    label,
    url: `/valeurs/${slug(label)}/`,
  })),
  topics: [{ label: 'Intelligence artificielle', url: '/sujets/intelligence-artificielle/' }],
  related: neighbours.slice(0, 2),
  comments: null,
  thread: null,
};

/** An opinion in the person's own words, without source, related articles or topics. */
export const opinion: ArticlePage = {
  ...dispatch,
  ...makePage('Éloge du train omnibus', '/2026/03/01/eloge.html', { type: 'article' }),
  title: 'Éloge du train omnibus',
  standfirst: 'S’arrêter partout est une politique. C’est même la seule qui laisse quelqu’un monter.',
  type: 'opinion',
  section: { label: 'Opinions', url: '/opinions/' },
  source: null,
  authors: [person('Hortense Dumayet')],
  date: '2026-03-01',
  picture: makePicture(10, { width: 900, height: 1200, caption: null }),
  credits: [],
  topics: [],
  related: [],
  comments: 1,
  thread: { ...emptyThread, count: 1, comments: [makeComment('c1', 'Odile')], form: null, reports: null },
};

/** A title of 110 characters and a word that fits no telephone, in a language that the theme does not speak. */
export const foreign: ArticlePage = {
  ...opinion,
  ...makePage('تصويت في نيبال', '/ar/2026/03/05/nepal.html', { type: 'article', lang: 'ar', dir: 'rtl' }),
  title: 'تصويت في نيبال بعد الانتفاضة: جيل كامل يحمل مطالبه إلى صناديق الاقتراع في كاتماندو وبقية البلاد يوم الخميس',
  standfirst: null,
  type: 'article',
  authors: [],
  picture: null,
  body: raw('<p>صوّت النيباليون الخميس في انتخابات تشريعية حاسمة، بعد ستة أشهر من انتفاضة أسقطت الحكومة.</p>'),
  related: neighbours.slice(0, 2),
};

/** The whole front page. */
export const front: FrontPage = {
  ...makePage('Dépêche', '/'),
  kind: 'front',
  lead: { ...(headlines[0] as Teaser), kicker: null, excerpt: neighbours[3]?.excerpt ?? '' },
  also: [headlines[5], headlines[4], headlines[6], headlines[7]] as Teaser[],
  latest: headlines,
  blocks: [
    { title: 'Monde', url: '/monde/', teasers: pick(0, 5, 'Monde') },
    { title: 'France', url: '/france/', teasers: pick(5, 4, 'France') },
    { title: 'Économie', url: '/economie/', teasers: pick(8, 4, 'Économie') },
    { title: 'Marchés', url: '/marches/', teasers: pick(10, 5, 'Marchés') },
    { title: 'Culture', url: '/culture/', teasers: pick(3, 2, 'Culture') },
    { title: 'À lire ce week-end', url: null, teasers: pick(6, 3, 'Sport') },
  ],
  archives: archives.slice(0, 2),
};

/** A paper on its first morning: nothing but the wire. */
export const youngFront: FrontPage = {
  ...front,
  lead: null,
  also: [],
  blocks: [],
  latest: headlines.slice(0, 3),
  archives: [],
};

/** A paper without a single article. */
export const emptyFront: FrontPage = { ...youngFront, latest: [] };

const arabic = makeTeaser('تصويت في نيبال بعد الانتفاضة', {
  lang: 'ar',
  dir: 'rtl',
  excerpt: 'صوّت النيباليون الخميس في انتخابات تشريعية حاسمة.',
  picture: makePicture(2),
});

/** A section with thirty articles and three hundred months behind it. */
export const sectionList: ListPage = {
  ...makePage('Monde', '/monde/'),
  kind: 'section',
  name: 'Monde',
  summary: 'La diplomatie, les guerres et les élections, racontées par les agences et par nos correspondants.',
  body: null,
  role: null,
  address: null,
  rights: null,
  security: null,
  teasers: [headlines[0] as Teaser, arabic, ...pick(1, 28, 'Monde')],
  archives,
};

/** A security with facts and a text. */
export const securityList: ListPage = {
  ...sectionList,
  ...makePage('Dassault Aviation', '/valeurs/dassault-aviation/'),
  kind: 'security',
  name: 'Dassault Aviation',
  summary: null,
  body: raw('<p>Constructeur d’avions d’affaires et de combat, coté à Paris.</p>'),
  security: { id: 'dassault-aviation', isin: 'FR0014004L86', ticker: 'AM', market: 'Euronext Paris' },
  teasers: pick(2, 3, 'Marchés'),
  archives: [],
};

/** A source with its own site and rights. */
export const sourceList: ListPage = {
  ...securityList,
  ...makePage('Reuters', '/sources/reuters/'),
  kind: 'source',
  name: 'Reuters',
  security: null,
  address: 'https://www.reuters.com/',
  rights: '© Thomson Reuters. Reproduction interdite.',
};

/** An author who has not written yet. */
export const emptyList: ListPage = {
  ...sectionList,
  ...makePage('Hortense Dumayet', '/auteurs/hortense-dumayet/'),
  kind: 'author',
  name: 'Hortense Dumayet',
  summary: null,
  role: 'Chroniqueuse',
  teasers: [],
  archives: [],
};

/** The second page of a month. */
export const archiveMonth: ArchivePage = {
  ...makePage('Monde : mars 2026', '/monde/2026/03/2/'),
  trail: [
    { label: 'Accueil', url: '/' },
    { label: 'Monde', url: '/monde/' },
  ],
  kind: 'archive',
  list: { label: 'Monde', url: '/monde/' },
  year: 2026,
  month: 3,
  day: null,
  number: 2,
  monthUrl: null,
  before: '/monde/2026/03/',
  teasers: pick(0, 36, 'Monde'),
};

/** A day of the whole site, with one article. */
export const archiveDay: ArchivePage = {
  ...archiveMonth,
  ...makePage('Dépêche : 1er mars 2026', '/2026/03/01/'),
  list: { label: 'Dépêche', url: '/' },
  day: 1,
  number: 1,
  monthUrl: '/2026/03/',
  before: null,
  teasers: pick(5, 1, 'France'),
};

/** A static page. */
export const about: StaticPage = {
  ...makePage('À propos', '/a-propos/'),
  kind: 'page',
  title: 'À propos de Dépêche',
  summary: 'Un journal fait de fichiers, que l’on lit sans compte et sans script.',
  body: raw('<p>Dépêche publie des articles.</p><h2 id="contact">Nous écrire</h2><p>Par la poste.</p>'),
};

/** An address that leads nowhere. */
export const missing: NotFoundPage = {
  ...makePage('Page introuvable', '/404.html', { robots: 'noindex' }),
  kind: 'not-found',
  reason: 'missing',
  withdrawal: null,
};

/** What stands where an article was withdrawn. */
export const withdrawn: NotFoundPage = {
  ...makePage('410', '/2026/01/16/lycee.html', { robots: 'noindex' }),
  kind: 'not-found',
  reason: 'withdrawn',
  withdrawal: {
    date: '2026-01-17T10:15:00+01:00',
    kind: 'retrait',
    text: 'Cet article reposait sur un document de travail périmé. Aucune fermeture n’est à l’étude.',
  },
};

/** The fragment of newest articles. */
export const latest: LatestFragment = { kind: 'latest', site, teasers: headlines.slice(0, 3) };

const textSite: Site = { ...site, textEdition: '/texte/' };

/** The long read's neighbours as the text edition lists them. */
const textNeighbours: readonly TextTeaser[] = neighbours.map(({ title, lang, dir, partner, date, url, section }) => {
  return { title, lang, dir, partner, date, url: `/texte${url}`, section: section.label };
});

/** The long read as text alone. */
export const textRead: TextArticle = {
  ...longRead,
  kind: 'text-article',
  site: textSite,
  lang: 'fr',
  dir: 'ltr',
  url: longRead.head.path,
  canonical: longRead.head.canonical,
  authors: longRead.authors.map(({ label }) => label),
  source: 'Agence Alpine',
  rights: 'Reproduction autorisée.',
  related: textNeighbours,
  body: raw('<p>Le texte, avec <a href="/images/1.jpg">Image : une gare</a>.</p>\n'),
};

/** The front page of the text edition. */
export const textFront: TextFront = {
  kind: 'text-front',
  site: textSite,
  canonical: 'https://depeche.example/texte/',
  teasers: textNeighbours,
};

/** Comments beyond the fiftieth: the thread goes on under a comment of the page before; closed meanwhile. */
export const commentsPage: CommentsPage = {
  ...makePage('Biden et Poutine devraient se parler', '/2021/12/02/biden/commentaires-2.html', {
    robots: 'noindex, follow',
  }),
  kind: 'comments',
  article: { label: 'Biden et Poutine devraient se parler', url: '/2021/12/02/biden.html' },
  thread: {
    ...fullThread,
    count: 55,
    comments: [
      makeComment('c50', 'Camille R.', {
        state: 'elsewhere',
        body: null,
        replyTo: null,
        report: null,
        replies: [makeComment('c51', 'Odile', { replyTo: null })],
      }),
    ],
    closed: true,
    form: null,
    number: 2,
    pages: ['/2021/12/02/biden.html', '/2021/12/02/biden/commentaires-2.html'],
  },
};

/** What the intake says to a reader whose comment is too long. */
export const answer: AnswerPage = {
  kind: 'answer',
  code: 'long-text',
  site,
  base: '',
  back: '/2021/12/02/biden.html',
  form: {
    kind: 'comment',
    action: '/intake/comment',
    article: 'biden',
    page: '/2021/12/02/biden.html',
    comment: null,
    author: 'Camille "R."',
    text: 'Un texte <b>trop</b> long',
    reason: 'insult',
    stamp: '1',
  },
};

/** The search page before a question. */
export const search: SearchPage = {
  ...makePage('', '/recherche/'),
  kind: 'search',
  external: null,
  years: [{ year: 2026, months: [{ month: 3, url: '/2026/03/' }] }],
};
