import Type, { type Static } from 'typebox'
import { DayField } from './fields'
import { metricIds } from './metrics'
import { reconcileCauses } from './reconcile'
import { closed, envelope, NumberOrNull, StateField } from './report-envelope'

const Ratio = { description: "ours / WeChat's; null where either is not known or WeChat's is 0" }

export const ReconcilePoint = Type.Object({
  date: DayField,
  wechat: NumberOrNull,
  collector: NumberOrNull,
  ratio: Type.Union([Type.Number(), Type.Null()], Ratio),
  states: Type.Object({ wechat: StateField, collector: StateField }),
  causes: Type.Array(Type.Enum([...reconcileCauses]), { description: 'of this day alone, likeliest first' }),
})
export type ReconcilePoint = Static<typeof ReconcilePoint>

export const ReconcileData = Type.Object({
  metric: Type.Enum(metricIds),
  points: Type.Array(ReconcilePoint, { description: 'every day of the range' }),
  ratio: Type.Union([Type.Number(), Type.Null()], {
    description: 'the median of the whole days that both sources know',
  }),
  causes: Type.Array(Type.Enum([...reconcileCauses]), { description: 'of the range, likeliest first' }),
})
export type ReconcileData = Static<typeof ReconcileData>

export const ReconcileAnswer = envelope('reconcile', ReconcileData)
export type ReconcileAnswer = Static<typeof ReconcileAnswer>

export const ReconcileQuery = Type.Object(
  {
    format: Type.Optional(Type.Enum(['json', 'csv'])),
    source: Type.Optional(Type.Enum(['wechat', 'collector'])),
    from: DayField,
    to: DayField,
    metric: Type.Enum(metricIds),
  },
  closed,
)
export type ReconcileQuery = Static<typeof ReconcileQuery>
