import { type ReportState, reportStates } from '../../src/contract/report-states.ts'
import type { Freshness, Reason } from '../../src/contract/reports.ts'

/** States that show an answer of WeChat, be it "nothing". */
const answeredStates: readonly ReportState[] = ['final', 'provisional', 'stale', 'missing']

export interface Stated {
  state: ReportState
  reason: Reason | null
  /** When the answer came, epoch ms. */
  fetchedAt: number | null
}

/** The worse of several states; `final` when there is none. */
export const worstOf = (states: readonly ReportState[]): ReportState =>
  reportStates.find(state => states.includes(state)) ?? 'final'

/** When the oldest answer that is shown came; `null` when none is. */
function oldestOf(shown: readonly Stated[]): number | null {
  let oldest = Number.POSITIVE_INFINITY
  for (const { state, fetchedAt } of shown) {
    if (fetchedAt !== null && fetchedAt < oldest && answeredStates.includes(state)) oldest = fetchedAt
  }
  return Number.isFinite(oldest) ? oldest : null
}

/**
 * The freshness of a range: its worst state, why, and the age of its oldest answer.
 * @param instead what is shown where the range itself has no answer
 */
export function freshnessOf(range: readonly Stated[], instead: readonly Stated[] = []): Freshness {
  const state = worstOf(range.map(one => one.state))
  const reason = range.find(one => one.state === state && one.reason !== null)?.reason
  const oldest = oldestOf(range) ?? oldestOf(instead)
  return { state, asOf: oldest === null ? null : new Date(oldest).toISOString(), ...(reason ? { reason } : {}) }
}
