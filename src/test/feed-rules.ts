// The rules of the feeds and sitemaps that a site writes, as the specifications have them: RSS 2.0 (with the RSS
// Advisory Board's profile), Atom (RFC 4287), JSON Feed 1.1, sitemaps.org, and Google's news sitemaps.
// It reads files of any origin with the strict reader, and answers every rule that one of them breaks.

import { type Element, findAll, readXml, texts } from '../output/strict-xml.fixture.ts';

const rfc822 =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d [+-]\d{4}$/;
const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)$/;
const w3cDate = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d))?$/;
const web = /^https?:\/\/[!-~]+$/;
const identifier = /^(?:https?:\/\/|tag:[a-z0-9.-]+,\d{4}(?:-\d\d(?:-\d\d)?)?:)[!-~]+$/;

type Fault = (rule: string, found?: unknown) => void;

/** Every rule that a file breaks; none for a file that is no feed and no sitemap. */
export function feedFaults(path: string, text: string, site: string): string[] {
  const faults: string[] = [];
  const fault: Fault = (rule, found) => faults.push(`${path}: ${rule}${found === undefined ? '' : `: ${found}`}`);
  if (path.endsWith('feed.json')) checkJson(JSON.parse(text), site + path, fault);
  if (!path.endsWith('.xml')) return faults;
  let root: Element;
  try {
    root = readXml(text);
  } catch (error) {
    return [`${path}: ${(error as Error).message}`];
  }
  if (root.name === 'rss') checkRss(root, site + path, fault);
  else if (root.name === 'feed') checkAtom(root, site + path, fault);
  else if (root.name === 'urlset' || root.name === 'sitemapindex') checkSitemap(root, site, fault);
  else fault('an unknown root', root.name);
  return faults;
}

function once(element: Element, name: string, fault: Fault): string {
  const found = element.children.filter((child) => child.name === name);
  if (found.length !== 1) fault(`${element.name} has ${name} ${found.length} times`);
  return found[0]?.text ?? '';
}

function unique(values: readonly string[], what: string, fault: Fault): void {
  for (const value of values) if (values.indexOf(value) !== values.lastIndexOf(value)) fault(`${what} twice`, value);
}

function matches(value: unknown, shape: RegExp, what: string, fault: Fault): void {
  if (typeof value !== 'string' || !shape.test(value)) fault(what, value);
}

function checkRfc822(date: string, what: string, fault: Fault): void {
  matches(date, rfc822, what, fault);
  const day = new Date(Date.parse(date.replace(/ [+-]\d{4}$/, ' +0000'))).toUTCString().slice(0, 3);
  if (!date.startsWith(day)) fault('a day of the week that is not', date);
}

function checkRss(root: Element, self: string, fault: Fault): void {
  if (root.attributes['version'] !== '2.0') fault('version');
  const channel = root.children[0] as Element;
  if (once(channel, 'title', fault).trim() === '') fault('an empty title');
  matches(once(channel, 'link', fault), web, 'link', fault);
  if (once(channel, 'description', fault).trim() === '') fault('an empty description');
  matches(once(channel, 'language', fault), /^[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/, 'language', fault);
  const own = channel.children.filter(({ name }) => name === 'atom:link');
  if (own.length !== 1 || own[0]?.attributes['href'] !== self || own[0].attributes['rel'] !== 'self')
    fault('no link to itself', own[0]?.attributes['href']);
  for (const date of texts(channel, 'lastBuildDate')) checkRfc822(date, 'lastBuildDate', fault);
  const items = channel.children.filter(({ name }) => name === 'item');
  const dates: number[] = [];
  for (const item of items) {
    if (once(item, 'title', fault).trim() === '') fault('an item without a title');
    matches(once(item, 'link', fault), web, 'link of an item', fault);
    matches(once(item, 'guid', fault), identifier, 'guid', fault);
    if (findAll(item, 'guid')[0]?.attributes['isPermaLink'] !== 'false') fault('a guid that claims to be a link');
    const date = once(item, 'pubDate', fault);
    checkRfc822(date, 'pubDate', fault);
    dates.push(Date.parse(date));
    for (const name of ['description', 'enclosure', 'dc:source', 'dc:language', 'author', 'source'])
      if (item.children.filter((child) => child.name === name).length > 1) fault(`${name} twice`);
    for (const { attributes } of findAll(item, 'enclosure')) {
      matches(attributes['url'], web, 'url of an enclosure', fault);
      matches(attributes['length'], /^\d+$/, 'length of an enclosure', fault);
      matches(attributes['type'], /^[a-z]+\/[a-z0-9.+-]+$/, 'type of an enclosure', fault);
    }
    for (const { attributes } of findAll(item, 'media:content')) matches(attributes['url'], web, 'url of media', fault);
    for (const html of texts(item, 'description')) if (/<[a-z/!]/i.test(html)) fault('markup in a description', html);
  }
  unique(texts(channel, 'guid'), 'guid', fault);
  if (dates.some((date, i) => i > 0 && date > (dates[i - 1] as number))) fault('not newest first');
}

function checkAtom(root: Element, self: string, fault: Fault): void {
  if (root.attributes['xmlns'] !== 'http://www.w3.org/2005/Atom') fault('namespace');
  const entries = root.children.filter(({ name }) => name === 'entry');
  const links = root.children.filter(({ name }) => name === 'link');
  if (links.filter(({ attributes }) => attributes['rel'] === 'self' && attributes['href'] === self).length !== 1)
    fault('no link to itself');
  for (const element of [root, ...entries]) {
    matches(once(element, 'id', fault), identifier, 'id', fault);
    if (once(element, 'title', fault).trim() === '') fault('an empty title');
    matches(once(element, 'updated', fault), rfc3339, 'updated', fault);
    const kinds = element.children.filter(({ name }) => name === 'link').map(({ attributes }) => attributes['rel']);
    if (kinds.filter((rel) => rel === 'alternate').length !== 1) fault('not one alternate');
  }
  if (!root.children.some(({ name }) => name === 'author')) fault('no author');
  for (const entry of entries) {
    const published = once(entry, 'published', fault);
    matches(published, rfc3339, 'published', fault);
    if (Date.parse(published) > Date.parse(texts(entry, 'updated')[0] ?? '')) fault('changed before it appeared');
    if (entry.children.filter(({ name }) => name === 'summary').length > 1) fault('summary twice');
  }
  for (const person of [...findAll(root, 'author'), ...findAll(root, 'contributor')]) {
    if (once(person, 'name', fault).trim() === '') fault('a person without a name');
    for (const uri of texts(person, 'uri')) matches(uri, web, 'uri', fault);
  }
  for (const { attributes } of findAll(root, 'link')) matches(attributes['href'], web, 'href', fault);
  for (const { attributes } of findAll(root, 'category')) if (!attributes['term']) fault('a category without a term');
  unique(
    [root, ...entries].map((element) => texts(element, 'id')[0] ?? ''),
    'id',
    fault,
  );
}

function checkJson(feed: Record<string, unknown>, self: string, fault: Fault): void {
  if (feed['version'] !== 'https://jsonfeed.org/version/1.1') fault('version');
  if (typeof feed['title'] !== 'string' || feed['title'] === '') fault('title');
  matches(feed['home_page_url'], web, 'home_page_url', fault);
  if (feed['feed_url'] !== self) fault('feed_url', feed['feed_url']);
  const items = feed['items'] as readonly Record<string, unknown>[];
  for (const item of items) {
    matches(item['id'], identifier, 'id', fault);
    matches(item['url'], web, 'url', fault);
    if (typeof item['content_text'] !== 'string' || item['content_text'] === '') fault('no content');
    matches(item['date_published'], rfc3339, 'date_published', fault);
    if (item['date_modified'] !== undefined) matches(item['date_modified'], rfc3339, 'date_modified', fault);
    if (item['image'] !== undefined) matches(item['image'], web, 'image', fault);
    for (const author of (item['authors'] ?? []) as { name?: string }[]) if (!author.name) fault('a nameless author');
    for (const { url, mime_type } of (item['attachments'] ?? []) as Record<string, string>[]) {
      matches(url, web, 'url of an attachment', fault);
      matches(mime_type, /^[a-z]+\/[a-z0-9.+-]+$/, 'type of an attachment', fault);
    }
  }
  unique(
    items.map((item) => String(item['id'])),
    'id',
    fault,
  );
}

function checkSitemap(root: Element, site: string, fault: Fault): void {
  if (root.attributes['xmlns'] !== 'http://www.sitemaps.org/schemas/sitemap/0.9') fault('namespace');
  for (const place of root.children) {
    const address = once(place, 'loc', fault);
    matches(address, web, 'loc', fault);
    if (!address.startsWith(`${site}/`)) fault('an address of another site', address);
    for (const date of texts(place, 'lastmod')) matches(date, w3cDate, 'lastmod', fault);
    for (const picture of texts(place, 'image:loc')) matches(picture, web, 'image:loc', fault);
    for (const news of findAll(place, 'news:news')) {
      matches(once(news, 'news:publication_date', fault), w3cDate, 'publication_date', fault);
      if (once(news, 'news:title', fault).trim() === '') fault('news without a title');
      const publication = findAll(news, 'news:publication')[0];
      if (publication === undefined || once(publication, 'news:name', fault) === '') fault('no publication');
      else matches(once(publication, 'news:language', fault), /^(?:[a-z]{2,3}|zh-cn|zh-tw)$/, 'language', fault);
    }
  }
  unique(
    root.children.map((place) => texts(place, 'loc')[0] ?? ''),
    'loc',
    fault,
  );
}
