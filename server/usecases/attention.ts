import { type DatacubeReport, familyOf, type ReportFamily } from '../domain/datacube.ts'
import type { Clock } from '../ports/clock.ts'

/** How long somebody who has asked for a report counts as looking at it. */
const LOOKING_MS = 10 * 60_000
const MAX_APPS = 5_000

/** What people look at on this instance, so that the backfill fills it first. */
export interface Attention {
  note(appid: string, report: DatacubeReport): void
  of(appid: string): ReadonlySet<ReportFamily>
}

export function createAttention(clock: Clock): Attention {
  const apps = new Map<string, Map<ReportFamily, number>>()
  return {
    note(appid, report) {
      const looks = apps.get(appid) ?? new Map<ReportFamily, number>()
      looks.set(familyOf(report), clock.now())
      apps.delete(appid)
      apps.set(appid, looks)
      const [longestAgo] = apps.keys()
      if (apps.size > MAX_APPS && longestAgo !== undefined) apps.delete(longestAgo)
    },
    of(appid) {
      const since = clock.now() - LOOKING_MS
      return new Set([...(apps.get(appid) ?? [])].flatMap(([family, at]) => (at > since ? [family] : [])))
    },
  }
}
