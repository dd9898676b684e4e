import type { PointState, TrendPoint } from '../../charts'
import type { Locale } from '../../contract/identity'
import { weekdayOf } from '../../contract/periods'
import type { SourceItem, SourcesData } from '../../contract/report-sources'
import type { ReportState } from '../../contract/report-states'
import { sourceName } from '../../contract/sources'
import { monthDay, monthDayWeekday, rangeText } from '../../lib/dates'
import { MISSING } from '../../lib/metric-format'
import { formatCount, formatPercent } from '../../lib/numbers'
import type { Range } from '../../lib/periods'
import { textOf } from '../../lib/text'

/** Rows that are shown before 查看全部. */
export const TOP = 10

export interface SourceRow {
  /** null = the rest below the top. */
  key: number | null
  rank: string
  name: string
  value: string
  share: string
  /** Bar, 0 to 1, against the first row. */
  ratio: number
}

const shareText = (share: number | null) => (share === null ? MISSING : formatPercent(share))
const nameOf = ({ key, name }: SourceItem, locale: Locale) => (locale === 'en' ? sourceName(key, locale) : name)

/** What a source is called; WeChat's name where the answer has it. */
export function sourceNameIn({ items }: SourcesData, key: number, locale: Locale): string {
  const item = items.find(one => one.key === key)
  return item === undefined ? sourceName(key, locale) : nameOf(item, locale)
}

/** The ranked sources: the first ten and one row for the rest, or all of them. */
export function sourceRows({ items, total }: SourcesData, isWhole: boolean, locale: Locale): SourceRow[] {
  const most = Math.max(0, ...items.map(({ value }) => value))
  const ratioOf = (value: number) => (most === 0 ? 0 : value / most)
  const rows = items.map((item, at) => ({
    key: item.key,
    rank: String(at + 1),
    name: nameOf(item, locale),
    value: formatCount(item.value),
    share: shareText(item.share),
    ratio: ratioOf(item.value),
  }))
  const rest = items.slice(TOP)
  if (isWhole || rest.length === 0) return rows
  const sum = rest.reduce((so, { value }) => so + value, 0)
  const share = total === null || total === 0 ? null : sum / total
  return [
    ...rows.slice(0, TOP),
    {
      key: null,
      rank: '',
      name: textOf(locale).sources.rest(rest.length),
      value: formatCount(sum),
      share: shareText(share),
      ratio: ratioOf(sum),
    },
  ]
}

const known: Partial<Record<ReportState, PointState>> = { final: 'final', stale: 'final', provisional: 'provisional' }

/** One source over the days of the range: 0 on a known day without it, nothing on a day that is not known. */
export function sourcePoints({ byDay }: SourcesData, key: number): TrendPoint[] {
  return byDay.map(({ date, state, items }) => ({
    label: monthDay(date),
    value: known[state] === undefined ? null : (items.find(item => item.key === key)?.value ?? 0),
    state: known[state] ?? 'missing',
    band: weekdayOf(date) >= 6,
  }))
}

/** The line above the plot: a day of a source and its share of that day. */
export function sourceReadOut({ byDay }: SourcesData, key: number, at: number, locale: Locale) {
  const day = byDay[at]
  if (day === undefined || known[day.state] === undefined) {
    return { value: MISSING, notes: day ? [monthDayWeekday(day.date, locale)] : [] }
  }
  const item = day.items.find(one => one.key === key)
  const share = item === undefined ? [] : [shareText(item.share)]
  return { value: formatCount(item?.value ?? 0), notes: [monthDayWeekday(day.date, locale), ...share] }
}

/** The chart of a source in one sentence: range, low, high, last. */
export function sourceSentence(name: string, points: readonly TrendPoint[], range: Range, locale: Locale): string {
  const { reports } = textOf(locale)
  const days = rangeText(range.from, range.to)
  const values = points.flatMap(({ value }) => value ?? [])
  const last = values.at(-1)
  if (last === undefined) return reports.describeNothing(name, days)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return reports.describe(name, days, formatCount(low), formatCount(high), formatCount(last))
}

/** The formula of a share with the numbers of the first source. */
export function shareFormula({ items, total }: SourcesData, locale: Locale): { filled: string; name: string } {
  const [first] = items
  if (first === undefined || total === null) return { filled: MISSING, name: '' }
  const filled = `${formatCount(first.value)} ÷ ${formatCount(total)} = ${shareText(first.share)}`
  return { filled, name: nameOf(first, locale) }
}
