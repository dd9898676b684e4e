import Type, { type Static } from 'typebox'
import { DayField, Nullable } from './fields'
import { portraitDays, portraitUsers } from './portrait'
import { closed, commonQuery, envelope, FractionOrNull, NumberOrNull } from './report-envelope'

const item = {
  id: Nullable(Type.Integer({ description: "WeChat's own numbering; phone models have none" })),
  name: Type.String(),
  value: NumberOrNull,
  share: FractionOrNull,
}

export const PortraitItem = Type.Object(item)
export type PortraitItem = Static<typeof PortraitItem>

export const PortraitCity = Type.Object({ ...item, provinceId: Nullable(Type.Integer()) })
export type PortraitCity = Static<typeof PortraitCity>

const list = Type.Array(PortraitItem)

const attributes = {
  province: list,
  city: Type.Array(PortraitCity),
  genders: list,
  platforms: list,
  devices: Type.Array(PortraitItem, { description: 'the first twenty; shares of all' }),
  ages: list,
  systems: Type.Optional(
    Type.Array(PortraitItem, {
      description: 'with `source=collector` alone, which in turn has no places, genders and ages',
    }),
  ),
}

export const PortraitData = Type.Object({
  ...attributes,
  forgotten: Type.Optional(
    Type.Array(DayField, {
      description:
        'with `source=collector` alone: days of the range whose raw events are kept no more; whoever came on these alone is in no number',
    }),
  ),
  latest: Type.Optional(
    Nullable(
      Type.Object(
        { from: DayField, to: DayField, ...attributes },
        { description: 'the last range of this length with numbers, when the one asked for has none' },
      ),
    ),
  ),
})
export type PortraitData = Static<typeof PortraitData>

export const PortraitAnswer = envelope('portrait', PortraitData)
export type PortraitAnswer = Static<typeof PortraitAnswer>

export const PortraitQuery = Type.Object(
  {
    ...commonQuery,
    days: Type.Enum([...portraitDays]),
    users: Type.Enum([...portraitUsers]),
    from: Type.Optional(DayField),
    to: Type.Optional(DayField),
  },
  closed,
)
export type PortraitQuery = Static<typeof PortraitQuery>
