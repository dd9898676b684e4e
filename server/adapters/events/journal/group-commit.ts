import { EventStoreUnavailable } from '../../../ports/events.ts'

interface Waiting<T, R> {
  record: T
  size: number
  resolve(outcome: R): void
  reject(error: Error): void
}

export interface GroupLimits {
  /** Characters that may wait. */
  waiting: number
  /** Characters of one group. */
  group: number
  /** How long a write may take before those behind it are refused, ms. */
  patienceMs: number
}

export const groupLimits: GroupLimits = { waiting: 32 << 20, group: 4 << 20, patienceMs: 3_000 }

/**
 * Many callers, one write: whoever comes while the store is busy goes with the next group, which begins as soon as the
 * last one ended.
 */
export class GroupCommit<T, R> {
  readonly #commit: (records: T[]) => Promise<readonly R[]>
  readonly #limits: GroupLimits
  #waiting: Waiting<T, R>[] = []
  #characters = 0
  #running: Promise<void> | null = null
  #isStuck = false

  /** @param commit makes a group durable and answers in its order; its calls never overlap */
  constructor(commit: (records: T[]) => Promise<readonly R[]>, limits: GroupLimits = groupLimits) {
    this.#commit = commit
    this.#limits = limits
  }

  /**
   * Resolves once the record is durable.
   * @param size its characters, about
   * @throws EventStoreUnavailable
   */
  append(record: T, size: number): Promise<R> {
    if (this.#isStuck) return Promise.reject(stuck())
    if (this.#characters + size > this.#limits.waiting) return Promise.reject(overrun())
    this.#characters += size
    return new Promise((resolve, reject) => {
      this.#waiting.push({ record, size, resolve, reject })
      this.#running ??= this.#run()
    })
  }

  /** Resolves when nothing waits any more. */
  async idle(): Promise<void> {
    while (this.#running) await this.#running
  }

  /** Does something while no group is written. */
  async alone(deed: () => Promise<void>): Promise<void> {
    while (this.#running) await this.#running
    const done = deed()
    this.#running = done
      .catch(() => undefined)
      .then(() => {
        this.#running = this.#waiting.length > 0 ? this.#run() : null
      })
    await done
  }

  async #run(): Promise<void> {
    // whoever is read from a socket in the same turn goes along
    await new Promise(resolve => setImmediate(resolve))
    const watch = setTimeout(() => this.#giveUpWaiting(), this.#limits.patienceMs)
    while (this.#waiting.length > 0) {
      watch.refresh()
      await this.#write(this.#next())
    }
    clearTimeout(watch)
    this.#running = null
  }

  async #write(group: Waiting<T, R>[]): Promise<void> {
    try {
      const outcomes = await this.#commit(group.map(({ record }) => record))
      this.#isStuck = false
      for (let index = 0; index < group.length; index++) group[index]?.resolve(outcomes[index] as R)
    } catch (error) {
      this.#isStuck = false
      const refusal = unwritten(error)
      for (const { reject } of group) reject(refusal)
    }
  }

  /** As many as one group may hold, one at least. */
  #next(): Waiting<T, R>[] {
    let count = 0
    let characters = 0
    for (const { size } of this.#waiting) {
      if (count > 0 && characters + size > this.#limits.group) break
      characters += size
      count++
    }
    this.#characters -= characters
    return this.#waiting.splice(0, count)
  }

  /** The store hangs: those of whom nothing was written may try later. */
  #giveUpWaiting(): void {
    this.#isStuck = true
    this.#characters = 0
    for (const { reject } of this.#waiting.splice(0)) reject(stuck())
  }
}

const stuck = () => new EventStoreUnavailable('what keeps events does not answer', 5)
const overrun = () => new EventStoreUnavailable('more events came than can be kept', 1)
const unwritten = (cause: unknown) =>
  cause instanceof EventStoreUnavailable ? cause : new EventStoreUnavailable('events could not be kept', 5, { cause })
