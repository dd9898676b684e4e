import Type, { type Static } from 'typebox'
import { DayField, Nullable } from './fields'
import { ACTIVE_WINDOW_MINUTES, realtimeGranularities } from './realtime'
import { closed, commonQuery, envelope, FractionOrNull, NumberOrNull } from './report-envelope'

export const RealtimePoint = Type.Object(
  {
    time: Type.String({ description: 'HH:mm at which the bucket begins' }),
    pv: NumberOrNull,
    uv: Nullable(Type.Number({ description: 'distinct in the bucket' })),
    sessions: Nullable(Type.Number({ description: 'opens that start in the bucket' })),
  },
  { description: 'null before the first day of the app and in the future' },
)
export type RealtimePoint = Static<typeof RealtimePoint>

const RealtimeTotals = Type.Object({
  pv: NumberOrNull,
  uv: Nullable(Type.Number({ description: 'distinct over the span' })),
  sessions: NumberOrNull,
})

export const RealtimeData = Type.Object({
  date: DayField,
  granularity: Type.Integer({ description: 'minutes' }),
  page: Nullable(Type.String()),
  points: Type.Array(RealtimePoint, { description: 'every bucket of the span' }),
  compareDate: Nullable(DayField),
  compare: Nullable(Type.Array(RealtimePoint, { description: 'the same span of `compareDate`' })),
  totals: RealtimeTotals,
  compareTotals: Type.Union([RealtimeTotals, Type.Null()], {
    description: 'of `compareDate`, of today up to the same time of day: what `totals` may fairly be held against',
  }),
  now: Type.Object({ activeUsers: NumberOrNull, windowMinutes: Type.Literal(ACTIVE_WINDOW_MINUTES) }),
  pages: Type.Array(
    Type.Object({ path: Type.String(), remark: Nullable(Type.String()), pv: Type.Number(), share: FractionOrNull }),
    { description: 'most views of the span first, of all pages, 200 at most' },
  ),
  lagSeconds: Nullable(Type.Number({ description: 'from receipt to the curve' })),
})
export type RealtimeData = Static<typeof RealtimeData>

export const RealtimeAnswer = envelope('realtime', RealtimeData)
export type RealtimeAnswer = Static<typeof RealtimeAnswer>

const { source, format } = commonQuery
const TimeField = (description: string) =>
  Type.String({ pattern: '^(?:(?:[01]\\d|2[0-3]):[0-5]\\d|24:00)$', description })

export const RealtimeQuery = Type.Object(
  {
    source,
    format,
    date: Type.Optional(DayField),
    granularity: Type.Optional(Type.Enum([...realtimeGranularities], { description: 'minutes, 5 unless said' })),
    page: Type.Optional(Type.String({ minLength: 1, maxLength: 256 })),
    compareDate: Type.Optional(DayField),
    fromTime: Type.Optional(TimeField('HH:mm, 00:00 unless said; the bucket that holds it is the first')),
    toTime: Type.Optional(TimeField('HH:mm, 24:00 unless said; not counted itself')),
  },
  closed,
)
export type RealtimeQuery = Static<typeof RealtimeQuery>
