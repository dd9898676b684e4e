import type { Locale } from '../../src/contract/identity.ts'
import { metricNames } from '../../src/contract/metric-names.ts'
import { type MetricId, metricIds } from '../../src/contract/metrics.ts'
import type { Change, OverviewAnswer, TopPage, TrendAnswer } from '../../src/contract/reports.ts'
import { tableWords } from './table-words.ts'
import { type Cell, introductionOf, type ReportTable } from './tables/table.ts'

const bases = ['day', 'week', 'month'] as const

function definitionsOf(answer: OverviewAnswer | TrendAnswer, ids: readonly MetricId[], locale: Locale): string[] {
  const words = tableWords[locale]
  const metric = (id: MetricId) => `${metricNames[locale][id]} (${id}): ${words.definitions[id]}.`
  return [...introductionOf(answer, locale), ...ids.map(metric)]
}

const changeCells = (change: Change): Cell[] => [change.baseDate, change.base, change.value]

/** 数据概况: a row for each metric with its three changes, then the top pages. */
export function overviewTable(answer: OverviewAnswer, locale: Locale): ReportTable {
  const words = tableWords[locale]
  const { date, metrics, topPages } = answer.data
  const noChanges: Cell[] = bases.flatMap(() => [null, null, null])
  const pageRows = (section: string, pages: TopPage[]): Cell[][] =>
    pages.map(page => [date, section, page.path, page.value, page.share, ...noChanges])
  return {
    definitions: definitionsOf(answer, metricIds, locale),
    columns: [
      words.date,
      words.section,
      words.name,
      words.value,
      words.share,
      ...bases.flatMap(base => [words.baseDate(words[base]), words.base(words[base]), words.change(words[base])]),
    ],
    rows: [
      ...metrics.map(({ id, value, changes }): Cell[] => {
        const name = metricNames[locale][id as MetricId]
        return [date, words.metric, name, value, null, ...bases.flatMap(base => changeCells(changes[base]))]
      }),
      ...pageRows(words.visited, topPages.visited),
      ...pageRows(words.entry, topPages.entry),
    ],
  }
}

/** 用户趋势: a row for each period; a comparison stands beside it, period by period. */
export function trendTable(answer: TrendAnswer, locale: Locale): ReportTable {
  const words = tableWords[locale]
  const { points, compare } = answer.data
  const ids = metricIds.filter(id => Object.hasOwn(points[0]?.values ?? {}, id))
  const heads = [words.period, words.from, words.to, words.state, ...ids.map(id => metricNames[locale][id])]
  const cells = (point: TrendAnswer['data']['points'][number]): Cell[] => [
    point.period,
    point.from,
    point.to,
    point.state,
    ...ids.map(id => point.values[id] ?? null),
  ]
  const compared = compare ? heads.map(head => `${words.compared}: ${head}`) : []
  return {
    definitions: definitionsOf(answer, ids, locale),
    columns: [...heads, ...compared],
    rows: points.map((point, index) => {
      const other = compare?.[index]
      return [...cells(point), ...(other ? cells(other) : compared.map(() => null))]
    }),
  }
}
