// The jobs of one article: its page, and its text where there is a text edition; both are made of one draft and one body.
// The body is made when a page is drawn, of what reading the file has made already where nothing of the site changes it.

import { type Html, raw } from '../base/html.ts';
import { readArticleAndBody, readBodyText } from '../content/article.ts';
import { renderBody } from '../content/body.ts';
import { digestOf, type SourceFile } from '../content/source-file.ts';
import type { Article } from '../content/types.ts';
import type { Entry } from '../library/types.ts';
import type { ViewContext } from '../view/context.ts';
import {
  type ArticleSubject,
  articleSubject,
  bodyNeeds,
  type BodyNeeds,
  makeArticleDraft,
} from '../view/article-view.ts';
import { makeTextDraft } from '../view/text-view.ts';
import { FileChanged } from './file-changed.ts';
import type { Job } from './job.ts';
import type { ReadingRules } from './read-content.ts';
import { readFile } from './read-file.ts';

/** An article with what its page says. */
export interface ReadText {
  readonly article: Article;
  /** Its body's markup, if nothing of the site changes a link in it and it shows no picture; may be asked once. */
  readonly markup: (() => string) | null;
  /** Its body, as it was written. */
  readonly markdown: () => string;
}

/** Kinds of page that an article has. */
export type ArticleKind = 'article' | 'text-article';

/** One file of an article. */
export interface ArticleFile {
  readonly kind: ArticleKind;
  /** Below the output folder, `/` first, not encoded. */
  readonly path: string;
}

/** A file whose bytes have the digest of those that were read. */
export interface ReadBefore {
  /** Path below the content folder. */
  readonly file: string;
  readonly digest: string;
}

/** Reads an article once more, for its page. Throws `FileChanged` when its file is not the one that was read before. */
export function readForPage(content: string, before: ReadBefore, rules: ReadingRules): ReadText {
  const file = readAgain(content, before);
  const { result, markup } = readArticleAndBody(file, rules);
  if (result.kind !== 'article') throw new FileChanged(before.file);
  return { article: result.article, markup, markdown: () => readBodyText(file) };
}

/** The same bytes once more: what a page shows must never be another state of its file than what the site knows of it. */
export function readAgain(content: string, { file: path, digest }: ReadBefore): SourceFile {
  const { file } = readFile(content, path);
  if (file === null || digestOf(file.bytes) !== digest) throw new FileChanged(path);
  return file;
}

/** Makes the jobs of some of an article's pages. */
export function articleJobs(input: {
  readonly subject: ArticleSubject;
  readonly text: ReadText;
  readonly pages: readonly ArticleFile[];
}): Extract<Job, { readonly kind: ArticleKind }>[] {
  const { subject, text, pages } = input;
  const draft = makeArticleDraft(subject);
  const needs = bodyNeeds(subject);
  let made: Html | null = null;
  // One that stands on two pages is kept until both are drawn.
  const body = (): Html => (pages.length === 1 ? makeBody(needs, text) : (made ??= makeBody(needs, text)));
  return pages.map(({ kind, path }) =>
    kind === 'article' ? { kind, path, draft, needs, body } : { kind, path, draft: makeTextDraft(draft), needs, body },
  );
}

/** The same of an entry of the library, by reading its file. */
export function jobsOfEntry(
  entry: Entry,
  pages: readonly ArticleFile[],
  from: { readonly content: string; readonly rules: ReadingRules; readonly context: ViewContext },
): ReturnType<typeof articleJobs> {
  const text = readForPage(from.content, entry.card, from.rules);
  return articleJobs({ subject: articleSubject(text.article, entry, from.context), text, pages });
}

function makeBody({ lang, headline, typography, links, pictures }: BodyNeeds, { markup, markdown }: ReadText): Html {
  const isPlain = links === null && pictures === null && typography === 'set';
  if (isPlain && markup) return raw(markup());
  return renderBody(markdown(), {
    lang,
    headline,
    typography,
    resolve: { link: (href) => links?.get(href), picture: (src) => pictures?.get(src) ?? null },
  });
}
