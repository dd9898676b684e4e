import { Sparkline } from '@/charts/sparkline'
import { Box } from '@/platform/elements'
import { rowsAtOnce } from '@/platform/system'
import { Button, Card, Change, StrongCell, Table, TextLink, useMoreRows } from '@/ui'
import { useText } from '../language/text'
import type { ChangeCell } from '../overview/model'
import { changeKeys } from '../overview/model'
import { type ChangeBase, type PortfolioRow, shownMetrics } from './model'
import type { PortfolioRowsProps } from './portfolio-rows'

export interface PortfolioTableProps extends PortfolioRowsProps {
  onBase: (base: ChangeBase) => void
}

/** All of it on a wide screen: three changes, the fortnight, and the other metrics of yesterday. */
export function PortfolioTable({ rows, metric, base, onBase, onOpen }: PortfolioTableProps) {
  const { metrics, portfolio, reports } = useText()
  const all = [...rows.compared, ...rows.others]
  const { count, more } = useMoreRows(rowsAtOnce, `${metric} ${base}`)
  const rest = shownMetrics.filter(id => id !== metric)
  const columns = [
    { id: 'app', title: portfolio.apps },
    { id: metric, title: metrics[metric] },
    ...changeKeys.map(key => ({
      id: key,
      title: portfolio.against[key],
      sort: {
        order: key === base ? ('asc' as const) : null,
        label: `${portfolio.against[key]} ${portfolio.order}`,
        onPress: () => onBase(key),
      },
    })),
    { id: 'line', title: portfolio.line },
    ...rest.map(id => ({ id, title: metrics[id] })),
  ]
  const cells = (row: PortfolioRow) => [
    <Box tag="span" key="app">
      <TextLink text={row.name} onPress={() => onOpen(row.appid)} />
      <Box tag="span" className="da-td-s">
        {[row.tag ?? row.kind, row.lastDay].filter(Boolean).join(' · ')}
      </Box>
    </Box>,
    <StrongCell key="value" text={row.isLocked ? portfolio.lockedTag : (row.value ?? '--')} />,
    ...changeKeys.map(key => {
      const change = row.changes.find(one => one.key === key)
      return change === undefined ? '' : <ChangeOf key={key} change={change} />
    }),
    row.isLocked ? '' : <Sparkline key="line" values={row.line} />,
    ...rest.map(id => row.values[id]),
  ]
  return (
    <Card label={portfolio.order}>
      <Table
        label={portfolio.title}
        columns={columns}
        rows={all.slice(0, count).map(row => ({ id: row.appid, cells: cells(row) }))}
      />
      {all.length > count ? <Button block small text={reports.more} onPress={more} /> : null}
    </Card>
  )
}

const ChangeOf = ({ change: { direction, text, label } }: { change: ChangeCell }) => (
  <Change direction={direction} text={text} label={label} />
)
