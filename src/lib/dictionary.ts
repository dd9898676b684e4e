import type { Locale } from '../contract/identity'
import { type MetricId, metrics } from '../contract/metrics'
import { formatExact, MISSING } from './metric-format'
import { formatCount, formatDuration } from './numbers'
import { textOf } from './text'

export type MetricValues = Partial<Record<MetricId, number | null>>

/** The formula of a metric with the numbers of one day in it. */
export interface FilledFormula {
  /** `11,831,567 秒 ÷ 142,549`; null for a metric that is simply counted or whose parts are unknown. */
  expression: string | null
  /** `83.0 秒` */
  result: string
  /** The result as it stands on the card when that differs: `1分23秒`. */
  spoken: string | null
}

const divisors: Partial<Record<MetricId, MetricId>> = {
  stay_time_uv: 'visit_uv',
  stay_time_session: 'session_cnt',
  visit_depth: 'session_cnt',
}

/**
 * Fills a metric's formula. WeChat gives the quotient only: the dividend is computed back and therefore marked as approximate.
 */
export function fillFormula(id: MetricId, values: MetricValues, locale: Locale): FilledFormula {
  const value = values[id] ?? null
  if (value === null) return { expression: null, result: MISSING, spoken: null }
  const isTime = metrics[id].unit === 'seconds'
  const result = formatExact(id, value, locale)
  const spoken = isTime && value >= 60 ? formatDuration(value, locale) : null
  const divisorId = divisors[id]
  const divisor = divisorId === undefined ? null : (values[divisorId] ?? null)
  if (divisor === null || divisor === 0) return { expression: null, result, spoken }
  const { approximately, second } = textOf(locale).numbers
  const dividend = formatCount(Math.round(value * divisor)) + (isTime ? ` ${second}` : '')
  return { expression: `${approximately} ${dividend} ÷ ${formatCount(divisor)}`, result, spoken }
}

export interface DictionaryEntry {
  name: string
  sentence: string
  formula: string
  over: string
  alias: string
  field: MetricId
}

/** Everything the definition sheet says about a metric, apart from its numbers. */
export function dictionaryEntry(id: MetricId, locale: Locale): DictionaryEntry {
  const text = textOf(locale)
  return {
    name: text.metrics[id],
    ...text.dictionary[id],
    over: text.numbers.over[metrics[id].over],
    field: id,
  }
}
