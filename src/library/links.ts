// The links of all texts, and the articles that are picked by hand: where they lead, and what is told of those that lead
// nowhere. A target that is not visible leaves the text without a link, and a warning; other paths stay as they are.
// Invariant: whatever is asked, resolve-link.ts answers, so that no two ways to an article differ.

import type { Finding } from '../base/findings.ts';
import { sentences } from '../base/text.ts';
import type { Card } from '../content/card.ts';
import { brokenLink, isFileBeside, isMissing, notCopied, notInStatic, outward } from './link-findings.ts';
import { createNearArticles, type NearArticles } from './near-articles.ts';
import { createResolver, type Ground, type Resolver } from './resolve-link.ts';
import type { Entry } from './types.ts';

/** Answers where things lead. */
export interface Guide {
  readonly byId: ReadonlyMap<string, Entry>;
  /** Links of a file's text that lead elsewhere than written, or null when there is none; tells of those that are broken. */
  readonly links: (text: Pick<Card, 'file' | 'links'>) => ReadonlyMap<string, string | null> | null;
  /** Articles that the entry names in `related`, in order, each once. */
  readonly picked: (entry: Entry) => readonly Entry[];
  readonly leadsTo: Resolver;
}

/** Makes the guide; ids that two articles share are a finding. */
export function createGuide(ground: Ground, findings: Finding[]): Guide {
  const { byId, shared } = indexIds(ground.entries, findings);
  if (ground.settings.comments.intake !== null) for (const one of silenced(ground.entries, byId)) findings.push(one);
  // Few newspapers name articles by their addresses: these are made when the first one is asked for.
  let urls: ReadonlyMap<string, Entry> | null = null;
  const byUrl = (): ReadonlyMap<string, Entry> => (urls ??= new Map(ground.entries.map((entry) => [entry.url, entry])));
  const near = createNearArticles(byId);
  const leadsTo = createResolver(ground, byId);

  return {
    byId,
    leadsTo,
    links: ({ file, links: written }) => {
      let links: Map<string, string | null> | null = null;
      for (const { href, line } of written) {
        const url = leadsTo(href, file);
        if (url === undefined && isFileBeside(href)) findings.push(notCopied(file, href, line));
        if (url === undefined && isMissing(href, ground.statics)) findings.push(notInStatic(file, href, line));
        if (url === undefined || url === href) continue;
        (links ??= new Map()).set(href, url);
        if (url === null) findings.push(brokenLink(file, href, line));
        else if (/^https?:/.test(url)) findings.push(outward(file, { href, url, line }));
      }
      return links;
    },
    picked: (entry) => {
      if (entry.card.related.length === 0) return none;
      const find = (word: string): Entry | undefined =>
        byId.get(word) ?? byUrl().get(leadsTo(word, entry.card.file) ?? '');
      for (const word of entry.card.related) if (shared.has(word)) findings.push(ambiguous(entry, word));
      return pick(entry, { find, near, findings });
    },
  };
}

const none: readonly Entry[] = [];

function ambiguous(entry: Entry, id: string): Finding {
  return {
    code: 'ambiguous-id',
    severity: 'warning',
    file: entry.card.file,
    message: `Several articles have the id "${id}"; the oldest of them is meant here.`,
    hint: 'Name the article by its file or its address, or give it an id: of its own.',
    seek: { key: 'related', word: id },
  };
}

/** Articles that share an id, and so cannot take comments: folders and forms know a thread by it. One finding for an id. */
function silenced(entries: readonly Entry[], byId: ReadonlyMap<string, Entry>): Finding[] {
  const others = Map.groupBy(
    entries.filter((entry) => byId.get(entry.card.id) !== entry && entry.card.comments),
    ({ card }) => card.id,
  );
  return [...others].map(([id, [first, ...more]]) => ({
    code: 'ambiguous-id',
    severity: 'warning',
    file: (first as Entry).card.file,
    message: `${more.length + 2} articles have the id "${id}"; only ${byId.get(id)?.card.file} takes comments.`,
    hint: 'Give each of the others an id: of its own.',
    seek: { key: 'title' },
  }));
}

interface Picking {
  readonly find: (word: string) => Entry | undefined;
  readonly near: NearArticles;
  readonly findings: Finding[];
}

function pick(entry: Entry, { find, near, findings }: Picking): Entry[] {
  const picked: Entry[] = [];
  for (const word of entry.card.related) {
    const other = find(word);
    if (!other) {
      findings.push({
        code: 'unknown-related',
        severity: 'warning',
        file: entry.card.file,
        message: `The related article "${word}" does not exist or is not visible; it is left out.`,
        hint: sentences(near(word), 'Name an article by its id, by its .md file, or by its address.'),
        seek: { key: 'related', word },
      });
    } else if (other !== entry && !picked.includes(other)) picked.push(other);
  }
  return picked;
}

/** Articles by id. Of two with one id the oldest keeps it; a slug never takes an id that an author wrote. */
function indexIds(
  entries: readonly Entry[],
  findings: Finding[],
): { byId: Map<string, Entry>; shared: ReadonlySet<string> } {
  const byId = new Map<string, Entry>();
  const shared = new Set<string>();
  for (const entry of entries) {
    const { id, hasOwnId, file } = entry.card;
    const other = byId.get(id);
    if (!other) {
      byId.set(id, entry);
      continue;
    }
    if (hasOwnId && other.card.hasOwnId) {
      const message = `The id "${id}" belongs to ${other.card.file} as well.`;
      findings.push({
        code: 'ambiguous-id',
        severity: 'error',
        file,
        message,
        hint: 'Give one of the two another id.',
        seek: { key: 'id', word: id },
      });
    }
    if (hasOwnId === other.card.hasOwnId) shared.add(id);
    if (hasOwnId || !other.card.hasOwnId) byId.set(id, entry);
  }
  return { byId, shared };
}
