// The theme in French. Spaces before : ; « » are no-break ones, written as escapes so that they can be seen.
// One formatter for each of the two visible forms of an instant: `longDate` and `shortDate`.

import { frComments } from './fr-comments.ts';
import { frLists } from './fr-lists.ts';
import type { Words } from './types.ts';
import { cutInstant, offsetName } from './instants.ts';

const months = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
] as const;

const monthName = (month: number): string => months[month - 1] ?? '';
const dayName = (day: number): string => (day === 1 ? '1er' : String(day));
const plural = (count: number, one: string, many: string): string =>
  `${grouped(count)}\u00a0${Math.abs(count) < 2 ? one : many}`;

function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, '\u202f');
}

function period(year: number, month: number, day: number | null): string {
  return day === null ? `${monthName(month)} ${year}` : `${dayName(day)} ${monthName(month)} ${year}`;
}

function longDate(iso: string): string {
  const { year, month, day, time } = cutInstant(iso);
  return time === '' ? period(year, month, day) : `${period(year, month, day)} à ${time}`;
}

function shortDate(iso: string): string {
  const { year, month, day, time } = cutInstant(iso);
  return time === '' ? period(year, month, day) : `${period(year, month, day)}, ${time}`;
}

/** « de Monde », « d’Économie ». */
function of(name: string): string {
  return /^[aeiouyàâäéèêëîïôöùûüœæ]/i.test(name) ? `d’${name}` : `de ${name}`;
}

/** French, as a newspaper of Paris writes it. */
export const fr: Words = {
  lang: 'fr',
  locale: 'fr_FR',

  skip: 'Aller au contenu principal',
  menu: 'Menu',
  sections: 'Rubriques',
  close: 'Fermer',
  search: 'Rechercher',
  searchField: 'Mots à chercher',
  breadcrumbs: 'Fil d’Ariane',
  footerPages: 'À propos',
  feeds: 'Flux',
  feedFormat: (mediaType) =>
    ({ 'application/rss+xml': 'RSS', 'application/atom+xml': 'Atom', 'application/feed+json': 'JSON' })[mediaType] ??
    mediaType,

  longDate,
  shortDate,
  zone: offsetName,
  period,
  updated: 'Mis à jour le',

  types: {
    dispatch: 'Dépêche',
    article: '',
    video: 'Vidéo',
    live: 'En direct',
    'live-ended': 'Direct terminé',
    opinion: 'Opinion',
    brief: 'Brève',
  },
  partner: (name) => `Contenu partenaire\u00a0· ${name}`,
  furnishedBy: 'information fournie par',
  by: 'Par',
  and: 'et',
  readingTime: (minutes) => `${minutes}\u00a0min de lecture`,
  comments: (count) => plural(count, 'commentaire', 'commentaires'),
  picture: 'Photo',
  talk: frComments,
  files: {
    partner: 'Contenu partenaire',
    comments: (article) => (article === null ? 'Commentaires' : `Commentaires\u00a0: ${article}`),
    anonymous: frComments.anonymous,
    moved: { title: 'Page déplacée', link: 'Lire la page à sa nouvelle adresse' },
  },
  photoCredit: 'Crédit photo\u00a0:',
  roles: {
    reporter: 'Reportage',
    writer: 'Rédaction',
    translator: 'Version française',
    editor: 'Édition',
    contributor: 'Contribution',
  },
  colon: '\u00a0: ',
  rights: 'Droits',
  topics: 'Sujets',
  securities: 'Valeurs citées',
  corrections: 'Corrections et précisions',
  corrected: (iso) => `Cet article a été corrigé${iso === null ? '' : ` le ${longDate(iso)}`}`,
  watchVideo: (partner) => (partner === null ? 'Regarder la vidéo' : `Regarder la vidéo de ${partner}`),
  videoLeaves: (host) => `La vidéo s’ouvre sur ${host}. Rien n’en est chargé avant.`,
  videoLoads: (host) => `La vidéo est servie par ${host}. Rien n’en est chargé avant que vous la demandiez.`,
  age: {
    days: 'Cet article date de {count}\u00a0jours.',
    months: 'Cet article date de plus de {count}\u00a0mois.',
    year: 'Cet article date de plus d’un an.',
    years: 'Cet article date de plus de {count}\u00a0ans.',
  },
  share: {
    share: 'Partager',
    copy: 'Copier le lien',
    copied: 'Le lien est copié.',
    failed: 'Le lien n’a pas pu être copié\u00a0: {url}',
  },
  related: 'À lire aussi',
  latest: 'Dernières informations',
  allLatest: 'Voir les dernières informations',

  topStories: 'À la une',
  listKinds: { section: 'Rubrique', topic: 'Sujet', source: 'Source', author: 'Signature', security: 'Valeur' },
  newest: 'Derniers articles',
  emptyList: 'Aucun article n’est encore paru ici.',
  emptyFront: 'Aucun article n’est encore paru.',
  archives: 'Archives',
  allArchives: 'Toutes les archives',
  articles: (count) => plural(count, 'article', 'articles'),
  oldestFirst: (count) =>
    `${plural(count, 'article', 'articles')}${count < 2 ? '' : ', du plus ancien au plus récent'}`,
  archiveTitle: (list, when) => `${list}\u00a0: ${when}`,
  pageNumber: (number) => `page\u00a0${number}`,
  archivePages: 'Pages de ces archives',
  beforePage: (number) => `Page précédente (${number})`,
  backToList: (name) => `Derniers articles ${of(name)}`,
  isin: 'Code ISIN',
  ticker: 'Mnémonique',
  market: 'Marché',
  website: 'Site',
  about: (name) => `À propos ${of(name)}`,

  searchTitle: 'Recherche',
  searchNeedsScript: 'La recherche demande JavaScript. Sans lui, tout se retrouve dans les rubriques et les archives.',
  searchElsewhere: (host) => `Sans JavaScript, la question est posée à ${host}.`,
  section: 'Rubrique',
  allSections: 'Toutes',
  year: 'Année',
  allYears: 'Toutes',
  order: 'Ordre',
  bestFirst: 'Les plus pertinents',
  newestFirst: 'Les plus récents',
  searchResults: 'Résultats',
  searching: 'Recherche en cours…',
  foundNone: (words) => `Aucun article pour «\u00a0${words}\u00a0». Essayez d’autres mots, ou moins de filtres.`,
  foundOne: (words) => `1\u00a0article pour «\u00a0${words}\u00a0»`,
  foundMany: (count, words) => `${count}\u00a0articles pour «\u00a0${words}\u00a0»`,
  searchFailed: 'La recherche ne répond pas. Réessayez dans un moment, ou parcourez les archives.',
  showMore: 'Afficher plus de résultats',

  textEdition: 'Version texte',
  textEditionOf: (name) => `${name}, version texte`,
  fullPage: 'Version complète',

  lists: frLists,

  notFound: 'Cette page n’existe pas',
  notFoundText: 'L’adresse est fausse, ou l’article a été retiré. Rien n’est perdu\u00a0: voici par où reprendre.',
  notFoundWays: 'Par où reprendre',
  offline: 'Vous êtes hors ligne',
  offlineText:
    'Cette page n’a pas été gardée sur cet appareil. Celles que vous avez lues récemment, et les articles de Mes listes, se lisent sans réseau.',
  kept: 'Gardé sur cet appareil',
  withdrawn: 'Cet article a été retiré',
  withdrawnText: 'La rédaction a retiré l’article qui se trouvait à cette adresse. Voici par où reprendre.',
  urgent: 'Urgent',
};
