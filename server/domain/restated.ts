import type { Period } from '../../src/contract/periods.ts'
import type { Cohorts } from './retention.ts'
import { readAnswer } from './rows.ts'

/**
 * Whether an earlier answer about a cohort said something else than we know now. One that has only grown by a key since
 * says the same.
 */
export function isRestated(period: Period, before: string, now: Cohorts): boolean {
  const earlier = readAnswer('retention.daily', period, before)
  return (['new', 'active'] as const).some(cohort => {
    const counts = new Map(now[cohort].map(({ key, value }) => [key, value]))
    return earlier?.[cohort].some(({ key, value }) => counts.get(key) !== value) ?? false
  })
}
