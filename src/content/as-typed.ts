// Findings about text that is shown as it was typed, marks and all: quotes and lists nested deeper than anybody reads, and
// paragraphs with thousands of marks. It is not what the author meant.
// Invariant: at most one finding of a kind for a file, at its first place.

import type { Finding } from '../base/findings.ts';
import { placeOf } from './body-place.ts';
import { isDense, type Token } from './markdown.ts';
import { isDeep } from './markdown-deep.ts';

const kinds = {
  deep: {
    message: 'Lists or quotes are nested too deep; what stands below is shown as it was typed.',
    hint: 'Bring it up a few levels.',
  },
  dense: {
    message:
      'A paragraph holds more than a thousand marks; it is shown as it was typed, without its links, and footnotes that only it refers to are not shown.',
    hint: 'Part it with empty lines, or put it into a table.',
  },
} as const;

/** A text that is shown as it was typed, and the line of the file where it begins. */
export interface AsTyped {
  readonly kind: keyof typeof kinds;
  readonly line: number;
  readonly text: string;
}

/** Tells whether a text is shown as it was typed: its kind, or null. */
export function typedKind(token: Token): AsTyped['kind'] | null {
  return isDense(token.content) ? 'dense' : isDeep(token) ? 'deep' : null;
}

/** One warning for each kind that is met. */
export function asTypedFindings(
  found: readonly AsTyped[],
  { file, firstLine, source }: { readonly file: string; readonly firstLine: number; readonly source: string },
): Finding[] {
  const firsts = [...new Map(found.toReversed().map((one) => [one.kind, one])).values()];
  return firsts.map(({ kind, line, text }) => ({
    code: 'as-typed',
    severity: 'warning',
    file,
    ...kinds[kind],
    ...placeOf(source, { line, firstLine, mark: text.slice(0, text.search(/\s|$/)) }),
  }));
}
