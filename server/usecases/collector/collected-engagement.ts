import type { Period } from '../../../src/contract/periods.ts'
import type { EngagementAnswer } from '../../../src/contract/report-engagement.ts'
import type { Bucket } from '../../domain/buckets.ts'
import { isKnown, stateOf } from '../../domain/collector/horizon.ts'
import { engagementData } from '../../domain/engagement.ts'
import type { EngagementQuestion } from '../read-engagement.ts'
import type { Timed } from '../timed-answer.ts'
import { type CollectorDeps, collectorAnswer, readHorizon, statedAll } from './deps.ts'

/** 时长分析 of our own events: every bucket of the range, which is counted as a whole. */
export async function collectedEngagement(
  deps: CollectorDeps,
  question: EngagementQuestion,
  days: Period[],
): Promise<Timed<EngagementAnswer>> {
  const { appid, from, to } = question
  const horizon = await readHorizon(deps, appid, to)
  const { stay, depth } = await deps.counts.engagement(appid, from, to)
  const buckets = (counted: { key: number; sessions: number }[]): Bucket[] =>
    counted.map(({ key, sessions }) => ({ key, value: sessions }))
  const range = {
    access_source_session_cnt: null,
    access_source_visit_uv: null,
    access_staytime_info: buckets(stay),
    access_depth_info: buckets(depth),
  }
  const firstKnown = days.findIndex(day => isKnown(day, horizon))
  const data = engagementData(
    days.map((day, index) => ({
      date: day.from,
      state: stateOf(day, horizon),
      rows: index === firstKnown ? range : null,
    })),
  )
  return collectorAnswer('engagement', question, statedAll(days, horizon), data, horizon)
}
