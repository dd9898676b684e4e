import Type, { type Static } from 'typebox'
import { DayField, Nullable } from './fields'
import { metricIds } from './metrics'
import { granularities } from './periods'
import { closed, commonQuery, envelope, FractionOrNull, NumberOrNull, rangeQuery, StateField } from './report-envelope'

export { type Reason, reasons } from './reasons'
export { Freshness } from './report-envelope'

const MetricIdField = Type.Enum(metricIds)

export const Change = Type.Object({
  baseDate: DayField,
  base: NumberOrNull,
  kind: Type.Enum(['percent', 'points', 'new', 'flat', 'none']),
  value: FractionOrNull,
})
export type Change = Static<typeof Change>

export const MetricValue = Type.Object({
  id: MetricIdField,
  value: NumberOrNull,
  changes: Type.Object({ day: Change, week: Change, month: Change }),
})
export type MetricValue = Static<typeof MetricValue>

export const TopPage = Type.Object({
  path: Type.String(),
  remark: Nullable(Type.String()),
  value: Type.Integer(),
  share: NumberOrNull,
})
export type TopPage = Static<typeof TopPage>

export const TopPages = Type.Object({ visited: Type.Array(TopPage), entry: Type.Array(TopPage) })
export type TopPages = Static<typeof TopPages>

const dayOfNumbers = { date: DayField, metrics: Type.Array(MetricValue), topPages: TopPages }

export const OverviewData = Type.Object({
  ...dayOfNumbers,
  latest: Type.Optional(
    Nullable(Type.Object(dayOfNumbers, { description: 'the last day with numbers, when `date` has none' })),
  ),
})
export type OverviewData = Static<typeof OverviewData>

export const OverviewAnswer = envelope('overview', OverviewData)
export type OverviewAnswer = Static<typeof OverviewAnswer>

export const OverviewQuery = Type.Object({ ...commonQuery, date: Type.Optional(DayField) }, closed)
export type OverviewQuery = Static<typeof OverviewQuery>

export const TrendPoint = Type.Object({
  period: Type.String(),
  from: DayField,
  to: DayField,
  partial: Type.Boolean(),
  values: Type.Record(Type.String(), NumberOrNull),
  state: StateField,
})
export type TrendPoint = Static<typeof TrendPoint>

export const TrendData = Type.Object({ points: Type.Array(TrendPoint), compare: Nullable(Type.Array(TrendPoint)) })
export type TrendData = Static<typeof TrendData>

export const TrendAnswer = envelope('trend', TrendData)
export type TrendAnswer = Static<typeof TrendAnswer>

export const TrendQuery = Type.Object(
  {
    ...rangeQuery,
    granularity: Type.Enum([...granularities]),
    compareFrom: Type.Optional(DayField),
    metrics: Type.Optional(Type.String({ description: 'comma-separated metric ids' })),
  },
  closed,
)
export type TrendQuery = Static<typeof TrendQuery>
