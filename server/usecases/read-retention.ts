import type { Day, Granularity, Period } from '../../src/contract/periods.ts'
import type { RetentionAnswer } from '../../src/contract/report-retention.ts'
import type { Cohort } from '../../src/contract/retention.ts'
import type { DatacubeReport } from '../domain/datacube.ts'
import { maturesBy, retentionData } from '../domain/retention-data.ts'
import type { Clock } from '../ports/clock.ts'
import { checkRange } from './check-range.ts'
import type { PeriodReader } from './read-periods.ts'
import { type Timed, timedAnswer } from './timed-answer.ts'

export interface RetentionQuestion {
  appid: string
  from: Day
  to: Day
  granularity?: Granularity
  cohort?: Cohort
}

const reports = {
  day: 'retention.daily',
  week: 'retention.weekly',
  month: 'retention.monthly',
} as const satisfies Record<Granularity, DatacubeReport>

/** The cohorts of a question. @throws ProblemError `invalid` with every fault of it */
export const checkCohorts = ({ from, to, granularity = 'day' }: RetentionQuestion, now: number): Period[] =>
  checkRange({ from, to, granularity }, now).periods

/** 留存分析. Both kinds of cohort come in one answer, so that asking for the other costs no call. */
export async function readRetention(
  { reader, clock }: { reader: PeriodReader; clock: Clock },
  question: RetentionQuestion,
  periods: Period[],
): Promise<Timed<RetentionAnswer>> {
  const { appid, granularity = 'day', cohort = 'new' } = question
  const report = reports[granularity]
  const readings = await reader.read(appid, report, periods)
  const now = clock.now()
  const data = retentionData(report, readings, cohort, now)
  const { answer, until } = timedAnswer('retention', question, readings, data)
  return { answer, until: Math.min(until, maturesBy(data, now)) }
}
