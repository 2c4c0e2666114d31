// A job: everything that is needed to make one file of text.
// `drawJob` is the whole of drawing: a view and a theme give markup.

import type { Html } from '../base/html.ts';
import { textOnly } from '../content/body-text-only.ts';
import type { ArticleDraft, BodyNeeds } from '../view/article-view.ts';
import type { TextDraft } from '../view/text-view.ts';
import type {
  ArchivePage,
  CommentsPage,
  FrontPage,
  LatestFragment,
  TextFront,
  ListPage,
  ListsPage,
  SearchPage,
  NotFoundPage,
  StaticPage,
  Theme,
} from '../view/types.ts';

/** One file to make. `path` is below the output folder, `/` first, not encoded. */
export type Job = { readonly path: string } & (
  | {
      readonly kind: 'article';
      readonly draft: ArticleDraft;
      readonly needs: BodyNeeds;
      readonly body: () => Html;
    }
  | {
      readonly kind: 'text-article';
      readonly draft: TextDraft;
      readonly needs: BodyNeeds;
      readonly body: () => Html;
    }
  | { readonly kind: 'text-front'; readonly view: TextFront }
  | { readonly kind: 'front'; readonly view: FrontPage }
  | { readonly kind: 'search'; readonly view: SearchPage }
  | { readonly kind: 'list'; readonly view: ListPage }
  | { readonly kind: 'archive'; readonly view: ArchivePage }
  | { readonly kind: 'page'; readonly view: StaticPage }
  | { readonly kind: 'not-found'; readonly view: NotFoundPage }
  | { readonly kind: 'lists'; readonly view: ListsPage }
  | { readonly kind: 'comments'; readonly view: CommentsPage }
  | { readonly kind: 'latest'; readonly view: LatestFragment }
  | { readonly kind: 'text'; readonly text: string }
);

/** Makes the text of a job's file. */
export function drawJob(job: Job, theme: Theme): string {
  switch (job.kind) {
    case 'article':
      return theme.article({ ...job.draft, body: job.body() }).html;
    case 'text-article':
      return theme.textArticle({ ...job.draft, body: textOnly(job.body(), job.needs.lang) }).html;
    case 'text-front':
      return theme.textFront(job.view).html;
    case 'front':
      return theme.front(job.view).html;
    case 'search':
      return theme.search(job.view).html;
    case 'list':
      return theme.list(job.view).html;
    case 'archive':
      return theme.archive(job.view).html;
    case 'page':
      return theme.page(job.view).html;
    case 'not-found':
      return theme.notFound(job.view).html;
    case 'lists':
      return theme.lists(job.view).html;
    case 'comments':
      return theme.comments(job.view).html;
    case 'latest':
      return theme.latest(job.view).html;
    case 'text':
      return job.text;
  }
}
