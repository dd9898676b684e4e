import { OverviewAnswer, OverviewQuery, TrendAnswer, TrendQuery } from '../../../src/contract/reports.ts'
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
]
