import type { Status } from '../../src/contract/apps.ts'
import type { Locale } from '../../src/contract/identity.ts'
import { addDays, periodsBetween, yesterdayOf } from '../../src/contract/periods.ts'
import { dueQuestions } from '../domain/schedule.ts'
import { unknownSourcesOf } from '../domain/sources.ts'
import { tokenMessage } from '../domain/token-words.ts'
import { ProblemError } from '../errors.ts'
import type { Apps } from '../ports/apps.ts'
import type { Archive } from '../ports/archive.ts'
import type { Clock } from '../ports/clock.ts'
import type { EventStore } from '../ports/events.ts'
import type { Backfill } from './backfill.ts'
import type { PeriodReader } from './read-periods.ts'
import type { QuotaWatch } from './watch-quota.ts'

export interface StatusDeps {
  apps: Pick<Apps, 'find'>
  archive: Pick<Archive, 'summary'>
  reader: PeriodReader
  backfill: Pick<Backfill, 'progress'>
  quota: Pick<QuotaWatch, 'remaining'>
  clock: Clock
  standing: EventStore['standing']
}

/** How far back unknown sources are told of. */
const UNKNOWN_SOURCE_DAYS = 90

const instant = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString())

/**
 * How an app stands with WeChat. Costs no upstream call: the state of a report is that of its newest period in the
 * archive, the quota what background work saw last.
 * @throws ProblemError `not_found` when it is not bound
 */
export async function readStatus(deps: StatusDeps, appid: string, locale: Locale): Promise<Status> {
  const { apps, archive, reader, backfill, quota, clock, standing } = deps
  const app = await apps.find(appid)
  if (!app) throw new ProblemError('not_found')
  const [summary, progress, unknownSources, { lastEventAt, lagSeconds }, states] = await Promise.all([
    archive.summary(appid),
    backfill.progress(app),
    unknownSourcesIn(deps, appid),
    standing(appid, clock.now()),
    Promise.all(
      dueQuestions(clock.now()).map(async ({ report, period }) => {
        const [reading] = await reader.read(appid, report, [period], { archiveOnly: true })
        return { report, state: reading?.state ?? ('pending' as const) }
      }),
    ),
  ])
  const newest = new Map(summary.map(({ report, newestFetchedAt }) => [report, newestFetchedAt]))
  const syncs = [...newest.values()].filter(at => at !== null)
  return {
    token: { state: app.tokenState, message: tokenMessage(app.tokenState, app.tokenDetail, locale) },
    lastSyncAt: instant(syncs.length > 0 ? Math.max(...syncs) : null),
    backfill: progress,
    quota: { remaining: quota.remaining(appid) },
    reports: states.map(({ report, state }) => ({ report, state, asOf: instant(newest.get(report) ?? null) })),
    collector: { lastEventAt: instant(lastEventAt), lagSeconds },
    unknownSources,
  }
}

/** Keys among the sources of the last 90 days that nobody documents, each once. */
async function unknownSourcesIn({ reader, clock }: StatusDeps, appid: string): Promise<number[]> {
  const yesterday = yesterdayOf(clock.now())
  const days = periodsBetween('day', addDays(yesterday, 1 - UNKNOWN_SOURCE_DAYS), yesterday)
  const readings = await reader.read(appid, 'distribution.daily', days, { archiveOnly: true })
  return unknownSourcesOf(readings.flatMap(({ rows }) => rows ?? []))
}
