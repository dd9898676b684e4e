import type { Reports } from '../../server/http/deps.ts'
import type { Status } from '../../src/contract/apps.ts'
import { metricIds } from '../../src/contract/metrics.ts'
import type { EngagementAnswer } from '../../src/contract/report-engagement.ts'
import type { PagesAnswer } from '../../src/contract/report-pages.ts'
import type { PerformanceAnswer } from '../../src/contract/report-performance.ts'
import type { PortraitAnswer } from '../../src/contract/report-portrait.ts'
import type { RealtimeAnswer } from '../../src/contract/report-realtime.ts'
import type { ReconcileAnswer } from '../../src/contract/report-reconcile.ts'
import type { RetentionAnswer } from '../../src/contract/report-retention.ts'
import type { SourcesAnswer } from '../../src/contract/report-sources.ts'
import type { OverviewAnswer, TrendAnswer } from '../../src/contract/reports.ts'

const change = { baseDate: '2026-07-13', base: 10, kind: 'percent', value: 0.7 } as const

const envelope = {
  appid: 'wxfeedface00000001',
  source: 'wechat',
  range: { from: '2026-07-14', to: '2026-07-14' },
  timezone: 'Asia/Shanghai',
  freshness: { state: 'final', asOf: '2026-07-15T01:00:00.000Z' },
} as const

/** Made-up answers of the contract's shape: what the HTTP layer does with them does not depend on the numbers. */
export const overviewAnswer: OverviewAnswer = {
  ...envelope,
  report: 'overview',
  data: {
    date: '2026-07-14',
    metrics: metricIds.map(id => ({ id, value: 17, changes: { day: change, week: change, month: change } })),
    topPages: { visited: [{ path: '=pages/main', remark: null, value: 58, share: 0.5 }], entry: [] },
  },
}

export const trendAnswer: TrendAnswer = {
  ...envelope,
  report: 'trend',
  data: {
    points: [
      {
        period: '2026-07-14',
        from: '2026-07-14',
        to: '2026-07-14',
        partial: false,
        values: { session_cnt: 17, visit_uv: null },
        state: 'final',
      },
    ],
    compare: null,
  },
}

const item = { key: 2, name: '搜索', value: 58, share: 1 }

export const sourcesAnswer: SourcesAnswer = {
  ...envelope,
  report: 'sources',
  data: {
    metric: 'session_cnt',
    total: 58,
    items: [item],
    byDay: [{ date: '2026-07-14', state: 'final', items: [item] }],
  },
}

export const engagementAnswer: EngagementAnswer = {
  ...envelope,
  report: 'engagement',
  data: { stay: [], depth: [], totals: { stay: 0, depth: 0 }, byDay: [{ date: '2026-07-14', state: 'final' }] },
}

export const pagesAnswer: PagesAnswer = {
  ...envelope,
  report: 'pages',
  data: { rows: [], truncated: false, other: { page_visit_pv: 0 }, byDay: [{ date: '2026-07-14', state: 'final' }] },
}

export const retentionAnswer: RetentionAnswer = {
  ...envelope,
  report: 'retention',
  data: { keys: [0, 1], rows: [], mean: [] },
}

export const portraitAnswer: PortraitAnswer = {
  ...envelope,
  report: 'portrait',
  data: { province: [], city: [], genders: [], platforms: [], devices: [], ages: [] },
}

export const performanceAnswer: PerformanceAnswer = {
  ...envelope,
  report: 'performance',
  data: { module: '10022', series: [], byDay: [{ date: '2026-07-14', state: 'missing' }] },
}

const point = { time: '00:00', pv: 5, uv: 2, sessions: 2 }
const totals = { pv: 5, uv: 2, sessions: 2 }

export const realtimeAnswer: RealtimeAnswer = {
  ...envelope,
  report: 'realtime',
  source: 'collector',
  data: {
    date: '2026-07-14',
    granularity: 5,
    page: null,
    points: [point],
    compareDate: '2026-07-13',
    compare: [point],
    totals,
    compareTotals: totals,
    now: { activeUsers: 1, windowMinutes: 5 },
    pages: [{ path: 'pages/main', remark: null, pv: 5, share: 1 }],
    lagSeconds: 0.4,
  },
}

export const reconcileAnswer: ReconcileAnswer = {
  ...envelope,
  report: 'reconcile',
  data: {
    metric: 'visit_pv',
    points: [
      {
        date: '2026-07-14',
        wechat: 100,
        collector: 90,
        ratio: 0.9,
        states: { wechat: 'final', collector: 'final' },
        causes: ['sdk_coverage'],
      },
    ],
    ratio: 0.9,
    causes: ['sdk_coverage'],
  },
}

export const statusAnswer: Status = {
  token: { state: 'ok', message: null },
  lastSyncAt: null,
  backfill: { done: 3, total: 90, reason: 'filling' },
  quota: { remaining: null },
  reports: [],
  collector: { lastEventAt: null, lagSeconds: null },
  unknownSources: [],
}

export const madeUpReports: Reports = {
  portfolio: async () => ({
    date: '2026-07-14',
    freshness: envelope.freshness,
    metrics: overviewAnswer.data.metrics.slice(0, 3),
    sparkline: [{ date: '2026-07-14', value: 17 }],
    lines: { session_cnt: [17], visit_uv: [9], visit_uv_new: [null] },
  }),
  overview: async () => overviewAnswer,
  trend: async () => trendAnswer,
  sources: async () => sourcesAnswer,
  engagement: async () => engagementAnswer,
  pages: async () => pagesAnswer,
  retention: async () => retentionAnswer,
  portrait: async () => portraitAnswer,
  performance: async () => performanceAnswer,
  realtime: async () => realtimeAnswer,
  reconcile: async () => reconcileAnswer,
  status: async () => statusAnswer,
}
