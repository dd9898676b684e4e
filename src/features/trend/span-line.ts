import type { Locale } from '../../contract/identity'
import { countDays, type Granularity, periodsBetween } from '../../contract/periods'
import { rangeText } from '../../lib/dates'
import type { Range } from '../../lib/periods'
import { textOf } from '../../lib/text'

/** The range under the title: `06-15 – 07-14 · 30天`. */
export function spanLine(range: Range, granularity: Granularity, locale: Locale): string {
  const { numbers } = textOf(locale)
  const count = () => periodsBetween(granularity, range.from, range.to).length
  const length =
    granularity === 'day'
      ? numbers.days(countDays(range.from, range.to))
      : granularity === 'week'
        ? numbers.weeks(count())
        : numbers.months(count())
  return `${rangeText(range.from, range.to)} · ${length}`
}
