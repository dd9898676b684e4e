import type { Day } from '../../src/contract/periods.ts'
import type { PortfolioMetric } from '../../src/contract/portfolio-order.ts'
import type { EngagementAnswer } from '../../src/contract/report-engagement.ts'
import type { PagesAnswer } from '../../src/contract/report-pages.ts'
import type { PerformanceAnswer } from '../../src/contract/report-performance.ts'
import type { PortraitAnswer } from '../../src/contract/report-portrait.ts'
import type { RealtimeAnswer } from '../../src/contract/report-realtime.ts'
import type { ReconcileAnswer } from '../../src/contract/report-reconcile.ts'
import type { RetentionAnswer } from '../../src/contract/report-retention.ts'
import type { SourcesAnswer } from '../../src/contract/report-sources.ts'
import type { OverviewAnswer, TrendAnswer } from '../../src/contract/reports.ts'
import { noEvents } from '../domain/collector/no-events.ts'
import { ProblemError } from '../errors.ts'
import { checkDays } from './check-range.ts'
import { collectedEngagement } from './collector/collected-engagement.ts'
import { collectedOverview } from './collector/collected-overview.ts'
import { readCollectedPages } from './collector/collected-pages.ts'
import { readCollectedPortrait } from './collector/collected-portrait.ts'
import { collectedRetention } from './collector/collected-retention.ts'
import { collectedSources } from './collector/collected-sources.ts'
import { collectedTrend } from './collector/collected-trend.ts'
import type { CollectorDeps } from './collector/deps.ts'
import { type RealtimeQuestion, readRealtime } from './collector/read-realtime.ts'
import { type ReconcileQuestion, readReconcile } from './collector/read-reconcile.ts'
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
  /** Always of our own events, and of this very moment. */
  realtime(question: RealtimeQuestion): Promise<RealtimeAnswer>
  reconcile(question: ReconcileQuestion): Promise<ReconcileAnswer>
  /** One app's part of the portfolio. */
  portfolio(question: { appid: string; metric: PortfolioMetric }): Promise<PortfolioNumbers>
}

type Asked = Common & { appid: string }

type OwnEvents = Pick<CollectorDeps, 'counts' | 'lag'>

const withoutStore: OwnEvents = { counts: noEvents, lag: async () => null }

/** @param deps `events`: absent where there is no store of them */
export function createReports(deps: ReportDeps & { events?: OwnEvents }): Reports {
  const { clock, archive, remarks, events = withoutStore } = deps
  const collector: CollectorDeps = { ...events, clock, remarks }
  const cache = createReportCache(deps)
  // remarks stand in the archive's version, and in the answers of our own events too
  const version = async (appid: string) => (await archive.version(appid)) + (await collector.counts.version(appid))
  const collected = createReportCache({ archive: { version }, clock })

  /** @param key what makes the question another one, besides the app */
  function answer<Answer extends object>(
    { appid, revisions }: Asked,
    key: (string | undefined)[],
    read: (deps: ReportDeps) => Promise<Timed<Answer>>,
  ): Promise<Answer> {
    if (revisions !== 'true') return cache.answer(appid, key.join(' '), () => read(deps))
    return cache.answer(appid, [...key, 'with revisions'].join(' '), () => withRevisions(deps, appid, read))
  }

  /** From the source that the question names; what our own events said is never said otherwise later. */
  async function answerOf<Answer extends object>(
    question: Asked,
    key: (string | undefined)[],
    read: {
      wechat: (deps: ReportDeps) => Promise<Timed<Answer>>
      collector: (deps: CollectorDeps) => Promise<Timed<Answer>>
    },
  ): Promise<Answer> {
    if (question.source === 'wechat') return answer(question, key, read.wechat)
    const said = await collected.answer(question.appid, key.join(' '), () => read.collector(collector))
    return question.revisions === 'true' ? { ...said, revisions: [] } : said
  }

  return {
    async overview(question) {
      const { appid, source } = question
      const date = overviewDate(question.date, clock.now(), source)
      return answerOf(question, ['overview', date], {
        wechat: parts => readOverview(parts, { appid, date }),
        collector: parts => collectedOverview(parts, { appid, date }),
      })
    },
    async trend(question) {
      const checked = checkTrend(question, clock.now(), question.source)
      const { from, to, granularity, compareFrom } = question
      return answerOf(question, ['trend', granularity, from, to, compareFrom, ...checked.ids], {
        wechat: parts => readTrend(parts, checked),
        collector: parts => collectedTrend(parts, checked),
      })
    },
    async sources(question) {
      const days = checkDays(question, clock.now(), question.source)
      const { from, to, metric } = question
      return answerOf(question, ['sources', from, to, metric], {
        wechat: parts => readSources(parts, question, days),
        collector: parts => collectedSources(parts, question, days),
      })
    },
    async engagement(question) {
      const days = checkDays(question, clock.now(), question.source)
      const { from, to } = question
      return answerOf(question, ['engagement', from, to], {
        wechat: parts => readEngagement(parts, question, days),
        collector: parts => collectedEngagement(parts, question, days),
      })
    },
    async pages(question) {
      const days = checkDays(question, clock.now(), question.source)
      const { from, to, sort, order, q } = question
      return answerOf(question, ['pages', from, to, sort, order, q], {
        wechat: parts => readPages(parts, question, days),
        collector: parts => readCollectedPages(parts, question, days),
      })
    },
    async retention(question) {
      const periods = checkCohorts(question, clock.now(), question.source)
      const { from, to, granularity, cohort } = question
      return answerOf(question, ['retention', from, to, granularity, cohort], {
        wechat: parts => readRetention(parts, question, periods),
        collector: parts => collectedRetention(parts, question, periods),
      })
    },
    async portrait(question) {
      const range = checkPortrait(question, clock.now(), question.source)
      const { days, users } = question
      return answerOf(question, ['portrait', days, users, range.to], {
        wechat: parts => readPortrait(parts, question, range),
        collector: parts => readCollectedPortrait(parts, question, range),
      })
    },
    async performance(question) {
      refuseCollector(question)
      const days = checkDays(question, clock.now())
      const { from, to, module } = question
      return answer(question, ['performance', module, from, to], parts => readPerformance(parts, question, days))
    },
    realtime: question => readRealtime(collector, question),
    async reconcile({ appid, from, to, metric }) {
      const checked = checkTrend({ appid, from, to, granularity: 'day', metrics: metric }, clock.now())
      return collected.answer(appid, ['reconcile', from, to, metric].join(' '), () =>
        readReconcile({ wechat: deps, collector }, metric, checked),
      )
    },
    async portfolio({ appid, metric }) {
      const date = portfolioDate(clock.now())
      return answer({ appid, source: 'wechat' }, ['portfolio', date, metric], parts =>
        readPortfolioNumbers(parts, { appid, date, metric }),
      )
    },
  }
}

/** WeChat alone measures how its own runtime performs. */
function refuseCollector({ source }: Common): void {
  if (source === 'collector') {
    throw new ProblemError('invalid', { issues: [{ path: '/query/source', code: 'unknown' }] })
  }
}
