// A reader's text as markup: paragraphs, line breaks, quotes (`> `), *emphasis*, **strong**, and addresses as links.
// Nothing else means anything: HTML, Markdown links, pictures and headings stand there as they were typed.
// Invariant: every character of the text passes through the escaping `html` tag; links lead to http and https only,
// and are marked so that nobody gains by placing them.

import { type Fragment, type Html, html, raw } from '../base/html.ts';
import { typeset } from '../base/typography.ts';

/** The text, cleaned before (see cleanLines), ready for the page. */
export function markComment(text: string, lang: string): Html {
  return html`${text.split(/\n{2,}/).map((block) => markBlock(block.split('\n'), lang))}`;
}

const lineBreak = raw('<br>');

function markBlock(lines: readonly string[], lang: string): Fragment {
  const parts: { readonly quoted: boolean; readonly lines: string[] }[] = [];
  for (const line of lines) {
    const quoted = /^>\s?/.test(line);
    const bare = quoted ? line.replace(/^(?:>\s?)+/, '') : line;
    const last = parts.at(-1);
    if (last?.quoted === quoted) last.lines.push(bare);
    else parts.push({ quoted, lines: [bare] });
  }
  return parts.map((part) => {
    const paragraph = html`<p>${part.lines.map((line, i) => [i > 0 && lineBreak, markLine(line, lang)])}</p>`;
    return part.quoted ? html`<blockquote>${paragraph}</blockquote>` : paragraph;
  });
}

const address = /https?:\/\/[^\s<>"'`]+/gi;

function markLine(line: string, lang: string): Fragment {
  const parts: Fragment[] = [];
  let end = 0;
  for (const match of line.matchAll(address)) {
    const url = trimAddress(match[0]);
    if (!URL.canParse(url)) continue;
    parts.push(markWords(line.slice(end, match.index), lang), markLink(url));
    end = match.index + url.length;
  }
  parts.push(markWords(line.slice(end), lang));
  return parts;
}

/** A full stop or a closing bracket after an address belongs to the sentence. */
function trimAddress(address: string): string {
  const bare = address.replace(/[.,;:!?…»]+$/, '');
  return bare.endsWith(')') && !bare.includes('(') ? bare.slice(0, -1) : bare;
}

function markLink(url: string): Html {
  return html`<a href="${new URL(url).href}" rel="ugc nofollow noopener noreferrer">${url}</a>`;
}

const emphasis = /\*\*(?=\S)([^*]*[^\s*])\*\*|(?<![*\p{L}\p{N}])\*(?=\S)([^*]*[^\s*])\*(?![*\p{L}\p{N}])/gu;

function markWords(text: string, lang: string): Fragment {
  const parts: Fragment[] = [];
  let end = 0;
  for (const match of text.matchAll(emphasis)) {
    parts.push(typeset(text.slice(end, match.index), lang));
    const [whole, strong, em] = match;
    parts.push(
      strong === undefined
        ? html`<em>${typeset(em ?? '', lang)}</em>`
        : html`<strong>${typeset(strong, lang)}</strong>`,
    );
    end = match.index + whole.length;
  }
  parts.push(typeset(text.slice(end), lang));
  return parts;
}
