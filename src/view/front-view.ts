// The front page: what the editor picked in site.md, and the newest where nothing was picked.
// Invariants: lead, second rank and blocks take each article once, and the column of the newest does not repeat what
// stands beside it. Partner content leads only where an editor says so, or where there is nothing else.

import type { Finding } from '../base/findings.ts';
import { didYouMean, nearest, sentences, slugify } from '../base/text.ts';
import { type ArchivePeriod } from '../library/archives.ts';
import { createNearArticles } from '../library/near-articles.ts';
import type { Entry, Library, List } from '../library/types.ts';
import type { FrontBlock } from '../content/types.ts';
import type { ViewContext } from './context.ts';
import { makeHead } from './head.ts';
import { siteJsonLd } from './json-ld.ts';
import { archiveYears } from './list-view.ts';
import { partnerOf } from './teaser.ts';
import type { Block, FrontPage } from './types.ts';

const alsoCount = 4;
const latestCount = 12;
const blockCount = 5;

/** Which articles stand where on the front page. */
export interface FrontChoice {
  readonly lead: Entry | null;
  readonly also: readonly Entry[];
  readonly blocks: readonly { readonly title: string; readonly list: List; readonly entries: readonly Entry[] }[];
  readonly latest: readonly Entry[];
}

/** Chooses; what the editor picked and does not exist is a finding, and the newest takes its place. */
export function chooseFront(library: Library): { choice: FrontChoice; findings: readonly Finding[] } {
  const { front } = library.settings;
  const findings: Finding[] = [];
  const missing = createMissing(library, findings);
  const { take, newest } = createPicks(library, missing);
  // What stands above all because it is new: no brief, no partner's, and nothing that a block was promised.
  const promised = new Set(
    [...front.also, ...front.blocks.flatMap(({ articles }) => articles)].flatMap((id) => library.byId.get(id) ?? []),
  );
  const stories = (): IteratorObject<Entry> =>
    library.entries
      .values()
      .filter((entry) => entry.card.type !== 'brief' && partnerOf(entry) === null && !promised.has(entry));

  const picks = front.lead === null ? [] : take(front.lead);
  const lead = picks[0] ?? newest(stories(), 1)[0] ?? newest(library.entries, 1)[0] ?? null;
  const picked = front.also.slice(0, alsoCount).flatMap(take);
  const also = [...picked, ...newest(stories(), alsoCount - picked.length)];
  const blocks = blocksOf(library, missing).map(({ block, list }) => {
    const first = block.articles.slice(0, blockCount).flatMap(take);
    const entries = [...first, ...newest(list.entries, blockCount - first.length)];
    return { title: block.title ?? list.label, list, entries };
  });
  const above = new Set([lead, ...also]);
  const latest = library.entries.values().filter((entry) => !above.has(entry));
  return {
    choice: {
      lead,
      also,
      blocks: blocks.filter((block) => block.entries.length > 0),
      latest: latest.take(latestCount).toArray(),
    },
    findings,
  };
}

type Missing = (kind: 'article' | 'section' | 'topic', id: string) => void;

/** Tells of what the editor picked and nobody can see. */
function createMissing({ settings, byId, sections, topics }: Library, findings: Finding[]): Missing {
  const near = createNearArticles(byId);
  return (kind, id) => {
    const ids = (kind === 'section' ? sections : topics).map((list) => list.id);
    const guess = kind === 'article' ? near(id) : didYouMean(nearest(id, ids));
    findings.push({
      code: 'unknown-front',
      severity: 'warning',
      file: settings.file ?? 'site.md',
      message: `The front page picks the ${kind} "${id}", which does not exist or is not visible; the newest takes its place.`,
      hint: sentences(guess, `Write the id of a visible ${kind}: its file name, without its date and .md.`),
      seek: { key: 'front', word: id },
    });
  };
}

/** Takes articles, each once: the one of an id, or the first of some. */
interface Picks {
  readonly take: (id: string) => readonly Entry[];
  readonly newest: (entries: Iterable<Entry>, count: number) => readonly Entry[];
}

function createPicks({ byId }: Library, missing: Missing): Picks {
  const used = new Set<Entry>();
  return {
    take: (id) => {
      const entry = byId.get(id);
      if (!entry) missing('article', id);
      if (!entry || used.has(entry)) return [];
      used.add(entry);
      return [entry];
    },
    newest: (entries, count) => {
      const found: Entry[] = [];
      for (const entry of entries) {
        if (found.length === count) break;
        if (used.has(entry)) continue;
        used.add(entry);
        found.push(entry);
      }
      return found;
    },
  };
}

function blocksOf(library: Library, missing: Missing): { block: FrontBlock; list: List }[] {
  const { blocks } = library.settings.front;
  if (blocks.length === 0) {
    return library.sections.map((list) => ({
      block: { section: list.id, topic: null, title: null, articles: [] },
      list,
    }));
  }
  return blocks.flatMap((block) => {
    const lists = block.topic === null ? library.sections : library.topics;
    const id = block.topic ?? block.section;
    const list = lists.find((candidate) => candidate.id === slugify(String(id)));
    if (!list) missing(block.topic === null ? 'section' : 'topic', String(id));
    return list ? [{ block, list }] : [];
  });
}

/** Makes the front page. */
export function makeFrontPage(input: {
  readonly choice: FrontChoice;
  readonly months: readonly ArchivePeriod[];
  readonly context: ViewContext;
}): FrontPage {
  const { choice, months, context } = input;
  const { site, library } = context;
  return {
    kind: 'front',
    site,
    head: makeHead({
      site,
      title: site.name,
      description: null,
      url: '/',
      picture: choice.lead ? context.teaser(choice.lead).picture : null,
      jsonLd: siteJsonLd({ site, publisher: library.settings.publisher }),
    }),
    trail: [],
    lead: choice.lead && context.teaser(choice.lead),
    also: choice.also.map(context.teaser),
    blocks: choice.blocks.map(({ title, list, entries }): Block => ({
      title,
      url: list.url,
      teasers: entries.map(context.teaser),
    })),
    latest: choice.latest.map(context.teaser),
    archives: archiveYears(months),
  };
}
