import Type, { type Static } from 'typebox'
import { DayField } from './fields'
import { closed, envelope, FractionOrNull, NumberOrNull, rangeQuery, StateField } from './report-envelope'
import { sourceMetrics } from './sources'

export const SourceItem = Type.Object({
  key: Type.Integer({ description: "WeChat's source key; unknown ones are kept" }),
  name: Type.String({ description: 'Chinese; `未知来源(91)` for a key that is not documented' }),
  value: Type.Number({
    description: 'opens or visitors; visitors of several days are person-days, of our own events distinct',
  }),
  share: FractionOrNull,
})
export type SourceItem = Static<typeof SourceItem>

export const SourcesData = Type.Object({
  metric: Type.Enum([...sourceMetrics]),
  total: NumberOrNull,
  items: Type.Array(SourceItem, { description: 'largest first; shares of the sum of the distribution itself' }),
  byDay: Type.Array(Type.Object({ date: DayField, state: StateField, items: Type.Array(SourceItem) }), {
    description: 'every day of the range; a source that is absent on a known day is 0',
  }),
})
export type SourcesData = Static<typeof SourcesData>

export const SourcesAnswer = envelope('sources', SourcesData)
export type SourcesAnswer = Static<typeof SourcesAnswer>

export const SourcesQuery = Type.Object({ ...rangeQuery, metric: Type.Optional(Type.Enum([...sourceMetrics])) }, closed)
export type SourcesQuery = Static<typeof SourcesQuery>
