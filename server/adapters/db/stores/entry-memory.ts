import type { ArchiveEntry } from '../../../ports/archive.ts'
import { BoundedCache } from './bounded-cache.ts'

/** What an entry weighs besides its answer. */
const OVERHEAD = 300

const weigh = ({ answer }: ArchiveEntry) => OVERHEAD + (answer?.length ?? 0)

/** Entries that were written while a read was under way: what it brings of them is old. */
interface Reading {
  everything: boolean
  written: Set<string>
}

/**
 * Archive entries remembered one by one until they are written, so that a range that was never asked for is made of the
 * days of others. For the embedded database alone, where every write goes through this process.
 */
export class EntryMemory {
  readonly #entries: BoundedCache<ArchiveEntry>
  readonly #readings = new Set<Reading>()

  /** @param limit characters of WeChat's answers that are remembered, about as many bytes */
  constructor(limit: number) {
    this.#entries = new BoundedCache(limit)
  }

  /** The entries of the named periods, by period; only those that are not remembered are read. */
  async recall(
    keyOf: (period: string) => string,
    periods: string[],
    read: (periods: string[]) => Promise<ArchiveEntry[]>,
  ): Promise<ArchiveEntry[]> {
    const known: ArchiveEntry[] = []
    const unknown: string[] = []
    for (const period of new Set(periods)) {
      const entry = this.#entries.get(keyOf(period))
      if (entry) known.push(entry)
      else unknown.push(period)
    }
    const fresh = unknown.length > 0 ? await this.#read(keyOf, unknown, read) : []
    return [...known, ...fresh].sort((a, b) => (a.period < b.period ? -1 : 1))
  }

  async #read(
    keyOf: (period: string) => string,
    periods: string[],
    read: (periods: string[]) => Promise<ArchiveEntry[]>,
  ) {
    const reading: Reading = { everything: false, written: new Set() }
    this.#readings.add(reading)
    try {
      const entries = await read(periods)
      for (const entry of entries) {
        const key = keyOf(entry.period)
        // shared by all readers from now on
        if (!reading.everything && !reading.written.has(key)) this.#entries.set(key, Object.freeze(entry), weigh(entry))
      }
      return entries
    } finally {
      this.#readings.delete(reading)
    }
  }

  /** Runs the write of an entry and forgets it once that is done, even when it failed: it may have been half done. */
  async forgetAfter<T>(key: string, write: Promise<T>): Promise<T> {
    try {
      return await write
    } finally {
      for (const reading of this.#readings) reading.written.add(key)
      this.#entries.delete(key)
    }
  }

  /** The same for a write that may have touched any entry. */
  async forgetAllAfter<T>(write: Promise<T>): Promise<T> {
    try {
      return await write
    } finally {
      for (const reading of this.#readings) reading.everything = true
      this.#entries.clear()
    }
  }
}
