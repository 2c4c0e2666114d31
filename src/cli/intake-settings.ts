// The settings of site.md for commands that build nothing: the intake, moderation, `npm start`.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { readFile } from '../build/read-file.ts';
import { readSite } from '../content/site.ts';
import type { SiteSettings } from '../content/types.ts';

/** The settings of a content folder; the defaults where there is no site file. */
export function readSettings(content: string): SiteSettings {
  if (!existsSync(join(content, 'site.md'))) return readSite(null).settings;
  return readSite(readFile(content, 'site.md').file).settings;
}
