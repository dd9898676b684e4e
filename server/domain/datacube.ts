import type { Granularity } from '../../src/contract/periods.ts'

interface ReportOfWeChat {
  path: string
  /** Which period one call covers, or by which step ranges of `days` and `block` move. */
  granularity: Granularity
  /** One call covers as many days, ending with any day; only the newest two ranges are answered. */
  days?: 1 | 7 | 30
  /** One call covers any days up to as many; asked in fixed blocks, so that a closed one is asked once. */
  block?: number
  /** When asked by another thing than dates. */
  module?: string
}

const retain = (cadence: string) => `/datacube/getweanalysisappid${cadence}retaininfo`
const PORTRAIT = '/datacube/getweanalysisappiduserportrait'
const performance = <M extends string>(module: M) =>
  ({ path: '/wxa/business/performance/boot', granularity: 'day', block: 30, module }) as const

/** WeChat's reports, by our names. */
export const datacubeReports = {
  'summary.daily': { path: '/datacube/getweanalysisappiddailysummarytrend', granularity: 'day' },
  'visit.daily': { path: '/datacube/getweanalysisappiddailyvisittrend', granularity: 'day' },
  'visit.weekly': { path: '/datacube/getweanalysisappidweeklyvisittrend', granularity: 'week' },
  'visit.monthly': { path: '/datacube/getweanalysisappidmonthlyvisittrend', granularity: 'month' },
  'pages.daily': { path: '/datacube/getweanalysisappidvisitpage', granularity: 'day' },
  'distribution.daily': { path: '/datacube/getweanalysisappidvisitdistribution', granularity: 'day' },
  'retention.daily': { path: retain('daily'), granularity: 'day' },
  'retention.weekly': { path: retain('weekly'), granularity: 'week' },
  'retention.monthly': { path: retain('monthly'), granularity: 'month' },
  'portrait.1': { path: PORTRAIT, granularity: 'day', days: 1 },
  'portrait.7': { path: PORTRAIT, granularity: 'day', days: 7 },
  'portrait.30': { path: PORTRAIT, granularity: 'day', days: 30 },
  'performance.10016': performance('10016'),
  'performance.10017': performance('10017'),
  'performance.10021': performance('10021'),
  'performance.10022': performance('10022'),
  'performance.10023': performance('10023'),
} as const satisfies Record<string, ReportOfWeChat>

export type DatacubeReport = keyof typeof datacubeReports

/** The facts of a report, absent ones included. */
export const reportOf = (report: DatacubeReport): ReportOfWeChat => datacubeReports[report]

/** Reports that share their upstream's readiness and their readers: `visit`, `retention`, … */
export type ReportFamily = DatacubeReport extends `${infer Family}.${string}` ? Family : never

export const familyOf = (report: DatacubeReport): ReportFamily => report.split('.', 1)[0] as ReportFamily

/** What is collected whether or not anybody looks: everything but performance, which a reader asks for. */
export const collectedReports = (Object.keys(datacubeReports) as DatacubeReport[]).filter(
  report => familyOf(report) !== 'performance',
)
