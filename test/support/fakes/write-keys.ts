import type { RefusedCounts, RefusedStore, WriteKeyPair, WriteKeyStore } from '../../../server/ports/write-keys.ts'
import type { Refusal } from '../../../src/contract/collect.ts'
import type { FakeApps } from './apps.ts'

type Bound = Pick<FakeApps, 'rows'>

/** Write keys in memory, of apps that are bound. */
export class FakeWriteKeys implements WriteKeyStore {
  readonly pairs = new Map<string, WriteKeyPair>()
  /** How often it was asked, whatever for. */
  asked = 0
  #changes = 0

  constructor(private readonly apps: Bound) {}

  async all() {
    this.asked++
    return [...this.pairs.values()]
  }
  async stamp() {
    return String(this.#changes)
  }
  async find(key: string) {
    this.asked++
    return [...this.pairs.values()].find(pair => pair.key === key || pair.previousKey === key) ?? null
  }
  async keepFirst(appid: string, key: string) {
    this.asked++
    if (!this.apps.rows.has(appid)) return null
    const pair = this.pairs.get(appid) ?? { appid, key, previousKey: null, previousUntil: null }
    this.pairs.set(appid, pair)
    return pair
  }
  async rotate(appid: string, key: string, { previousUntil }: { previousUntil: number }) {
    const pair = this.pairs.get(appid)
    if (!pair) return null
    const rotated = { appid, key, previousKey: pair.key, previousUntil }
    this.pairs.set(appid, rotated)
    this.#changes++
    return rotated
  }
}

/** Counts of what was refused, in memory. */
export class FakeRefused implements RefusedStore {
  readonly counts = new Map<string, RefusedCounts>()

  constructor(private readonly apps: Bound) {}

  async add(appid: string, counts: RefusedCounts) {
    if (!this.apps.rows.has(appid)) return
    const known = this.counts.get(appid) ?? {}
    for (const [reason, count] of Object.entries(counts) as [Refusal, number][]) {
      known[reason] = (known[reason] ?? 0) + count
    }
    this.counts.set(appid, known)
  }
  async of(appid: string) {
    const counts = Object.entries(this.counts.get(appid) ?? {}) as [Refusal, number][]
    return counts.map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count)
  }
}
