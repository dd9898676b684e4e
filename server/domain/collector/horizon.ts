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
  /** The first day of which more has come than was counted, and when the days from there on were, epoch ms. */
  behindFrom: Day | null
  behindSince: number | null
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
  behindFrom?: Day | null
  behindSince?: number
}

/** Epoch ms at which a day ends, and with it what is unfinished or not due. */
export const nextMidnight = (now: number): number => startOfDay(dayOf(now), 24)

/** Numbers that are behind are asked for anew: whoever asks has them counted. */
export const horizonOf = (
  { firstDay, countedAt, uncounted = [], behindFrom = null, behindSince = 0 }: Counted,
  now: number,
): Horizon => ({
  firstDay,
  today: dayOf(now),
  until: behindFrom !== null ? now : nextMidnight(now),
  countedAt: countedAt > 0 ? countedAt : null,
  uncounted,
  behindFrom,
  behindSince: behindSince > 0 ? behindSince : null,
})

const hasBegun = ({ to }: Span, { firstDay }: Horizon): boolean => firstDay !== null && to >= firstDay

/** What of a period was not counted yet is no 0. */
const isCounted = ({ from, to }: Span, { uncounted }: Horizon) => !uncounted.some(day => day >= from && day <= to)

const isBehind = ({ to }: Span, { behindFrom }: Horizon) => behindFrom !== null && to >= behindFrom

/** Whether the numbers of a period are known: it ends on the day of the first event or later, and each of its days was counted. */
export const isKnown = (period: Span, horizon: Horizon): boolean =>
  hasBegun(period, horizon) && isCounted(period, horizon)

export const isUnfinished = ({ to }: Span, { today }: Horizon): boolean => to >= today

/** Before the first event nothing is there to know; what is being counted comes; what is not over, or not all counted, goes on. */
export function stateOf(period: Span, horizon: Horizon): ReportState {
  if (!hasBegun(period, horizon)) return 'missing'
  if (!isCounted(period, horizon)) return 'pending'
  return isUnfinished(period, horizon) || isBehind(period, horizon) ? 'provisional' : 'final'
}

export const statedOf = (period: Span, horizon: Horizon): Stated => ({
  state: stateOf(period, horizon),
  reason: null,
  fetchedAt: isKnown(period, horizon) ? countedAtOf(period, horizon) : null,
})

const countedAtOf = (period: Span, horizon: Horizon) =>
  isBehind(period, horizon) ? horizon.behindSince : horizon.countedAt
