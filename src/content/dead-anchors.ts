// Findings about links that lead to no place of the text, and about links and pictures whose address was never written.
// What ids a text has is read from its markup, so that no other rule decides it; few texts have such links.
// Invariant: exactly the links are told that `finishMarkup` and `resolveLink` leave without `a`.

import type { Finding } from '../base/findings.ts';
import { safeAddress } from './addresses.ts';
import { idsIn } from './body-finish.ts';
import type { LinkRef } from './types.ts';

/** One warning for each; `markup` makes the text's own, and is asked only when a link leads into it. */
export function deadAnchorFindings(
  anchors: readonly LinkRef[],
  { file, markup }: { readonly file: string; readonly markup: () => string },
): Finding[] {
  let ids: ReadonlySet<string> | null = null;
  const hasPlace = (address: string): boolean => {
    ids ??= idsIn(markup());
    return ids.has(address.slice(1));
  };
  return anchors.flatMap(({ href, line }): Finding[] => {
    const address = safeAddress(href);
    if (address !== null && hasPlace(address)) return [];
    const [message, hint] =
      address === null
        ? noAddress
        : [`The link to "${href}" leads to no place of this text; its text stays, without the link.`, headings];
    return [
      {
        code: 'broken-link',
        severity: 'warning',
        file,
        line,
        message,
        hint,
        seek: address === null ? {} : { word: href },
      },
    ];
  });
}

const noAddress = [
  'The link has no address; its text stays, without the link.',
  'Write where it leads: [words](address).',
] as const;
const headings = 'Name a heading of the text: small letters, with hyphens for spaces.';

/** The warning of pictures without an address. */
export function namelessPictureFindings(lines: readonly number[], file: string): Finding[] {
  return lines.map((line) => ({
    code: 'missing-picture',
    severity: 'warning',
    file,
    line,
    message: 'The picture has no address; it is left out.',
    hint: 'Write its file: ![description](file.jpg).',
    seek: {},
  }));
}
