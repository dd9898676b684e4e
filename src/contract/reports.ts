import Type, { type Static } from 'typebox'
import { reportStates } from './apps'
import { AppidField, DayField, InstantField, Nullable } from './fields'
import { metricIds } from './metrics'
import { granularities } from './periods'

const closed = { additionalProperties: false }
const NumberOrNull = Nullable(Type.Number())
const MetricIdField = Type.Enum(metricIds)

/** Why a number is missing or old; `null` when nothing is wrong. */
export const reasons = [
  'upstream_failed',
  'upstream_quota',
  'upstream_not_ready',
  'unsupported',
  'secret_refused',
  'ip_not_allowed',
  'account_frozen',
  'filling',
] as const
export type Reason = (typeof reasons)[number]

export const Freshness = Type.Object({
  state: Type.Enum([...reportStates]),
  asOf: Nullable(InstantField),
  reason: Type.Optional(Type.Enum([...reasons])),
})
export type Freshness = Static<typeof Freshness>

const envelope = <R extends string, D extends Type.TSchema>(report: R, data: D) =>
  Type.Object({
    appid: AppidField,
    report: Type.Literal(report),
    source: Type.Enum(['wechat', 'collector']),
    range: Type.Object({ from: DayField, to: DayField }),
    timezone: Type.Literal('Asia/Shanghai'),
    freshness: Freshness,
    data,
  })

export const Change = Type.Object({
  baseDate: DayField,
  base: NumberOrNull,
  kind: Type.Enum(['percent', 'points', 'new', 'flat', 'none']),
  value: Nullable(Type.Number({ description: 'fraction, unrounded: 0.123 = 12.3 %' })),
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

const sourceAndFormat = {
  source: Type.Optional(Type.Enum(['wechat', 'collector'])),
  format: Type.Optional(Type.Enum(['json', 'csv'])),
}

export const OverviewQuery = Type.Object({ ...sourceAndFormat, date: Type.Optional(DayField) }, closed)
export type OverviewQuery = Static<typeof OverviewQuery>

export const TrendPoint = Type.Object({
  period: Type.String(),
  from: DayField,
  to: DayField,
  partial: Type.Boolean(),
  values: Type.Record(Type.String(), NumberOrNull),
  state: Type.Enum([...reportStates]),
})
export type TrendPoint = Static<typeof TrendPoint>

export const TrendData = Type.Object({ points: Type.Array(TrendPoint), compare: Nullable(Type.Array(TrendPoint)) })
export type TrendData = Static<typeof TrendData>

export const TrendAnswer = envelope('trend', TrendData)
export type TrendAnswer = Static<typeof TrendAnswer>

export const TrendQuery = Type.Object(
  {
    ...sourceAndFormat,
    from: DayField,
    to: DayField,
    granularity: Type.Enum([...granularities]),
    compareFrom: Type.Optional(DayField),
    metrics: Type.Optional(Type.String({ description: 'comma-separated metric ids' })),
  },
  closed,
)
export type TrendQuery = Static<typeof TrendQuery>
