// Waiting for work that goes on at the same time.

/** The values of all works, when every one of them has ended, also after a failure; rejects with the first failure in their order. */
export async function allEnded<T extends readonly unknown[]>(
  works: readonly [...T],
): Promise<{ -readonly [K in keyof T]: Awaited<T[K]> }> {
  await Promise.allSettled(works);
  return Promise.all(works);
}
