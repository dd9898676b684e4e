import { EventStoreUnavailable } from '../../../ports/events.ts'

interface Waiting<T> {
  record: T
  text: string
  resolve(): void
  reject(error: Error): void
}

export interface GroupLimits {
  /** Characters that may wait for the disk. */
  waiting: number
  /** Characters of one group. */
  group: number
  /** How long a write may take before those behind it are refused, ms. */
  patienceMs: number
}

export const groupLimits: GroupLimits = { waiting: 32 << 20, group: 4 << 20, patienceMs: 3_000 }

/**
 * Many callers, one write: whoever comes while the disk is busy goes with the next group, which begins as soon as the
 * last one ended.
 */
export class GroupCommit<T> {
  readonly #commit: (payload: string, records: T[]) => Promise<void>
  readonly #limits: GroupLimits
  #waiting: Waiting<T>[] = []
  #characters = 0
  #running: Promise<void> | null = null
  #isStuck = false

  /** @param commit makes a group durable; its calls never overlap */
  constructor(commit: (payload: string, records: T[]) => Promise<void>, limits: GroupLimits = groupLimits) {
    this.#commit = commit
    this.#limits = limits
  }

  /** Resolves once the record is durable. @throws EventStoreUnavailable */
  append(record: T, text: string): Promise<void> {
    if (this.#isStuck) return Promise.reject(stuck())
    if (this.#characters + text.length > this.#limits.waiting) return Promise.reject(overrun())
    this.#characters += text.length
    return new Promise((resolve, reject) => {
      this.#waiting.push({ record, text, resolve, reject })
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

  async #write(group: Waiting<T>[]): Promise<void> {
    const payload = group.map(({ text }) => text).join('\n')
    try {
      await this.#commit(
        payload,
        group.map(({ record }) => record),
      )
      this.#isStuck = false
      for (const { resolve } of group) resolve()
    } catch (error) {
      this.#isStuck = false
      const refusal = unwritten(error)
      for (const { reject } of group) reject(refusal)
    }
  }

  /** As many as one group may hold, one at least. */
  #next(): Waiting<T>[] {
    let count = 0
    let characters = 0
    for (const { text } of this.#waiting) {
      if (count > 0 && characters + text.length > this.#limits.group) break
      characters += text.length
      count++
    }
    this.#characters -= characters
    return this.#waiting.splice(0, count)
  }

  /** The disk hangs: those of whom nothing was written may try later. */
  #giveUpWaiting(): void {
    this.#isStuck = true
    this.#characters = 0
    for (const { reject } of this.#waiting.splice(0)) reject(stuck())
  }
}

const stuck = () => new EventStoreUnavailable('the disk of the event journal does not answer', 5)
const overrun = () => new EventStoreUnavailable('more events came than the disk takes', 1)
const unwritten = (cause: unknown) =>
  cause instanceof EventStoreUnavailable
    ? cause
    : new EventStoreUnavailable('the event journal could not be written', 5, { cause })
