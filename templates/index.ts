// The theme: which function draws which kind of page, and the stylesheets in their order.
// A second theme is a second folder whose index exports a `theme` of the same type.

import type { Theme } from '../src/view/types.ts';
import { islandNames } from './island-names.ts';
import { drawAnswer, sayAnswer } from './pages/answer.ts';
import { drawArchive } from './pages/archive.ts';
import { drawArticle } from './pages/article.ts';
import { drawCommentsPage } from './pages/comments.ts';
import { drawFront } from './pages/front.ts';
import { drawLatest } from './pages/latest.ts';
import { drawList } from './pages/list.ts';
import { drawLists } from './pages/lists.ts';
import { drawNotFound } from './pages/not-found.ts';
import { drawPage } from './pages/page.ts';
import { drawSearch } from './pages/search.ts';
import { drawTextArticle } from './pages/text-article.ts';
import { drawTextFront } from './pages/text-front.ts';
import { chooseWords } from './words/index.ts';

export { islandVersion, styleVersion } from './version.ts';

/** The newspaper's own theme. */
export const theme: Theme = {
  article: drawArticle,
  front: drawFront,
  list: drawList,
  archive: drawArchive,
  page: drawPage,
  notFound: drawNotFound,
  lists: drawLists,
  latest: drawLatest,
  search: drawSearch,
  textArticle: drawTextArticle,
  textFront: drawTextFront,
  comments: drawCommentsPage,
  answer: drawAnswer,
  answerText: sayAnswer,
  fileWords: (lang) => chooseWords(lang).files,
  styles: [
    'styles/tokens.css',
    'styles/base.css',
    'styles/layout.css',
    'styles/masthead.css',
    'styles/teaser.css',
    'styles/story.css',
    'styles/article-acts.css',
    'styles/comments.css',
    'styles/front.css',
    'styles/list.css',
    'styles/archives.css',
    'styles/footer.css',
    'styles/dialog.css',
    'styles/search.css',
    'styles/lists.css',
    'styles/print.css',
  ],
  islands: islandNames.map((name) => `islands/${name}.ts`),
  worker: 'islands/service-worker.ts',
};
