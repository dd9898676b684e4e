import { type Period, shiftPeriod, startOfDay } from '../../src/contract/periods.ts'
import { retentionKeys } from '../../src/contract/retention.ts'
import { type DatacubeReport, familyOf, reportOf } from './datacube.ts'
import { NOT_READY_MS } from './lifetimes.ts'
import { readAnswer } from './rows.ts'
import { MORNING_HOUR } from './schedule.ts'
import { endsAt, settlesAt } from './settling.ts'

/** An answer of a cohort: who came back so far. */
interface CohortRead {
  answer: string | null
  fetchedAt: number | null
}

/** The period of a key of a cohort. */
export const keyPeriod = (report: DatacubeReport, cohort: Period, key: number): Period =>
  shiftPeriod(reportOf(report).granularity, cohort, key)

/** The keys of a retention report, each with its period, oldest first. */
const keysOf = (report: DatacubeReport, cohort: Period) =>
  retentionKeys[reportOf(report).granularity].map(key => ({ key, period: keyPeriod(report, cohort, key) }))

export const isMaturing = (report: DatacubeReport): boolean => familyOf(report) === 'retention'

/** When WeChat may have a key: the cohort itself as soon as it is over, a later key not before the morning after. */
const maturesAt = (key: number, period: Period): number =>
  key === 0 ? endsAt(period) : startOfDay(period.to, 24 + MORNING_HOUR)

/**
 * The instant from which a cohort that was read wants another read, `Infinity` after its last key. A read holds a key
 * when the key is in its answer, or when it came so late that the key would have to be. One that came in between found
 * WeChat not ready.
 * @returns epoch ms
 */
export function nextReadAt(report: DatacubeReport, cohort: Period, { answer, fetchedAt }: CohortRead): number {
  if (fetchedAt === null) return Number.NEGATIVE_INFINITY
  for (const { key, period } of keysOf(report, cohort)) {
    if (fetchedAt >= settlesAt(period)) continue
    if (fetchedAt < endsAt(period)) return maturesAt(key, period)
    if (holdsKey(report, cohort, answer, key)) continue
    return Math.max(maturesAt(key, period), Math.min(fetchedAt + NOT_READY_MS, settlesAt(period)))
  }
  return Number.POSITIVE_INFINITY
}

function holdsKey(report: DatacubeReport, cohort: Period, answer: string | null, key: number): boolean {
  const rows = answer === null ? null : readAnswer(report as 'retention.daily', cohort, answer)
  return rows !== null && [...rows.new, ...rows.active].some(bucket => bucket.key === key)
}
