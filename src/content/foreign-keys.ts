// Keys that Jekyll, Hugo, Eleventy, WordPress exports and other programs write, and that have no effect here.
// They deserve no warning: a stranger's folder must not drown the findings that matter. A few of them are read all the same
// by those who ask for them (`permalink`, `url`, `password`, `image_alt` …). Invariant: none of them ever chooses code.

import { foldKey } from './nodes.ts';

/** Folded keys that mean something elsewhere and nothing here. */
export const foreignKeys: ReadonlySet<string> = new Set(
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

/** Folded keys that themes and programs write below a picture or a film, and that have no effect here. */
export const foreignBelow: ReadonlySet<string> = new Set(
  `id type title description relative hiddeninlist hiddeninsingle linkfullimages responsiveimages width height size sizes srcset mime mimetype format
  position focalpoint focal focus placement previewonly preview show display showonlyimage opacity filter overlayfilter
  overlaycolor overlay anchor target rel loading lazy blurdatauri blurdata blurhash lqip placeholder dominantcolor align fit
  ratio aspectratio orientation small medium full original square wide dark light mobile desktop webp avif fallback name
  creditlink crediturl creditsurl captionlink sourceurl licenseurl licenceurl unsplash ogimage twitterimage twittersrc
  imageid attachment attachmentid mediatype alignment border rounded shadow zoom lightbox gallery object objectfit bordered
  autoplay loop muted controls playsinline embed embedurl embedcode iframe html vimeoid youtubeid videoid channel length
  transcript subtitles captions tracks playlist uploaddate uploaded thumbnailurl thumbnailalt filesize bytes checksum
  sha etag created updated modified published draft date tags topics categories author authors`
    .split(/\s+/)
    .map(foldKey),
);
