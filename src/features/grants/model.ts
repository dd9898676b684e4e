import type { Grant } from '../../contract/access'
import type { Locale } from '../../contract/identity'
import { dayOf } from '../../contract/periods'
import { spokenDay } from '../../lib/dates'
import { textOf } from '../../lib/text'
import { endTag, scopeWords } from '../apps/model'

export interface GrantRow {
  userId: string
  name: string
  avatarUrl: string | null
  /** That it ends soon. */
  tag: string | null
  /** Until when, and what is open. */
  line: string
  looked: string
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** When somebody looked last: `2 分钟前看过`, `7月2日看过`, `从未看过`. */
export function lookedText(at: string | null, now: number, locale: Locale): string {
  const { grants } = textOf(locale)
  if (at === null) return grants.never
  const past = Math.max(0, now - Date.parse(at))
  if (past < MINUTE) return grants.justNow
  if (past < HOUR) return grants.minutesAgo(Math.floor(past / MINUTE))
  if (dayOf(Date.parse(at)) === dayOf(now)) return grants.hoursAgo(Math.floor(past / HOUR))
  return grants.seenOn(spokenDay(dayOf(Date.parse(at)), locale))
}

/** Until when a grant holds, in words; null where a tag says it already. */
export function endText(expiresAt: string | null, now: number, locale: Locale): string | null {
  const { grants } = textOf(locale)
  if (expiresAt === null) return grants.forever
  if (endTag(expiresAt, now, locale) !== null) return null
  return grants.untilDay(spokenDay(dayOf(Date.parse(expiresAt)), locale))
}

/** One viewer as the list shows one. */
export function grantRow(grant: Grant, now: number, locale: Locale): GrantRow {
  const { userId, nickname, avatarUrl, expiresAt, lastViewedAt } = grant
  return {
    userId,
    name: nickname,
    avatarUrl,
    tag: endTag(expiresAt, now, locale),
    line: [endText(expiresAt, now, locale), scopeWords(grant, locale)].filter(Boolean).join(' · '),
    looked: lookedText(lastViewedAt, now, locale),
  }
}

/** What the sheet of a viewer tells besides. */
export function grantFacts(grant: Grant, now: number, locale: Locale): { key: string; value: string }[] {
  const { grants } = textOf(locale)
  const day = spokenDay(dayOf(Date.parse(grant.grantedAt)), locale)
  return [
    { key: grants.handle, value: grant.handle ?? grants.noHandle },
    { key: grants.grantedBy, value: grants.grantedAt(grant.grantedBy.nickname ?? grants.erased, day) },
    { key: grants.lastLook, value: lookedText(grant.lastViewedAt, now, locale) },
  ]
}
