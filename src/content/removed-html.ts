// Findings about HTML that a body may not keep: scripts, frames, forms, handlers, addresses that run. It only looks, with
// cheap expressions, at the HTML that markdown-it found; sanitise.ts is what takes it out, by its own list.
// Invariant: at most one finding of a kind for a file.

import type { Finding } from '../base/findings.ts';
import { placeOf, placeOfAddress } from './body-place.ts';
import type { HtmlPiece } from './body-targets.ts';
import { isElementName } from './markdown-html.ts';

interface Kind {
  /** Global. */
  readonly shape: RegExp;
  /** Whether it is one, by the name that `shape` has found; absent: it is. */
  readonly isMeant?: (name: string) => boolean;
  readonly message: string;
  readonly hint: string;
}

const kinds: readonly Kind[] = [
  {
    shape: /<script\b/gi,
    message: 'A script was taken out of the text.',
    hint: 'An article cannot run code; link to the page that shows it.',
  },
  {
    shape: /<(?:iframe|embed|object|frame|frameset|applet)\b/gi,
    message: 'An embedded page became a link.',
    hint: 'Readers follow the link; the `video` key shows a film in the page.',
  },
  {
    shape: /<(?:form|input|button|select|textarea)\b/gi,
    message: 'A form was taken out of the text.',
    hint: 'An article cannot hold a form; link to the page that has it.',
  },
  {
    shape: /<(?:style|link|meta|base)\b/gi,
    message: 'Styles or page settings were taken out of the text.',
    hint: 'The theme decides how an article looks.',
  },
  {
    shape: /<(?:svg|math|canvas|template|noscript)\b/gi,
    message: 'A drawing or hidden markup was taken out of the text.',
    hint: 'Save a drawing as a picture beside the article.',
  },
  {
    shape: /<([A-Z][a-z][\w.]*|[a-z]+-[\w-]+)(?:\s[^<>]*)?(?:\/>|>\s*<\/\1>)/g,
    isMeant: (name) => !isElementName(name),
    message: 'A component of another program was taken out of the text.',
    hint: 'Components do not run here. Write the text, the link or the picture itself in Markdown.',
  },
  {
    shape: /<[a-z][^<>]*\son[a-z]+\s*=/gi,
    message: 'A handler (an "on…" attribute) was taken out of the text.',
    hint: 'An article cannot run code.',
  },
  {
    shape: /<[a-z][^<>]*\s(?:href|src|data|action|formaction|poster)\s*=\s*["']?\s*(?:javascript|vbscript|data)\s*:/gi,
    message: 'An address that is not safe was taken out of the text.',
    hint: 'Use an address that begins with https://, or a path.',
  },
];

/** One warning for each kind that is met, at its first place. */
export function findRemovedHtml(
  html: readonly HtmlPiece[],
  { file, firstLine, source }: { file: string; firstLine: number; source: string },
): Finding[] {
  const findings: Finding[] = [];
  for (const { shape, isMeant = () => true, message, hint } of kinds) {
    for (const { line, text, written } of html) {
      const match = text.matchAll(shape).find(([, name = '']) => isMeant(name));
      if (!match) continue;
      const at = line + text.slice(0, match.index).split('\n').length - 1;
      const mark = match[0].split('\n')[0] as string;
      const place =
        written === undefined
          ? placeOf(source, { line: at, firstLine, mark })
          : placeOfAddress(source, { line, firstLine, address: written });
      findings.push({ code: 'removed-html', severity: 'warning', message, hint, file, ...place });
      break;
    }
  }
  return findings;
}
