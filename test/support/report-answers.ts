import type { Status } from '../../src/contract/apps.ts'
import { metricIds } from '../../src/contract/metrics.ts'
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

export const statusAnswer: Status = {
  token: { state: 'ok', message: null },
  lastSyncAt: null,
  backfill: { done: 3, total: 90 },
  quota: { remaining: null },
  reports: [],
  collector: { lastEventAt: null, lagSeconds: null },
  unknownSources: [],
}
