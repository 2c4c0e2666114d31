// Articles and libraries for tests of this room, made from as little as a test wants to say.

import { readArticle } from '../content/article.ts';
import { readPageFile } from '../content/page-file.ts';
import { readSite } from '../content/site.ts';
import type { Article, PageFile, Term } from '../content/types.ts';
import { type Built, buildLibrary } from './library.ts';
import type { Holdings } from './holdings.ts';
import type { Entry } from './types.ts';

export const noon = Date.parse('2026-03-05T12:00:00+01:00');

const site = { lang: 'fr', zone: 'Europe/Paris', hasRooms: true };

/** An article from its file, front matter lines and body; read by the real reader. */
export function makeArticle(file: string, keys: string, body = 'Un texte.'): Article {
  const bytes = Buffer.from(`---\n${keys}\n---\n\n${body}\n`);
  const result = readArticle({ path: file, bytes }, site);
  if (result.kind !== 'article') throw new Error(JSON.stringify(result));
  return result.article;
}

/** A static page from its file and front matter lines; read by the real reader. */
export function makePage(file: string, keys: string): PageFile {
  const bytes = Buffer.from(`---\n${keys}\n---\n\nUn texte.\n`);
  const { value, findings } = readPageFile({ path: file, bytes }, site);
  if (value === null) throw new Error(JSON.stringify(findings));
  return value;
}

/** A term of a room: its id and name, and what else it says. */
export function makeTerm(room: string, id: string, more: Partial<Term> = {}): Term {
  const none = { summary: null, body: '', role: null, address: null, rights: null, sourceKind: null };
  const nothing = { ...none, links: [], pictures: [], typography: 'set' as const };
  const file = `${room}/${id}.md`;
  return { file, digest: id, id, name: id, ...nothing, isin: null, ticker: null, market: null, ...more };
}

/** Builds a library of articles, and of terms and pages where a test has some. */
export function makeLibrary(
  articles: readonly Article[],
  more: {
    site?: string;
    terms?: Partial<Holdings['terms']>;
    pages?: Holdings['pages'];
    comments?: Holdings['comments'];
    threadFiles?: Holdings['threadFiles'];
    statics?: ReadonlySet<string>;
    at?: number;
  } = {},
): Built {
  const bytes = Buffer.from(`---\n${more.site ?? 'name: La Gazette'}\n---\n`);
  const { settings } = readSite({ path: 'site.md', bytes });
  const none = { section: [], topic: [], source: [], author: [], security: [] };
  const { pages = [], comments = [], threadFiles = [], at = noon } = more;
  const allTerms = { ...none, ...more.terms };
  const files = more.statics ? { statics: more.statics } : {};
  return buildLibrary({ settings, articles, terms: allTerms, pages, comments, threadFiles, ...files }, at);
}

/** Titles, for expectations that can be read. */
export function titles(entries: readonly Entry[] | undefined): string[] {
  return (entries ?? []).map((entry) => entry.card.title);
}
