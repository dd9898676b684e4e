import { addDays, dayOf, startOfDay } from '../../../src/contract/periods.ts'
import { UpstreamError } from '../../domain/upstream.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Failed } from './answer.ts'

const MINUTE = 60_000
const MAX_APPS = 5_000

/** Why a path of an app is left alone, and until when (epoch ms). */
export interface Rest {
  until: number
  /** Over with the minute: worth waiting for when nobody looks. */
  short: boolean
  error: UpstreamError
}

/** The same error with the moment before which asking again cannot help. */
export const notBefore = (error: UpstreamError, until: number) =>
  new UpstreamError(error.failure, error.message, { ...error.details, notBefore: until })

/** Where each app must not be called for a while. In memory: a restart costs one refused call. */
export interface Rests {
  find(appid: string, path: string): Rest | null
  /** Takes the lesson out of a failed call; gives back the error to throw. */
  note(appid: string, path: string, failed: Failed): UpstreamError
  forget(appid: string): void
}

/** `maxApps` bounds the memory: the app that rests longest is forgotten first. */
export function createRests(clock: Clock, maxApps = MAX_APPS): Rests {
  const apps = new Map<string, Map<string, Rest>>()

  const untilOf = ({ verdict }: Failed): number | null => {
    const now = clock.now()
    if (verdict.reaction === 'next_day') return startOfDay(addDays(dayOf(now), 1))
    if (verdict.reaction === 'next_minute') return (Math.floor(now / MINUTE) + 1) * MINUTE
    if (verdict.reaction === 'rest_path') return now + (verdict.cooldown ?? 0)
    return null
  }

  const live = (rest: Rest | undefined) => (rest && rest.until > clock.now() ? rest : null)

  return {
    find(appid, path) {
      const rests = apps.get(appid)
      if (!rests) return null
      return live(rests.get(path))
    },
    note(appid, path, failed) {
      const until = untilOf(failed)
      if (until === null) return failed.error
      const error = notBefore(failed.error, until)
      const rests = apps.get(appid) ?? new Map<string, Rest>()
      rests.set(path, {
        until,
        short: failed.verdict.reaction === 'next_minute',
        error,
      })
      apps.delete(appid)
      apps.set(appid, rests)
      const [oldest] = apps.keys()
      if (apps.size > maxApps && oldest !== undefined) apps.delete(oldest)
      return error
    },
    forget: appid => void apps.delete(appid),
  }
}
