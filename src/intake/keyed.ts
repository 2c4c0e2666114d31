// What is made with the intake's secret: hashes of network addresses, and the stamps that tell when a form was opened.
// Web Crypto only, so that it runs on an edge host as well.
// Invariant: without the secret nobody can find out an address by trying all of them, or make a stamp.

/** What the secret makes. */
export interface Keyed {
  /** Keyed hash of a network address; of an IPv6 address its /64, which is what a household has. */
  readonly address: (address: string) => Promise<string>;
  /** The same for the same words. */
  readonly print: (...words: readonly string[]) => Promise<string>;
  /** A stamp of an instant (ms) for an article. */
  readonly stamp: (at: number, article: string) => Promise<string>;
  /** The instant of a stamp; null when it is none of ours. */
  readonly stampedAt: (stamp: string, article: string) => Promise<number | null>;
}

/** Makes the functions of a secret of at least 16 characters. */
export async function createKeyed(secret: string): Promise<Keyed> {
  if (secret.length < 16) throw new Error('The secret of the intake has fewer than 16 characters.');
  const bytes = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const key = await crypto.subtle.importKey('raw', bytes.encode(secret), algorithm, false, ['sign']);
  const sign = async (text: string): Promise<string> => {
    const signed = await crypto.subtle.sign('HMAC', key, bytes.encode(text.toWellFormed()));
    return Buffer.from(signed).toString('base64url').slice(0, 22);
  };
  const stamp = async (at: number, article: string): Promise<string> =>
    `${at.toString(36)}.${await sign(`stamp\n${at}\n${article}`)}`;
  return {
    address: (address) => sign(`address\n${household(address)}`),
    print: (...words) => sign(`print\n${JSON.stringify(words)}`),
    stamp,
    stampedAt: async (text, article) => {
      const at = /^[0-9a-z]{6,10}\./.test(text) ? Number.parseInt(text.split('.')[0] as string, 36) : Number.NaN;
      return Number.isSafeInteger(at) && (await stamp(at, article)) === text ? at : null;
    },
  };
}

/** The first four groups of an IPv6 address; an IPv4 address as it is, also when it is written as IPv6. */
export function household(address: string): string {
  const four = /^(?:::ffff:)?(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (four) return four[1] as string;
  const [head = '', tail] = address.toLowerCase().replace(/%.*$/, '').split('::');
  const groups = head === '' ? [] : head.split(':');
  if (tail !== undefined) {
    const rest = tail === '' ? [] : tail.split(':');
    while (groups.length + rest.length < 8) groups.push('0');
    groups.push(...rest);
  }
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
