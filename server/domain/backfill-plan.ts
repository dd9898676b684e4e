import { performanceModules } from '../../src/contract/performance.ts'
import { addDays, type Day, dayOf, type Period, startOfDay, yesterdayOf } from '../../src/contract/periods.ts'
import type { AttemptOutcome } from '../ports/archive.ts'
import { type DatacubeReport, familyOf, type ReportFamily, reportOf } from './datacube.ts'
import { isMaturing } from './maturing.ts'
import { blocksOf, newestPeriod, shiftReportPeriod } from './report-periods.ts'
import { MORNING_HOUR } from './schedule.ts'
import { settlesAt } from './settling.ts'

/** Periods of one report, newest first. */
export interface PlannedPeriods {
  report: DatacubeReport
  periods: Period[]
}

const BACKFILL_DAYS = 90
const BACKFILL_WEEKS = 13
const BACKFILL_MONTHS = 3
/** Those that end yesterday and the day before. */
const PORTRAIT_RANGES = 2

interface Wanted {
  report: DatacubeReport
  /** Periods; days where one call covers several. */
  count: number
  /** Stages follow each other; within one, the newest periods of all its reports come first. */
  stage: number
}

/** The last stage of 数据概况 and 用户趋势, which come before whatever somebody looks at. */
const TREND_STAGE = 2

/**
 * In the order of worth: what 数据概况 is made of, the weeks and months of 用户趋势, the portrait, which WeChat forgets, then
 * the rest.
 */
const wanted: Wanted[] = [
  { report: 'visit.daily', count: BACKFILL_DAYS, stage: 0 },
  { report: 'summary.daily', count: BACKFILL_DAYS, stage: 0 },
  { report: 'pages.daily', count: BACKFILL_DAYS, stage: 0 },
  { report: 'visit.weekly', count: BACKFILL_WEEKS, stage: 1 },
  { report: 'visit.monthly', count: BACKFILL_MONTHS, stage: TREND_STAGE },
  { report: 'portrait.30', count: PORTRAIT_RANGES, stage: 3 },
  { report: 'portrait.7', count: PORTRAIT_RANGES, stage: 3 },
  { report: 'portrait.1', count: PORTRAIT_RANGES, stage: 3 },
  { report: 'distribution.daily', count: BACKFILL_DAYS, stage: 4 },
  { report: 'retention.daily', count: BACKFILL_DAYS, stage: 4 },
  { report: 'retention.weekly', count: BACKFILL_WEEKS, stage: 5 },
  { report: 'retention.monthly', count: BACKFILL_MONTHS, stage: 6 },
  ...performanceModules.map(module => ({ report: `performance.${module}` as const, count: BACKFILL_DAYS, stage: 7 })),
]

const stageOf = (report: DatacubeReport): number => wanted.find(one => one.report === report)?.stage ?? wanted.length

function periodsOf({ report, count }: Wanted, now: number): Period[] {
  const yesterday = yesterdayOf(now)
  if (reportOf(report).block !== undefined) {
    return blocksOf(report, addDays(yesterday, 1 - count), yesterday, now).reverse()
  }
  const newest = newestPeriod(report, now)
  return Array.from({ length: count }, (_, back) => shiftReportPeriod(report, newest, -back))
}

/** Ranges that end yesterday are not asked for twice a day: they wait until WeChat has computed them. */
const waitsForAfternoon = (report: DatacubeReport): boolean =>
  familyOf(report) === 'portrait' || familyOf(report) === 'performance'

/**
 * What a newly bound app is filled with: 90 days, 13 weeks, 3 months, all finished, and the portraits that WeChat still
 * answers; portrait and performance up to yesterday only once that is computed.
 */
export function backfillPlan(now: number): PlannedPeriods[] {
  return wanted.map(one => {
    const periods = periodsOf(one, now)
    const [newest] = periods
    const isEarly = waitsForAfternoon(one.report) && newest !== undefined && now < settlesAt(newest)
    return { report: one.report, periods: isEarly ? periods.slice(1) : periods }
  })
}

/** What progress is counted by: the statistics. 性能 comes last and is no part of the history that people wait for. */
export const historyPlan = (now: number): PlannedPeriods[] =>
  backfillPlan(now).filter(({ report }) => familyOf(report) !== 'performance')

/** Stage by stage, newest first in each, by the day a period ended. */
export function inOrder<Item extends { report: DatacubeReport; period: Period }>(items: Item[]): Item[] {
  const rank = (item: Item) => wanted.findIndex(({ report }) => report === item.report)
  return [...items].sort((a, b) => {
    const stages = stageOf(a.report) - stageOf(b.report)
    if (stages !== 0) return stages
    return a.period.to === b.period.to ? rank(a) - rank(b) : a.period.to < b.period.to ? 1 : -1
  })
}

/** The place of what is next among items in order: 数据概况 and 用户趋势 first, then what somebody looks at. */
export function nextOf(items: readonly { report: DatacubeReport }[], lookedAt: ReadonlySet<ReportFamily>): number {
  const [first] = items
  if (!first || stageOf(first.report) <= TREND_STAGE) return 0
  return Math.max(
    0,
    items.findIndex(({ report }) => lookedAt.has(familyOf(report))),
  )
}

/**
 * A cohort that was read before belongs to the scheduler, which reads it when a key matures, and so does the newest
 * period as soon as WeChat has said anything about it. Before that the backfill asks
 * for it, but not at night before it is computed, unless the app was bound today and its admin waits.
 */
export function isForBackfill(
  { report, period, outcome, recheck }: PossibleJob,
  boundAt: number,
  now: number,
): boolean {
  if (isMaturing(report) && outcome === 'answered' && !recheck) return false
  if (period.name !== newestPeriod(report, now).name) return true
  if (outcome === 'answered' || outcome === 'not_ready') return false
  const today = dayOf(now)
  return dayOf(boundAt) === today || now >= startOfDay(today, MORNING_HOUR)
}

interface PossibleJob {
  report: DatacubeReport
  period: Period
  outcome: AttemptOutcome | null
  /** The question is the second one of an empty period. */
  recheck: boolean
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
