import type { Locale } from '../../contract/identity'
import type { MetricId } from '../../contract/metrics'
import type { Day } from '../../contract/periods'
import type { ReportSource } from '../../contract/report-envelope'
import type { ReportState } from '../../contract/report-states'
import type { Change, MetricValue, OverviewAnswer } from '../../contract/reports'
import { changeText } from '../../lib/change'
import { speakChange } from '../../lib/change-speech'
import { monthDay } from '../../lib/dates'
import { metricParts } from '../../lib/metric-format'
import type { NumberPart } from '../../lib/numbers'
import { textOf } from '../../lib/text'

export const changeKeys = ['day', 'week', 'month'] as const
export type ChangeKey = (typeof changeKeys)[number]

export interface ChangeCell {
  key: ChangeKey
  name: string
  direction: 'up' | 'down' | 'flat' | 'none'
  text: string
  label: string
}

export interface Card {
  id: MetricId
  label: string
  /** null = not known. */
  value: NumberPart[] | null
  changes: ChangeCell[]
}

/** The day that the cards speak of: the one asked for, or the last one with numbers when that has none. */
export interface ShownDay {
  date: Day
  metrics: MetricValue[]
  topPages: OverviewAnswer['data']['topPages']
  /** The day asked for has no numbers and this is another one. */
  isLatest: boolean
}

export const hasNumbers = (metrics: MetricValue[]) => metrics.some(({ value }) => value !== null)

/** Picks the day to show. */
export function shownDay({ data }: Pick<OverviewAnswer, 'data'>): ShownDay {
  const { date, metrics, topPages, latest } = data
  if (!hasNumbers(metrics) && latest && hasNumbers(latest.metrics)) return { ...latest, isLatest: true }
  return { date, metrics, topPages, isLatest: false }
}

/** The numbers of a day as the definitions are filled with them. */
export const definitionDay = ({ date, metrics }: ShownDay) => ({
  name: monthDay(date),
  values: Object.fromEntries(metrics.map(({ id, value }) => [id, value])),
  metrics,
})

/** A change as a card draws it. */
export function changeCell(key: ChangeKey, change: Change, locale: Locale): ChangeCell {
  const { numbers } = textOf(locale)
  const { direction, text } = changeText(change, numbers)
  return { key, name: numbers[key], direction, text, label: speakChange({ direction, text }, key, locale) }
}

const unknownChange = (key: ChangeKey, locale: Locale): ChangeCell =>
  changeCell(key, { baseDate: '', base: null, kind: 'none', value: null }, locale)

/** The cards of a day in the catalogue's order. */
export function cardsOf(metrics: MetricValue[], locale: Locale): Card[] {
  return metrics.map(({ id, value, changes }) => ({
    id,
    label: textOf(locale).metrics[id],
    value: value === null ? null : metricParts(id, value, locale),
    changes: changeKeys.map(key => changeCell(key, changes[key], locale)),
  }))
}

/** Cards without numbers, for the skeleton. */
export function blankCards(ids: readonly MetricId[], locale: Locale): Card[] {
  return ids.map(id => ({
    id,
    label: textOf(locale).metrics[id],
    value: null,
    changes: changeKeys.map(key => unknownChange(key, locale)),
  }))
}

/** Why a number of the answer is missing, in a sentence. */
export function whyMissing(state: ReportState, locale: Locale, source: ReportSource = 'wechat'): string {
  const words = textOf(locale)
  const why = source === 'collector' ? { ...words.states.why, ...words.source.why } : words.states.why
  return state === 'final' || state === 'provisional' || state === 'stale' ? why.missing : why[state]
}

export interface DayNotice {
  icon: 'clock' | 'info'
  title: string
  lines: string[]
}

/** What stands above the cards when the day asked for has no numbers; null when it has. */
export function noticeOf(
  { data, freshness, source }: Pick<OverviewAnswer, 'data' | 'freshness'> & { source?: ReportSource },
  locale: Locale,
): DayNotice | null {
  if (hasNumbers(data.metrics)) return null
  const { states, source: own } = textOf(locale)
  if (source === 'collector') return { icon: 'info', title: own.missing, lines: [own.why.missing] }
  switch (freshness.state) {
    case 'not_ready':
      return { icon: 'clock', title: states.notReadyTitle, lines: [states.notReadyText] }
    // the banner, or blocks in the cards' own shape, say it already
    case 'failed':
    case 'pending':
      return null
    case 'unsupported':
      return { icon: 'info', title: states.unsupportedTitle, lines: [states.why.unsupported] }
    default:
      return { icon: 'info', title: states.missingTitle, lines: [states.missingText] }
  }
}
