import { ApiError } from '../../api/api-error'
import type { Locale } from '../../contract/identity'
import type { ReportSource } from '../../contract/report-envelope'
import type { ReportState } from '../../contract/report-states'
import type { Freshness } from '../../contract/reports'
import { clockTime, momentText } from '../../lib/dates'
import { textOf } from '../../lib/text'

/** How an answer stands on this device: what it says, whether it is an old one, and what went wrong while renewing it. */
export interface Standing {
  freshness: Freshness | null
  isKept: boolean
  isFetching: boolean
  error: Error | null
  readAt: number
  /** Who counted; WeChat where it says nothing. */
  source?: ReportSource
  /** Some of the days have numbers, whatever the others lack. */
  isKnown?: boolean
}

export interface Badge {
  state: ReportState | 'locked'
  text: string
  why: string
  /** A tap tries again in place of telling why. */
  retries: boolean
}

export interface Banner {
  kind: 'stale' | 'error'
  title: string
  text: string
  requestId: string | null
}

const MINUTE = 60_000

/**
 * ms until an answer is worth another look: while WeChat is asked soon, before WeChat has computed every ten minutes, a day of
 * our own that goes on every minute.
 */
export function pollAfter({
  freshness: { state },
  source,
}: {
  freshness: Freshness
  source?: ReportSource
}): number | false {
  if (state === 'pending') return 2_000
  if (state === 'not_ready') return 10 * MINUTE
  const goesOn = state === 'provisional' && source === 'collector'
  return goesOn || state === 'stale' || state === 'failed' ? MINUTE : false
}

export const isForbidden = (error: Error | null): boolean => error instanceof ApiError && error.code === 'forbidden'
export const isGone = (error: Error | null): boolean => error instanceof ApiError && error.code === 'not_found'

/** The mark at the right of a page's title. */
export function badgeOf(standing: Standing, now: number, locale: Locale): Badge {
  const { states, source: own } = textOf(locale)
  const { freshness, isKept, isFetching, error, readAt } = standing
  const isOwn = standing.source === 'collector'
  const reasons = isOwn ? { ...states.why, ...own.why } : states.why
  const mark = (state: Badge['state'], text: string, why: string, retries = false) => ({ state, text, why, retries })
  if (isForbidden(error)) return mark('locked', states.noRight, states.noRight)
  if (isGone(error)) return mark('locked', states.noRight, states.goneText)
  if (freshness === null) {
    if (isFetching || error === null) return mark('pending', states.reading, reasons.pending)
    return mark('failed', states.failed, reasons.failed, true)
  }
  const asOf = freshness.asOf ? momentText(freshness.asOf, now, locale) : null
  if (isFetching && isKept) return mark('pending', states.reading, reasons.pending)
  if (error !== null) {
    return mark('stale', asOf ? states.staleAt(asOf) : states.offline, states.offlineText, true)
  }
  const { state } = freshness
  const isPartly = state === 'missing' && standing.isKnown === true && asOf !== null
  const why = isPartly ? states.partly : freshness.reason ? states.reason[freshness.reason] : reasons[state]
  const words: Record<ReportState, string> = {
    final: asOf ? states.updated(asOf) : isOwn ? states.own : states.official,
    provisional: isOwn ? own.soFar(asOf) : asOf ? states.provisionalAt(asOf) : states.provisional,
    stale: asOf ? states.staleAt(asOf) : states.failed,
    pending: states.pending,
    not_ready: states.nextTry(clockTime(new Date(readAt + 10 * MINUTE).toISOString())),
    missing: isPartly ? states.updated(asOf) : isOwn ? own.missing : states.missing,
    failed: states.failed,
    unsupported: states.unsupported,
  }
  return mark(state, words[state], why, state === 'failed')
}

/** The one banner above the cards, where something is wrong that a person should know. */
export function bannerOf(standing: Standing, now: number, locale: Locale): Banner | null {
  const { states } = textOf(locale)
  const { freshness, isFetching, isKept, error } = standing
  const requestId = error instanceof ApiError && error.requestId ? error.requestId : null
  if (error !== null && !isForbidden(error) && !isGone(error)) {
    const isAnswered = error instanceof ApiError
    if (freshness === null) {
      return {
        kind: 'error',
        title: isAnswered ? states.failedTitle : states.offlineTitle,
        text: isAnswered ? (error.code === 'rate_limited' ? states.busy : states.failedText) : states.offlineEmpty,
        requestId,
      }
    }
    return {
      kind: 'stale',
      title: isAnswered ? states.failedTitle : states.offlineTitle,
      text: isAnswered ? states.keptText : states.offlineText,
      requestId,
    }
  }
  if (freshness === null || (isKept && isFetching)) return null
  if (freshness.state === 'stale' || freshness.state === 'failed') {
    const asOf = freshness.asOf ? momentText(freshness.asOf, now, locale) : null
    const reason = states.reason[freshness.reason ?? 'upstream_failed']
    return {
      kind: 'stale',
      title: freshness.state === 'failed' ? states.failedTitle : states.staleTitle,
      text: asOf ? `${states.shownAsOf(asOf)}${reason}` : reason,
      requestId: null,
    }
  }
  return null
}
