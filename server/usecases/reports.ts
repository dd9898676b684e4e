import type { Day } from '../../src/contract/periods.ts'
import type { EngagementAnswer } from '../../src/contract/report-engagement.ts'
import type { PagesAnswer } from '../../src/contract/report-pages.ts'
import type { PerformanceAnswer } from '../../src/contract/report-performance.ts'
import type { PortraitAnswer } from '../../src/contract/report-portrait.ts'
import type { RetentionAnswer } from '../../src/contract/report-retention.ts'
import type { SourcesAnswer } from '../../src/contract/report-sources.ts'
import type { OverviewAnswer, TrendAnswer } from '../../src/contract/reports.ts'
import { ProblemError } from '../errors.ts'
import { checkDays } from './check-range.ts'
import { type EngagementQuestion, readEngagement } from './read-engagement.ts'
import { overviewDate, type ReportDeps, readOverview } from './read-overview.ts'
import { type PagesQuestion, readPages } from './read-pages.ts'
import { type PerformanceQuestion, readPerformance } from './read-performance.ts'
import { checkPortrait, type PortraitQuestion, readPortrait } from './read-portrait.ts'
import { checkCohorts, type RetentionQuestion, readRetention } from './read-retention.ts'
import { readSources, type SourcesQuestion } from './read-sources.ts'
import { checkTrend, readTrend, type TrendQuestion } from './read-trend.ts'
import { createReportCache } from './report-cache.ts'

/** What every question may carry. */
export interface Common {
  source: 'wechat' | 'collector'
}

/** The reports of an app, remembered while nothing changes. Every call checks its question first. */
export interface Reports {
  overview(question: { appid: string; date?: Day } & Common): Promise<OverviewAnswer>
  trend(question: TrendQuestion & Common): Promise<TrendAnswer>
  sources(question: SourcesQuestion & Common): Promise<SourcesAnswer>
  engagement(question: EngagementQuestion & Common): Promise<EngagementAnswer>
  pages(question: PagesQuestion & Common): Promise<PagesAnswer>
  retention(question: RetentionQuestion & Common): Promise<RetentionAnswer>
  portrait(question: PortraitQuestion & Common): Promise<PortraitAnswer>
  performance(question: PerformanceQuestion & Common): Promise<PerformanceAnswer>
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
    async sources({ source, ...question }) {
      refuseCollector(source)
      const days = checkDays(question, clock.now())
      const { from, to, metric } = question
      return cache.answer(question.appid, ['sources', from, to, metric].join(' '), () =>
        readSources(deps, question, days),
      )
    },
    async engagement({ source, ...question }) {
      refuseCollector(source)
      const days = checkDays(question, clock.now())
      const key = ['engagement', question.from, question.to].join(' ')
      return cache.answer(question.appid, key, () => readEngagement(deps, question, days))
    },
    async pages({ source, ...question }) {
      refuseCollector(source)
      const days = checkDays(question, clock.now())
      const { from, to, sort, order, q } = question
      const key = ['pages', from, to, sort, order, q].join(' ')
      return cache.answer(question.appid, key, () => readPages(deps, question, days))
    },
    async retention({ source, ...question }) {
      refuseCollector(source)
      const periods = checkCohorts(question, clock.now())
      const { from, to, granularity, cohort } = question
      const key = ['retention', from, to, granularity, cohort].join(' ')
      return cache.answer(question.appid, key, () => readRetention(deps, question, periods))
    },
    async portrait({ source, ...question }) {
      refuseCollector(source)
      const range = checkPortrait(question, clock.now())
      const { days, users } = question
      const key = ['portrait', days, users, range.to].join(' ')
      return cache.answer(question.appid, key, () => readPortrait(deps, question, range))
    },
    async performance({ source, ...question }) {
      refuseCollector(source)
      const days = checkDays(question, clock.now())
      const key = ['performance', question.module, question.from, question.to].join(' ')
      return cache.answer(question.appid, key, () => readPerformance(deps, question, days))
    },
  }
}

/** Our own collector comes later; until then asking for it is a fault of the question. */
function refuseCollector(source: Common['source']): void {
  if (source === 'collector') {
    throw new ProblemError('invalid', { issues: [{ path: '/query/source', code: 'unknown' }] })
  }
}
