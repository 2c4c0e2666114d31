// How often one reader may send: a bucket of tokens for each address, filled again with time.
// In memory only: a restart forgives. Invariant: it holds a bounded number of addresses, however many send.

/** Asks for a token; true when there was one. */
export type Pace = (who: string, now: number) => boolean;

const mostAddresses = 50_000;

/** A pace of `burst` at once and one more each `every` milliseconds. */
export function createPace({ burst, every }: { readonly burst: number; readonly every: number }): Pace {
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (who, now) => {
    const bucket = buckets.get(who) ?? { tokens: burst, at: now };
    // The one that was asked for last stands last, so that the oldest goes first.
    buckets.delete(who);
    bucket.tokens = Math.min(burst, bucket.tokens + Math.max(0, now - bucket.at) / every);
    bucket.at = now;
    buckets.set(who, bucket);
    if (buckets.size > mostAddresses) buckets.delete(buckets.keys().next().value as string);
    if (bucket.tokens < 1) return false;
    bucket.tokens -= 1;
    return true;
  };
}
