import type { Locale } from '../../contract/identity'
import type { MetricId } from '../../contract/metrics'
import type { PortraitAnswer } from '../../contract/report-portrait'
import type { RetentionAnswer } from '../../contract/report-retention'
import type { SourcesAnswer } from '../../contract/report-sources'
import type { OverviewAnswer } from '../../contract/reports'
import { sourceName } from '../../contract/sources'
import { formatCount, formatDuration, formatPercent } from '../../lib/numbers'
import { textOf } from '../../lib/text'
import { type ChangeCell, changeCell, shownDay } from '../overview/model'
import { itemName, rankedItems, shownPortrait } from '../portrait/model'
import type { Module } from '../shell/modules'

export interface KeyNumber {
  text: string
  change: ChangeCell | null
}

/** The number that stands beside a page's name in 导航页; null while none is known on this device. */
export function keyNumberOf(page: Module['id'], answer: OverviewAnswer | null, locale: Locale): KeyNumber | null {
  if (answer === null) return null
  const { apps } = textOf(locale)
  const { metrics } = shownDay(answer)
  const find = (id: MetricId) => metrics.find(metric => metric.id === id)
  if (page === 'overview') {
    const opens = find('session_cnt')
    if (opens === undefined || opens.value === null) return null
    const change = changeCell('day', opens.changes.day, locale)
    return { text: apps.openings(formatCount(opens.value)), change: change.direction === 'none' ? null : change }
  }
  if (page === 'engagement') {
    const stay = find('stay_time_session')?.value ?? null
    return stay === null ? null : { text: apps.perOpen(formatDuration(stay, locale)), change: null }
  }
  if (page === 'pages') {
    const views = find('visit_pv')?.value ?? null
    return views === null ? null : { text: apps.views(formatCount(views)), change: null }
  }
  if (page !== 'trend') return null
  const visitors = find('visit_uv')?.value ?? null
  return visitors === null ? null : { text: apps.people(formatCount(visitors)), change: null }
}

/** The first source of a day and its share, beside 来源分析; null while none is known. */
export function sourceNumberOf(answer: SourcesAnswer | null, locale: Locale): KeyNumber | null {
  const [first] = answer?.data.items ?? []
  if (first === undefined || first.share === null) return null
  const name = locale === 'en' ? sourceName(first.key, locale) : first.name
  return { text: `${name} ${formatPercent(first.share)}`, change: null }
}

/** How many of the newest mature cohort were back the next day, beside 留存分析; null while that is not known. */
export function retentionNumberOf(answer: RetentionAnswer | null, locale: Locale): KeyNumber | null {
  const rate = answer?.data.rows.at(-1)?.cells.find(({ key }) => key === 1)?.rate ?? null
  return rate === null ? null : { text: textOf(locale).apps.nextDay(formatPercent(rate)), change: null }
}

/** The larger gender and its share, beside 用户画像; null while none is known. */
export function portraitNumberOf(answer: PortraitAnswer | null, locale: Locale): KeyNumber | null {
  const genders = answer === null ? [] : shownPortrait(answer).lists.genders
  const known = genders.filter(({ id, share }) => id !== 0 && share !== null)
  const [most] = rankedItems(known, locale)
  return most === undefined ? null : { text: `${itemName(most.name, locale)} ${most.share}`, change: null }
}
