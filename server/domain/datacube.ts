import type { Granularity } from '../../src/contract/periods.ts'

/** WeChat's reports, by our names. `granularity` says which period one call covers. */
export const datacubeReports = {
  'summary.daily': { path: '/datacube/getweanalysisappiddailysummarytrend', granularity: 'day' },
  'visit.daily': { path: '/datacube/getweanalysisappiddailyvisittrend', granularity: 'day' },
  'visit.weekly': { path: '/datacube/getweanalysisappidweeklyvisittrend', granularity: 'week' },
  'visit.monthly': { path: '/datacube/getweanalysisappidmonthlyvisittrend', granularity: 'month' },
  'pages.daily': { path: '/datacube/getweanalysisappidvisitpage', granularity: 'day' },
} as const satisfies Record<string, { path: string; granularity: Granularity }>

export type DatacubeReport = keyof typeof datacubeReports
