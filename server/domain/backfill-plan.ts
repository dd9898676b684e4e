import {
  addDays,
  type Day,
  dayOf,
  latestFinished,
  type Period,
  shiftPeriod,
  startOfDay,
} from '../../src/contract/periods.ts'
import type { AttemptOutcome } from '../ports/archive.ts'
import { type DatacubeReport, datacubeReports } from './datacube.ts'
import { MORNING_HOUR } from './schedule.ts'

/** Periods of one report, newest first. */
export interface PlannedPeriods {
  report: DatacubeReport
  periods: Period[]
}

const BACKFILL_DAYS = 90
const BACKFILL_WEEKS = 13
const BACKFILL_MONTHS = 3

/** In the order of worth: what 数据概况 is made of, then the weeks and months of 用户趋势. */
const wanted: { report: DatacubeReport; count: number }[] = [
  { report: 'visit.daily', count: BACKFILL_DAYS },
  { report: 'summary.daily', count: BACKFILL_DAYS },
  { report: 'pages.daily', count: BACKFILL_DAYS },
  { report: 'visit.weekly', count: BACKFILL_WEEKS },
  { report: 'visit.monthly', count: BACKFILL_MONTHS },
]

/** What a newly bound app is filled with: 90 days, 13 weeks, 3 months, all finished. */
export function backfillPlan(now: number): PlannedPeriods[] {
  return wanted.map(({ report, count }) => {
    const { granularity } = datacubeReports[report]
    const newest = latestFinished(granularity, now)
    return { report, periods: Array.from({ length: count }, (_, back) => shiftPeriod(granularity, newest, -back)) }
  })
}

/** Newest first over all reports: by the day a period ended, days before weeks before months. */
export function inOrder<Item extends { report: DatacubeReport; period: Period }>(items: Item[]): Item[] {
  const rank = (item: Item) => wanted.findIndex(({ report }) => report === item.report)
  const isDaily = (item: Item) => datacubeReports[item.report].granularity === 'day'
  return [...items].sort((a, b) => {
    if (isDaily(a) !== isDaily(b)) return isDaily(a) ? -1 : 1
    if (!isDaily(a)) return rank(a) - rank(b) || (a.period.to < b.period.to ? 1 : -1)
    return a.period.to === b.period.to ? rank(a) - rank(b) : a.period.to < b.period.to ? 1 : -1
  })
}

/**
 * The newest period belongs to the scheduler as soon as WeChat has said anything about it. Before that the backfill asks
 * for it, but not at night before it is computed, unless the app was bound today and its admin waits.
 */
export function isForBackfill(
  { report, period, outcome }: { report: DatacubeReport; period: Period; outcome: AttemptOutcome | null },
  boundAt: number,
  now: number,
): boolean {
  if (period.name !== latestFinished(datacubeReports[report].granularity, now).name) return true
  if (outcome === 'answered' || outcome === 'not_ready') return false
  const today = dayOf(now)
  return dayOf(boundAt) === today || now >= startOfDay(today, MORNING_HOUR)
}

/** The day of the statistics' quota, and the instant at which the next one begins. */
export const quotaDay = (now: number): { day: Day; endsAt: number } => {
  const day = dayOf(now)
  return { day, endsAt: startOfDay(addDays(day, 1)) }
}

/**
 * Calls that the backfill leaves to readers: a fifth of what there was, and at least 200 unless that is more than half.
 * @param remaining calls left when first seen today
 */
export const reserveOf = (remaining: number): number => Math.max(remaining / 5, Math.min(200, remaining / 2))
