import type { Period } from '../../src/contract/periods.ts'
import type { DatacubeReport } from './datacube.ts'
import { keyPeriod } from './maturing.ts'
import type { Cohorts } from './retention.ts'
import { readAnswer } from './rows.ts'
import { endsAt } from './settling.ts'

interface EarlierRead {
  answer: string
  /** Epoch ms. */
  fetchedAt: number
}

/**
 * Whether an earlier answer about a cohort said something else than we know now. One that has only grown by a key since
 * says the same, and so does one that carried a key before its period was over.
 */
export function isRestated(report: DatacubeReport, period: Period, before: EarlierRead, now: Cohorts): boolean {
  const earlier = readAnswer('retention.daily', period, before.answer)
  const wasOver = (key: number) => before.fetchedAt >= endsAt(keyPeriod(report, period, key))
  return (['new', 'active'] as const).some(cohort => {
    const counts = new Map(now[cohort].map(({ key, value }) => [key, value]))
    return earlier?.[cohort].some(({ key, value }) => wasOver(key) && counts.get(key) !== value) ?? false
  })
}
