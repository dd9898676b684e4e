import { memo } from 'react'
import type { MetricId } from '@/contract/metrics'
import type { Granularity } from '@/contract/periods'
import type { TrendAnswer } from '@/contract/reports'
import type { Range } from '@/lib/periods'
import { rowsAtOnce } from '@/platform/system'
import {
  Button,
  Card,
  Change,
  DayCell,
  Missing,
  Note,
  SkeletonRows,
  StrongCell,
  Table,
  type TableRow,
  Tag,
  useMoreRows,
} from '@/ui'
import { useLocale, useText } from '../language/text'
import type { Explain } from '../shell/explain'
import { useWhyMissing } from '../source/use-why'
import { basesOf, hasNumber, pointsIn, rowsOf, type TrendRow, usualState } from './model'
import { summaryOf } from './summary-model'

export interface TrendTableProps {
  answer: TrendAnswer | null
  range: Range
  metric: MetricId
  granularity: Granularity
  explain: Explain
}

/** The numbers of the chart, newest first, each with its growth. */
export const TrendTable = memo(function TrendTable({ answer, range, metric, granularity, explain }: TrendTableProps) {
  const { metrics, reports, states } = useText()
  const locale = useLocale()
  const whyOf = useWhyMissing()
  const { count, more } = useMoreRows(
    rowsAtOnce,
    `${metric} ${granularity} ${range.from} ${range.to} ${answer === null}`,
  )
  const points = answer?.data.points ?? []
  const shown = pointsIn(points, range)
  const isKnown = shown.some(hasNumber)
  if (answer === null || (!isKnown && usualState(shown) === 'pending' && answer.freshness.state !== 'failed')) {
    return (
      <Card flush>
        <SkeletonRows count={6} label={states.reading} />
      </Card>
    )
  }
  // the chart says why there is nothing
  if (!isKnown) return null
  const rows = rowsOf(points, range, metric, granularity, locale)
  const summary = summaryOf(shown, metric, granularity, locale)
  const bases = basesOf(granularity)
  const revised = new Set(answer.revised)
  const cell = (row: TrendRow): TableRow => ({
    id: row.id,
    cells: [
      <DayCell
        key="day"
        day={row.name}
        weekday={[row.weekday, row.partial && reports.partial].filter(Boolean).join(' ')}
        revised={revised.has(row.id)}
      />,
      row.isKnown ? (
        <StrongCell key="value" text={row.value} />
      ) : (
        <Missing
          key="value"
          label={`${row.name} ${reports.missingLabel}`}
          onPress={() => explain(row.name, whyOf(row.state))}
        />
      ),
      ...row.growths.map((growth, at) => (
        <Change
          key={bases[at]}
          {...growth}
          onWhy={
            growth.direction === 'none'
              ? () => explain(row.name, row.isKnown ? states.why.base : whyOf(row.state))
              : undefined
          }
        />
      )),
    ],
  })
  const summaryRow: TableRow = {
    id: 'summary',
    cells: [<Tag key="label" text={summary.label} />, <StrongCell key="value" text={summary.value} />],
  }
  return (
    <Card>
      <Table
        label={metrics[metric]}
        columns={[
          { id: 'day', title: reports.date },
          { id: 'value', title: metrics[metric] },
          ...bases.map(base => ({ id: base, title: reports.baseTitle[base] })),
        ]}
        rows={[summaryRow, ...rows.slice(0, count).map(cell)]}
      />
      {summary.unknown > 0 ? <Note text={reports.unknownGap(summary.unknown)} /> : null}
      {rows.length > count ? <Button block small text={reports.more} onPress={more} /> : null}
    </Card>
  )
})
