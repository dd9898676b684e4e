import type { Locale } from '../contract/identity'
import type { ChangeText } from './change'
import { textOf } from './text'

/** What a change is measured against. */
export type ChangeBase = 'day' | 'week' | 'month' | 'previousWeek' | 'previousMonth'

/** A change as a screen reader says it: `较前一天增长3.2%`, `up 3.2% on the day before`. */
export function speakChange(change: ChangeText, base: ChangeBase, locale: Locale): string {
  const { numbers } = textOf(locale)
  const against = {
    day: numbers.onDay,
    week: numbers.onWeek,
    month: numbers.onMonth,
    previousWeek: numbers.onPreviousWeek,
    previousMonth: numbers.onPreviousMonth,
  }[base]
  return speakAgainst(change, against, locale)
}

/** The same against a base that is named: `较07-08 周三`. */
export function speakAgainst({ direction, text }: ChangeText, against: string, locale: Locale): string {
  const { numbers } = textOf(locale)
  if (direction === 'none') return numbers.unknown(against)
  if (direction === 'flat') return text === numbers.flat ? numbers.level(against) : numbers.almostLevel(against)
  if (text === numbers.new) return numbers.became(against)
  return direction === 'up' ? numbers.up(against, text) : numbers.down(against, text)
}
