import type { Day, Period } from '../../src/contract/periods.ts'
import type { SourcesAnswer } from '../../src/contract/report-sources.ts'
import type { SourceMetric } from '../../src/contract/sources.ts'
import { sourcesData } from '../domain/sources.ts'
import type { PeriodReader } from './read-periods.ts'
import { type Timed, timedAnswer } from './timed-answer.ts'

export interface SourcesQuestion {
  appid: string
  from: Day
  to: Day
  metric?: SourceMetric
}

/** 来源分析. Visitors come in a list that WeChat does not document: a day without it has none to show. */
export async function readSources(
  { reader }: { reader: PeriodReader },
  question: SourcesQuestion,
  days: Period[],
): Promise<Timed<SourcesAnswer>> {
  const { appid, metric = 'session_cnt' } = question
  const readings = (await reader.read(appid, 'distribution.daily', days)).map(reading => {
    const sources = reading.rows?.[`access_source_${metric}`] ?? null
    const state = reading.rows && !sources ? ('missing' as const) : reading.state
    return { ...reading, date: reading.period.from, state, sources }
  })
  return timedAnswer('sources', question, readings, sourcesData(metric, readings))
}
