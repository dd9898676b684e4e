import { EngagementAnswer, EngagementQuery } from '../../../src/contract/report-engagement.ts'
import { SourcesAnswer, SourcesQuery } from '../../../src/contract/report-sources.ts'
import { OverviewAnswer, OverviewQuery, TrendAnswer, TrendQuery } from '../../../src/contract/reports.ts'
import { engagementTable } from '../../domain/tables/engagement.ts'
import { sourcesTable } from '../../domain/tables/sources.ts'
import { overviewTable, trendTable } from '../../domain/tables.ts'
import { route } from '../route.ts'

export const reportRoutes = [
  route({
    endpoint: 'readOverview',
    question: 'read.overview',
    query: OverviewQuery,
    answer: OverviewAnswer,
    table: overviewTable,
    run: ({ reports }, { appid, query: { date, source = 'wechat' } }) => reports.overview({ appid, date, source }),
  }),
  route({
    endpoint: 'readTrend',
    question: 'read.visit',
    query: TrendQuery,
    answer: TrendAnswer,
    table: trendTable,
    run: ({ reports }, { appid, query: { format: _format, source = 'wechat', ...period } }) =>
      reports.trend({ appid, source, ...period }),
  }),
  route({
    endpoint: 'readSources',
    question: 'read.visit',
    query: SourcesQuery,
    answer: SourcesAnswer,
    table: sourcesTable,
    run: ({ reports }, { appid, query: { format: _format, source = 'wechat', ...question } }) =>
      reports.sources({ appid, source, ...question }),
  }),
  route({
    endpoint: 'readEngagement',
    question: 'read.visit',
    query: EngagementQuery,
    answer: EngagementAnswer,
    table: engagementTable,
    run: ({ reports }, { appid, query: { format: _format, source = 'wechat', ...question } }) =>
      reports.engagement({ appid, source, ...question }),
  }),
]
