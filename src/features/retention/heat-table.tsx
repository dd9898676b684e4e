import { memo } from 'react'
import type { Granularity } from '@/contract/periods'
import type { Cohort } from '@/contract/retention'
import { Box, Tap } from '@/platform/elements'
import { rowsAtOnce } from '@/platform/system'
import { Button, Missing, useMoreRows } from '@/ui'
import { useText } from '../language/text'
import type { Explain } from '../shell/explain'
import { useWhyMissing } from '../source/use-why'
import type { HeatCell, HeatRow, HeatTable as Model } from './model'

export interface HeatTableProps {
  table: Model
  cohort: Cohort
  granularity: Granularity
  explain: Explain
  /** The row's curve is asked for. */
  onOpen: (period: string) => void
}

/** A row of cells weighs two of an ordinary table's. */
const HEAT_ROWS = Math.ceil(rowsAtOnce / 2)

/** Cohorts against the time after: date and size stay while the rest is swiped; a row opens its curve. */
export const HeatTable = memo(function HeatTable({ table, cohort, granularity, explain, onOpen }: HeatTableProps) {
  const { retention, reports } = useText()
  const { count, more } = useMoreRows(HEAT_ROWS, `${cohort} ${granularity}`)
  return (
    <>
      <Box className="da-heat" role="region" tabIndex={0} aria-label={retention.rate[cohort]}>
        <Box className={granularity === 'day' ? 'da-heat-in' : 'da-heat-in da-heat-wide'} role="table">
          <Box className="da-heat-row da-heat-head" role="row">
            <Box className="da-heat-day" role="columnheader">
              {reports.date}
            </Box>
            <Box className="da-heat-size" role="columnheader">
              {retention.size[cohort]}
            </Box>
            {table.keys.map(({ key, title }) => (
              <Box className="da-heat-cell" role="columnheader" key={key}>
                {title}
              </Box>
            ))}
          </Box>
          <Box className="da-heat-row da-heat-mean" role="row">
            <Box className="da-heat-day" role="rowheader">
              {retention.mean}
            </Box>
            <Box className="da-heat-size" role="cell">
              {retention.weighted}
            </Box>
            {table.mean.map(cell => (
              <Cell key={cell.key} cell={cell} />
            ))}
          </Box>
          {table.rows.slice(0, count).map(row => (
            <Row key={row.id} row={row} explain={explain} onOpen={onOpen} />
          ))}
        </Box>
      </Box>
      {table.rows.length > count ? <Button block small text={reports.more} onPress={more} /> : null}
    </>
  )
})

function Row({ row, explain, onOpen }: { row: HeatRow } & Pick<HeatTableProps, 'explain' | 'onOpen'>) {
  const { retention, reports } = useText()
  const whyOf = useWhyMissing()
  const { id, name, size, state } = row
  return (
    <Box className="da-heat-row" role="row">
      <Box className="da-heat-day" role="rowheader">
        {name}
      </Box>
      <Box className="da-heat-size" role="cell">
        {size ?? <Missing label={`${name} ${reports.missingLabel}`} onPress={() => explain(name, whyOf(state))} />}
      </Box>
      {row.cells.map(cell => (
        <Cell key={cell.key} cell={cell} onWhy={cell.why === null ? undefined : () => explain(name, cell.why ?? '')} />
      ))}
      {size === null ? null : (
        <Box className="da-heat-open" role="cell">
          <Tap className="da-heat-hit" aria-label={retention.curveOf(name)} onPress={() => onOpen(id)} />
        </Box>
      )}
    </Box>
  )
}

function Cell({ cell, onWhy }: { cell: HeatCell; onWhy?: (() => void) | undefined }) {
  const { retention, reports } = useText()
  const { state, step, text } = cell
  if (state === 'value') {
    return (
      <Box className={`da-heat-cell da-heat-${step}`} role="cell">
        {text}
      </Box>
    )
  }
  if (state === 'immature') {
    return (
      <Box className="da-heat-cell da-heat-immature" role="cell" aria-label={retention.immature}>
        {text}
      </Box>
    )
  }
  return (
    <Box className="da-heat-cell da-heat-missing" role="cell">
      {onWhy ? <Missing text={text} label={reports.missingLabel} onPress={onWhy} /> : text}
    </Box>
  )
}
