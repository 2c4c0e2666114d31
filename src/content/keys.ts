// The keys of an article: their names, what other programs call them, and what they mean. The README's table is
// printed from here (`printKeyTable`). Reading the values is article.ts's work.
// A key enters the table when it has a behaviour; `foreign` lists the keys of other programs that have none here
// and deserve no warning. Invariant: each spelling leads to one key, whatever its case, `_` or `-`.

import { nearest } from '../base/text.ts';
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
      'createdAt',
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
    form: '`dispatch`, `article`, `video`, `live`, `opinion` or `brief`',
    meaning: 'What kind of article it is.',
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
    meaning: 'A film that a partner hosts.',
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

// Keys that Jekyll, Hugo, Eleventy, WordPress exports and other programs write and that have no effect here.
const foreign = new Set(
  `layout permalink url link slugs weight menu menus params extra taxonomies toc tableofcontents pagination paginate
  excerptseparator excerptonly guid postid wordpressid wpid wppostid views viewcount sitemap authorlogin authoremail authorurl
  authorimage authorbio authortwitter authorlink authorlinks templateengineoverride eleventynavigation eleventycomputed
  eleventyexcludefromcollections eleventyimport eleventyallowmissingextension template templates outputs headless build cascade
  markup iscjklanguage linktitle resources audio videos series parent order navorder position priority changefreq robots noindex
  hidden searchable search searchexclude private visibility password sticky pinned featured promoted highlight classes class
  cssclass bodyclass style css js script scripts stylesheets math mathjax katex mermaid latex chart diagrams twitter facebook
  mastodon bluesky instagram linkedin social share sharing og opengraph seo seotitle metatitle metakeywords metaimage meta
  readtime readingtime timetoread minutes wordcount words github repo source_url sourceurl originalurl original tumblrurl
  tumblr blogger bloggerid disqus disqusid disqusidentifier commentcount commentid commentsid ghcommentid ghcommentsid published_by
  version revision lastmodby editlink editurl edit breadcrumbs breadcrumb sidebar nav navigation aside header footer
  hideheader hidetitle showtitle showdate showauthor showtoc showreadingtime showwordcount showbreadcrumbs
  disableshare hidemeta hidesummary imagealt imagecaption imagecredit imagetitle imagewidth imageheight imageposition
  imagefigcaption imagedescription imageby imagesource illustrationalt illustrationcaption illustrationcredit coveralt covercaption
  covercredit heroalt herocaption herocredit photocredit photocaption photoalt featuredimagealt featuredimagecaption
  featuredimagecredit thumbnailalt alttext teaserimagealt format postformat posttype postauthor
  postparent menuorder pingstatus postpassword status2 wpoptions cmsdate cmsid uid uuid uri nid vid tid bundle changed
  redirectto redirect event location venue place city country geo map geolocation latitude longitude duration start end startdate enddate
  starttime endtime timezone time dateformat icon color colour theme background-color license licence copyright rights via credit
  attribution translations translationkey translation alternates hreflang i18n locales lang_ref ref reference doi isbn citation
  data vars variables options config custom customfields collection collections project client cta button gallery slider slides
  externalurl external domain host deckimage weightdate communities community group groups team people person organization
  organisation department agencyid office program programs difficulty level audience rating likes votes score issue
  volume number edition page pages index cover_width cover_height hasmath usemath mathenginge jekyll liquid renderwithliquid
  render list showlist listed unlisted discussion discussionid forum thread podcast episode enclosure mp3 soundcloud youtube
  vimeo newsletter mailing mailchimp campaign ads ad sponsor sponsored sponsors affiliate summaryimage tldr keypoints
  toplevel section_id parentid lastedited lastreviewed reviewed reviewedby reviewer editor editors photographer
  illustrator translator translators contact email phone website homepage subheadline preheading
  bigimg subheading titleimage titleseparator titletemplate bg socialdescription socialtitle ogdescription ogtitle
  ogtype ogurl twittercard twittertitle twitterdescription twitterimage twittersite twittercreator sharetitle sharedescription`
    .split(/\s+/)
    .map(foldKey),
);

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
  // `_` keys are private to whoever wrote them; foldKey has taken the sign away, so article.ts asks before.
  return foreign.has(folded) || /^(?:eleventy|yoast|wp|jetpack|aioseo|rankmath|sharepoint|og|twitter|seo)/.test(folded)
    ? 'foreign'
    : null;
}

/** True for a folded key that means something, here or in another program. */
export function isKnownKey(folded: string): boolean {
  return known.has(folded) || foreign.has(folded);
}

/** Our key that an unknown one was probably meant to be; null when none is near. */
export function meantKey(written: string): string | null {
  const folded = foldKey(written);
  const spellings = articleKeys.flatMap(({ name, synonyms }) => [name, ...synonyms]);
  const found = nearest(folded, spellings.map(foldKey));
  return found === null ? null : (spellings.find((spelling) => foldKey(spelling) === found) ?? null);
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
