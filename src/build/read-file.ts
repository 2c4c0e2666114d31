// Reads one file of the content folder. What its text says is for others.
// Invariant: never throws; a file that cannot be read has a finding that says why.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Finding } from '../base/findings.ts';
import type { SourceFile } from '../content/source-file.ts';

/** Reads one file. Its bytes are null, and a finding says why, when it cannot be read. */
export function readFile(root: string, path: string): { file: SourceFile | null; findings: readonly Finding[] } {
  try {
    return { file: { path, bytes: readFileSync(join(root, path)) }, findings: [] };
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown reason';
    const message = `The file could not be read (${reason}).`;
    return { file: null, findings: [{ code: 'unreadable-file', severity: 'error', file: path, message }] };
  }
}
