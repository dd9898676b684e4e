import type { EventBatch } from '../../ports/events.ts'

/** Apps whose lag is remembered; more than any deployment has. */
const APPS = 10_000
/** Older says nothing about now. */
const LATELY_MS = 600_000

interface Lag {
  seconds: number
  at: number
}

/** How long each app's newest events took from receipt to the curves. Times are epoch ms. */
export class Lags {
  readonly #drained = new Map<string, number>()
  readonly #lags = new Map<string, Lag>()

  /** In the engine, not yet counted. */
  drained(batches: readonly EventBatch[]): void {
    for (const { appid, receivedAt } of batches) {
      const oldest = this.#drained.get(appid)
      if (oldest === undefined || receivedAt < oldest) this.#drained.set(appid, receivedAt)
    }
  }

  counted(now: number): void {
    for (const [appid, receivedAt] of this.#drained) {
      this.#lags.delete(appid)
      this.#lags.set(appid, { seconds: Math.max(0, now - receivedAt) / 1000, at: now })
    }
    this.#drained.clear()
    for (const appid of this.#lags.keys()) {
      if (this.#lags.size <= APPS) break
      this.#lags.delete(appid)
    }
  }

  /** `null` when nothing came lately. */
  of(appid: string, now: number): number | null {
    const lag = this.#lags.get(appid)
    return lag && Math.abs(now - lag.at) < LATELY_MS ? lag.seconds : null
  }

  erase(appid: string): void {
    this.#drained.delete(appid)
    this.#lags.delete(appid)
  }
}
