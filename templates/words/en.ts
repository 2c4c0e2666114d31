// The theme in English: also what a site in any language without words of its own gets.
// One formatter for each of the two visible forms of an instant: `longDate` and `shortDate`.

import { enComments } from './en-comments.ts';
import { enLists } from './en-lists.ts';
import type { Words } from './types.ts';
import { cutInstant, offsetName } from './instants.ts';

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const monthName = (month: number): string => months[month - 1] ?? '';
const plural = (count: number, one: string, many: string): string =>
  `${grouped(count)}\u00a0${Math.abs(count) === 1 ? one : many}`;

function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

function period(year: number, month: number, day: number | null): string {
  return day === null ? `${monthName(month)} ${year}` : `${day} ${monthName(month)} ${year}`;
}

function longDate(iso: string): string {
  const { year, month, day, time } = cutInstant(iso);
  return time === '' ? period(year, month, day) : `${period(year, month, day)} at ${time}`;
}

function shortDate(iso: string): string {
  const { year, month, day, time } = cutInstant(iso);
  return time === '' ? period(year, month, day) : `${period(year, month, day)}, ${time}`;
}

/** English, with the day before the month. */
export const en: Words = {
  lang: 'en',
  locale: 'en_GB',

  skip: 'Skip to main content',
  menu: 'Menu',
  sections: 'Sections',
  close: 'Close',
  search: 'Search',
  searchField: 'Words to look for',
  breadcrumbs: 'Breadcrumb',
  footerPages: 'About',
  feeds: 'Feeds',
  feedFormat: (mediaType) =>
    ({ 'application/rss+xml': 'RSS', 'application/atom+xml': 'Atom', 'application/feed+json': 'JSON' })[mediaType] ??
    mediaType,

  longDate,
  shortDate,
  zone: offsetName,
  period,
  updated: 'Updated',

  types: {
    dispatch: 'Dispatch',
    article: '',
    video: 'Video',
    live: 'Live',
    'live-ended': 'As it happened',
    opinion: 'Opinion',
    brief: 'In brief',
  },
  partner: (name) => `Partner content\u00a0· ${name}`,
  furnishedBy: 'information provided by',
  by: 'By',
  and: 'and',
  readingTime: (minutes) => `${minutes}\u00a0min read`,
  comments: (count) => plural(count, 'comment', 'comments'),
  picture: 'Picture',
  talk: enComments,
  files: {
    partner: 'Partner content',
    comments: (article) => (article === null ? 'Comments' : `Comments: ${article}`),
    anonymous: enComments.anonymous,
    moved: { title: 'Page moved', link: 'Read the page at its new address' },
  },
  photoCredit: 'Photo:',
  roles: {
    reporter: 'Reporting',
    writer: 'Writing',
    translator: 'Translation',
    editor: 'Editing',
    contributor: 'Contribution',
  },
  colon: ': ',
  rights: 'Rights',
  topics: 'Topics',
  securities: 'Securities mentioned',
  corrections: 'Corrections and clarifications',
  corrected: (iso) => `This article was corrected${iso === null ? '' : ` on ${longDate(iso)}`}`,
  watchVideo: (partner) => (partner === null ? 'Watch the video' : `Watch the video by ${partner}`),
  videoLeaves: (host) => `The video opens on ${host}. Nothing is loaded from there before.`,
  videoLoads: (host) => `The video is served by ${host}. Nothing of it is loaded before you ask for it.`,
  age: {
    days: 'This article is {count} days old.',
    months: 'This article is more than {count} months old.',
    year: 'This article is more than a year old.',
    years: 'This article is more than {count} years old.',
  },
  share: {
    share: 'Share',
    copy: 'Copy the link',
    copied: 'The link is copied.',
    failed: 'The link could not be copied: {url}',
  },
  related: 'Related articles',
  latest: 'Latest news',
  allLatest: 'See the latest news',

  topStories: 'Top stories',
  listKinds: { section: 'Section', topic: 'Topic', source: 'Source', author: 'Author', security: 'Security' },
  newest: 'Latest articles',
  emptyList: 'No article has appeared here yet.',
  emptyFront: 'No article has appeared yet.',
  archives: 'Archives',
  allArchives: 'All archives',
  articles: (count) => plural(count, 'article', 'articles'),
  oldestFirst: (count) => `${plural(count, 'article', 'articles')}${count === 1 ? '' : ', oldest first'}`,
  archiveTitle: (list, when) => `${list}: ${when}`,
  pageNumber: (number) => `page\u00a0${number}`,
  archivePages: 'Pages of these archives',
  beforePage: (number) => `Previous page (${number})`,
  backToList: (name) => `Latest articles: ${name}`,
  isin: 'ISIN',
  ticker: 'Ticker',
  market: 'Market',
  website: 'Website',
  about: (name) => `About ${name}`,

  searchTitle: 'Search',
  searchNeedsScript: 'Search needs JavaScript. Without it, everything is in the sections and the archives.',
  searchElsewhere: (host) => `Without JavaScript the question goes to ${host}.`,
  section: 'Section',
  allSections: 'All',
  year: 'Year',
  allYears: 'All',
  order: 'Order',
  bestFirst: 'Best match',
  newestFirst: 'Newest',
  searchResults: 'Results',
  searching: 'Searching…',
  foundNone: (words) => `No article for “${words}”. Try other words, or fewer filters.`,
  foundOne: (words) => `1 article for “${words}”`,
  foundMany: (count, words) => `${count} articles for “${words}”`,
  searchFailed: 'Search does not answer. Try again in a moment, or browse the archives.',
  showMore: 'Show more results',

  textEdition: 'Text version',
  textEditionOf: (name) => `${name}, text version`,
  fullPage: 'Full version',

  lists: enLists,

  notFound: 'This page does not exist',
  notFoundText: 'The address is wrong, or the article has been withdrawn. Nothing is lost: here is where to go on.',
  notFoundWays: 'Where to go on',
  offline: 'You are offline',
  offlineText:
    'This page was not kept on this device. Those that you read lately, and the articles in My lists, can be read without a network.',
  kept: 'Kept on this device',
  withdrawn: 'This article has been withdrawn',
  withdrawnText: 'The newsroom has withdrawn the article that stood at this address. Here is where to go on.',
  urgent: 'Breaking',
};
