// Every picture that a visible article or page names: found and made, or a finding with the line that names it.
// Which files there are and what is made of them is the affair of images/; here names become pictures.

import type { Finding } from '../base/findings.ts';
import { isPassedOver } from '../content/find-files.ts';
import { faults, remarks } from '../images/faults.ts';
import type { MakePictures } from '../images/make-pictures.ts';
import type { PictureResult } from '../images/types.ts';
import { listsOf } from '../library/lists.ts';
import { isRemote, pictureCandidates } from '../library/picture-paths.ts';
import type { Library } from '../library/types.ts';
import type { ViewContext } from '../view/context.ts';

/** The pictures of a site. */
export interface SitePictures {
  readonly picture: ViewContext['picture'];
  /** Files to copy: path below the output folder, and where the file lies. */
  readonly copies: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
  /** False when one is named that lies, or may lie, where files are not listed: in a hidden folder; or could not be read. */
  readonly seesAll: boolean;
  /** Which picture each name means, as text: what pages depend on. */
  readonly facts: string;
}

/** A picture as a file names it. */
interface Wanted {
  readonly file: string;
  readonly src: string;
  readonly line: number | null;
}

/** Finds and makes the pictures of what is visible. */
export async function findPictures(input: {
  readonly content: string;
  readonly library: Library;
  readonly make: MakePictures;
}): Promise<SitePictures> {
  const wanted = wantedPictures(input.library);
  const site = input.library.settings.url;
  const candidates = wanted.map(({ file, src }) => pictureCandidates(src, { file, site }));
  const find = await input.make(input.content, candidates);
  const known = new Map<string, PictureResult | null>();
  const look = (file: string, src: string): PictureResult | null => {
    const key = `${file}\n${src}`;
    let found = known.get(key);
    if (found === undefined) known.set(key, (found = find(pictureCandidates(src, { file, site }))));
    return found;
  };
  const copies = new Map<string, string>();
  const findings: Finding[] = [];
  for (const one of wanted) {
    const found = look(one.file, one.src);
    findings.push(...findingsOf(one, { found, site }));
    if (found && 'files' in found) for (const { path, file } of found.files) copies.set(path, file);
  }
  const picture: ViewContext['picture'] = (file, src) => {
    const found = look(file, src);
    return found && 'src' in found ? found : null;
  };
  const facts = [...known].map(([name, found]) => [name, found && 'src' in found ? found : null]);
  const isUnread = (found: PictureResult | null): boolean =>
    found !== null && 'fault' in found && found.fault === 'unreadable';
  const seesAll = !candidates.some((paths) => paths.some(isPassedOver)) && ![...known.values()].some(isUnread);
  return { picture, copies, findings, seesAll, facts: JSON.stringify(facts) };
}

/** Pictures of what is visible, for a picture that is published can be found. */
function wantedPictures(library: Library): Wanted[] {
  const wanted: Wanted[] = [];
  for (const { card } of library.entries) {
    const { file, image, video, pictures } = card;
    if (image) wanted.push({ file, src: image.src, line: null });
    if (video?.poster) wanted.push({ file, src: video.poster, line: null });
    for (const { href, line } of pictures) wanted.push({ file, src: href, line });
  }
  const texts = [...library.pages.map(({ page }) => page), ...listsOf(library).flatMap(({ term }) => term ?? [])];
  for (const { file, pictures } of texts) for (const { href, line } of pictures) wanted.push({ file, src: href, line });
  return wanted;
}

function findingsOf(
  { file, src, line }: Wanted,
  { found, site }: { readonly found: PictureResult | null; readonly site: string },
): Finding[] {
  const at = { file, ...(line === null ? {} : { line }), seek: { word: src } };
  if (found === null) return [{ ...at, ...missing(src, site) }];
  if ('fault' in found) return [{ ...at, code: 'bad-picture', severity: 'warning', ...say(faults[found.fault], src) }];
  if (found.remark === null) return [];
  return [{ ...at, code: 'odd-picture', severity: 'warning', ...say(remarks[found.remark], src) }];
}

function say([message, hint]: readonly [string, string], src: string): Pick<Finding, 'message' | 'hint'> {
  return { message: message.replace('%', () => src), hint };
}

function missing(src: string, site: string): Pick<Finding, 'code' | 'severity' | 'message' | 'hint'> {
  const remote = isRemote(src, site);
  return {
    code: 'missing-picture',
    severity: 'warning',
    message: remote
      ? `The picture ${src} lies on another server; it is not shown.`
      : `The picture "${src}" is missing; it is left out.`,
    hint: remote
      ? 'Put the file beside the article: readers then ask no other server.'
      : 'It is looked for beside the article, then in static/.',
  };
}
