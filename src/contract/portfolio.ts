import Type, { type Static } from 'typebox'
import { appKinds } from './apps'
import { AppidField, DayField, Nullable } from './fields'
import { portfolioMetrics } from './portfolio-order'
import { Freshness, NumberOrNull } from './report-envelope'
import { MetricValue } from './reports'

const Line = Type.Array(NumberOrNull)

export const PortfolioApp = Type.Object({
  appid: AppidField,
  name: Type.String(),
  avatarUrl: Nullable(Type.String()),
  kind: Type.Enum([...appKinds]),
  role: Type.Enum(['admin', 'viewer']),
  date: DayField,
  freshness: Freshness,
  metrics: Type.Array(MetricValue),
  sparkline: Type.Array(Type.Object({ date: DayField, value: NumberOrNull })),
  lines: Type.Object(
    { session_cnt: Line, visit_uv: Line, visit_uv_new: Line },
    { description: 'every metric on the days of `sparkline`' },
  ),
})
export type PortfolioApp = Static<typeof PortfolioApp>

/** The apps with scope `overview`, the biggest drop against the same weekday first, those without a comparison last. */
export const Portfolio = Type.Object({ apps: Type.Array(PortfolioApp) })
export type Portfolio = Static<typeof Portfolio>

export const PortfolioQuery = Type.Object(
  {
    metric: Type.Optional(
      Type.Enum([...portfolioMetrics], { description: 'drawn as sparkline and sorted by; default session_cnt' }),
    ),
  },
  { additionalProperties: false },
)
export type PortfolioQuery = Static<typeof PortfolioQuery>
