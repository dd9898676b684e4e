import type { Period } from '../../src/contract/periods.ts'
import type { Answered, AttemptOutcome } from '../ports/archive.ts'
import type { DatacubeReport } from './datacube.ts'
import { isMaturing, nextReadAt } from './maturing.ts'
import { readAnswer } from './rows.ts'
import { settlesAt } from './settling.ts'
import { UpstreamError, type UpstreamFailure } from './upstream.ts'

/** When a question was put and when its answer was there, epoch ms. */
export interface ReadTimes {
  askedAt: number
  fetchedAt: number
}

/**
 * An answer as the archive keeps it. Final is one that was asked for at 15:00 or later of the day after, of a cohort
 * one that holds its last key; an empty one only when it was asked twice.
 */
export function answeredOf(
  appid: string,
  report: DatacubeReport,
  period: Period,
  answer: string,
  { askedAt, fetchedAt }: ReadTimes,
  rechecked = false,
): Answered {
  const hasData = readAnswer(report, period, answer) !== null
  const isSettled =
    hasData && isMaturing(report)
      ? nextReadAt(report, period, { answer, fetchedAt: askedAt }) === Number.POSITIVE_INFINITY
      : askedAt >= settlesAt(period)
  const final = isSettled && (hasData || rechecked)
  return { appid, report, period: period.name, answer, hasData, fetchedAt, final, rechecked }
}

const outcomes: Record<UpstreamFailure, Exclude<AttemptOutcome, 'answered'>> = {
  failed: 'failed',
  timed_out: 'failed',
  code_refused: 'failed',
  not_ready: 'not_ready',
  quota: 'quota',
  throttled: 'throttled',
  unsupported: 'unsupported',
  wrong_kind: 'unsupported',
  secret_refused: 'secret_refused',
  secret_unreadable: 'secret_refused',
  ip_not_allowed: 'ip_not_allowed',
  account_frozen: 'account_frozen',
}

/** What the archive notes of a call that gave no data. */
export const outcomeOf = (error: unknown): Exclude<AttemptOutcome, 'answered'> =>
  error instanceof UpstreamError ? outcomes[error.failure] : 'failed'
