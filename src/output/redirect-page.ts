// The page that stands at a former address: it leads on at once, in a browser and in a search engine.
// A host that can answer 301 should do that instead; this works in a plain folder and without script.
// It uses the theme's words, but no template and no stylesheet, so that no change of its looks draws it again.
// Invariant: it leads to a path of this site, never to another host or scheme, whatever `to` is.

import { html } from '../base/html.ts';
import type { Redirect } from './types.ts';
import { webAddress } from './web-address.ts';

/** A whole HTML document. */
export function redirectPage({ to, canonical, lang, words }: Redirect): string {
  // Two slashes, or a slash and a backslash, would be another host.
  const path = /^\/(?![/\\])/.test(to) ? webAddress(to) : '/';
  // The formatter would add indents and slashes that no browser needs.
  // prettier-ignore
  return html`<!DOCTYPE html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<title>${words.title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<link rel="canonical" href="${webAddress(canonical)}">
<meta http-equiv="refresh" content="0; url=${path}">
</head>
<body>
<main>
<h1>${words.title}</h1>
<p><a href="${path}">${words.link}</a></p>
</main>
</body>
</html>
`.html;
}
