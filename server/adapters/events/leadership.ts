import type { Clock } from '../../ports/clock.ts'
import type { Leases } from '../../ports/leases.ts'

const LEASE = 'events'
const LEASE_MS = 10_000
/** The lease is renewed, or asked for, so often. */
const ASK_MS = 3_000

/** One of several instances counts; the lease says which. */
export class Leadership {
  readonly #leases: Leases
  readonly #holder: string
  readonly #clock: Clock
  #askedAt = Number.NEGATIVE_INFINITY
  #isLeader = false

  constructor(leases: Leases, holder: string, clock: Clock) {
    this.#leases = leases
    this.#holder = holder
    this.#clock = clock
  }

  async isOurs(): Promise<boolean> {
    const asked = performance.now()
    if (asked - this.#askedAt < ASK_MS) return this.#isLeader
    // an unanswered question is a lost lease: it may have run out meanwhile
    this.#isLeader = false
    const now = this.#clock.now()
    this.#isLeader = await this.#leases.claim(LEASE, this.#holder, now, now + LEASE_MS)
    this.#askedAt = asked
    return this.#isLeader
  }

  async release(): Promise<void> {
    if (!this.#isLeader) return
    this.#isLeader = false
    await this.#leases.release(LEASE, this.#holder)
  }
}
