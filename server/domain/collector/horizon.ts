import { type Day, dayOf } from '../../../src/contract/periods.ts'
import type { ReportState } from '../../../src/contract/report-states.ts'
import type { Stated } from '../freshness.ts'

/** What our own events can speak of. */
export interface Horizon {
  /** Of the first event ever; `null`: there was none. */
  firstDay: Day | null
  today: Day
  /** When the counters last took in all that had come, epoch ms; `null`: never. */
  countedAt: number | null
}

export interface Span {
  from: Day
  to: Day
}

export const horizonOf = (firstDay: Day | null, countedAt: number, now: number): Horizon => ({
  firstDay,
  today: dayOf(now),
  countedAt: countedAt > 0 ? countedAt : null,
})

/** Whether anything is known of a period: it ends on the day of the first event or later. */
export const isKnown = ({ to }: Span, { firstDay }: Horizon): boolean => firstDay !== null && to >= firstDay

export const isUnfinished = ({ to }: Span, { today }: Horizon): boolean => to >= today

/** Before the first event nothing is there to know; what is not over goes on. */
export function stateOf(period: Span, horizon: Horizon): ReportState {
  if (!isKnown(period, horizon)) return 'missing'
  return isUnfinished(period, horizon) ? 'provisional' : 'final'
}

export const statedOf = (period: Span, horizon: Horizon): Stated => ({
  state: stateOf(period, horizon),
  reason: null,
  fetchedAt: isKnown(period, horizon) ? horizon.countedAt : null,
})
