import type { MetricId } from '../../src/contract/metrics.ts'
import { addDays, addMonths, type Day } from '../../src/contract/periods.ts'
import type { Change, MetricValue } from '../../src/contract/reports.ts'

/** The days that a day is compared with (`metrics.md` M4): a day, a week, a month before, the last clamped. */
export const baseDaysOf = (day: Day): { day: Day; week: Day; month: Day } => ({
  day: addDays(day, -1),
  week: addDays(day, -7),
  month: addMonths(day, -1),
})

/**
 * Growth against a base. Only a percentage has a value: from nothing to something is `new`, from nothing to nothing
 * `flat`, and without both numbers there is none.
 */
export function compare(current: number | null, base: number | null, baseDate: Day): Change {
  const change = (kind: Change['kind'], value: number | null = null): Change => ({ baseDate, base, kind, value })
  if (current === null || base === null || base < 0) return change('none')
  if (base > 0) return change('percent', (current - base) / base)
  if (current === 0) return change('flat')
  return change('new')
}

/** A metric of a day against its three bases. */
export function metricOfDay(id: MetricId, date: Day, numberOn: (day: Day) => number | null): MetricValue {
  const { day, week, month } = baseDaysOf(date)
  const value = numberOn(date)
  const against = (base: Day) => compare(value, numberOn(base), base)
  return { id, value, changes: { day: against(day), week: against(week), month: against(month) } }
}
