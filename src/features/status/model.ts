import type { Status } from '../../contract/apps'
import type { Locale } from '../../contract/identity'
import type { Reason } from '../../contract/reasons'
import { formatCount } from '../../lib/numbers'
import { textOf } from '../../lib/text'

export interface Trouble {
  title: string
  text: string
}

/** What is wrong with an app's token, in words; null when WeChat takes it. */
export function troubleOf({ token }: Pick<Status, 'token'>, locale: Locale): Trouble | null {
  if (token.state === 'ok') return null
  const { apps, states } = textOf(locale)
  const reason = { refused: 'secret_refused', ip: 'ip_not_allowed', frozen: 'account_frozen' } as const
  return { title: apps.trouble[token.state].tag, text: token.message ?? states.reason[reason[token.state]] }
}

export interface Progress {
  title: string
  text: string
  percent: string
  /** 0 to 1 */
  ratio: number
}

/** How far history is filled in, and what that waits for; null when it is whole. */
export function progressOf({ backfill }: Pick<Status, 'backfill'>, locale: Locale): Progress | null {
  const { done, total, reason } = backfill
  if (total === 0 || done >= total) return null
  const { apps } = textOf(locale)
  return {
    title: apps.backfill(formatCount(done), formatCount(total)),
    text: reason && reason !== 'filling' ? waitingText(reason, locale) : apps.backfillText,
    percent: `${Math.floor((done / total) * 100)}%`,
    ratio: done / total,
  }
}

/** A pass leaves part of the quota to those who look, so that it may stop before WeChat refuses. */
function waitingText(reason: Reason, locale: Locale): string {
  const { apps, states } = textOf(locale)
  return reason === 'upstream_quota' ? apps.backfillQuota : states.reason[reason]
}
