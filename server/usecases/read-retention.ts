import type { Day, Granularity, Period } from '../../src/contract/periods.ts'
import type { RetentionAnswer } from '../../src/contract/report-retention.ts'
import type { Cohort } from '../../src/contract/retention.ts'
import type { DatacubeReport } from '../domain/datacube.ts'
import type { Source } from '../domain/ranges.ts'
import { isRestated } from '../domain/restated.ts'
import type { Cohorts } from '../domain/retention.ts'
import { maturesBy, retentionData } from '../domain/retention-data.ts'
import type { Archive } from '../ports/archive.ts'
import { checkRange } from './check-range.ts'
import type { ReportDeps } from './read-overview.ts'
import type { PeriodReading } from './read-periods.ts'
import { type Timed, timedAnswer } from './timed-answer.ts'

export interface RetentionQuestion {
  appid: string
  from: Day
  to: Day
  granularity?: Granularity
  cohort?: Cohort
}

/** The report of each granularity. */
export const cohortReports = {
  day: 'retention.daily',
  week: 'retention.weekly',
  month: 'retention.monthly',
} as const satisfies Record<Granularity, DatacubeReport>

/** The cohorts of a question. @throws ProblemError `invalid` with every fault of it */
export const checkCohorts = (
  { from, to, granularity = 'day' }: RetentionQuestion,
  now: number,
  source: Source = 'wechat',
): Period[] => checkRange({ from, to, granularity }, now, source).periods

/** 留存分析. Both kinds of cohort come in one answer, so that asking for the other costs no call. */
export async function readRetention(
  { reader, archive, clock }: Pick<ReportDeps, 'reader' | 'archive' | 'clock'>,
  question: RetentionQuestion,
  periods: Period[],
): Promise<Timed<RetentionAnswer>> {
  const { appid, granularity = 'day', cohort = 'new' } = question
  const report = cohortReports[granularity]
  const readings = await restatedOnly(archive, appid, report, await reader.read(appid, report, periods))
  const now = clock.now()
  const data = retentionData(report, readings, cohort, now)
  const { answer, until } = timedAnswer('retention', question, readings, data)
  return { answer, until: Math.min(until, maturesBy(data, now)) }
}

/** A cohort grows with each key, which is no revision; one is where a count that was known is another now. */
async function restatedOnly(
  archive: Pick<Archive, 'revisions'>,
  appid: string,
  report: DatacubeReport,
  readings: PeriodReading<Cohorts>[],
): Promise<PeriodReading<Cohorts>[]> {
  const grown = readings.filter(({ revised }) => revised).map(({ period }) => period.name)
  const earlier = grown.length > 0 ? await archive.revisions(appid, report, grown) : []
  return readings.map(reading => {
    const { period, rows, revised } = reading
    const before = revised && rows ? earlier.filter(one => one.period === period.name) : []
    return { ...reading, revised: before.some(read => rows !== null && isRestated(report, period, read, rows)) }
  })
}
