import Type, { type Static } from 'typebox'
import { AppidField, DayField, InstantField, Nullable } from './fields'
import { reasons } from './reasons'
import { reportStates } from './report-states'

/** Who counted: WeChat, or our own SDK. */
export const reportSources = ['wechat', 'collector'] as const
export type ReportSource = (typeof reportSources)[number]

export const closed = { additionalProperties: false }
export const NumberOrNull = Nullable(Type.Number())
/** A share, rate or change: 0.123 = 12.3 %. */
export const FractionOrNull = Nullable(Type.Number({ description: 'fraction, unrounded: 0.123 = 12.3 %' }))
export const StateField = Type.Enum([...reportStates])

export const Freshness = Type.Object({
  state: StateField,
  asOf: Nullable(InstantField),
  reason: Type.Optional(Type.Enum([...reasons])),
})
export type Freshness = Static<typeof Freshness>

/** A number that two answers of WeChat's give differently. */
export const ChangedNumber = Type.Object({
  metric: Type.String({
    description: "WeChat's name of the number or list: `visit_uv`, `access_source_session_cnt`, `active.genders`",
  }),
  item: Nullable(Type.String({ description: 'what of a list: key, path, name or day; null for a number of its own' })),
  before: NumberOrNull,
  after: NumberOrNull,
})
export type ChangedNumber = Static<typeof ChangedNumber>

/** An earlier answer of WeChat's that a later read of the same period replaced. */
export const Revision = Type.Object({
  report: Type.String({ description: "WeChat's report behind the numbers, as `visit.daily`" }),
  period: Type.String(),
  readAt: InstantField,
  replacedAt: InstantField,
  answer: Type.Unknown({ description: "WeChat's answer as it came" }),
  changes: Type.Optional(Type.Array(ChangedNumber, { description: 'what the answer after it says differently' })),
})
export type Revision = Static<typeof Revision>

/** What every report answers around its data. */
export const envelope = <R extends string, D extends Type.TSchema>(report: R, data: D) =>
  Type.Object({
    appid: AppidField,
    report: Type.Literal(report),
    source: Type.Enum([...reportSources]),
    range: Type.Object({ from: DayField, to: DayField }),
    timezone: Type.Literal('Asia/Shanghai'),
    freshness: Freshness,
    revised: Type.Optional(Type.Array(Type.String(), { description: 'periods whose numbers WeChat has changed' })),
    revisions: Type.Optional(Type.Array(Revision, { description: 'with `revisions=true`: newest first' })),
    data,
  })

/** What every report can be asked besides its own parameters. */
export const commonQuery = {
  source: Type.Optional(Type.Enum([...reportSources])),
  format: Type.Optional(Type.Enum(['json', 'csv'])),
  revisions: Type.Optional(Type.Enum(['true', 'false'])),
}

export const rangeQuery = { ...commonQuery, from: DayField, to: DayField }

/** How far each day of a range is known. */
export const DayState = Type.Object({ date: DayField, state: StateField })
export type DayState = Static<typeof DayState>
