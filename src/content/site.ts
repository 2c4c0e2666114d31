// content/site.md: the newspaper's name, address, language, zone, sections and front page, with every default filled in.
// Whether the sections and articles that it names exist is the library's question.
// Invariant: there are always settings; a mistake costs the one value that it stands in.

import { isZone } from '../base/dates.ts';
import type { Finding } from '../base/findings.ts';
import { slugify } from '../base/text.ts';
import { printTable, type KeyDefinition } from './keys.ts';
import { noIntake, readCommentSettings } from './comment-settings.ts';
import { noPicks, readFrontSettings } from './front-settings.ts';
import { readerDefaults, readReaderSettings } from './reader-settings.ts';
import { readRoomFile, type RoomReading } from './room-file.ts';
import type { SourceFile } from './source-file.ts';
import type { SiteSettings } from './types.ts';
import { readList } from './list-values.ts';
import { booleanOf, complainOfSetting, readText, readWord } from './values.ts';

/** The keys of the site file. */
export const siteKeys = [
  { name: 'name', form: 'text', meaning: 'The name of the newspaper.', otherwise: '`Dépêche`', synonyms: ['title'] },
  {
    name: 'tagline',
    form: 'text',
    meaning: 'Under the name.',
    otherwise: 'none',
    synonyms: ['subtitle', 'slogan', 'baseline'],
  },
  {
    name: 'description',
    form: 'text',
    meaning: 'For search engines and feeds.',
    otherwise: 'none',
    synonyms: ['summary'],
  },
  {
    name: 'address',
    form: 'full address',
    meaning: 'Where the site will stand: the root of a host.',
    otherwise: '`https://example.org`',
    synonyms: ['url', 'base_url', 'site_url'],
  },
  {
    name: 'language',
    form: 'language code',
    meaning: 'Of the articles and of the words around them.',
    otherwise: '`fr`',
    synonyms: ['lang', 'locale', 'language_code'],
  },
  {
    name: 'timezone',
    form: 'name of a zone',
    meaning: 'In which dates without a zone are read.',
    otherwise: '`Europe/Paris`',
    synonyms: ['zone', 'tz'],
  },
  {
    name: 'publisher',
    form: 'text',
    meaning: 'Who publishes, for search engines.',
    otherwise: 'the name',
    synonyms: ['organisation', 'organization'],
  },
  {
    name: 'logo',
    form: 'file in `static/`',
    meaning:
      'Stands in the masthead in place of the name’s letters, and is read out as the name: `logo.svg`. On dark grounds `logo-dark.svg` takes its place, if there is one.',
    otherwise: 'the name in letters; `logo.svg` or `logo.png` for search engines',
    synonyms: [],
  },
  {
    name: 'search',
    form: 'yes, no, or a full address that ends with `=`',
    meaning:
      'Whether readers can search: `/recherche/` and its index. An address (`https://duckduckgo.com/?sites=example.org&q=`) is asked where there is no script.',
    otherwise: 'yes with a `site.md`, no without',
    synonyms: ['recherche'],
  },
  {
    name: 'text-edition',
    form: 'yes or no',
    meaning: '`true`: each article has a second page of text alone below `/texte/`, for slow networks.',
    otherwise: '`false`',
    synonyms: ['text_only', 'version_texte'],
  },
  {
    name: 'fresh',
    form: '`island`, `ssi` or `link`',
    meaning:
      'How old articles show the newest ones: fetched by a script when they come into view; put in by the server (`ssi`: only where it reads `<!--#include -->`); or only a link.',
    otherwise: '`island`',
    synonyms: [],
  },
  {
    name: 'old-after',
    form: 'days, or `never`',
    meaning: 'From this age on an article says how old it is.',
    otherwise: '`365`',
    synonyms: [],
  },
  {
    name: 'offline',
    form: 'yes or no',
    meaning: '`false`: nothing is kept in readers’ browsers for reading offline, and what was kept goes.',
    otherwise: '`true`',
    synonyms: ['service_worker', 'pwa'],
  },
  {
    name: 'players',
    form: 'list of hosts',
    meaning:
      'Hosts whose films play within the page, after a click; the server’s Content-Security-Policy must name them too (`frame-src`, `media-src`).',
    otherwise: 'none; films open by a link',
    synonyms: ['player_hosts', 'video_hosts'],
  },
  {
    name: 'sections',
    form: 'list of ids',
    meaning: 'The sections in their order.',
    otherwise: 'made by the articles',
    synonyms: ['section'],
  },
  {
    name: 'front',
    form: '`lead`, `also`, `blocks`',
    meaning: 'What the editor picks for the front page.',
    otherwise: 'the newest',
    synonyms: ['front_page', 'home'],
  },
  {
    name: 'comments',
    form: '`intake`, `keep-days`',
    meaning:
      'Where readers’ comments go: the address of the intake (`/intake/` or a full one), and after how many days the hash of a reader’s network address is forgotten (30).',
    otherwise: 'no form',
    synonyms: [],
  },
] as const satisfies readonly KeyDefinition[];

/** The settings of a site without a site file. */
export const siteDefaults: SiteSettings = {
  file: null,
  name: 'Dépêche',
  tagline: null,
  description: null,
  url: 'https://example.org',
  lang: 'fr',
  zone: 'Europe/Paris',
  publisher: 'Dépêche',
  logo: null,
  search: null,
  textEdition: false,
  sections: [],
  front: noPicks,
  comments: noIntake,
  ...readerDefaults,
};

/** The table of the site's keys in Markdown. */
export function printSiteTable(): string {
  return printTable(siteKeys);
}

/** Reads the site file; without one, or with one that cannot be read, the defaults. */
export function readSite(file: SourceFile | null): { settings: SiteSettings; findings: readonly Finding[] } {
  if (file === null) return { settings: siteDefaults, findings: [] };
  const { reading, findings } = readRoomFile(file, siteKeys);
  if (reading === null) return { settings: { ...siteDefaults, file: file.path }, findings };
  if (!reading.hasFrontMatter) {
    const message = 'The site file has no front matter, so all settings are the defaults.';
    const hint = 'Start it with a line of ---, then name: and address:, then a line of ---.';
    findings.push({ code: 'site-settings', severity: 'error', message, hint, file: file.path, line: 1 });
  }
  const name = readText(reading, reading.first('name'), 200) ?? siteDefaults.name;
  const settings: SiteSettings = {
    file: file.path,
    name,
    tagline: readText(reading, reading.first('tagline'), 300),
    description: readText(reading, reading.first('description'), 1000),
    url: readUrl(reading),
    lang: readLanguage(reading),
    zone: readZone(reading),
    publisher: readText(reading, reading.first('publisher'), 200) ?? name,
    logo: readLogo(reading),
    search: readSearch(reading),
    textEdition: readSwitch(reading, 'text-edition'),
    sections: ids(readList(reading, reading.first('sections'))),
    front: readFrontSettings(reading),
    comments: readCommentSettings(reading),
    ...readReaderSettings(reading),
  };
  return { settings, findings };
}

function readUrl(reading: RoomReading): string {
  const pair = reading.first('address');
  const written = readWord(reading, pair);
  if (written === null || pair === null) return siteDefaults.url;
  const bare = written.replace(/\/+$/, '');
  const full = /^[a-z][a-z0-9+.-]*:/i.test(bare) ? bare : `https://${bare}`;
  const isUsable = /^https?:\/\/[^\s/?#"<>\\]+(?:\/[^\s?#"<>\\]*)?$/i.test(full) && URL.canParse(full);
  const host = isUsable ? new URL(full).origin : siteDefaults.url;
  if (isUsable && host === bare.toLowerCase()) return host;
  const message = `The address of the site must be the root of a host, in full; ${host} is taken.`;
  complainOfSetting(reading, pair, { message, hint: 'Write address: https://www.example.org.' });
  return host;
}

function readLanguage(reading: RoomReading): string {
  const pair = reading.first('language');
  const written = readWord(reading, pair);
  if (written === null || pair === null) return siteDefaults.lang;
  const code = written.replaceAll('_', '-');
  if (/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(code)) {
    const [language, ...rest] = code.split('-');
    return [language?.toLowerCase(), ...rest.map((part) => (part.length === 2 ? part.toUpperCase() : part))].join('-');
  }
  complainOfSetting(reading, pair, {
    message: `There is no language "${written.slice(0, 40)}"; fr is taken.`,
    hint: 'Write a code: language: fr.',
  });
  return siteDefaults.lang;
}

function readZone(reading: RoomReading): string {
  const pair = reading.first('timezone');
  const written = readWord(reading, pair);
  if (written === null || pair === null) return siteDefaults.zone;
  if (isZone(written)) return written;
  const message = `There is no time zone "${written.slice(0, 40)}"; ${siteDefaults.zone} is taken.`;
  complainOfSetting(reading, pair, { message, hint: 'Write timezone: Europe/Paris.' });
  return siteDefaults.zone;
}

/** The path of a picture, `/` first; whether the file is there is not known here. */
function readLogo(reading: RoomReading): string | null {
  const pair = reading.first('logo');
  const written = readWord(reading, pair);
  if (written === null || pair === null) return null;
  const path = `/${written.replace(/^\/?(?:static\/)?/, '')}`;
  if (/^(?:\/[^/\\\s?#"<>]+)+\.(?:svg|png|webp|avif|jpe?g)$/i.test(path) && !path.includes('/..')) return path;
  const message = `"${written.slice(0, 60)}" is no picture in static/; the name stands in its place.`;
  complainOfSetting(reading, pair, { message, hint: 'Write logo: logo.svg, and put the file into static/.' });
  return null;
}

function readSearch(reading: RoomReading): SiteSettings['search'] {
  const pair = reading.first('search');
  if (pair === null) return { external: null };
  const isWanted = booleanOf(pair.value);
  if (isWanted !== null) return isWanted ? { external: null } : null;
  const written = readWord(reading, pair) ?? '';
  const url = /^https:\/\/[^\s"<>\\]+$/i.test(written) && URL.canParse(written) ? new URL(written) : null;
  const open = url && [...url.searchParams].findLast(([, value]) => value === '');
  if (url && open) {
    const fields = [...url.searchParams].filter((field) => field[0] !== open[0]);
    const named = fields.map(([name, value]) => ({ name, value }));
    return { external: { action: url.origin + url.pathname, fields: named, name: open[0] } };
  }
  const hint = 'Write search: true, or search: https://duckduckgo.com/?sites=www.example.org&q=';
  complainOfSetting(reading, pair, {
    message: '"search" is true, false, or an https address that ends with the question, as q=.',
    hint: hint,
  });
  return { external: null };
}

function readSwitch(reading: RoomReading, key: string): boolean {
  const pair = reading.first(key);
  if (pair === null) return false;
  const value = booleanOf(pair.value);
  if (value === null)
    complainOfSetting(reading, pair, { message: `"${key}" is true or false.`, hint: `Write ${key}: true.` });
  return value ?? false;
}

function ids(words: readonly string[]): string[] {
  return [...new Set(words.map((word) => slugify(word)).filter((id) => id !== ''))];
}
