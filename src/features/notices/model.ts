import type { Locale } from '../../contract/identity'
import type { Notice, NoticeKind } from '../../contract/notices'
import { dayOf } from '../../contract/periods'
import { clockTime, dataDate, spokenDay } from '../../lib/dates'
import { textOf } from '../../lib/text'
import { scopeWords } from '../apps/model'

export interface NoticeLine {
  id: string
  sentence: string
  /** What belongs to it: sections, end. Empty where there is nothing to add. */
  detail: string
  time: string
  /** Not read when the page was opened. */
  isNew: boolean
  /** What a tap opens; null where there is nothing that the reader may see. */
  opens: { page: 'overview' | 'grants'; appid: string } | null
}

export interface NoticeDay {
  day: string
  title: string
  lines: NoticeLine[]
}

/** An admin looks after these on 授权. */
const forAdmins = new Set<NoticeKind>(['request', 'accepted', 'left'])

function detailOf({ detail: { scopes, expiresAt } }: Notice, locale: Locale): string {
  const { notices } = textOf(locale)
  const end = expiresAt ? notices.ended(spokenDay(dayOf(Date.parse(expiresAt)), locale)) : notices.forever
  return [scopes === undefined ? null : scopeWords({ scopes }, locale), expiresAt === undefined ? null : end]
    .filter(Boolean)
    .join(' · ')
}

/** The notices as sentences, by days, in the order in which they came. */
export function noticeDays(notices: readonly Notice[], fresh: ReadonlySet<string>, locale: Locale): NoticeDay[] {
  const words = textOf(locale).notices
  const days: NoticeDay[] = []
  for (const notice of notices) {
    const { id, at, kind, appName, appid, detail } = notice
    const day = dayOf(Date.parse(at))
    const line: NoticeLine = {
      id,
      sentence: words.sentence[kind]({ by: detail.by ?? words.somebody, app: appName }),
      detail: detailOf(notice, locale),
      time: clockTime(at),
      isNew: fresh.has(id),
      opens: appid === null ? null : { page: forAdmins.has(kind) ? 'grants' : 'overview', appid },
    }
    const last = days.at(-1)
    if (last?.day === day) last.lines.push(line)
    else days.push({ day, title: dataDate(day, locale), lines: [line] })
  }
  return days
}

/** Pages one after the other; what came in between moved some of a page into the next. */
export function joined(first: readonly Notice[], older: readonly Notice[]): Notice[] {
  const known = new Set(first.map(({ id }) => id))
  return [...first, ...older.filter(({ id }) => !known.has(id))]
}
