// The corrections of an article: what was put right, of which kind, and when. Readers must see each that has a text.
// One without a date is shown without one: the date of publication in its place would be untrue.
// Invariant: a mistake costs the one value that it stands in, and is told.

import { fold } from '../base/text.ts';
import type { ArticleReading } from './article-keys.ts';
import { tellUnknownKeys, type NestedKeys } from './nested-keys.ts';
import { isEmpty, pick, type MapNode, type Node, type Pair } from './nodes.ts';
import type { Article, Correction, Moment } from './types.ts';
import { complain, momentOf, readText, writtenText } from './values.ts';

const keys = {
  date: ['date', 'at', 'on', 'when', 'le'],
  kind: ['kind', 'type', 'nature'],
  text: ['text', 'texte', 'note', 'message', 'description', 'correction', 'content', 'contenu'],
} as const satisfies NestedKeys;

/** What newspapers call them, in French and English, folded; printed as it was written. */
const kinds = new Set(
  `correction,précision,mise à jour,retrait,rectification,rectificatif,erratum,errata,ajout,droit de réponse,note,
  note de la rédaction,clarification,update,withdrawal,retraction,addition,editor's note,editor’s note`
    .split(/,\s*/)
    .map(fold),
);

/** Kinds that say why an article was withdrawn, folded. */
const withdrawals = new Set(['retrait', 'retractation', 'withdrawal', 'retraction']);

/** The article that is corrected: its instant, its language (BCP 47), and whether it was withdrawn. */
interface Corrected extends Pick<Article, 'date' | 'status'> {
  readonly lang: string;
}

/** Reads them all, in the author's order; the last one that says why a withdrawn article was withdrawn stands apart as well. */
export function readCorrections(
  reading: ArticleReading,
  article: Corrected,
): Pick<Article, 'corrections' | 'withdrawal'> {
  const pair = reading.first('corrections');
  if (pair === null || isEmpty(pair.value)) return { corrections: [], withdrawal: null };
  const items = pair.value.kind === 'list' ? pair.value.items : [pair.value];
  const corrections = items.flatMap((item) => (isEmpty(item) ? [] : readCorrection(reading, { pair, item, article })));
  const why = corrections.findLast(({ kind }) => withdrawals.has(fold(kind.trim())));
  return { corrections, withdrawal: (article.status === 'withdrawn' && why) || null };
}

interface Item {
  readonly pair: Pair;
  readonly item: Node;
  readonly article: Corrected;
}

function readCorrection(reading: ArticleReading, { pair, item, article }: Item): Correction[] {
  if (item.kind === 'map') tellUnknownKeys(reading, item, { keys, inside: pair.key, strangers: 'none' });
  const written = item.kind === 'map' ? readText(reading, pick(item, keys.text)) : writtenText(reading, item);
  const text = written?.trim() ?? '';
  if (text === '') {
    const hint = 'Write - date: 2026-03-06, kind: correction and text: below corrections.';
    complain(reading, pair, { message: 'A correction has no text.', hint, node: item });
    return [];
  }
  const kind = item.kind === 'map' ? readKind(reading, pick(item, keys.kind), article) : null;
  const date = readDate(reading, { pair, item, article });
  return [{ date, kind: kind ?? 'correction', text }];
}

function readKind(reading: ArticleReading, pair: Pair | null, { lang }: Corrected): string | null {
  const kind = readText(reading, pair, 60);
  if (pair === null || kind === null || kinds.has(fold(kind)) || !/^(?:fr|en)\b/i.test(lang)) return kind;
  complain(reading, pair, {
    severity: 'warning',
    message: `"${kind}" is no usual kind of correction; it is printed as it is.`,
    hint: 'Usual are correction, précision, mise à jour and retrait.',
  });
  return kind;
}

function readDate(reading: ArticleReading, { pair, item, article }: Item): Moment | null {
  const dated = item.kind === 'map' ? pick(item satisfies MapNode, keys.date) : null;
  if (dated === null) {
    const message = 'A correction has no date, so readers are not told when it was made.';
    const hint = 'Write - date: 2026-03-06, and text: below it.';
    complain(reading, pair, { code: 'missing-date', severity: 'warning', message, hint, node: item });
    return null;
  }
  const date = momentOf(reading, { pair, node: dated.value, zone: reading.site.zone });
  if (date === null) return null;
  if (date.iso.slice(0, 10) < article.date.iso.slice(0, 10)) {
    const message = 'The correction is dated before the publication.';
    complain(reading, dated, {
      code: 'bad-date',
      severity: 'warning',
      message,
      hint: 'Write the date of the correction.',
    });
  }
  return date;
}
