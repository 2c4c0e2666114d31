// The `html` tag: a template literal whose values are escaped unless they are Html already.
// It knows no element and no attribute; a value in an attribute must stand between double quotes.
// Invariant: only `{ html }` values pass unescaped, and only `raw` and the tag make them.

/** Markup that is ready for the page. A JSON value, so that a view can hold it. */
export interface Html {
  readonly html: string;
}

/** What may stand in a template: text is escaped; null, undefined and false leave nothing; arrays are joined. */
export type Fragment = Html | string | number | false | null | undefined | readonly Fragment[];

const special = /[&<>"']/;
const all = /[&<>"']/g;
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Escapes text for element content and for quoted attributes. */
export function escapeHtml(text: string): string {
  return special.test(text) ? text.replace(all, (char) => entities[char] as string) : text;
}

/** Marks a string as markup. The caller vouches for it. */
export function raw(markup: string): Html {
  return { html: markup };
}

function toMarkup(value: Fragment): string {
  if (typeof value === 'string') return escapeHtml(value);
  if (value === null || value === undefined || value === false) return '';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value)) {
    let joined = '';
    for (const item of value as readonly Fragment[]) joined += toMarkup(item);
    return joined;
  }
  return (value as Html).html;
}

/** Builds markup from a template literal: html`<h1>${title}</h1>`. */
export function html(strings: TemplateStringsArray, ...values: readonly Fragment[]): Html {
  let markup = strings[0] as string;
  for (let i = 0; i < values.length; i++) markup += toMarkup(values[i]) + (strings[i + 1] as string);
  return { html: markup };
}

/** The same markup as one string: what was put together part by part is copied part by part into each page. */
export function inOnePiece(markup: Html): Html {
  return raw(Buffer.from(markup.html).toString());
}

const unsafeInScript = /[<>&\u2028\u2029]/g;
const escapes: Record<string, string> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/** JSON for a `script` element: no value can close the element or open a comment. */
export function jsonForScript(value: unknown): Html {
  return raw(JSON.stringify(value).replace(unsafeInScript, (char) => escapes[char] as string));
}
