import { type Day, periodOf, yesterdayOf } from '../../src/contract/periods.ts'
import type { Portfolio, PortfolioApp } from '../../src/contract/portfolio.ts'
import { byDrop, PORTFOLIO_DAYS, type PortfolioMetric, portfolioMetrics } from '../../src/contract/portfolio-order.ts'
import { baseDaysOf, metricOfDay } from '../domain/comparison.ts'
import { freshnessOf } from '../domain/freshness.ts'
import { may } from '../domain/permissions.ts'
import { sparkDays } from '../domain/portfolio.ts'
import type { Apps } from '../ports/apps.ts'
import type { Looks } from './looks.ts'
import type { ReportDeps } from './read-overview.ts'
import type { Timed } from './timed-answer.ts'

/** What the portfolio shows of one app's numbers. */
export type PortfolioNumbers = Pick<PortfolioApp, 'date' | 'freshness' | 'metrics' | 'sparkline' | 'lines'>

/** Yesterday's numbers and bases as somebody who looks gets them; the line behind them as far as the archive knows it. */
export async function readPortfolioNumbers(
  { reader }: Pick<ReportDeps, 'reader'>,
  { appid, date, metric }: { appid: string; date: Day; metric: PortfolioMetric },
): Promise<Timed<PortfolioNumbers>> {
  const { day, week, month } = baseDaysOf(date)
  const asked = [date, day, week, month]
  const line = sparkDays(date, PORTFOLIO_DAYS)
  const rest = line.filter(one => !asked.includes(one))
  const read = (days: Day[], archiveOnly: boolean) =>
    reader.read(
      appid,
      'visit.daily',
      days.map(one => periodOf('day', one)),
      { archiveOnly },
    )
  const readings = (await Promise.all([read(asked, false), read(rest, true)])).flat()
  const rows = new Map(readings.map(reading => [reading.period.name, reading.rows]))
  const numberOn = (id: PortfolioMetric) => (one: Day) => rows.get(one)?.[id] ?? null
  const lineOf = (id: PortfolioMetric) => line.map(numberOn(id))
  return {
    until: Math.min(...readings.map(reading => reading.until)),
    answer: {
      date,
      freshness: freshnessOf(readings.slice(0, 1)),
      metrics: portfolioMetrics.map(id => metricOfDay(id, date, numberOn(id))),
      sparkline: line.map(one => ({ date: one, value: numberOn(metric)(one) })),
      lines: {
        session_cnt: lineOf('session_cnt'),
        visit_uv: lineOf('visit_uv'),
        visit_uv_new: lineOf('visit_uv_new'),
      },
    },
  }
}

export interface PortfolioDeps {
  apps: Apps
  looks: Looks
  reports: { portfolio(question: { appid: string; metric: PortfolioMetric }): Promise<PortfolioNumbers> }
}

/** Every app whose overview one may read, the biggest drop first. People are never summed over apps. */
export async function readPortfolio(
  { apps, looks, reports }: PortfolioDeps,
  personId: string,
  metric: PortfolioMetric,
  now: number,
): Promise<Portfolio> {
  const visible = await apps.visibleTo(personId, now)
  const readable = visible.filter(({ relation }) => may(true, 'read.overview', relation, now) === 'yes')
  const shown = await Promise.all(
    readable.map(async ({ app, relation }) => {
      const { appid, name, avatarUrl, kind } = app
      return { appid, name, avatarUrl, kind, role: relation.role, ...(await reports.portfolio({ appid, metric })) }
    }),
  )
  await looks.noteMany(
    readable.map(({ app }) => app.appid),
    personId,
    now,
  )
  return { apps: byDrop(shown, metric) }
}

/** Of which day the portfolio speaks. */
export const portfolioDate = (now: number): Day => yesterdayOf(now)
