// Where a request comes from: only the newspaper's own pages may send forms (cross-site request forgery).
// Looks at Origin, then at Sec-Fetch-Site, then at Referer. Browsers send the first with every form that posts.
// Invariant: a request that says nothing of its origin is refused.

/** True when a form was sent by a page of one of these origins. */
export function comesFrom(headers: Headers, origins: ReadonlySet<string>): boolean {
  const origin = headers.get('origin');
  if (origin !== null) return origins.has(origin);
  if (headers.get('sec-fetch-site') === 'same-origin') return true;
  const referer = headers.get('referer');
  return referer !== null && URL.canParse(referer) && origins.has(new URL(referer).origin);
}
