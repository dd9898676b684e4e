import { dayOf, type Period, startOfDay } from '../../src/contract/periods.ts'
import { retentionKeys } from '../../src/contract/retention.ts'
import { collectedReports, type DatacubeReport, familyOf, reportOf } from './datacube.ts'
import { SETTLING_HOUR } from './lifetimes.ts'
import { newestPeriod, shiftReportPeriod } from './report-periods.ts'

const HALF_HOUR = 30 * 60_000

/** The hour (Asia/Shanghai) from which yesterday is asked for. */
export const MORNING_HOUR = 9

/**
 * The turn of the scheduler that an instant belongs to, by its beginning: every half hour from 09:00, every hour from
 * 15:00, none at night.
 * @returns epoch ms
 */
export function turnOf(now: number): number | null {
  const midnight = startOfDay(dayOf(now))
  const hour = (now - midnight) / (2 * HALF_HOUR)
  if (hour < MORNING_HOUR) return null
  const step = hour < SETTLING_HOUR ? HALF_HOUR : 2 * HALF_HOUR
  return midnight + Math.floor((now - midnight) / step) * step
}

/**
 * What the scheduler looks after: the newest finished period of every report. A week is new on Monday, a month on the
 * 1st; whatever could not be read then is still here the day after. Settled ones cost nothing.
 */
export function dueQuestions(now: number): { report: DatacubeReport; period: Period }[] {
  return collectedReports.map(report => ({ report, period: newestPeriod(report, now) }))
}

/**
 * Older periods that the scheduler looks after as well, newest first: cohorts that still have keys to come, and the range
 * of the portrait that WeChat will have forgotten tomorrow.
 */
export function olderQuestions(report: DatacubeReport, now: number): Period[] {
  const family = familyOf(report)
  if (family !== 'retention' && family !== 'portrait') return []
  const reach = family === 'portrait' ? 1 : (retentionKeys[reportOf(report).granularity].at(-1) ?? 0)
  const newest = newestPeriod(report, now)
  return Array.from({ length: reach }, (_, back) => shiftReportPeriod(report, newest, -1 - back))
}
