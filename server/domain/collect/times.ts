const SECOND_MS = 1_000
const DAY_MS = 86_400_000

/** So much between the sending and the receipt is travel. */
export const TRAVEL_MS = 30 * SECOND_MS
export const FUTURE_MS = 5 * 60 * SECOND_MS
export const OLDEST_MS = 7 * DAY_MS

/** How far off the clock of a device is, ms: up to half a minute is travel time and no fault of the clock's. */
export function clockFault(sentAt: number, receivedAt: number): number {
  const difference = receivedAt - sentAt
  return Math.abs(difference) <= TRAVEL_MS ? 0 : difference
}

/** What an age limit an event is held to: `null` is none, as for an import. */
export interface TimeRule {
  receivedAt: number
  /** Added to every time. */
  fault: number
  oldestMs: number | null
}

/**
 * When an event happened, whole epoch ms: corrected, and not later than its receipt by more than five minutes.
 * `at` when it is no time, `too_old` beyond the age limit.
 */
export function timeOf(value: unknown, { receivedAt, fault, oldestMs }: TimeRule): number | 'at' | 'too_old' {
  if (typeof value !== 'number' || !Number.isFinite(value)) return 'at'
  const moved = Math.floor(value + fault)
  const at = moved > receivedAt + FUTURE_MS ? receivedAt : moved
  if (oldestMs === null) return at < 0 ? 'at' : at
  return at < receivedAt - oldestMs ? 'too_old' : at
}
