import { quotaDay, reserveOf } from '../domain/backfill-plan.ts'
import { UpstreamError } from '../domain/upstream.ts'
import type { Clock } from '../ports/clock.ts'
import type { Datacube } from '../ports/wechat.ts'

/** Calls after which WeChat is asked again how many are left. */
const CALLS_BETWEEN_LOOKS = 100

interface Observation {
  day: string
  /** What was left when first seen that day; `null` when WeChat does not say. */
  first: number | null
  remaining: number | null
  spent: number
}

/** Watches what is left of an app's daily quota, as far as background work has asked. */
export interface QuotaWatch {
  /** True while a background call leaves enough to the readers; counts that call. Asks WeChat now and then. */
  take(appid: string): Promise<boolean>
  /** What was left at the last look, less the calls counted since; `null` when not known today. */
  remaining(appid: string): number | null
}

export function createQuotaWatch({ datacube, clock }: { datacube: Datacube; clock: Clock }): QuotaWatch {
  const observations = new Map<string, Promise<Observation>>()
  const latest = new Map<string, Observation>()

  /** WeChat not saying stops nobody: its own refusal (45009) will. */
  async function observe(appid: string, day: string, first: number | null): Promise<Observation> {
    const remaining = await datacube.remainingQuota(appid, 'backfill').catch((error: unknown) => {
      if (error instanceof UpstreamError) return null
      throw error
    })
    const observation = { day, first: first ?? remaining, remaining, spent: 0 }
    latest.set(appid, observation)
    return observation
  }

  const left = ({ remaining, spent }: Observation) => (remaining === null ? null : Math.max(0, remaining - spent))

  return {
    async take(appid) {
      const { day } = quotaDay(clock.now())
      const known = latest.get(appid)
      const isToday = known?.day === day
      if (!observations.has(appid)) {
        if (!isToday || known.spent >= CALLS_BETWEEN_LOOKS) {
          const look = observe(appid, day, isToday ? known.first : null).finally(() => observations.delete(appid))
          observations.set(appid, look)
        }
      }
      const observation = (await observations.get(appid)) ?? latest.get(appid)
      if (!observation) return true
      const calls = left(observation)
      if (calls !== null && calls <= reserveOf(observation.first ?? calls)) return false
      observation.spent += 1
      return true
    },
    remaining(appid) {
      const known = latest.get(appid)
      return known && known.day === quotaDay(clock.now()).day ? left(known) : null
    },
  }
}
