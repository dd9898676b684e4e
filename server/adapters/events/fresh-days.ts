import { dayOf } from '../../../src/contract/periods.ts'
import type { Clock } from '../../ports/clock.ts'
import type { EventReports } from '../../ports/event-reports.ts'

/**
 * Reports whose days are brought up to the curves before they say how far they have come: whoever saw an event in the
 * curve finds it in the numbers of today.
 */
export const withFreshDays = (reports: EventReports, clock: Clock, freshDays: () => Promise<void>): EventReports => ({
  ...reports,
  async dayStanding(appid, to) {
    if (to >= dayOf(clock.now())) await freshDays()
    return reports.dayStanding(appid, to)
  },
})
