// The search page as it stands before a question: what was approved, what works without script, what waits for one.

import { expect, test } from 'vitest';
import * as fixtures from './fixtures.ts';
import { theme } from './index.ts';

const markup = theme.search(fixtures.search).html;

test('the page is what was last approved', async () => {
  await expect(markup).toMatchFileSnapshot('goldens/search.html.txt');
});

test('nothing that needs script is seen before there is one', () => {
  expect(markup).toMatch(/<form [^>]*data-search="form" hidden>/);
  expect(markup).toMatch(/<div class="narrow" data-search="narrow" hidden>/);
  expect(markup).toMatch(/<section [^>]*data-search="results" hidden>/);
  expect(markup).toContain('<noscript>');
  expect(markup).toContain('<a href="/2026/03/">');
});

test('a search engine elsewhere takes the question where there is no script', () => {
  const fields = [{ name: 'sites', value: 'depeche.example' }];
  const external = { action: 'https://duckduckgo.com/', fields, name: 'q' };
  const page = theme.search({ ...fixtures.search, external }).html;
  expect(page).toContain('action="https://duckduckgo.com/" data-search="form">');
  expect(page).toContain('<input type="hidden" name="sites" value="depeche.example">');
  expect(page).toContain('la question est posée à duckduckgo.com');
});

test('an article tells the indexer its text, date, section, picture and language', () => {
  const page = theme.article(fixtures.foreign).html;
  expect(page).toMatch(/<article [^>]*data-pagefind-body data-pagefind-meta="image:[^"]*"/);
  expect(theme.article(fixtures.dispatch).html).toContain(
    'data-pagefind-meta="date[content]" data-pagefind-sort="date[content]"',
  );
  expect(page).toContain('data-pagefind-filter="section[content]"');
  expect(page).toContain('data-pagefind-meta="lang:ar"');
});
