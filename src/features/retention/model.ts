import type { Locale } from '../../contract/identity'
import { type Granularity, type Period, periodOf } from '../../contract/periods'
import type { RetentionCell, RetentionData, RetentionRow } from '../../contract/report-retention'
import type { ReportState } from '../../contract/report-states'
import type { CellState } from '../../contract/retention'
import { monthDay, periodText } from '../../lib/dates'
import { MISSING } from '../../lib/metric-format'
import { formatCount, formatPercent } from '../../lib/numbers'
import { textOf } from '../../lib/text'
import { heatMax, heatStep } from './heat'

export interface HeatCell {
  key: number
  text: string
  state: CellState
  /** 1 to 7; 0 for a cell without a rate. */
  step: number
  /** Why there is no rate, in a sentence; null where there is one or it is not due. */
  why: string | null
}

export interface HeatRow {
  id: string
  /** `07-14`, `07.06–07.12`, `2026年7月`. */
  name: string
  /** null = not known. */
  size: string | null
  state: ReportState
  cells: HeatCell[]
}

export interface HeatTable {
  keys: { key: number; title: string }[]
  mean: HeatCell[]
  /** Newest first. */
  rows: HeatRow[]
  /** What the strongest step stands for: `25%`. */
  most: string
}

/** The period that a row's name means. */
const periodNamed = (granularity: Granularity, name: string): Period =>
  periodOf(granularity, granularity === 'month' ? `${name}-01` : name.slice(0, 10))

export function rowName(granularity: Granularity, name: string, locale: Locale): string {
  const period = periodNamed(granularity, name)
  return granularity === 'day' ? monthDay(period.from) : periodText(granularity, period, locale)
}

/** The cohort itself is the size column, not a rate. */
const isLater = ({ key }: { key: number }) => key > 0

/** Whether any cohort of an answer has people that are known. */
export const hasCohorts = ({ rows }: RetentionData): boolean => rows.some(({ size }) => size !== null)

/** The heat table of an answer: mean first, then the cohorts newest first. */
export function heatTable(data: RetentionData, granularity: Granularity, locale: Locale): HeatTable {
  const { retention } = textOf(locale)
  const most = heatMax([...data.rows.flatMap(({ cells }) => cells.filter(isLater)), ...data.mean.filter(isLater)])
  return {
    keys: data.keys.filter(key => key > 0).map(key => ({ key, title: retention.after[granularity](key) })),
    mean: data.mean.filter(isLater).map(({ key, rate }) => meanCell(data, key, rate, most)),
    rows: data.rows.map(row => heatRow(row, granularity, most, locale)).reverse(),
    most: `${Math.round(most * 100)}%`,
  }
}

const rateCell = (key: number, rate: number, most: number): HeatCell => ({
  key,
  text: formatPercent(rate),
  state: 'value',
  step: heatStep(rate, most),
  why: null,
})

/** A mean that no cohort is old enough for is not due; else it is missing. */
function meanCell({ rows }: RetentionData, key: number, rate: number | null, most: number): HeatCell {
  if (rate !== null) return rateCell(key, rate, most)
  const isDue = rows.some(({ cells }) => cells.some(cell => cell.key === key && cell.state !== 'immature'))
  const state = isDue ? 'missing' : 'immature'
  return { key, text: isDue ? MISSING : '-', state, step: 0, why: null }
}

function heatRow(row: RetentionRow, granularity: Granularity, most: number, locale: Locale): HeatRow {
  const { period, size, state, cells } = row
  return {
    id: period,
    name: rowName(granularity, period, locale),
    size: size === null ? null : formatCount(size),
    state,
    cells: cells.filter(isLater).map(cell => heatCell(cell, row, most, locale)),
  }
}

function heatCell({ key, rate, state }: RetentionCell, row: RetentionRow, most: number, locale: Locale): HeatCell {
  if (state === 'value' && rate !== null) return rateCell(key, rate, most)
  if (state === 'immature') return { key, text: '-', state, step: 0, why: null }
  return { key, text: MISSING, state: 'missing', step: 0, why: whyNoRate(row, locale) }
}

function whyNoRate({ size, state }: RetentionRow, locale: Locale): string {
  const { retention, states } = textOf(locale)
  if (size === 0) return retention.nobody
  const isAnswered = state === 'final' || state === 'provisional' || state === 'stale'
  return isAnswered ? retention.absent : states.why[state]
}
