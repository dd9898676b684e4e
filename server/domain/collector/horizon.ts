import { type Day, dayOf, startOfDay } from '../../../src/contract/periods.ts'
import type { ReportState } from '../../../src/contract/report-states.ts'
import type { Stated } from '../freshness.ts'

/** What our own events can speak of. */
export interface Horizon {
  /** Of the first event ever; `null`: there was none. */
  firstDay: Day | null
  today: Day
  /** When the counters last took in all that had come, epoch ms; `null`: never. */
  countedAt: number | null
  /** Days that have events and no numbers yet. */
  uncounted: readonly Day[]
  /** How long what is said of it stays true, unless the counters change: epoch ms. */
  until: number
}

export interface Span {
  from: Day
  to: Day
}

interface Counted {
  firstDay: Day | null
  countedAt: number
  uncounted?: readonly Day[]
  isBehind?: boolean
}

/** Epoch ms at which a day ends, and with it what is unfinished or not due. */
export const nextMidnight = (now: number): number => startOfDay(dayOf(now), 24)

/** Numbers that are behind are asked for anew: whoever asks has them counted. */
export const horizonOf = (
  { firstDay, countedAt, uncounted = [], isBehind = false }: Counted,
  now: number,
): Horizon => ({
  firstDay,
  today: dayOf(now),
  until: isBehind ? now : nextMidnight(now),
  countedAt: countedAt > 0 ? countedAt : null,
  uncounted,
})

const hasBegun = ({ to }: Span, { firstDay }: Horizon): boolean => firstDay !== null && to >= firstDay

/** What of a period was not counted yet is no 0. */
const isCounted = ({ from, to }: Span, { uncounted }: Horizon) => !uncounted.some(day => day >= from && day <= to)

/** Whether the numbers of a period are known: it ends on the day of the first event or later, and each of its days was counted. */
export const isKnown = (period: Span, horizon: Horizon): boolean =>
  hasBegun(period, horizon) && isCounted(period, horizon)

export const isUnfinished = ({ to }: Span, { today }: Horizon): boolean => to >= today

/** Before the first event nothing is there to know; what is being counted comes; what is not over goes on. */
export function stateOf(period: Span, horizon: Horizon): ReportState {
  if (!hasBegun(period, horizon)) return 'missing'
  if (!isCounted(period, horizon)) return 'pending'
  return isUnfinished(period, horizon) ? 'provisional' : 'final'
}

export const statedOf = (period: Span, horizon: Horizon): Stated => ({
  state: stateOf(period, horizon),
  reason: null,
  fetchedAt: isKnown(period, horizon) ? horizon.countedAt : null,
})
