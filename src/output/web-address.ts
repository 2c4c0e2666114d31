// Addresses as feeds, sitemaps and robots.txt want them: ASCII, every other character as `%XX`.
// Does not parse, resolve or judge an address. What is encoded already stays as it is.
// Invariant: the result holds no space, line break, quote, angle bracket, backslash or character beyond ASCII,
// and encoding it again changes nothing.

const plain = /^[!#$&(-;=?-[\]_a-z~]*$/;
const unsafe = /[^!#-&(-;=?-[\]_a-z~]+|%(?![0-9a-f]{2})/gi;

function encode(part: string): string {
  return encodeURIComponent(part.toWellFormed()).replaceAll("'", '%27');
}

/** The address with everything encoded that an address may not hold as it is. */
export function webAddress(url: string): string {
  return plain.test(url) ? url : url.replace(unsafe, encode);
}
