import { createHmac } from 'node:crypto'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { ProblemError } from '../errors.ts'
import type { Random } from '../ports/random.ts'
import { networkOf } from './address.ts'

/**
 * Which allowance a route draws on. `poll` is one a second for each hand-off; `users` is counted by the minute and by the
 * day, `invitation` by the person and by the address.
 */
export type LimitName = 'general' | 'session' | 'handoff' | 'poll' | 'users' | 'invitation'
export type Allowance = LimitName | 'usersOfDay' | 'invitationOfAddress'

export interface Limits {
  /** @throws ProblemError `rate_limited` with the seconds to wait */
  take(limit: Allowance, who: string): Promise<void>
  /** @throws ProblemError `rate_limited` when this address has had too many codes refused */
  checkRefusedCodes(address: string): Promise<void>
  noteRefusedCode(address: string): Promise<void>
}

const MINUTE = 60
const DAY = 86_400
/** Addresses share this many counters, so that a flood from everywhere cannot fill the memory. */
const ADDRESS_COUNTERS = 65_536

/** A secret mapping of addresses to counters: nobody can choose with whom to collide. */
export function addressCounters(random: Random): (address: string) => string {
  const key = random.bytes(16)
  return address => {
    const digest = createHmac('sha256', key).update(networkOf(address)).digest()
    return `address:${digest.readUInt32BE() % ADDRESS_COUNTERS}`
  }
}

/** @param requestRate requests a minute a person or an address, the general limit */
export function createLimits(requestRate: number): Limits {
  const allowances: Record<Allowance, RateLimiterMemory> = {
    general: new RateLimiterMemory({ keyPrefix: 'general', points: requestRate, duration: MINUTE }),
    session: new RateLimiterMemory({ keyPrefix: 'session', points: 300, duration: MINUTE }),
    handoff: new RateLimiterMemory({ keyPrefix: 'handoff', points: 30, duration: MINUTE }),
    // A little under a second: a caller that waits one second on its own clock is never refused for jitter.
    poll: new RateLimiterMemory({ keyPrefix: 'poll', points: 1, duration: 0.9 }),
    users: new RateLimiterMemory({ keyPrefix: 'users', points: 30, duration: MINUTE }),
    usersOfDay: new RateLimiterMemory({ keyPrefix: 'users-day', points: 300, duration: DAY }),
    invitation: new RateLimiterMemory({ keyPrefix: 'invitation', points: 30, duration: MINUTE }),
    invitationOfAddress: new RateLimiterMemory({ keyPrefix: 'invitation-address', points: 300, duration: MINUTE }),
  }
  const refusedCodes = new RateLimiterMemory({ keyPrefix: 'refused', points: 30, duration: MINUTE })
  return {
    async take(limit, who) {
      try {
        await allowances[limit].consume(who)
      } catch (refusal) {
        throw refusal instanceof RateLimiterRes ? tooMany(refusal) : refusal
      }
    },
    async checkRefusedCodes(who) {
      const counted = await refusedCodes.get(who)
      if (counted && counted.consumedPoints >= 30) throw tooMany(counted)
    },
    async noteRefusedCode(who) {
      await refusedCodes.penalty(who)
    },
  }
}

const tooMany = (counted: RateLimiterRes) =>
  new ProblemError('rate_limited', { retryAfterSeconds: Math.max(1, Math.ceil(counted.msBeforeNext / 1000)) })
