// The `xml` tag: a template literal whose values are escaped unless they are Xml already.
// Unlike the `html` tag it also takes out the characters that XML 1.0 forbids in any form (NUL, U+FFFE,
// half a surrogate pair): one of them makes a whole feed unreadable.
// A value in an attribute must stand between double quotes. Tab and line breaks become references, because
// a parser would turn them into spaces in an attribute.
// Invariant: any string at all, put into a template that is well-formed, leaves it well-formed.

/** Markup that is ready for the document. */
export interface Xml {
  readonly xml: string;
}

/** What may stand in a template: text is escaped; null, undefined and false leave nothing; arrays are joined. */
export type XmlFragment = Xml | string | number | false | null | undefined | readonly XmlFragment[];

// Surrogates are in this set although most are fine in pairs: only then is the slower look worth it.
const suspicious = /[^\x20\x21\x23-\x25\x27-\x3b\x3d\x3f-\ud7ff\ue000-\ufffd]/;
const special = /[&<>"\t\n\r]/g;
const maybeForbidden = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd]/;
const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
const references: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** The text without the characters that XML 1.0 forbids. */
export function cleanText(text: string): string {
  return maybeForbidden.test(text) ? text.replace(forbidden, '') : text;
}

/** Escapes text for element content and for attributes between double quotes. */
export function escapeXml(text: string): string {
  if (!suspicious.test(text)) return text;
  return cleanText(text).replace(special, (char) => references[char] as string);
}

function toMarkup(value: XmlFragment): string {
  if (typeof value === 'string') return escapeXml(value);
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) {
    let joined = '';
    for (const item of value as readonly XmlFragment[]) joined += toMarkup(item);
    return joined;
  }
  return (value as Xml).xml;
}

/** Builds markup from a template literal: xml`<title>${title}</title>`. */
export function xml(strings: TemplateStringsArray, ...values: readonly XmlFragment[]): Xml {
  let markup = strings[0] as string;
  for (let i = 0; i < values.length; i++) markup += toMarkup(values[i]) + (strings[i + 1] as string);
  return { xml: markup };
}

/** A whole file: the declaration, the root element, a line break. */
export function xmlDocument(root: Xml): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${root.xml}\n`;
}
