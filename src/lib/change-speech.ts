import type { Locale } from '../contract/identity'
import type { ChangeText } from './change'
import { textOf } from './text'

/** What a change is measured against. */
export type ChangeBase = 'day' | 'week' | 'month' | 'previousWeek' | 'previousMonth'

/** A change as a screen reader says it: `较前一天增长3.2%`, `up 3.2% on the day before`. */
export function speakChange({ direction, text }: ChangeText, base: ChangeBase, locale: Locale): string {
  const { numbers } = textOf(locale)
  const against = {
    day: numbers.onDay,
    week: numbers.onWeek,
    month: numbers.onMonth,
    previousWeek: numbers.onPreviousWeek,
    previousMonth: numbers.onPreviousMonth,
  }[base]
  if (direction === 'none') return numbers.unknown(against)
  if (direction === 'flat') return text === numbers.flat ? numbers.level(against) : numbers.almostLevel(against)
  if (text === numbers.new) return numbers.became(against)
  return direction === 'up' ? numbers.up(against, text) : numbers.down(against, text)
}
