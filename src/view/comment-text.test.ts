// What a reader's text becomes: a little markup of ours, and never any of theirs.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { payloads } from '../test/payloads.ts';
import { markComment } from './comment-text.ts';

const mark = (text: string): string => markComment(text, 'en').html;

describe('a comment', () => {
  test.each([
    ['One.\nTwo.\n\nThree.', '<p>One.<br>Two.</p><p>Three.</p>'],
    ['> quoted\n> twice\nanswered', '<blockquote><p>quoted<br>twice</p></blockquote><p>answered</p>'],
    ['*so* and **thus**', '<p><em>so</em> and <strong>thus</strong></p>'],
    ['2 * 3 * 4, a*b*c, **', '<p>2 * 3 * 4, a*b*c, **</p>'],
    ['# title\n- item\n[a](b)', '<p># title<br>- item<br>[a](b)</p>'],
    [
      'See https://x.example/a_(b)?c=1&d=*2*.',
      '<p>See <a href="https://x.example/a_(b)?c=1&amp;d=*2*" rel="ugc nofollow noopener noreferrer">https://x.example/a_(b)?c=1&amp;d=*2*</a>.</p>',
    ],
    ['javascript:x() data:text/html,x', '<p>javascript:x() data:text/html,x</p>'],
  ])('%j', (text, markup) => {
    expect(mark(text)).toBe(markup);
  });

  test('is set in the language of its article', () => {
    expect(markComment('Vrai ?', 'fr').html).toBe('<p>Vrai\u202f?</p>');
  });
});

/** All that a comment may hold. */
const allowed =
  /^(?:<\/?(?:p|blockquote|em|strong)>|<br>|<a href="https?:\/\/[^"<>\s]*" rel="ugc nofollow noopener noreferrer">|<\/a>|[^<>"])*$/;

test.each(payloads)('%j adds nothing', (text) => {
  expect(mark(text)).toMatch(allowed);
});

test('no text at all adds anything', () => {
  const part = fc.oneof(
    fc.string({ maxLength: 20 }),
    fc.constantFrom('<', '"', "'", '>', 'https://', '*', '**', '\n', '&', ...payloads),
  );
  const property = fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
    expect(mark(parts.join(''))).toMatch(allowed);
  });
  fc.assert(property, { numRuns: 1000 });
});
