import type { Locale } from '../../contract/identity'
import type { MetricId } from '../../contract/metrics'
import type { OverviewAnswer } from '../../contract/reports'
import { formatCount } from '../../lib/numbers'
import { textOf } from '../../lib/text'
import { type ChangeCell, changeCell, shownDay } from '../overview/model'
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
  if (page !== 'trend') return null
  const visitors = find('visit_uv')?.value ?? null
  return visitors === null ? null : { text: apps.people(formatCount(visitors)), change: null }
}
