import type { Locale } from '../../contract/identity'
import type { DayState, ReportSource } from '../../contract/report-envelope'
import type { ReportState } from '../../contract/report-states'
import { monthDay } from '../../lib/dates'
import { textOf } from '../../lib/text'

/** Days without a number, worst first; a day that is being fetched comes by itself. */
const gapStates = ['failed', 'not_ready', 'missing', 'unsupported'] as const satisfies ReportState[]
const NAMED = 3

/**
 * Which days of a sum are not in it, and why, one sentence a reason; none where all days are there,
 * and none where no day is: then the card says it.
 */
export function gapLines(
  byDay: readonly Pick<DayState, 'date' | 'state'>[],
  locale: Locale,
  source: ReportSource = 'wechat',
): string[] {
  const { states, source: own } = textOf(locale)
  const gaps = source === 'collector' ? { ...states.gaps, missing: own.gap } : states.gaps
  const isGap = ({ state }: Pick<DayState, 'state'>) => (gapStates as readonly string[]).includes(state)
  if (byDay.every(isGap)) return []
  return gapStates.flatMap(state => {
    const days = byDay.filter(day => day.state === state).map(({ date }) => monthDay(date))
    if (days.length === 0) return []
    const named = days.slice(0, NAMED).join(gaps.and)
    return [gaps[state](days.length > NAMED ? gaps.several(named, days.length) : named)]
  })
}
