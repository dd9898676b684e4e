import { EngagementAnswer, EngagementQuery } from '../../../src/contract/report-engagement.ts'
import { PagesAnswer, PagesQuery } from '../../../src/contract/report-pages.ts'
import { PerformanceAnswer, PerformanceQuery } from '../../../src/contract/report-performance.ts'
import { PortraitAnswer, PortraitQuery } from '../../../src/contract/report-portrait.ts'
import { RealtimeAnswer, RealtimeQuery } from '../../../src/contract/report-realtime.ts'
import { ReconcileAnswer, ReconcileQuery } from '../../../src/contract/report-reconcile.ts'
import { RetentionAnswer, RetentionQuery } from '../../../src/contract/report-retention.ts'
import { SourcesAnswer, SourcesQuery } from '../../../src/contract/report-sources.ts'
import { OverviewAnswer, OverviewQuery, TrendAnswer, TrendQuery } from '../../../src/contract/reports.ts'
import { engagementTable } from '../../domain/tables/engagement.ts'
import { pagesTable } from '../../domain/tables/pages.ts'
import { performanceTable } from '../../domain/tables/performance.ts'
import { portraitTable } from '../../domain/tables/portrait.ts'
import { realtimeTable } from '../../domain/tables/realtime.ts'
import { reconcileTable } from '../../domain/tables/reconcile.ts'
import { retentionTable } from '../../domain/tables/retention.ts'
import { sourcesTable } from '../../domain/tables/sources.ts'
import { overviewTable, trendTable } from '../../domain/tables.ts'
import { route } from '../route.ts'

/** A question as the use case takes it: of an app, from a source, in no particular form. */
function asked<Query extends { format?: unknown; source?: 'wechat' | 'collector' }>(appid: string, query: Query) {
  const { format: _format, source = 'wechat', ...question } = query
  return { ...question, appid, source }
}

export const reportRoutes = [
  route({
    endpoint: 'readOverview',
    question: 'read.overview',
    query: OverviewQuery,
    answer: OverviewAnswer,
    table: overviewTable,
    run: ({ reports }, { appid, query }) => reports.overview(asked(appid, query)),
  }),
  route({
    endpoint: 'readTrend',
    question: 'read.visit',
    query: TrendQuery,
    answer: TrendAnswer,
    table: trendTable,
    run: ({ reports }, { appid, query }) => reports.trend(asked(appid, query)),
  }),
  route({
    endpoint: 'readSources',
    question: 'read.visit',
    query: SourcesQuery,
    answer: SourcesAnswer,
    table: sourcesTable,
    run: ({ reports }, { appid, query }) => reports.sources(asked(appid, query)),
  }),
  route({
    endpoint: 'readEngagement',
    question: 'read.visit',
    query: EngagementQuery,
    answer: EngagementAnswer,
    table: engagementTable,
    run: ({ reports }, { appid, query }) => reports.engagement(asked(appid, query)),
  }),
  route({
    endpoint: 'readPages',
    question: 'read.pages',
    query: PagesQuery,
    answer: PagesAnswer,
    table: pagesTable,
    run: ({ reports }, { appid, query }) => reports.pages(asked(appid, query)),
  }),
  route({
    endpoint: 'readRetention',
    question: 'read.retention',
    query: RetentionQuery,
    answer: RetentionAnswer,
    table: retentionTable,
    run: ({ reports }, { appid, query }) => reports.retention(asked(appid, query)),
  }),
  route({
    endpoint: 'readPortrait',
    question: 'read.portrait',
    query: PortraitQuery,
    answer: PortraitAnswer,
    table: portraitTable,
    run: ({ reports }, { appid, query }) => reports.portrait(asked(appid, query)),
  }),
  route({
    endpoint: 'readPerformance',
    question: 'read.visit',
    query: PerformanceQuery,
    answer: PerformanceAnswer,
    table: performanceTable,
    run: ({ reports }, { appid, query }) => reports.performance(asked(appid, query)),
  }),
  route({
    endpoint: 'readRealtime',
    question: 'read.realtime',
    query: RealtimeQuery,
    answer: RealtimeAnswer,
    table: realtimeTable,
    run: ({ reports }, { appid, query }) => reports.realtime(asked(appid, query)),
  }),
  route({
    endpoint: 'readReconcile',
    question: 'read.visit',
    query: ReconcileQuery,
    answer: ReconcileAnswer,
    table: reconcileTable,
    run: ({ reports }, { appid, query }) => reports.reconcile(asked(appid, query)),
  }),
]
