import type { Locale } from '../contract/identity'
import { type MetricId, metrics } from '../contract/metrics'
import { durationParts, formatCount, formatDepth, joinParts, type NumberPart } from './numbers'

/** How a missing number is written; a tap on it says why. */
export const MISSING = '--'

/** A metric's value, cut so that units can be set smaller. */
export function metricParts(id: MetricId, value: number, locale: Locale): NumberPart[] {
  const { unit } = metrics[id]
  if (unit === 'seconds') return durationParts(value, locale)
  return [{ text: unit === 'pages' ? formatDepth(value) : formatCount(value) }]
}

/** A metric's value as one text; null is `--`, never 0. */
export const formatMetric = (id: MetricId, value: number | null, locale: Locale): string =>
  value === null ? MISSING : joinParts(metricParts(id, value, locale), locale)

/** The same value in the unit that WeChat counts in: seconds with one decimal, else as usual. */
export function formatExact(id: MetricId, value: number | null, locale: Locale): string {
  if (value === null || metrics[id].unit !== 'seconds') return formatMetric(id, value, locale)
  const [whole = '', tenths = ''] = value.toFixed(1).split('.')
  return `${formatCount(Number(whole))}.${tenths} ${locale === 'en' ? 's' : '秒'}`
}
