import type { Locale } from '../../contract/identity'
import { signedChange } from '../../lib/change'
import { MISSING } from '../../lib/metric-format'
import { textOf } from '../../lib/text'
import { changeKeys } from '../overview/model'
import { definitionOf, firstRows, type ReportPicture } from '../share/model'
import type { PortfolioMetric, PortfolioRow, PortfolioRows } from './model'

/** 组合 as a picture: the apps in their order, yesterday's number and its three changes; what stands apart says why. */
export function portfolioPicture(shown: PortfolioRows, metric: PortfolioMetric, locale: Locale): ReportPicture {
  const { metrics, numbers, portfolio } = textOf(locale)
  const changesOf = ({ changes }: PortfolioRow) =>
    changeKeys.map(key => {
      const change = changes.find(one => one.key === key)
      return change === undefined ? MISSING : signedChange(change)
    })
  const { rows, rest } = firstRows(
    [...shown.compared, ...shown.others].filter(({ isLocked }) => !isLocked),
    locale,
  )
  return {
    blocks: [
      {
        kind: 'table',
        title: metrics[metric],
        note: portfolio.order,
        columns: [portfolio.apps, metrics[metric], numbers.day, numbers.week, numbers.month],
        rows: rows.map(row => [
          row.name,
          [row.value ?? row.tag ?? MISSING, row.lastDay].filter(Boolean).join(' '),
          ...changesOf(row),
        ]),
      },
      ...rest,
      { kind: 'words', text: portfolio.people },
    ],
    definitions: [definitionOf(metric, locale)],
  }
}
