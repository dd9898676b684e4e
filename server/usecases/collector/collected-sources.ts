import type { Period } from '../../../src/contract/periods.ts'
import type { SourcesAnswer } from '../../../src/contract/report-sources.ts'
import { sourceName } from '../../../src/contract/sources.ts'
import { shareOf, totalOf } from '../../domain/buckets.ts'
import { isKnown, stateOf } from '../../domain/collector/horizon.ts'
import { bucketsBySource } from '../../domain/collector/source-keys.ts'
import { sourcesData } from '../../domain/sources.ts'
import type { SourcesQuestion } from '../read-sources.ts'
import type { Timed } from '../timed-answer.ts'
import { type CollectorDeps, collectorAnswer, readHorizon, statedAll } from './deps.ts'

/** 来源分析 of our own events: the first scene of a session, counted as WeChat counts it. */
export async function collectedSources(
  deps: CollectorDeps,
  question: SourcesQuestion,
  days: Period[],
): Promise<Timed<SourcesAnswer>> {
  const { appid, from, to, metric = 'session_cnt' } = question
  const isOfPeople = metric === 'visit_uv'
  const [horizon, scenes, people] = await Promise.all([
    readHorizon(deps, appid),
    deps.counts.scenes(appid, from, to),
    isOfPeople ? deps.counts.scenePeople(appid, from, to) : [],
  ])
  const byDay = days.map(period => {
    const own = scenes.filter(({ day }) => day === period.from)
    const values = own.map(one => ({ scene: one.scene, value: isOfPeople ? one.people : one.sessions }))
    const sources = isKnown(period, horizon) ? bucketsBySource(values) : null
    return { date: period.from, state: stateOf(period, horizon), sources }
  })
  const data = sourcesData(metric, byDay)
  // people of several days are known once each
  const range = bucketsBySource(people.map(one => ({ scene: one.scene, value: one.people })))
  const total = totalOf(range)
  const ofPeople = {
    ...data,
    total: data.total === null ? null : total,
    items: range.map(({ key, value }) => ({ key, name: sourceName(key), value, share: shareOf(value, total) })),
  }
  const said = isOfPeople ? ofPeople : data
  return collectorAnswer('sources', question, statedAll(days, horizon), said, deps.clock.now())
}
