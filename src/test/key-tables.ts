// The tables of keys in content/README.md, printed from the code. `node src/test/key-tables.ts` writes them anew;
// a test fails when they are not what the code says.

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../base/project-folder.ts';
import { printCommentTable, printThreadTable } from '../content/comment.ts';
import { printKeyTable } from '../content/keys.ts';
import { printPageTable } from '../content/page-file.ts';
import { printSiteTable } from '../content/site.ts';
import { printTermTable } from '../content/term.ts';

const tables: Readonly<Record<string, () => string>> = {
  article: printKeyTable,
  site: printSiteTable,
  term: printTermTable,
  page: printPageTable,
  comment: printCommentTable,
  thread: printThreadTable,
};

/** The file with the tables. */
export const authorsReadme = join(projectRoot, 'content/README.md');

/** The text of the file with its tables as the code prints them. */
export function withTables(text: string): string {
  return text.replace(
    /(<!-- keys:(\w+) -->\n).*?(<!-- \/keys -->)/gs,
    (_, open: string, name: string, close: string) => {
      return `${open}\n${(tables[name] as () => string)().trim()}\n\n${close}`;
    },
  );
}

if (import.meta.main) writeFileSync(authorsReadme, withTables(readFileSync(authorsReadme, 'utf8')));
