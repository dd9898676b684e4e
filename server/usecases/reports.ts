import type { Day } from '../../src/contract/periods.ts'
import type { OverviewAnswer, TrendAnswer } from '../../src/contract/reports.ts'
import { ProblemError } from '../errors.ts'
import { overviewDate, type ReportDeps, readOverview } from './read-overview.ts'
import { checkTrend, readTrend, type TrendQuestion } from './read-trend.ts'
import { createReportCache } from './report-cache.ts'

type Source = 'wechat' | 'collector'

/** The reports of an app, remembered while nothing changes. Every call checks its question first. */
export interface Reports {
  overview(question: { appid: string; date?: Day; source: Source }): Promise<OverviewAnswer>
  trend(question: TrendQuestion & { source: Source }): Promise<TrendAnswer>
}

export function createReports(deps: ReportDeps): Reports {
  const { clock } = deps
  const cache = createReportCache(deps)
  return {
    async overview({ appid, date: wanted, source }) {
      refuseCollector(source)
      const date = overviewDate(wanted, clock.now())
      return cache.answer(appid, `overview ${date}`, () => readOverview(deps, { appid, date }))
    },
    async trend({ source, ...question }) {
      refuseCollector(source)
      const checked = checkTrend(question, clock.now())
      const { from, to, granularity, compareFrom } = question
      const key = ['trend', granularity, from, to, compareFrom, ...checked.ids].join(' ')
      return cache.answer(question.appid, key, () => readTrend(deps, checked))
    },
  }
}

/** Our own collector comes later; until then asking for it is a fault of the question. */
function refuseCollector(source: Source): void {
  if (source === 'collector') {
    throw new ProblemError('invalid', { issues: [{ path: '/query/source', code: 'unknown' }] })
  }
}
