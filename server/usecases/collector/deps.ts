import type { Day, Period } from '../../../src/contract/periods.ts'
import { type Horizon, horizonOf, type Span, statedOf } from '../../domain/collector/horizon.ts'
import { freshnessOf, type Stated } from '../../domain/freshness.ts'
import type { Clock } from '../../ports/clock.ts'
import type { EventReports } from '../../ports/event-reports.ts'
import type { EventStore } from '../../ports/events.ts'
import type { Remarks } from '../../ports/remarks.ts'
import type { Timed } from '../timed-answer.ts'

/** What the reports of our own events are made of. */
export interface CollectorDeps {
  counts: EventReports
  lag: EventStore['lag']
  clock: Clock
  remarks: Pick<Remarks, 'of'>
}

/** How far the curves of our own events reach now. */
export async function readLiveHorizon({ counts, clock }: CollectorDeps, appid: string): Promise<Horizon> {
  const [firstDay, countedAt] = await Promise.all([counts.firstDay(appid), counts.countedAt(appid)])
  return horizonOf({ firstDay, countedAt }, clock.now())
}

/**
 * How far the days of our own events reach. To be read before the numbers: what these hold more than the horizon says is
 * no harm, what they hold less would be a 0 that nobody counted.
 * @param to the last day that is asked for
 */
export async function readHorizon({ counts, clock }: CollectorDeps, appid: string, to: Day): Promise<Horizon> {
  const standing = await counts.dayStanding(appid, to)
  return horizonOf({ firstDay: await counts.firstDay(appid), ...standing }, clock.now())
}

interface Asked {
  appid: string
  from: Day
  to: Day
}

/**
 * The answer of a report of our own events around its data, in WeChat's shape. It stays true until the app's counters or
 * the day change.
 * @param stated what it speaks of
 */
export function collectorAnswer<R extends string, D>(
  report: R,
  { appid, from, to }: Asked,
  stated: readonly Stated[],
  data: D,
  horizon: Horizon,
): Timed<{
  appid: string
  report: R
  source: 'collector'
  range: Span
  timezone: 'Asia/Shanghai'
  freshness: ReturnType<typeof freshnessOf>
  data: D
}> {
  const answer = {
    appid,
    report,
    source: 'collector' as const,
    range: { from, to },
    timezone: 'Asia/Shanghai' as const,
    freshness: freshnessOf(stated),
    data,
  }
  return { answer, until: horizon.until }
}

/** The states of periods. */
export const statedAll = (periods: readonly Period[], horizon: Horizon): Stated[] =>
  periods.map(period => statedOf(period, horizon))
