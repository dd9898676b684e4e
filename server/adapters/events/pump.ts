import { setTimeout as sleep } from 'node:timers/promises'
import type { Clock } from '../../ports/clock.ts'
import type { Log } from '../../ports/log.ts'
import { Agenda } from './agenda.ts'
import { type CounterMinutes, counterMinutes, type EventEngine } from './engine.ts'

/** From the beginning of one round to the next, ms, at least: what is accepted stands in the curves within about that. */
const ROUND_MS = 400
/**
 * A round is followed by a rest of so many times its length, in which reports have the engine for themselves and the next
 * transaction grows: two small ones cost twice what one does. Not beyond so long after the round's beginning, ms …
 */
const REST = 2
const BUSY_ROUND_MS = 600
/** … unless the round took most of that: then so many times its length. */
const LEAST_REST = 0.5
const DAY = 1440
/** Days that are counted because somebody asked are not counted so again before so many times as long has passed. */
const DAYS_REST = 4
/** Whoever asked waits no longer for them, and not at all where they took longer the last time. ms */
const DAYS_WAIT_MS = 300
const FIRST_BACK_OFF_MS = 250
const LONGEST_BACK_OFF_MS = 10_000

export interface PumpDeps {
  engine: Pick<EventEngine, 'count'>
  clock: Clock
  log: Log
  /** Whether it is this instance that counts; absent: there is no other. */
  mayCount?(): Promise<boolean>
  /** Brings what was accepted into the engine, all of it when somebody waits for that; true when there was anything. */
  drain(isThorough: boolean): Promise<boolean>
  /** Hears which apps have new counters. */
  onCounted(appids: readonly string[]): void
  /** What is done every hour: old things are forgotten. */
  sweep(): Promise<void>
}

/**
 * Drives the engine: what was accepted goes in, then the counters that are due are made. One round at a time, begun by
 * `wake` or by what is due; a round that fails is tried again, later each time. Measures time by the monotonic clock.
 */
export class Pump {
  readonly #deps: PumpDeps
  readonly #agenda = new Agenda(performance.now())
  #timer: NodeJS.Timeout | null = null
  #round: Promise<void> | null = null
  #days: Promise<void> | null = null
  #daysRestUntil = 0
  #daysTookMs = 0
  #began = Number.NEGATIVE_INFINITY
  #restUntil = 0
  #backOffMs = 0
  #isWoken = false
  #isStopped = false
  #waiting: { resolve(): void; reject(error: unknown): void }[] = []

  constructor(deps: PumpDeps) {
    this.#deps = deps
    this.#schedule()
  }

  /** Something was accepted. */
  wake(): void {
    if (this.#isWoken) return
    this.#isWoken = true
    this.#schedule()
  }

  /** Resolves when all that was accepted before is in the engine and in every counter; rejects when a round failed. */
  settle(): Promise<void> {
    if (this.#isStopped) return Promise.reject(new Error('the event store is closed'))
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject })
      this.#restUntil = 0
      this.#backOffMs = 0
      this.wake()
      this.#schedule(true)
    })
  }

  /**
   * Brings the days up to the curves for somebody who asks for them, unless that was done just before or takes long:
   * what they lack then they say themselves.
   */
  async freshDays(): Promise<void> {
    const now = performance.now()
    const isDue = this.#agenda.isDirty(DAY) && now >= this.#daysRestUntil && !this.#isStopped
    const { mayCount } = this.#deps
    if (isDue && !this.#days && (!mayCount || (await mayCount()))) this.#countDays(now)
    if (this.#days && this.#daysTookMs <= DAYS_WAIT_MS)
      await Promise.race([this.#days, sleep(DAYS_WAIT_MS, undefined, { ref: false })])
  }

  /** Ends after the round that runs. */
  async stop(): Promise<void> {
    this.#isStopped = true
    if (this.#timer) clearTimeout(this.#timer)
    await this.#round
    await this.#days
    for (const { reject } of this.#waiting.splice(0)) reject(new Error('the event store is closed'))
  }

  #schedule(isUrgent = false): void {
    if (this.#isStopped || this.#round) return
    const now = performance.now()
    const soon = isUrgent ? now : Math.max(this.#began + ROUND_MS, this.#restUntil)
    const at = this.#isWoken ? soon : Math.max(this.#agenda.nextAt, soon)
    if (this.#timer) clearTimeout(this.#timer)
    this.#timer = setTimeout(() => this.#begin(), Math.max(0, at - now))
    this.#timer.unref()
  }

  #begin(): void {
    const began = performance.now()
    this.#began = began
    this.#isWoken = false
    const waiting = this.#waiting.splice(0)
    this.#round = this.#work(began, waiting.length > 0)
      .then(
        () => {
          this.#backOffMs = 0
          this.#restUntil = restAfter(began, performance.now())
          for (const { resolve } of waiting) resolve()
        },
        error => {
          this.#backOffMs = Math.min(Math.max(this.#backOffMs * 2, FIRST_BACK_OFF_MS), LONGEST_BACK_OFF_MS)
          this.#restUntil = performance.now() + this.#backOffMs
          this.#isWoken = true
          this.#deps.log.error({ error, againInMs: this.#backOffMs }, 'the event store did not take what was accepted')
          for (const { reject } of waiting) reject(error)
        },
      )
      .finally(() => {
        this.#round = null
        this.#schedule(this.#waiting.length > 0)
      })
  }

  async #work(began: number, isThorough: boolean): Promise<void> {
    const { mayCount, drain, sweep } = this.#deps
    const hasCome = await drain(isThorough)
    if (hasCome) this.#agenda.touch()
    if (mayCount && !(await mayCount())) return
    const due = isThorough ? counterMinutes : this.#agenda.due(began)
    const atOnce = isThorough ? due : due.filter(length => length !== DAY)
    if (atOnce.length > 0) await this.#count(atOnce)
    this.#agenda.counted(atOnce, began)
    // who asked for the days while the minutes were counted got them without these
    if (hasCome && !isThorough) this.#agenda.touch([DAY])
    if (!isThorough && due.includes(DAY)) this.#countDays(began)
    if (this.#agenda.isSweepDue(began)) {
      await sweep()
      this.#agenda.swept(began)
    }
  }

  async #count(lengths: readonly CounterMinutes[]): Promise<void> {
    const { engine, clock, onCounted } = this.#deps
    const { appids } = await engine.count(clock.now(), lengths)
    onCounted(appids)
  }

  /** Beside the rounds: a day takes longer than anybody who looks at a curve would wait. */
  #countDays(began: number): void {
    if (this.#days || this.#isStopped) return
    const started = performance.now()
    // what comes meanwhile makes it due again
    this.#agenda.counted([DAY], began)
    this.#days = this.#count([DAY])
      .catch(error => {
        this.#agenda.touch()
        this.#deps.log.error({ error }, 'the days of the event store were not counted')
      })
      .finally(() => {
        this.#days = null
        const ended = performance.now()
        this.#daysTookMs = ended - started
        this.#daysRestUntil = ended + this.#daysTookMs * DAYS_REST
        this.#schedule()
      })
  }
}

/** Until when nothing new begins after a round. Monotonic, ms. */
function restAfter(began: number, ended: number): number {
  const took = ended - began
  return ended + Math.max(took * LEAST_REST, Math.min(took * REST, BUSY_ROUND_MS - took))
}
