// The door to everything about a body: `readBody` reads the facts that lists and other articles need, `renderBody` makes
// the markup of the page. Both take Markdown and never throw; whatever is wrong becomes a finding or is left out.
// They resolve nothing by themselves: links and pictures are asked for through BodyLinks.
// Invariant: markup that holds an author's HTML has passed sanitise.ts.

import { raw, type Html } from '../base/html.ts';
import { textOf } from './plain-text.ts';
import type { Finding } from '../base/findings.ts';
import { finishMarkup } from './body-finish.ts';
import type { BodyPicture } from './body-pictures.ts';
import { typesetTokens } from './body-typography.ts';
import { prepareTokens, type RenderEnv } from './body-render.ts';
import { scanTokens } from './body-scan.ts';
import { parseBlocks, parseMarkdown, parseRest, renderTokens, type Token } from './markdown.ts';
import { appendFootnotes } from './body-footnotes.ts';
import { sanitise } from './sanitise.ts';
import { listsOfWord } from './word-lists.ts';
import { replaceShortcodes } from './shortcodes.ts';
import { takeCredits } from './body-credits.ts';
import type { Credit, Dateline, LinkRef } from './types.ts';

export type { BodyPicture };

/** What a body says, for the head of its article. */
export interface BodyFacts {
  /** Place, date and agency at the head of the first paragraph; null when there is none for certain. */
  readonly dateline: Dateline | null;
  /** Plain text, at most 260 characters, ends on a sentence or with "…"; empty when the body has no text. */
  readonly excerpt: string;
  /** Roles of the last paragraph, if it is a credit line. */
  readonly credits: readonly Credit[];
  /** That paragraph without its parentheses; null when there is none. `renderBody` leaves it out. */
  readonly creditLine: string | null;
  /** Targets that may be files or articles of the site, as written. */
  readonly links: readonly LinkRef[];
  /** Pictures, as written; those on other servers, too. */
  readonly pictures: readonly LinkRef[];
  /** Words of the text, code apart. */
  readonly words: number;
  readonly findings: readonly Finding[];
}

/** Answers to what a body points at. */
export interface BodyLinks {
  /** The address to use; null: the target is not visible, its text stays without link; undefined: as it is written. */
  link(href: string): string | null | undefined;
  /** The picture; null: it is missing. One that stood alone leaves its caption or description as a line of text. */
  picture(src: string): BodyPicture | null;
}

/**
 * The facts of a body, and what makes its markup when nothing else of the site changes it: no link leads elsewhere than
 * written, and no picture is shown. The text is parsed once for both; `markup` may be called once.
 */
export function readBody(
  markdown: string,
  options: {
    readonly lang: string;
    /** Line of the file on which the body begins. */
    readonly firstLine: number;
    readonly file: string;
    /** The site's full address: links to it are links to our own articles. */
    readonly own?: string | null;
  },
): { readonly facts: BodyFacts; readonly markup: (headline: string) => Html } {
  const { lang, own = null } = options;
  const cleaned = replaceShortcodes(markdown, lang);
  const resolve: BodyLinks = { link: () => undefined, picture: () => null };
  const env: RenderEnv = { resolve, lang, isDeferred: false };
  const tokens = parseBlocks(listsOfWord(cleaned.text), env);
  const facts = scanTokens(tokens, {
    ...options,
    own,
    env,
    source: markdown,
    shortcodes: cleaned.found,
    markup: () => renderBody(markdown, { lang, resolve }).html,
  });
  return {
    facts,
    markup: (headline) => {
      parseRest(tokens, env);
      return markupOf(tokens, env, { headline, typography: 'set' });
    },
  };
}

/**
 * Makes the markup of a body: headings from h2, dateline in `span.dateline`, pictures in `figure`, no credit line.
 * A first heading that repeats the headline (which stands above the body already) is left out.
 */
export function renderBody(
  markdown: string,
  options: {
    readonly lang: string;
    readonly resolve: BodyLinks;
    readonly headline?: string;
    /** `keep`: the text is shown as its source delivered it. */
    readonly typography?: 'set' | 'keep';
  },
): Html {
  const { text } = replaceShortcodes(markdown, options.lang);
  const env: RenderEnv = { resolve: options.resolve, lang: options.lang, isDeferred: false };
  const tokens = parseMarkdown(listsOfWord(text), env);
  takeCredits(tokens, env);
  return markupOf(tokens, env, options);
}

/** The markup of tokens without a credit line. */
function markupOf(
  tokens: Token[],
  env: RenderEnv,
  { headline, typography }: { readonly headline?: string; readonly typography?: 'set' | 'keep' },
): Html {
  dropHeadline(tokens, headline ?? null);
  const notes = appendFootnotes(env);
  const all = notes.length === 0 ? tokens : [...tokens, ...notes];
  if (typography !== 'keep') typesetTokens(all, env.lang);
  env.isDeferred = all.some(holdsHtml);
  prepareTokens(all, env);
  const markup = renderTokens(all, env);
  return raw(finishMarkup(env.isDeferred ? sanitise(markup, env) : markup, env.lang));
}

function dropHeadline(tokens: Token[], headline: string | null): void {
  const text = tokens[0]?.type === 'heading_open' ? tokens[1] : undefined;
  if (text?.type !== 'inline' || headline === null) return;
  if (textOf(text.children ?? []).trim() === headline) tokens.splice(0, 3);
}

function holdsHtml(token: Token): boolean {
  if (token.type === 'html_block' || token.type === 'html_inline') return true;
  return token.type === 'inline' && token.children !== null && token.children.some(holdsHtml);
}
