import { type Period, startOfDay } from '../../src/contract/periods.ts'
import { SETTLING_HOUR } from './lifetimes.ts'

/** The instant from which a read of the period is final. */
export const settlesAt = (period: Period): number => startOfDay(period.to, 24 + SETTLING_HOUR)

/** The first instant after a period. */
export const endsAt = (period: Period): number => startOfDay(period.to, 24)
