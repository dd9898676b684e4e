import { dayOf } from '../../src/contract/periods.ts'
import type { Reason } from '../../src/contract/reasons.ts'
import type { PeriodStanding } from '../ports/archive.ts'
import { isForBackfill, type PlannedPeriods } from './backfill-plan.ts'

/** As many refusals of one report (48001, 61502), and the account does not have it. */
export const UNSUPPORTED_PERIODS = 3

/** How far an app's history is filled in. */
export interface BackfillProgress {
  done: number
  /** Without the periods that WeChat has not computed yet, so that the end can be reached. */
  total: number
  /** What it is at, or waits for; `null` when nothing is left. */
  reason: Reason | null
}

/** One planned report beside what is known of its periods. */
export interface PlannedStandings extends PlannedPeriods {
  standings: readonly PeriodStanding[]
}

export interface FillingApp {
  tokenState: 'ok' | 'refused' | 'ip' | 'frozen'
  /** Epoch ms. */
  boundAt: number
  /** The last pass ended because the rest of today's calls belongs to readers. */
  isOutOfQuota: boolean
  /** The last pass ended because our database took nothing. */
  isUnkept: boolean
}

type Left = PeriodStanding | null

const refusals = { refused: 'secret_refused', ip: 'ip_not_allowed', frozen: 'account_frozen' } as const

export function backfillProgress(plan: readonly PlannedStandings[], app: FillingApp, now: number): BackfillProgress {
  let done = 0
  let waiting = 0
  const left: Left[] = []
  for (const { report, periods, standings } of plan) {
    const isRefused = refusesReport(standings)
    const known = new Map(standings.map(standing => [standing.period, standing]))
    for (const period of periods) {
      const standing = known.get(period.name) ?? null
      const outcome = standing?.outcome ?? null
      if (isRefused || standing?.isAnswered || outcome === 'unsupported') done += 1
      else if (outcome === 'not_ready') waiting += 1
      else if (!standing && !isForBackfill({ report, period, outcome, recheck: false }, app.boundAt, now)) waiting += 1
      else left.push(standing)
    }
  }
  return { done, total: done + left.length, reason: reasonOf(left, waiting, app, now) }
}

function refusesReport(standings: readonly PeriodStanding[]): boolean {
  const refused = standings.filter(({ isAnswered, outcome }) => !isAnswered && outcome === 'unsupported')
  return refused.length >= UNSUPPORTED_PERIODS || (refused.length > 0 && refused.length === standings.length)
}

/** What stops everything comes first; a failure counts once there is nothing else left to ask for. */
function reasonOf(left: readonly Left[], waiting: number, app: FillingApp, now: number): Reason | null {
  if (left.length === 0) return waiting > 0 ? 'upstream_not_ready' : null
  if (app.tokenState !== 'ok') return refusals[app.tokenState]
  if (app.isUnkept) return 'storage_failed'
  const isRefusedToday = left.some(one => one?.outcome === 'quota' && dayOf(one.attemptedAt ?? 0) === dayOf(now))
  if (app.isOutOfQuota || isRefusedToday) return 'upstream_quota'
  return left.every(one => one?.outcome === 'failed') ? 'upstream_failed' : 'filling'
}
