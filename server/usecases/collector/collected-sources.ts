import type { Day, Period } from '../../../src/contract/periods.ts'
import type { SourcesAnswer } from '../../../src/contract/report-sources.ts'
import { sourceName } from '../../../src/contract/sources.ts'
import { largestFirst, shareOf, totalOf } from '../../domain/buckets.ts'
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
  const horizon = await readHorizon(deps, appid, to)
  const [scenes, people] = await Promise.all([
    deps.counts.scenes(appid, from, to),
    isOfPeople ? deps.counts.sourcePeople(appid, from, to) : [],
  ])
  // people are known once each, of a day as of the range: neither scenes nor days of them are added up
  const peopleOf = (which: Day | null) =>
    largestFirst(people.filter(({ day }) => day === which).map(one => ({ key: one.source, value: one.people })))
  const sessionsOf = (which: Day) =>
    bucketsBySource(scenes.filter(({ day }) => day === which).map(one => ({ scene: one.scene, value: one.sessions })))
  const byDay = days.map(period => {
    const sources = isOfPeople ? peopleOf(period.from) : sessionsOf(period.from)
    const known = isKnown(period, horizon)
    return { date: period.from, state: stateOf(period, horizon), sources: known ? sources : null }
  })
  const data = sourcesData(metric, byDay)
  const range = peopleOf(null)
  const total = totalOf(range)
  const ofPeople = {
    ...data,
    total: data.total === null ? null : total,
    items: range.map(({ key, value }) => ({ key, name: sourceName(key), value, share: shareOf(value, total) })),
  }
  const said = isOfPeople ? ofPeople : data
  return collectorAnswer('sources', question, statedAll(days, horizon), said, horizon)
}
