// What was asked for lately, up to about twice a number of things; what is older is forgotten and made again.
// Two generations instead of a list of uses: cheap, and nothing used lately is lost when the younger one is full.

/** Remembers at least the last `limit` different things. */
export class Recent<Key, Value> {
  readonly #limit: number;
  #young = new Map<Key, Value>();
  #old = new Map<Key, Value>();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The value of a key; made when it is not remembered. */
  get(key: Key, make: () => Value): Value {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const value = this.#old.get(key) ?? make();
    if (this.#young.size >= this.#limit) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
    return value;
  }
}
