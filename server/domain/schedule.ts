import { dayOf, type Period, startOfDay } from '../../src/contract/periods.ts'
import { collectedReports, type DatacubeReport } from './datacube.ts'
import { SETTLING_HOUR } from './lifetimes.ts'
import { newestPeriod } from './report-periods.ts'

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
