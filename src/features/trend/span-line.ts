import type { Locale } from '../../contract/identity'
import { countDays, type Day, type Granularity, periodsBetween } from '../../contract/periods'
import { rangeText } from '../../lib/dates'
import type { Range, Span } from '../../lib/periods'
import { textOf } from '../../lib/text'

/** How long a range is: `30天`, `12周`. */
export function spanLength(range: Range, granularity: Granularity, locale: Locale): string {
  const { numbers } = textOf(locale)
  if (granularity === 'day') return numbers.days(countDays(range.from, range.to))
  const count = periodsBetween(granularity, range.from, range.to).length
  return granularity === 'week' ? numbers.weeks(count) : numbers.months(count)
}

/** The range under the title: `06-15 – 07-14 · 30天`, with its year where that is not the present one. */
export const spanLine = (range: Range, granularity: Granularity, locale: Locale, present?: Day): string =>
  `${rangeText(range.from, range.to, present)} · ${spanLength(range, granularity, locale)}`

/** What the dock calls a span: `最近30天`, `最近12周`, `自选日期`. */
export function spanTitle(span: Span, range: Range, granularity: Granularity, locale: Locale): string {
  const { reports } = textOf(locale)
  if ((span.preset === 'yesterday' || span.preset === 'today') && granularity === 'day') return reports[span.preset]
  if (span.preset === 'custom') return reports.customRange
  return reports.recent(spanLength(range, granularity, locale))
}
