// The keys of an article: their names, what other programs call them, and what they mean. The README's table is
// printed from here (`printKeyTable`). Reading the values is article.ts's work.
// A key enters the table when it has a behaviour; foreign-keys.ts lists the keys of other
// programs that have none here and deserve no warning. Invariant: each spelling leads to one key, whatever its case, `_` or `-`.

import { fold, nearest } from '../base/text.ts';
import { foreignKeys } from './foreign-keys.ts';
import { foldKey } from './nodes.ts';

/** One key of a file. */
export interface KeyDefinition {
  /** As we write it. */
  readonly name: string;
  /** What stands behind it. */
  readonly form: string;
  readonly meaning: string;
  /** What stands in when the key is absent. */
  readonly otherwise: string;
  /** Understood as well, in order of precedence. */
  readonly synonyms: readonly string[];
  /** The rooms whose files it says something of, where a table is shared; all of them when absent. */
  readonly rooms?: readonly string[];
}

/** The table, in the order in which authors meet the keys. */
export const articleKeys = [
  {
    name: 'title',
    form: 'text',
    meaning: 'The headline. Required.',
    otherwise: 'the first `#` heading of the text',
    synonyms: ['headline', 'post_title'],
  },
  {
    name: 'date',
    form: 'date',
    meaning: 'When it is published. Without a zone, in the zone of the site. Required.',
    otherwise: 'the date in the file name or the folders',
    synonyms: [
      'published',
      'publish',
      'publishDate',
      'publishedDate',
      'pubDate',
      'published_at',
      'published_on',
      'publication_date',
      'date_published',
      'post_date',
      'publishedTime',
      'created',
      'created_at',
      'date_created',
    ],
  },
  {
    name: 'updated',
    form: 'date',
    meaning: 'When its substance last changed.',
    otherwise: 'never',
    synonyms: [
      'lastmod',
      'modified',
      'updatedDate',
      'updated_at',
      'last_modified_at',
      'last_modified',
      'lastUpdated',
      'dateModified',
      'modifiedDate',
      'date_updated',
      'update_date',
      'post_modified',
    ],
  },
  {
    name: 'summary',
    form: 'text',
    meaning: 'The chapô: one to three sentences, shown above the text and in lists.',
    otherwise: 'none; lists take the beginning of the text',
    synonyms: [
      'description',
      'deck',
      'excerpt',
      'blurb',
      'standfirst',
      'subtitle',
      'lead',
      'abstract',
      'intro',
      'teaser',
      'dek',
      'post_excerpt',
      'meta_description',
      'seo_description',
    ],
  },
  {
    name: 'section',
    form: 'id of a section',
    meaning: 'Where it stands in the newspaper.',
    otherwise: 'the first of `categories`, else the folder, else the first section',
    synonyms: ['rubric', 'primary_category'],
  },
  {
    name: 'topics',
    form: 'list',
    meaning: 'What it is about; each topic has a page.',
    otherwise: 'none',
    synonyms: ['tags', 'topic', 'tag', 'keywords'],
  },
  {
    name: 'categories',
    form: 'list',
    meaning: 'The first is the section when there is no `section`; the others are topics.',
    otherwise: 'none',
    synonyms: ['category'],
  },
  {
    name: 'source',
    form: 'id of a source',
    meaning: 'The agency or partner that furnished it.',
    otherwise: 'our own',
    synonyms: ['agency'],
  },
  {
    name: 'authors',
    form: 'list of ids or names',
    meaning: 'Who signs it.',
    otherwise: 'nobody',
    synonyms: ['author', 'byline', 'by', 'writers', 'writer', 'contributors'],
  },
  {
    name: 'credits',
    form: 'text, or roles and names',
    meaning: 'The credit line of a dispatch.',
    otherwise: 'the line in parentheses that ends the text',
    synonyms: [],
  },
  {
    name: 'securities',
    form: 'list of ids',
    meaning: 'Listed companies and other securities that it is about; each has a page.',
    otherwise: 'none',
    synonyms: ['security', 'tickers', 'stocks'],
  },
  {
    name: 'image',
    form: '`src`, `alt`, `caption`, `credit`, or a path',
    meaning: 'The picture at its head and in lists.',
    otherwise: 'none',
    synonyms: [
      'featured_image',
      'illustration',
      'cover',
      'cover_image',
      'feature_image',
      'hero_image',
      'hero',
      'header_image',
      'images',
      'picture',
      'photo',
      'og_image',
      'social_image',
      'share_image',
      'teaser_image',
      'thumbnail',
      'thumb',
      'banner',
      'primary_image',
      'image_url',
      'post_image',
      'lead_image',
      'background',
    ],
  },
  {
    name: 'type',
    form: '`dispatch`, `article`, `video`, `live`, `live-ended`, `opinion` or `brief`',
    meaning: 'What kind of article it is; `live-ended` when a live text is over.',
    otherwise: '`article`',
    synonyms: [],
  },
  {
    name: 'kicker',
    form: 'text',
    meaning: 'A word or two above the headline.',
    otherwise: 'none',
    synonyms: ['eyebrow', 'overline', 'surtitre'],
  },
  {
    name: 'related',
    form: 'list of ids',
    meaning: 'Articles to read next, picked by hand; they come before those that the program finds.',
    otherwise: 'found by topic, security and section',
    synonyms: ['related_posts', 'see_also'],
  },
  {
    name: 'status',
    form: '`live`, `draft` or `withdrawn`',
    meaning: 'A draft is not published; a withdrawn article leaves only a notice.',
    otherwise: '`live`',
    synonyms: ['post_status', 'state'],
  },
  {
    name: 'draft',
    form: 'yes or no',
    meaning: '`true` is `status: draft`; so is `published: false`.',
    otherwise: '`false`',
    synonyms: ['is_draft'],
  },
  {
    name: 'embargo',
    form: 'date',
    meaning: 'It is not shown before this instant.',
    otherwise: 'none',
    synonyms: ['embargo_until', 'embargoed_until', 'embargo_date'],
  },
  {
    name: 'expires',
    form: 'date',
    meaning: 'It is not shown from this instant on.',
    otherwise: 'never',
    synonyms: ['expiryDate', 'expiry', 'expires_at', 'expirationDate', 'unpublishDate', 'expire_date', 'expired'],
  },
  {
    name: 'corrections',
    form: 'list of `date`, `kind`, `text`',
    meaning: 'What was corrected, when; shown with the article.',
    otherwise: 'none',
    synonyms: ['correction', 'errata', 'erratum'],
  },
  {
    name: 'redirects',
    form: 'list of paths',
    meaning: 'Former addresses, which lead here.',
    otherwise: 'none',
    synonyms: ['aliases', 'alias', 'redirect_from', 'old_urls'],
  },
  {
    name: 'slug',
    form: 'text',
    meaning: 'The last part of its address.',
    otherwise: 'the file name without its date',
    synonyms: ['post_name'],
  },
  {
    name: 'id',
    form: 'text',
    meaning: 'What `related`, comments and feeds call it; keep it when the slug changes.',
    otherwise: 'the slug',
    synonyms: [],
  },
  {
    name: 'video',
    form: '`src`, `poster`, `partner`, or an address',
    meaning: 'A film that another site hosts. With `partner` the article is marked as partner content.',
    otherwise: 'none',
    synonyms: ['video_url'],
  },
  {
    name: 'note',
    form: 'text',
    meaning: 'For the desk only; never published.',
    otherwise: 'none',
    synonyms: ['ednote', 'editor_note', 'comment_internal'],
  },
  {
    name: 'lang',
    form: 'language code',
    meaning: 'Its language when it is not the language of the site.',
    otherwise: 'the language of the site',
    synonyms: ['language', 'locale'],
  },
  {
    name: 'comments',
    form: 'yes or no',
    meaning: '`false` closes its comments.',
    otherwise: '`true`',
    synonyms: ['comment', 'comment_status', 'allow_comments'],
  },
  {
    name: 'canonical',
    form: 'full address',
    meaning: 'Where its first version stands when that is another site.',
    otherwise: 'this site',
    synonyms: ['canonical_url', 'canonicalLink'],
  },
  {
    name: 'urgency',
    form: '1 to 9',
    meaning: '1, with `until`, is the banner above all pages.',
    otherwise: 'ordinary',
    synonyms: [],
  },
  {
    name: 'until',
    form: 'date',
    meaning: 'When the banner ends.',
    otherwise: 'no banner',
    synonyms: [],
  },
] as const satisfies readonly KeyDefinition[];

/** The name of one of our keys. */
export type ArticleKey = (typeof articleKeys)[number]['name'];

/** The meaning of a spelling: our key and its place among the synonyms; `foreign`; or null when it is unknown. */
export interface KnownKey {
  readonly key: ArticleKey;
  /** 0 for our own name; the smallest that is not empty wins. */
  readonly rank: number;
}

const known = new Map<string, KnownKey>();
for (const { name, synonyms } of articleKeys) {
  for (const [rank, spelling] of [name, ...synonyms].entries()) known.set(foldKey(spelling), { key: name, rank });
}

/** Looks a folded key up. */
export function findKey(folded: string): KnownKey | 'foreign' | null {
  const found = known.get(folded);
  if (found !== undefined) return found;
  return foreignKeys.has(folded) ||
    /^(?:eleventy|yoast|wp|jetpack|aioseo|rankmath|sharepoint|og|twitter|seo)/.test(folded)
    ? 'foreign'
    : null;
}

/** True for a folded key that means something, here or in another program. */
export function isKnownKey(folded: string): boolean {
  return known.has(folded) || foreignKeys.has(folded);
}

const spellings = new Map(
  articleKeys.flatMap(({ name, synonyms }) => [name, ...synonyms].map((spelling) => [foldKey(spelling), spelling])),
);
const meant = new Map<string, string | null>();

/** Keys as authors translate them; they have no effect, but what was meant is known. */
const translated = new Map(
  Object.entries({
    title: 'titre',
    date: 'publié datedepublication parution',
    updated: 'misàjour modifié màj',
    summary: 'chapo chapô résumé soustitre accroche',
    section: 'rubrique',
    topics: 'sujets sujet thèmes thème motsclés motsclefs motclé étiquettes',
    categories: 'catégories catégorie',
    authors: 'auteur auteurs signature signatures',
    credits: 'crédits crédit',
    securities: 'valeurs valeur',
    status: 'statut état',
    draft: 'brouillon',
    expires: 'expire expiration',
    redirects: 'redirections anciennesadresses',
    kicker: 'surtitres',
    related: 'liés articlesliés voiraussi',
    lang: 'langue',
    comments: 'commentaires',
    urgency: 'urgence',
  }).flatMap(([key, words]) => words.split(' ').map((word): [string, string] => [fold(foldKey(word)), key])),
);

/** Our key that an unknown one was probably meant to be; null when none is near. */
export function meantKey(written: string): string | null {
  const folded = foldKey(written);
  const known = translated.get(fold(folded));
  if (known !== undefined) return known;
  let found = meant.get(folded);
  if (found === undefined) {
    const near = nearest(folded, spellings.keys());
    found = near === null ? null : (spellings.get(near) ?? null);
    // A collection repeats its own keys in each file; but keys come from strangers, so this is bounded.
    if (meant.size < 2000) meant.set(folded, found);
  }
  return found;
}

/** The table of an article's keys in Markdown, for the README. */
export function printKeyTable(): string {
  return printTable(articleKeys);
}

/** A table of keys in Markdown. */
export function printTable(definitions: readonly KeyDefinition[]): string {
  const rows = definitions.map(({ name, form, meaning, otherwise, synonyms }) => {
    const others = synonyms.map((synonym) => `\`${synonym}\``).join(', ');
    return `| \`${name}\` | ${form} | ${meaning} | ${otherwise} | ${others} |`;
  });
  return ['| key | value | meaning | when absent | also understood |', '|---|---|---|---|---|', ...rows, ''].join('\n');
}
