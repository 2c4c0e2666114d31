// An article in a list, in the five sizes that the pages use. Drawn most often of all parts: keep it plain and fast.
// The headline is the only link, and makes sense alone; the stylesheet spreads it over the whole teaser.
// Partner content says so inside the heading, in every variant, to the eye and aloud.

import { type Fragment, type Html, html } from '../../src/base/html.ts';
import type { Site, Teaser } from '../../src/view/types.ts';
import type { Words } from '../words/index.ts';
import { shortInstant } from './instant.ts';
import type { Tongue } from './language.ts';
import { drawOnce } from './once.ts';
import { drawTeaserPicture, type PicturePlace } from './picture.ts';

/**
 * `lead`: large picture, excerpt. `standard`: picture above, excerpt. `row`: small picture beside, excerpt.
 * `compact`: headline, source and instant. `headline`: headline alone.
 */
export type TeaserVariant = 'lead' | 'standard' | 'row' | 'compact' | 'headline';

/** What a teaser must know of the page around it. */
export interface TeaserPlace {
  readonly site: Site;
  readonly words: Words;
  /** Address of the list that it stands in: a section need not name itself on its own page. */
  readonly list: string | null;
  /** Where its picture stands, when that is not the place that has the variant's name. */
  readonly picture?: PicturePlace;
}

/** What decides how a teaser is drawn, besides itself. */
interface Setting {
  readonly variant: TeaserVariant;
  readonly words: Words;
  /** The language around it, with its direction. */
  readonly site: Tongue;
  /** It stands in the list of its own section. */
  readonly isAtHome: boolean;
  readonly picture: PicturePlace | null;
}

/** One `li.teaser`; most stand in many lists, and are drawn for the first. */
export function drawTeaser(teaser: Teaser, variant: TeaserVariant, place: TeaserPlace): Html {
  return drawerOf(variant, place)(teaser);
}

/** Makes what draws teasers in one place. */
function drawerOf(variant: TeaserVariant, place: TeaserPlace): (teaser: Teaser) => Html {
  const { words, site, list, picture = null } = place;
  const name = `${variant} ${words.lang} ${site.lang} ${picture}`;
  const nameAtHome = `${name} at home`;
  return (teaser) => {
    const isAtHome = teaser.section.url === list;
    const draw = (): Html => drawNew(teaser, { variant, words, site, isAtHome, picture });
    return drawOnce(teaser, isAtHome ? nameAtHome : name, draw);
  };
}

function drawNew(teaser: Teaser, setting: Setting): Html {
  const { variant, words, site } = setting;
  const pictured = variant === 'lead' || variant === 'standard' || variant === 'row';
  const own =
    teaser.lang === null ? null : html` lang="${site.lang}"${teaser.dir !== null && html` dir="${site.dir}"`}`;
  return html`<li class="teaser ${variant}${teaser.type === 'opinion' && ' opinion'}${teaser.partner !== null && ' partner'}"${teaser.lang !== null && html` lang="${teaser.lang}"${teaser.dir !== null && html` dir="${teaser.dir}"`}`}><h3>${drawLabel(teaser, setting, own)}<a href="${teaser.url}">${teaser.title}</a></h3>${
    pictured && teaser.picture !== null && drawTeaserPicture(teaser.picture, setting.picture ?? variant, words)
  }${pictured && teaser.excerpt !== '' && html`<p class="excerpt">${teaser.excerpt}</p>`}${
    variant !== 'headline' && drawMeta(teaser, pictured ? teaser.comments : 0, words, own)
  }</li>`;
}

/** A whole list in one variant. */
export function drawTeasers(teasers: readonly Teaser[], variant: TeaserVariant, place: TeaserPlace): Html {
  return html`<ul class="teasers">${teasers.map(drawerOf(variant, place))}</ul>`;
}

/** The line above a headline: partner, kind, and the kicker or the section. */
function drawLabel(teaser: Teaser, { words, isAtHome }: Setting, own: Html | null): Fragment {
  // In a list most are dispatches, and their source says so.
  const kind = teaser.type === 'dispatch' ? '' : words.types[teaser.type];
  const kicker = kickerBeside(kind, teaser.kicker);
  const subject = kicker ?? (isAtHome || repeats(teaser.section.label, kind) ? '' : teaser.section.label);
  if (teaser.partner === null && kind === '' && subject === '') return null;
  return html`<span class="label"${own}>${
    teaser.partner !== null && html`<b class="partner">${words.partner(teaser.partner)}</b> `
  }${kind !== '' && html`<b class="${teaser.type}">${kind}</b> `}${
    teaser.partner === null && subject !== '' && html`<span>${subject}</span> `
  }</span>`;
}

/** True when a section says what the kind has said: « Opinion », « Opinions ». */
export function repeats(section: string, kind: string): boolean {
  return kind !== '' && section.startsWith(kind);
}

/** The kicker, unless it only says once more what the kind has said: « En direct ». */
export function kickerBeside(kind: string, kicker: string | null): string | null {
  return kicker !== null && kicker.toLowerCase() === kind.toLowerCase() ? null : kicker;
}

/** The line below: who, when, and how many comments; the narrow variants leave these out. */
function drawMeta({ source, authors, date }: Teaser, comments: number, words: Words, own: Html | null): Html {
  return html`<p class="meta"${own}>${
    authors.length > 0
      ? html`<span class="who">${authors.map((author, i) => (i === 0 ? author.label : `, ${author.label}`))}</span> `
      : source !== null &&
        html`<span class="who"><span class="unseen">${words.furnishedBy} </span>${source.label}</span> `
  }${shortInstant(date, words)}${comments > 0 && html` <span>${words.comments(comments)}</span>`}</p>`;
}
