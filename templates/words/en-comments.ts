// Readers' comments in English.

import type { CommentWords } from './comment-words.ts';

const kept = 'Your text is still there.';

/** English. */
export const enComments: CommentWords = {
  anonymous: 'Anonymous',
  removed: 'This comment was removed by the newsroom.',
  inReplyTo: 'In reply to',
  replies: (name) => `Replies to ${name}`,
  closed: 'Comments are closed.',
  reply: 'Reply',
  replyWhom: (name) => `to ${name}`,
  report: 'Report',
  reportWhose: (name) => `the comment by ${name}`,
  pages: 'Pages of comments',
  page: (number) => `Comments, page\u00a0${number}`,
  title: (article, number) => `${article}: comments, page\u00a0${number}`,
  back: 'Back to the article',
  feed: 'Follow these comments (Atom feed)',

  write: 'Write a comment',
  answering: (name) => `You are replying to ${name}.`,
  cancelReply: 'Stop replying',
  author: 'Pseudonym',
  text: 'Your comment',
  promise:
    'The newsroom reads each comment before it is published. Your e-mail address is not asked for; your network address is kept only as a hash, for a few days.',
  send: 'Send',
  sending: 'Sending…',
  trap: 'Leave this field empty',
  reportTitle: 'Report this comment',
  reason: 'Reason',
  chooseReason: 'Choose a reason',
  reasons: {
    insult: 'Insult or threat',
    hate: 'Hatred or discrimination',
    private: 'Private information',
    advert: 'Advertising or deception',
    other: 'Another reason',
  },
  details: 'Details (optional)',
  reportPromise: 'Only the newsroom will read this report.',
  sendReport: 'Report',
  close: 'Close',
  offline: `It could not be sent. ${kept} Check your connection and try again.`,

  answers: {
    write: { title: 'Write a comment', text: '' },
    report: { title: 'Report a comment', text: '' },
    preview: { title: 'Read it again, then send', text: 'Here is your comment. Change it if you like, then send it.' },
    received: { title: 'Thank you, your comment has arrived', text: 'It will appear when the newsroom has read it.' },
    already: { title: 'This comment had already arrived', text: 'It will appear when the newsroom has read it.' },
    reported: { title: 'Thank you, your report has arrived', text: 'The newsroom will read this comment again.' },
    'empty-author': { title: 'A pseudonym is missing', text: `Choose the name under which you write. ${kept}` },
    'author-is-mail': {
      title: 'This pseudonym is an e-mail address',
      text: `It would be published: choose another name. ${kept}`,
    },
    'empty-text': { title: 'The comment is empty', text: 'Write something before you send it.' },
    'long-text': { title: 'The comment is too long', text: `4,000 characters at most. ${kept}` },
    'too-fast': { title: 'That was a little quick', text: `Wait a few seconds, then send it again. ${kept}` },
    'too-many': { title: 'Too many in a row', text: `Wait a minute, then send it again. ${kept}` },
    'too-large': { title: 'It is too large', text: 'A comment has 4,000 characters at most. Nothing was kept.' },
    'wrong-type': { title: 'It cannot be read', text: 'It does not come from a form. Nothing was kept.' },
    'wrong-origin': {
      title: 'It does not come from the newspaper',
      text: 'Nothing was kept. Write from the page of the article.',
    },
    'unknown-article': {
      title: 'This article cannot be found',
      text: `It may have been withdrawn. Nothing was kept. ${kept}`,
    },
    closed: { title: 'Comments are closed', text: `Nothing was kept. ${kept}` },
    'unknown-comment': {
      title: 'This comment no longer exists',
      text: `The one that you meant was removed. Nothing was kept. ${kept}`,
    },
    trap: {
      title: 'A hidden field was filled in',
      text: `It must stay empty. Your browser may have filled it in for you: send it again. ${kept}`,
    },
    busy: { title: 'The service is busy', text: `Nothing was kept. Try again in a few seconds. ${kept}` },
    full: {
      title: 'The service can take nothing more',
      text: `Nothing was kept. Try again later. ${kept}`,
    },
    'site-away': {
      title: 'The article cannot be looked up just now',
      text: `Nothing was kept. Try again in a few minutes. ${kept}`,
    },
    'not-found': { title: 'This page does not exist', text: 'Only comments arrive here.' },
    'wrong-method': { title: 'This page does not exist', text: 'Write from the page of the article.' },
    fault: { title: 'Something went wrong', text: `Nothing was kept. Try again later. ${kept}` },
  },
};
