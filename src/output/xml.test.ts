import { array, assert, constantFrom, integer, oneof, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findAll, readXml, texts } from './strict-xml.fixture.ts';
import { cleanText, xml, xmlDocument } from './xml.ts';

/** Any sequence of UTF-16 units, halves of pairs and controls included. */
const anyText = oneof(
  array(integer({ min: 0, max: 0xff_ff }), { maxLength: 30 }).map((units) => String.fromCharCode(...units)),
  string({ unit: 'binary' }),
  array(constantFrom(']]>', '<', '>', '&', '"', "'", '&amp;', '\0', '\r\n', '\ufffe', '\ud83d', '😀', 'ا')).map(
    (parts) => parts.join(''),
  ),
);

const read = (body: string) => () => readXml(`<?xml version="1.0" encoding="utf-8"?>\n${body}`);

describe('the xml tag', () => {
  test('escapes text, keeps markup, joins arrays and drops what is nothing', () => {
    const bold = xml`<b>${'a & b'}</b>`;
    expect(xml`<p c="${'"'}">${bold}${[1, '<', null, undefined, false]}</p>`.xml).toBe(
      '<p c="&quot;"><b>a &amp; b</b>1&lt;</p>',
    );
  });

  test('takes out what XML cannot hold and keeps emoji and Arabic', () => {
    expect(cleanText('a\0b\u000bc\ufffed\uffffe\ud800f\udc00g 😀 مرحبا')).toBe('abcdefg 😀 مرحبا');
    expect(xml`${'\ud83d😀\udc00'}`.xml).toBe('😀');
  });

  test('keeps a line break in an attribute', () => {
    const root = readXml(xmlDocument(xml`<a b="${'1\r\n\t2'}">${'1\r\n\t2'}</a>`));
    expect(root.attributes).toEqual({ b: '1\r\n\t2' });
    expect(root.text).toBe('1\r\n\t2');
  });

  test('brings any text back from an element and from an attribute', () => {
    assert(
      property(anyText, (text) => {
        const root = readXml(xmlDocument(xml`<a b="${text}">${text}</a>`));
        expect(root.attributes['b']).toBe(cleanText(text));
        expect(root.text).toBe(cleanText(text));
      }),
      { numRuns: 500 },
    );
  });
});

describe('the strict reader that the tests trust', () => {
  test('reads elements, attributes, references and prefixes', () => {
    const root = read('<a xmlns:x="u"><x:b c="&lt;"/><x:b c="2">&#233;&amp;</x:b></a>')();
    expect(texts(root, 'x:b')).toEqual(['', 'é&']);
    expect(findAll(root, 'x:b')[0]?.attributes).toEqual({ c: '<' });
  });

  test.each([
    '<a>',
    '<a></b>',
    '<a></a><b/>',
    '<a>&nbsp;</a>',
    '<a>fish & chips</a>',
    '<a>&#0;</a>',
    '<a>]]></a>',
    '<a b=c/>',
    '<a b="<"/>',
    '<a b="1" b="2"/>',
    '<a>\0</a>',
    '<a>\ud800</a>',
    '<x:a/>',
    '<a><!-- c --></a>',
    '',
    '<a/>b',
  ])('refuses %j', (body) => {
    expect(read(body)).toThrow(Error);
  });
});
