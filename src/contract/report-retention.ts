import Type, { type Static } from 'typebox'
import { granularities } from './periods'
import { closed, envelope, FractionOrNull, NumberOrNull, rangeQuery, StateField } from './report-envelope'
import { cellStates, cohorts } from './retention'

export const RetentionCell = Type.Object({
  key: Type.Integer({ description: 'days, weeks or months after; 0 is the cohort itself' }),
  count: NumberOrNull,
  rate: FractionOrNull,
  state: Type.Enum([...cellStates]),
})
export type RetentionCell = Static<typeof RetentionCell>

export const RetentionRow = Type.Object({
  period: Type.String(),
  state: StateField,
  size: NumberOrNull,
  cells: Type.Array(RetentionCell),
})
export type RetentionRow = Static<typeof RetentionRow>

export const RetentionData = Type.Object({
  keys: Type.Array(Type.Integer()),
  rows: Type.Array(RetentionRow, { description: 'oldest first' }),
  mean: Type.Array(Type.Object({ key: Type.Integer(), rate: FractionOrNull }), {
    description: 'weighted by cohort size, over mature cohorts only',
  }),
})
export type RetentionData = Static<typeof RetentionData>

export const RetentionAnswer = envelope('retention', RetentionData)
export type RetentionAnswer = Static<typeof RetentionAnswer>

export const RetentionQuery = Type.Object(
  {
    ...rangeQuery,
    granularity: Type.Optional(Type.Enum([...granularities])),
    cohort: Type.Optional(Type.Enum([...cohorts])),
  },
  closed,
)
export type RetentionQuery = Static<typeof RetentionQuery>
