// A file of the content that is not what this build has read any more: somebody saved it meanwhile. To draw the new state
// could publish what the library knows nothing of, an embargo or a draft, so the build reads everything again instead.
// The error may come from another thread, which keeps its code, or wrapped by Eleventy, which keeps it as a cause.

const code = 'FILE_CHANGED';

/** Thrown when a file is not the one that was read. */
export class FileChanged extends Error {
  readonly code = code;

  constructor(file: string) {
    super(`${file} was changed while the site was built; build again.`);
  }
}

/** True when an error, or one of its causes, says that a file was changed. */
export function saysFileChanged(error: unknown): boolean {
  const seen = new Set<unknown>();
  for (let at = error; at instanceof Error && !seen.has(at);) {
    seen.add(at);
    const { code: said, originalError } = at as Error & { code?: unknown; originalError?: unknown };
    if (said === code) return true;
    at = originalError ?? at.cause;
  }
  return false;
}
