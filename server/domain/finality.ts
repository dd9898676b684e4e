import { addDays, dayOf, type Period, startOfDay, yesterdayOf } from '../../src/contract/periods.ts'
import type { ReportState } from '../../src/contract/report-states.ts'
import type { Reason } from '../../src/contract/reports.ts'
import type { ArchiveEntry, AttemptOutcome } from '../ports/archive.ts'
import { type DatacubeReport, reportOf } from './datacube.ts'
import { CLOCK_TOLERANCE_MS, FAILURE_MS, MINUTE, NOT_READY_MS, RECHECK_MS, UNSUPPORTED_MS } from './lifetimes.ts'
import { isMaturing, nextReadAt } from './maturing.ts'
import { endsAt, settlesAt } from './settling.ts'

/** What the archive knows about a period; the key does not matter here. */
export type Known = Omit<ArchiveEntry, 'appid' | 'report' | 'period' | 'revised'>

/** What to do about one period, and what to say of it as long as nothing new comes. */
export interface Ruling {
  /** `wait`: asking before `until` cannot help or is not wanted. */
  action: 'serve' | 'fetch' | 'wait'
  state: ReportState
  reason: Reason | null
  /** Epoch ms from which the ruling may be another by the clock alone; `Infinity` for never. */
  until: number
  /** The question to be asked is the second one of an empty older period. */
  recheck: boolean
}

export interface Circumstances {
  /** There is data before and after the period. */
  surrounded?: boolean
  /** Epoch ms at which the admin mended the account; refusals before it no longer count. */
  mendedAt?: number
}

type Failure = Exclude<AttemptOutcome, 'answered'>

const failureStates: Record<Failure, { state: ReportState; reason: Reason }> = {
  not_ready: { state: 'not_ready', reason: 'upstream_not_ready' },
  failed: { state: 'failed', reason: 'upstream_failed' },
  quota: { state: 'failed', reason: 'upstream_quota' },
  throttled: { state: 'failed', reason: 'upstream_quota' },
  unsupported: { state: 'unsupported', reason: 'unsupported' },
  secret_refused: { state: 'failed', reason: 'secret_refused' },
  ip_not_allowed: { state: 'failed', reason: 'ip_not_allowed' },
  account_frozen: { state: 'failed', reason: 'account_frozen' },
  unkept: { state: 'failed', reason: 'storage_failed' },
}

const refusals: readonly AttemptOutcome[] = ['secret_refused', 'ip_not_allowed', 'account_frozen']

/** Outcomes that only the admin can mend. */
export const isRefusal = (outcome: AttemptOutcome): boolean => refusals.includes(outcome)

/** When a failed question may be asked again. */
export function retryAt(outcome: Failure, attemptedAt: number): number {
  if (outcome === 'not_ready') return attemptedAt + NOT_READY_MS
  if (outcome === 'quota') return startOfDay(dayOf(attemptedAt), 24)
  if (outcome === 'throttled') return (Math.floor(attemptedAt / MINUTE) + 1) * MINUTE
  if (outcome === 'unsupported') return attemptedAt + UNSUPPORTED_MS
  return attemptedAt + FAILURE_MS
}

const serve = (state: ReportState, until: number): Ruling => ({
  action: 'serve',
  state,
  reason: null,
  until,
  recheck: false,
})

/** The failed attempt that came after the last answer, if it still counts. */
function lastFailure(entry: Known, now: number, mendedAt: number): { outcome: Failure; at: number } | null {
  const { outcome, attemptedAt, fetchedAt } = entry
  if (outcome === null || outcome === 'answered' || attemptedAt === null) return null
  if (attemptedAt > now + CLOCK_TOLERANCE_MS) return null
  if (fetchedAt !== null && fetchedAt > attemptedAt) return null
  if (isRefusal(outcome) && attemptedAt <= mendedAt) return null
  return { outcome, at: attemptedAt }
}

/** True for an answer that says "nothing" about a period whose numbers had settled when it was read. */
export function isSettledEmpty(period: Period, entry: Known, now: number): boolean {
  if (entry.answer === null || entry.fetchedAt === null || entry.hasData) return false
  return entry.fetchedAt >= settlesAt(period) && entry.fetchedAt <= now + CLOCK_TOLERANCE_MS
}

/** An empty older answer that would be asked again if there were data on both sides of it. */
export const wantsNeighbours = (period: Period, entry: Known, now: number): boolean =>
  !entry.final && !entry.rechecked && isSettledEmpty(period, entry, now)

/**
 * Rule 1 of the archive: a closed period is fetched once, ever; a read before 15:00 of the day after is provisional and
 * read once more after 15:00; a cohort is read when one of its keys matures and is final with its last.
 *
 * A time from the future (a clock that was wrong) proves nothing: such an answer counts as read too early.
 * @param now epoch ms
 */
export function rule(
  report: DatacubeReport,
  period: Period,
  entry: Known | null,
  now: number,
  circumstances: Circumstances = {},
): Ruling {
  const trusted = entry?.fetchedAt != null && entry.fetchedAt <= now + CLOCK_TOLERANCE_MS
  if (entry?.final && trusted) return serve(entry.hasData ? 'final' : 'missing', Number.POSITIVE_INFINITY)
  if (now < endsAt(period)) {
    return { action: 'wait', state: 'not_ready', reason: 'upstream_not_ready', until: endsAt(period), recheck: false }
  }
  if (!isAnswered(report, period, now)) return ruleForgotten(entry)
  if (!entry) return { action: 'fetch', state: 'pending', reason: 'filling', until: now, recheck: false }
  const failure = lastFailure(entry, now, circumstances.mendedAt ?? Number.NEGATIVE_INFINITY)
  if (isSettledEmpty(period, entry, now)) return ruleEmpty(entry, failure, now, circumstances.surrounded ?? false)

  const hasNumbers = entry.answer !== null && entry.hasData
  const again = isMaturing(report) && trusted ? nextReadAt(report, period, entry) : settlesAt(period)
  if (hasNumbers && now < again) return serve(again === Number.POSITIVE_INFINITY ? 'final' : 'provisional', again)
  if (failure) {
    const until = retryAt(failure.outcome, failure.at)
    const said = failureStates[failure.outcome]
    const state = hasNumbers ? 'stale' : said.state
    if (now < until) return { action: 'wait', state, reason: said.reason, until, recheck: false }
    if (hasNumbers) return { action: 'fetch', state, reason: said.reason, until: now, recheck: false }
  } else if (trusted && entry.fetchedAt !== null && !entry.hasData && now < entry.fetchedAt + NOT_READY_MS) {
    const until = entry.fetchedAt + NOT_READY_MS
    return { action: 'wait', state: 'not_ready', reason: 'upstream_not_ready', until, recheck: false }
  }
  if (hasNumbers) return { action: 'fetch', state: 'provisional', reason: null, until: now, recheck: false }
  return { action: 'fetch', state: 'pending', reason: 'filling', until: now, recheck: false }
}

/** The portrait is answered for ranges that end yesterday or the day before, everything else for good. */
const isAnswered = (report: DatacubeReport, period: Period, now: number): boolean =>
  reportOf(report).days === undefined || period.to >= addDays(yesterdayOf(now), -1)

/** What WeChat has forgotten stays as we know it, or unknown for ever. */
function ruleForgotten(entry: Known | null): Ruling {
  const { POSITIVE_INFINITY: forGood } = Number
  if (entry?.answer != null && entry.hasData) return serve('stale', forGood)
  if (entry?.outcome !== 'unsupported') return serve('missing', forGood)
  return { ...serve('unsupported', forGood), reason: 'unsupported' }
}

/** An empty answer for an older period: nothing there, but between periods with data it is asked once more. */
function ruleEmpty(
  entry: Known,
  failure: { outcome: Failure; at: number } | null,
  now: number,
  surrounded: boolean,
): Ruling {
  if (entry.rechecked || !surrounded || entry.fetchedAt === null) return serve('missing', Number.POSITIVE_INFINITY)
  const due = Math.max(entry.fetchedAt + RECHECK_MS, failure ? retryAt(failure.outcome, failure.at) : 0)
  if (now < due) return serve('missing', due)
  return { action: 'fetch', state: 'missing', reason: null, until: now, recheck: true }
}
