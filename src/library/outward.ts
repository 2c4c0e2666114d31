// Addresses of other sites whose beginning was forgotten: `www.lemonde.fr`, `lemonde.fr/x`, `http//lemonde.fr`.
// As they stand, browsers would look for them below the page. Pure: nobody is asked whether there is such a site.
// Invariant: what may be the name of a file beside an article is none.

const host = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?';
const rest = '(?=$|[/?#:])';
const named = new RegExp(`^www\\.${host}(?:\\.${host})+${rest}`, 'i');
const bare = new RegExp(`^${host}(?:\\.${host})*\\.(?:fr|com|org|net|eu|info|be|ch|ca|lu|uk|de|es|it)${rest}`, 'i');
const broken = new RegExp(`^(https?)//?(?=${host}(?:\\.${host})+${rest})`, 'i');

/** The address that was meant; null when it needs no mending. */
export function meantOutward(href: string): string | null {
  if (broken.test(href)) return href.replace(broken, (_, scheme: string) => `${scheme.toLowerCase()}://`);
  return named.test(href) || bare.test(href) ? `https://${href}` : null;
}
