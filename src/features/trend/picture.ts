import type { Block } from '../../charts/picture/picture'
import type { Locale } from '../../contract/identity'
import type { TrendAnswer } from '../../contract/reports'
import { signedChange } from '../../lib/change'
import type { Range } from '../../lib/periods'
import { textOf } from '../../lib/text'
import { definitionOf, firstRows, type ReportPicture } from '../share/model'
import { basesOf, pointsIn, rowsOf } from './model'
import type { TrendChoice } from './query-model'
import { chartPoints, comparisonName, seriesOf, unitOf } from './series-model'
import { summaryOf } from './summary-model'

/** 用户趋势 as a picture: the line with its comparison, the numbers below. */
export function trendPicture(answer: TrendAnswer, range: Range, choice: TrendChoice, locale: Locale): ReportPicture {
  const { metrics, reports } = textOf(locale)
  const { metric, granularity } = choice
  const model = seriesOf(answer.data, range)
  const points = chartPoints(model.points, metric, granularity, answer.revised)
  const against = comparisonName(range, granularity, points.length, locale)
  const plot: Block = {
    kind: 'plot',
    title: metrics[metric],
    lines: [
      {
        name: reports.thisSpan,
        values: points.map(({ value }) => value),
        color: 'c1',
        hollow: points.flatMap(({ revised }, at) => (revised ? [at] : [])),
      },
      ...(model.compare
        ? [{ name: against, values: model.compare.map(one => one?.values[metric] ?? null), color: 'compare' as const }]
        : []),
    ],
    labels: points.map(({ label }) => label),
    bands: points.flatMap(({ band }, at) => (band ? [at] : [])),
    unit: unitOf(metric),
    language: locale === 'en' ? 'en' : 'zh',
  }
  const bases = basesOf(granularity)
  const summary = summaryOf(pointsIn(answer.data.points, range), metric, granularity, locale)
  const { rows, rest } = firstRows(rowsOf(answer.data.points, range, metric, granularity, locale), locale)
  return {
    blocks: [
      plot,
      {
        kind: 'table',
        columns: [reports.date, metrics[metric], ...bases.map(base => reports.baseTitle[base])],
        rows: [
          [summary.label, summary.value, ...bases.map(() => '')],
          ...rows.map(({ name, weekday, value, growths }) => [
            [name, weekday].filter(Boolean).join(' '),
            value,
            ...growths.map(signedChange),
          ]),
        ],
      },
      ...rest,
    ],
    definitions: [definitionOf(metric, locale)],
  }
}
