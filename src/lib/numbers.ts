import type { Locale } from '../contract/identity'

/** A piece of a written number; a unit is set smaller than the digits beside it. */
export interface NumberPart {
  text: string
  unit?: boolean
}

/** `1234567.5` → `1,234,567.5`; digits as they came, never rounded. */
export function formatCount(value: number): string {
  const [whole = '', fraction] = String(value).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return fraction === undefined ? grouped : `${grouped}.${fraction}`
}

/** Two decimals: `1.98`. */
export const formatDepth = (value: number): string => value.toFixed(2)

/** A fraction as a percentage with one decimal: `0.3224` → `32.2%`. */
export const formatPercent = (fraction: number): string => `${(fraction * 100).toFixed(1)}%`

const durationUnits: Record<Locale, [hour: string, minute: string, second: string]> = {
  'zh-CN': ['小时', '分', '秒'],
  en: ['h', 'm', 's'],
}

/** Seconds as hours, minutes and seconds; under ten seconds a broken value keeps one decimal, so that 0.4 s is not nothing. */
export function durationParts(seconds: number, locale: Locale): NumberPart[] {
  const [hour, minute, second] = durationUnits[locale]
  const isShort = seconds < 9.95 && !Number.isInteger(seconds)
  if (isShort) return [{ text: seconds.toFixed(1) }, { text: second, unit: true }]
  const whole = Math.round(seconds)
  const steps: [number, string][] = [
    [Math.floor(whole / 3600), hour],
    [Math.floor(whole / 60) % 60, minute],
    [whole % 60, second],
  ]
  const first = whole >= 3600 ? 0 : whole >= 60 ? 1 : 2
  return steps.slice(first).flatMap(([count, unit]) => [{ text: String(count) }, { text: unit, unit: true }])
}

/** Joins the parts to one text: `3分13秒`, `3m 13s`. */
export function joinParts(parts: NumberPart[], locale: Locale): string {
  const gap = locale === 'en' ? ' ' : ''
  return parts.map((part, at) => (at > 0 && !part.unit ? gap : '') + part.text).join('')
}

export const formatDuration = (seconds: number, locale: Locale): string =>
  joinParts(durationParts(seconds, locale), locale)
