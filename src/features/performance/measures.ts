import type { Locale } from '../../contract/identity'
import type { PerformanceModule } from '../../contract/performance'
import { formatCount } from '../../lib/numbers'
import { performanceText } from '../../lib/text/performance'

/** What a measure is counted in. WeChat's interface names no units, its names say them; null where they do not. */
export type MeasureUnit = 'ms' | 'percent' | 'mb'

/** The unit of a measure, by WeChat's Chinese name of it and the module that it belongs to. */
export function measureUnit(module: PerformanceModule, name: string): MeasureUnit | null {
  if (/率$|占比/.test(name)) return 'percent'
  if (/耗时|时长/.test(name)) return 'ms'
  return module === '10022' ? 'mb' : null
}

/** A measure in the person's language; one that we have no word for keeps WeChat's. */
export const measureName = (name: string, locale: Locale): string => performanceText(locale).measures[name] ?? name

/** Heads a column: `启动总耗时（毫秒）`. */
export function measureTitle(name: string, unit: MeasureUnit | null, locale: Locale): string {
  const performance = performanceText(locale)
  return unit === null ? name : performance.inUnit(name, performance.unit[unit])
}

/** A number as WeChat gave it, with its unit: `1,840.3 毫秒`, `96.2%`. */
export function measureText(value: number, unit: MeasureUnit | null, locale: Locale): string {
  const digits = formatCount(value)
  if (unit === null) return digits
  const word = performanceText(locale).unit[unit]
  return unit === 'percent' ? `${digits}${word}` : `${digits} ${word}`
}
