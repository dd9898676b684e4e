import Type, { type Static } from 'typebox'
import { closed, DayState, envelope, FractionOrNull, NumberOrNull, rangeQuery } from './report-envelope'

export const EngagementBucket = Type.Object({
  key: Type.Integer(),
  label: Type.String({ description: "WeChat's own label; the borders of stay overlap" }),
  value: NumberOrNull,
  share: FractionOrNull,
})
export type EngagementBucket = Static<typeof EngagementBucket>

export const EngagementData = Type.Object({
  stay: Type.Array(EngagementBucket, { description: 'opens by length of stay, all eight' }),
  depth: Type.Array(EngagementBucket, { description: 'opens by pages visited, all seven' }),
  totals: Type.Object({ stay: NumberOrNull, depth: NumberOrNull }),
  byDay: Type.Array(DayState),
})
export type EngagementData = Static<typeof EngagementData>

export const EngagementAnswer = envelope('engagement', EngagementData)
export type EngagementAnswer = Static<typeof EngagementAnswer>

export const EngagementQuery = Type.Object(rangeQuery, closed)
export type EngagementQuery = Static<typeof EngagementQuery>
