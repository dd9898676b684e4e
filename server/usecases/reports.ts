import type { Day } from '../../src/contract/periods.ts'
import type { PortfolioMetric } from '../../src/contract/portfolio.ts'
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
import { type PortfolioNumbers, portfolioDate, readPortfolioNumbers } from './read-portfolio.ts'
import { checkPortrait, type PortraitQuestion, readPortrait } from './read-portrait.ts'
import { checkCohorts, type RetentionQuestion, readRetention } from './read-retention.ts'
import { withRevisions } from './read-revisions.ts'
import { readSources, type SourcesQuestion } from './read-sources.ts'
import { checkTrend, readTrend, type TrendQuestion } from './read-trend.ts'
import { createReportCache } from './report-cache.ts'
import type { Timed } from './timed-answer.ts'

/** What every question may carry. */
export interface Common {
  source: 'wechat' | 'collector'
  /** With what WeChat had said before. */
  revisions?: 'true' | 'false'
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
  /** One app's part of the portfolio. */
  portfolio(question: { appid: string; metric: PortfolioMetric }): Promise<PortfolioNumbers>
}

type Asked = Common & { appid: string }

export function createReports(deps: ReportDeps): Reports {
  const { clock } = deps
  const cache = createReportCache(deps)

  /** @param key what makes the question another one, besides the app */
  function answer<Answer extends object>(
    { appid, revisions }: Asked,
    key: (string | undefined)[],
    read: (deps: ReportDeps) => Promise<Timed<Answer>>,
  ): Promise<Answer> {
    if (revisions !== 'true') return cache.answer(appid, key.join(' '), () => read(deps))
    return cache.answer(appid, [...key, 'with revisions'].join(' '), () => withRevisions(deps, appid, read))
  }

  return {
    async overview(question) {
      refuseCollector(question)
      const { appid } = question
      const date = overviewDate(question.date, clock.now())
      return answer(question, ['overview', date], parts => readOverview(parts, { appid, date }))
    },
    async trend(question) {
      refuseCollector(question)
      const checked = checkTrend(question, clock.now())
      const { from, to, granularity, compareFrom } = question
      const key = ['trend', granularity, from, to, compareFrom, ...checked.ids]
      return answer(question, key, parts => readTrend(parts, checked))
    },
    async sources(question) {
      refuseCollector(question)
      const days = checkDays(question, clock.now())
      const { from, to, metric } = question
      return answer(question, ['sources', from, to, metric], parts => readSources(parts, question, days))
    },
    async engagement(question) {
      refuseCollector(question)
      const days = checkDays(question, clock.now())
      const { from, to } = question
      return answer(question, ['engagement', from, to], parts => readEngagement(parts, question, days))
    },
    async pages(question) {
      refuseCollector(question)
      const days = checkDays(question, clock.now())
      const { from, to, sort, order, q } = question
      return answer(question, ['pages', from, to, sort, order, q], parts => readPages(parts, question, days))
    },
    async retention(question) {
      refuseCollector(question)
      const periods = checkCohorts(question, clock.now())
      const { from, to, granularity, cohort } = question
      const key = ['retention', from, to, granularity, cohort]
      return answer(question, key, parts => readRetention(parts, question, periods))
    },
    async portrait(question) {
      refuseCollector(question)
      const range = checkPortrait(question, clock.now())
      const { days, users } = question
      return answer(question, ['portrait', days, users, range.to], parts => readPortrait(parts, question, range))
    },
    async performance(question) {
      refuseCollector(question)
      const days = checkDays(question, clock.now())
      const { from, to, module } = question
      return answer(question, ['performance', module, from, to], parts => readPerformance(parts, question, days))
    },
    async portfolio({ appid, metric }) {
      const date = portfolioDate(clock.now())
      return answer({ appid, source: 'wechat' }, ['portfolio', date, metric], parts =>
        readPortfolioNumbers(parts, { appid, date, metric }),
      )
    },
  }
}

/** Our own collector comes later; until then asking for it is a fault of the question. */
function refuseCollector({ source }: Common): void {
  if (source === 'collector') {
    throw new ProblemError('invalid', { issues: [{ path: '/query/source', code: 'unknown' }] })
  }
}
