import { ApiError } from '../../api/api-error'
import type { Locale } from '../../contract/identity'
import type { InvitationView } from '../../contract/invitations'
import { countDays, dayOf } from '../../contract/periods'
import { type Scope, scopes } from '../../contract/scopes'
import { spokenDay } from '../../lib/dates'
import { textOf } from '../../lib/text'
import type { IconName } from '../../ui/icon'

const icons: Record<Scope, IconName> = {
  overview: 'overview',
  visit: 'trend',
  retention: 'retention',
  pages: 'pages',
  realtime: 'realtime',
  portrait: 'person',
  revenue: 'table',
  audience: 'portfolio',
  export: 'share',
}

/** The code in what a person typed, pasted or scanned: the code alone, a link, or a page's path; null where there is none. */
export function codeIn(text: string): string | null {
  const words = text.trim()
  if (/^[\w-]{22}$/.test(words)) return words
  return /[?&](?:code|scene)=([\w-]{22})(?![\w-])/.exec(words)?.[1] ?? null
}

export interface Section {
  id: Scope
  icon: IconName
  title: string
  text: string
}

/** What a card opens, in the order of the contract. */
export function sectionsOf(card: Pick<InvitationView, 'scopes'>, locale: Locale): Section[] {
  const { access, invitation } = textOf(locale)
  return scopes
    .filter(scope => card.scopes.includes(scope))
    .map(id => ({ id, icon: icons[id], title: access.scopes[id], text: invitation.sections[id] }))
}

const MINUTE = 60_000

/** How long a card is still good. */
export function leftText(expiresAt: string, now: number, locale: Locale): string {
  const { invitation } = textOf(locale)
  const minutes = Math.floor((Date.parse(expiresAt) - now) / MINUTE)
  if (minutes < 0) return invitation.leftNone
  return minutes < 60 ? invitation.leftMinutes(minutes) : invitation.left(Math.floor(minutes / 60), minutes % 60)
}

/** Until when, what stays closed, how long the card is good. */
export function cardFacts(card: InvitationView, now: number, locale: Locale): { key: string; value: string }[] {
  const { access, invitation } = textOf(locale)
  const end = card.grantExpiresAt === null ? null : dayOf(Date.parse(card.grantExpiresAt))
  const hidden = scopes.filter(scope => !card.scopes.includes(scope)).map(scope => access.scopes[scope])
  return [
    {
      key: invitation.until,
      value:
        end === null ? invitation.forever : invitation.untilDay(spokenDay(end, locale), countDays(dayOf(now), end)),
    },
    { key: invitation.hidden, value: hidden.length === 0 ? invitation.nothingHidden : hidden.join(access.join) },
    { key: invitation.cardGood, value: leftText(card.expiresAt, now, locale) },
  ]
}

export interface Refusal {
  title: string
  text: string
  /** Worth another try: no word of the server's. */
  retries: boolean
}

/** Why a card cannot be read or taken, in words. */
export function refusalOf(error: unknown, locale: Locale): Refusal {
  const { invitation, states } = textOf(locale)
  if (!(error instanceof ApiError)) return { title: states.offlineTitle, text: invitation.again, retries: true }
  const { code, detail } = error
  if (code === 'gone') return { title: invitation.usedTitle, text: detail || invitation.usedText, retries: false }
  if (code === 'not_found') return { title: invitation.noneTitle, text: invitation.noneText, retries: false }
  if (code === 'conflict') return { title: invitation.refusedTitle, text: detail, retries: false }
  if (code === 'rate_limited') return { title: invitation.refusedTitle, text: states.busy, retries: true }
  return { title: invitation.refusedTitle, text: invitation.again, retries: true }
}
