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

/** 时长分析: every bucket of stay and depth over the days that are known; an answer with neither has nothing to show. */
export async function readEngagement(
  { reader }: { reader: PeriodReader },
  question: EngagementQuestion,
  days: Period[],
): Promise<Timed<EngagementAnswer>> {
  const readings = (await reader.read(question.appid, 'distribution.daily', days)).map(reading => {
    const { rows } = reading
    const isOfOthers = rows !== null && !rows.access_staytime_info && !rows.access_depth_info
    return { ...reading, state: isOfOthers ? ('missing' as const) : reading.state }
  })
  const data = engagementData(readings.map(({ period, state, rows }) => ({ date: period.from, state, rows })))
  return timedAnswer('engagement', question, readings, data)
}
