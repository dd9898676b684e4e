import Type, { type Static } from 'typebox'
import { DayField } from './fields'
import { performanceModules } from './performance'
import { closed, DayState, envelope, NumberOrNull, rangeQuery } from './report-envelope'

export const PerformanceSeries = Type.Object({
  id: Type.String({ description: "WeChat's own, as `memorydiff`" }),
  name: Type.String({ description: "WeChat's own Chinese name" }),
  line: Type.Integer({ description: 'place among the lines of its table, 0 for the first' }),
  points: Type.Array(Type.Object({ date: DayField, value: NumberOrNull }), { description: 'every day of the range' }),
})
export type PerformanceSeries = Static<typeof PerformanceSeries>

export const PerformanceData = Type.Object({
  module: Type.Enum([...performanceModules]),
  series: Type.Array(PerformanceSeries),
  byDay: Type.Array(DayState),
})
export type PerformanceData = Static<typeof PerformanceData>

export const PerformanceAnswer = envelope('performance', PerformanceData)
export type PerformanceAnswer = Static<typeof PerformanceAnswer>

export const PerformanceQuery = Type.Object({ ...rangeQuery, module: Type.Enum([...performanceModules]) }, closed)
export type PerformanceQuery = Static<typeof PerformanceQuery>
