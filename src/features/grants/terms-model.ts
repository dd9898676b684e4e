import type { Locale } from '../../contract/identity'
import { addDays, type Day, dayOf } from '../../contract/periods'
import { defaultScopes, type Scope, scopes } from '../../contract/scopes'
import { spokenDay } from '../../lib/dates'
import { textOf } from '../../lib/text'

/** What a grant opens and until when. */
export interface Terms {
  scopes: Scope[]
  /** ISO instant; null is without end. */
  expiresAt: string | null
}

export type ScopePreset = 'all' | 'noRevenue' | 'overviewOnly'

/** Taking data along and joining people across apps belong to no preset: they are chosen on purpose. */
export const presetScopes: Record<ScopePreset, Scope[]> = {
  all: defaultScopes,
  noRevenue: defaultScopes.filter(scope => scope !== 'revenue'),
  overviewOnly: ['overview'],
}

export const scopePresets = Object.keys(presetScopes) as ScopePreset[]

export const usualTerms: Terms = { scopes: defaultScopes, expiresAt: null }

const same = (one: readonly Scope[], other: readonly Scope[]) =>
  one.length === other.length && one.every(scope => other.includes(scope))

/** The preset that says the same, null where none does. */
export const presetOf = (chosen: readonly Scope[]): ScopePreset | null =>
  scopePresets.find(preset => same(presetScopes[preset], chosen)) ?? null

/** Takes a section in or out, in the order of the contract. */
export const toggled = (chosen: readonly Scope[], scope: Scope): Scope[] =>
  scopes.filter(one => (one === scope ? !chosen.includes(one) : chosen.includes(one)))

const LENGTHS = [7, 30, 90, 365] as const

/** The end of a day in Shanghai, so that the day itself still counts. */
export const endOfDay = (day: Day): string => `${day}T23:59:59+08:00`

export interface EndChoice {
  id: string
  text: string
  expiresAt: string | null
  isOn: boolean
}

/** The ends that may be chosen: none, some days from today, and the one that holds where it is another. */
export function endChoices(expiresAt: string | null, now: number, locale: Locale): EndChoice[] {
  const { grants } = textOf(locale)
  const today = dayOf(now)
  const end = expiresAt === null ? null : dayOf(Date.parse(expiresAt))
  const lengths = LENGTHS.map(length => ({ length, day: addDays(today, length) }))
  const isNamed = end === null || lengths.some(({ day }) => day === end)
  return [
    { id: 'forever', text: grants.forever, expiresAt: null, isOn: end === null },
    ...(isNamed || end === null
      ? []
      : [{ id: 'kept', text: grants.untilDay(spokenDay(end, locale)), expiresAt, isOn: true }]),
    ...lengths.map(({ length, day }) => ({
      id: String(length),
      text: grants.days(length),
      expiresAt: endOfDay(day),
      isOn: day === end,
    })),
  ]
}
