import type { Period } from '../../../src/contract/periods.ts'
import type { PagesAnswer } from '../../../src/contract/report-pages.ts'
import { stateOf } from '../../domain/collector/horizon.ts'
import { collectedPages } from '../../domain/collector/pages-data.ts'
import type { PagesQuestion } from '../read-pages.ts'
import type { Timed } from '../timed-answer.ts'
import { type CollectorDeps, collectorAnswer, readHorizon, statedAll } from './deps.ts'

/** 页面详情 of our own events. */
export async function readCollectedPages(
  deps: CollectorDeps,
  question: PagesQuestion,
  days: Period[],
): Promise<Timed<PagesAnswer>> {
  const { appid, from, to, sort = 'page_visit_pv', order = 'desc', q } = question
  const horizon = await readHorizon(deps, appid, to)
  const [pages, remarks] = await Promise.all([deps.counts.pages(appid, from, to), deps.remarks.of(appid)])
  const byDay = days.map(day => ({ date: day.from, state: stateOf(day, horizon) }))
  const data = collectedPages(pages, byDay, remarks, { sort, order, q })
  return collectorAnswer('pages', question, statedAll(days, horizon), data, horizon)
}
