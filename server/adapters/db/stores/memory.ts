import { BoundedCache } from './bounded-cache.ts'

/**
 * Answers remembered until the next write. For the embedded database alone, where every write goes through this
 * process; with several instances nobody would tell us.
 */
export class Memory<V> {
  readonly #cache: BoundedCache<V>
  #writes = 0

  /** @param limit total weight of what is remembered */
  constructor(limit: number) {
    this.#cache = new BoundedCache(limit)
  }

  /** The remembered answer, else a fresh one, remembered unless a write came in between. */
  async recall(key: string, read: () => Promise<V>, weigh: (value: V) => number = () => 1): Promise<V> {
    const known = this.#cache.get(key)
    if (known !== undefined) return known
    const before = this.#writes
    const value = await read()
    if (before === this.#writes) this.#cache.set(key, value, weigh(value))
    return value
  }

  /** Runs a write and forgets everything once it is done, even when it failed: it may have been half done. */
  async forgetAfter<T>(write: Promise<T>): Promise<T> {
    try {
      return await write
    } finally {
      this.#writes++
      this.#cache.clear()
    }
  }
}
