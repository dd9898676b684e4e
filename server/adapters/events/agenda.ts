import { type CounterMinutes, counterMinutes } from './engine.ts'

/** How often counters of each length are made while events come, ms. */
const EVERY: [lengths: readonly CounterMinutes[], ms: number][] = [
  [[1, 5], 0],
  [[10, 30, 60], 15_000],
  [[1440], 60_000],
]
const SWEEP_MS = 3_600_000

interface Item {
  lengths: readonly CounterMinutes[]
  ms: number
  /** Something came since it was made. */
  isDirty: boolean
  madeAt: number
}

/** Which counters are due. Times are of the monotonic clock, ms. */
export class Agenda {
  readonly #items: Item[]
  #sweptAt: number

  /** All counters are due at once: nobody knows what an earlier process left undone. */
  constructor(now: number) {
    this.#items = EVERY.map(([lengths, ms]) => ({ lengths, ms, isDirty: true, madeAt: Number.NEGATIVE_INFINITY }))
    this.#sweptAt = now
  }

  /** Events came. @param lengths those that have to do with them */
  touch(lengths: readonly CounterMinutes[] = counterMinutes): void {
    for (const item of this.#items) item.isDirty ||= item.lengths.some(length => lengths.includes(length))
  }

  isDirty(length: CounterMinutes): boolean {
    return this.#items.some(item => item.isDirty && item.lengths.includes(length))
  }

  due(now: number): CounterMinutes[] {
    return this.#items.filter(({ isDirty, madeAt, ms }) => isDirty && madeAt + ms <= now).flatMap(item => item.lengths)
  }

  counted(lengths: readonly CounterMinutes[], now: number): void {
    for (const item of this.#items) {
      if (!item.lengths.every(length => lengths.includes(length))) continue
      item.isDirty = false
      item.madeAt = now
    }
  }

  isSweepDue(now: number): boolean {
    return now - this.#sweptAt >= SWEEP_MS
  }

  swept(now: number): void {
    this.#sweptAt = now
  }

  /** When something is due though nothing more comes. */
  get nextAt(): number {
    const made = this.#items.filter(({ isDirty }) => isDirty).map(({ madeAt, ms }) => madeAt + ms)
    return Math.min(this.#sweptAt + SWEEP_MS, ...made)
  }
}
