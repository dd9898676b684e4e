import type { Day, Period } from '../../src/contract/periods.ts'
import type { EngagementAnswer } from '../../src/contract/report-engagement.ts'
import { engagementData } from '../domain/engagement.ts'
import type { PeriodReader } from './read-periods.ts'
import { type Timed, timedAnswer } from './timed-answer.ts'

export interface EngagementQuestion {
  appid: string
  from: Day
  to: Day
}

/** 时长分析: every bucket of stay and depth over the days that are known. */
export async function readEngagement(
  { reader }: { reader: PeriodReader },
  question: EngagementQuestion,
  days: Period[],
): Promise<Timed<EngagementAnswer>> {
  const readings = await reader.read(question.appid, 'distribution.daily', days)
  const data = engagementData(readings.map(({ period, state, rows }) => ({ date: period.from, state, rows })))
  return timedAnswer('engagement', question, readings, data)
}
