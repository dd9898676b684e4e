import type { BatchReceipt } from '../../ports/events.ts'

/**
 * The last receipts, so many at least and twice as many at most. Two maps that follow one another: a map of which the
 * oldest entry is taken out again and again walks over the gaps each time.
 */
export class RecentReceipts {
  readonly #least: number
  #young = new Map<string, BatchReceipt>()
  #old = new Map<string, BatchReceipt>()

  constructor(least: number) {
    this.#least = least
  }

  get(key: string): BatchReceipt | undefined {
    return this.#young.get(key) ?? this.#old.get(key)
  }

  keep(key: string, receipt: BatchReceipt): void {
    if (this.#young.size >= this.#least) {
      this.#old = this.#young
      this.#young = new Map()
    }
    this.#young.set(key, receipt)
  }

  forget(isForgotten: (key: string) => boolean): void {
    for (const receipts of [this.#young, this.#old]) {
      for (const key of receipts.keys()) if (isForgotten(key)) receipts.delete(key)
    }
  }
}
