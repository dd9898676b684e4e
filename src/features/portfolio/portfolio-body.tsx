import { navigateTo } from '@/platform/navigation'
import { Card, Empty, ListHeading, Note, Pills, SkeletonRows, useDelayed, useWide } from '@/ui'
import { StandingBanner } from '../freshness/freshness'
import { useText } from '../language/text'
import { openApp } from '../shell/routes'
import { shownMetrics } from './model'
import { PortfolioRows } from './portfolio-rows'
import { PortfolioTable } from './portfolio-table'
import type { PortfolioPage } from './use-portfolio-page'

const open = (appid: string) => openApp(appid, navigateTo)

/** The apps of 组合: the biggest drop first, those without a comparison apart. */
export function PortfolioBody({ page }: { page: PortfolioPage }) {
  const { metrics, portfolio } = useText()
  const isWide = useWide()
  const { view, standing, rows, metric, base, onMetric, onBase, onRetry } = page
  const isReading = useDelayed(rows === null && view.isFetching)
  const isEmpty = rows !== null && rows.compared.length + rows.others.length === 0
  return (
    <>
      <StandingBanner standing={standing} onRetry={onRetry} />
      {isEmpty ? (
        <Nothing />
      ) : (
        <Pills
          label={portfolio.metric}
          options={shownMetrics.map(id => ({ id, text: metrics[id] }))}
          value={metric}
          onChange={onMetric}
        />
      )}
      {isReading ? <Reading /> : null}
      {rows === null || isEmpty ? null : (
        <>
          {isWide ? (
            <PortfolioTable rows={rows} metric={metric} base={base} onBase={onBase} onOpen={open} />
          ) : (
            <PortfolioRows rows={rows} metric={metric} base={base} onOpen={open} />
          )}
          <Note text={portfolio.people} />
        </>
      )}
    </>
  )
}

function Nothing() {
  const { apps } = useText()
  return (
    <Card>
      <Empty title={apps.nothingTitle} text={apps.nothingText} />
    </Card>
  )
}

function Reading() {
  const { portfolio, states } = useText()
  return (
    <>
      <ListHeading title={portfolio.order} />
      <Card flush>
        <SkeletonRows count={6} label={states.reading} />
      </Card>
    </>
  )
}
