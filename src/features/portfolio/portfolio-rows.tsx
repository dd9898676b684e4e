import { Slot } from '@/platform/elements'
import { getWindowHeight, rowsAtOnce } from '@/platform/system'
import { Card, ListHeading, VirtualRows } from '@/ui'
import { useText } from '../language/text'
import type { ChangeBase, PortfolioMetric, PortfolioRows as Rows } from './model'
import { PORTFOLIO_ROW_HEIGHT, PortfolioRow } from './portfolio-row'

export interface PortfolioRowsProps {
  rows: Rows
  metric: PortfolioMetric
  base: ChangeBase
  onOpen: (appid: string) => void
}

const PORTION = { whole: rowsAtOnce, chunk: 4 }

/** The two lists on a phone. Another order is another list: it costs less to send than the difference. */
export function PortfolioRows({ rows, metric, base, onOpen }: PortfolioRowsProps) {
  const { metrics, portfolio } = useText()
  const { compared, others } = rows
  const order = `${metric} ${base}`
  const list = (id: string, shown: Rows['compared'], above: number) => (
    <Slot>
      <VirtualRows
        key={order}
        id={id}
        rows={shown}
        height={PORTFOLIO_ROW_HEIGHT}
        above={above}
        portion={PORTION}
        draw={row => (
          <PortfolioRow
            key={row.appid}
            row={row}
            base={base}
            metric={metrics[metric]}
            onPress={() => onOpen(row.appid)}
          />
        )}
      />
    </Slot>
  )
  const top = getWindowHeight() / 2
  return (
    <>
      {compared.length > 0 ? (
        <>
          <ListHeading title={portfolio.order} count={String(compared.length)} />
          <Card flush label={portfolio.order}>
            {list('portfolio-compared', compared, top)}
          </Card>
        </>
      ) : null}
      {others.length > 0 ? (
        <>
          <ListHeading title={portfolio.others} count={String(others.length)} />
          <Card flush label={portfolio.others}>
            {list('portfolio-others', others, top + compared.length * PORTFOLIO_ROW_HEIGHT)}
          </Card>
        </>
      ) : null}
    </>
  )
}
