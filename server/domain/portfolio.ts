import { addDays, type Day } from '../../src/contract/periods.ts'
import type { PortfolioApp, PortfolioMetric } from '../../src/contract/portfolio.ts'
import type { Change } from '../../src/contract/reports.ts'

/** The days of a sparkline, oldest first. */
export const sparkDays = (date: Day, count: number): Day[] =>
  Array.from({ length: count }, (_, index) => addDays(date, index + 1 - count))

/** How far up or down a change goes: from nothing to something is the steepest rise; no comparison is none. */
function heightOf({ kind, value }: Change): number {
  if (kind === 'flat') return 0
  if (kind === 'new') return Number.MAX_VALUE
  return value ?? Number.POSITIVE_INFINITY
}

/**
 * The biggest drop first, against the same weekday: a Monday after a Sunday drops by itself. What has no comparison comes
 * last; equal ones stay as they were.
 */
export function byDrop(apps: PortfolioApp[], metric: PortfolioMetric): PortfolioApp[] {
  const height = ({ metrics }: PortfolioApp) => {
    const week = metrics.find(({ id }) => id === metric)?.changes.week
    return week ? heightOf(week) : Number.POSITIVE_INFINITY
  }
  return apps
    .map(app => ({ app, height: height(app) }))
    .sort((a, b) => (a.height === b.height ? 0 : a.height - b.height))
    .map(({ app }) => app)
}
