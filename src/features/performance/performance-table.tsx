import { memo } from 'react'
import type { PerformanceAnswer } from '@/contract/report-performance'
import { rowsAtOnce } from '@/platform/system'
import { Button, Card, DayCell, Missing, Table, useMoreRows } from '@/ui'
import { useLocale, useText } from '../language/text'
import { whyMissing } from '../overview/model'
import type { Explain } from '../shell/explain'
import { hasValues, performanceLines, performanceRows } from './model'

export interface PerformanceTableProps {
  answer: PerformanceAnswer | null
  label: string
  explain: Explain
}

/** The numbers of the chart, newest first; nothing where the chart says why there is nothing. */
export const PerformanceTable = memo(function PerformanceTable({ answer, label, explain }: PerformanceTableProps) {
  const { reports } = useText()
  const locale = useLocale()
  const { count, more } = useMoreRows(rowsAtOnce, `${label} ${answer?.range.from} ${answer?.range.to}`)
  if (answer === null || !hasValues(answer.data)) return null
  const lines = performanceLines(answer.data, locale)
  const rows = performanceRows(answer.data, locale)
  return (
    <Card>
      <Table
        label={label}
        columns={[{ id: 'day', title: reports.date }, ...lines.map(({ name, title }) => ({ id: name, title }))]}
        rows={rows.slice(0, count).map(({ id, day, weekday, values, state }) => ({
          id,
          cells: [
            <DayCell key="day" day={day} weekday={weekday} />,
            ...values.map(
              (value, at) =>
                value ?? (
                  <Missing
                    key={lines[at]?.name}
                    label={`${day} ${reports.missingLabel}`}
                    onPress={() => explain(day, whyMissing(state, locale))}
                  />
                ),
            ),
          ],
        }))}
      />
      {rows.length > count ? <Button block small text={reports.more} onPress={more} /> : null}
    </Card>
  )
})
