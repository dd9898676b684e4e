import type { Change, MetricValue } from './reports'

/** What the portfolio shows of each app; one of them is drawn and sorts. */
export const portfolioMetrics = ['session_cnt', 'visit_uv', 'visit_uv_new'] as const
export type PortfolioMetric = (typeof portfolioMetrics)[number]

export const PORTFOLIO_DAYS = 14

/** What a number is compared with. */
export type ChangeBase = keyof MetricValue['changes']

/** How far up or down a change goes: from nothing to something is the steepest rise; no comparison is none. */
function heightOf({ kind, value }: Change): number {
  if (kind === 'flat') return 0
  if (kind === 'new') return Number.MAX_VALUE
  return value ?? Number.POSITIVE_INFINITY
}

/**
 * The biggest drop first. What has no comparison comes last; equal ones stay as they were.
 * @param base the same weekday where nothing is said: a Monday after a Sunday drops by itself
 */
export function byDrop<App extends { metrics: MetricValue[] }>(
  apps: readonly App[],
  metric: PortfolioMetric,
  base: ChangeBase = 'week',
): App[] {
  const height = ({ metrics }: App) => {
    const change = metrics.find(({ id }) => id === metric)?.changes[base]
    return change ? heightOf(change) : Number.POSITIVE_INFINITY
  }
  return apps
    .map(app => ({ app, height: height(app) }))
    .sort((a, b) => (a.height === b.height ? 0 : a.height - b.height))
    .map(({ app }) => app)
}
