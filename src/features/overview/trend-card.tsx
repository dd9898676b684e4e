import { useState } from 'react'
import { type MetricId, metricIds } from '@/contract/metrics'
import type { Day } from '@/contract/periods'
import { Card, Empty, PickRow, Segmented, Sheet } from '@/ui'
import { choose, useReportChoice } from '../choices/store'
import { CardFreshness } from '../freshness/freshness'
import { isForbidden } from '../freshness/model'
import { useText } from '../language/text'
import { RangeSheet } from '../period/range-sheet'
import { chooseSpan, useSpan } from '../period/span'
import type { Explain } from '../shell/explain'
import { useSourceOfScreen } from '../source/source-of-screen'
import { hasNumber, pointsIn } from '../trend/model'
import { trendFreshness, useTrend } from '../trend/queries'
import { TrendPlot } from '../trend/trend-plot'
import { TREND_ANCHOR } from './scroll'

export interface TrendCardProps {
  appid: string
  yesterday: Day
  /** The trend is not open to the person. */
  isLocked: boolean
  /** px */
  height?: number
  onDefine: (id: MetricId) => void
  explain: Explain
}

/** 趋势概况: one metric to choose, 7 or 30 days or any, with comparison. */
export function TrendCard({ appid, yesterday, isLocked, height, onDefine, explain }: TrendCardProps) {
  const { metrics, reports, states } = useText()
  const span = useSpan(appid)
  const choice = { ...useReportChoice(appid, 'overview'), span, granularity: 'day' as const }
  const source = useSourceOfScreen()
  const view = useTrend(appid, 'overview-trend', choice, yesterday, source, !isLocked)
  const [open, setOpen] = useState<'range' | 'metric' | null>(null)
  const hasNumbers = view.data !== null && pointsIn(view.data.data.points, view.range).some(hasNumber)
  const onRetry = () => void view.refetch()
  const name = metrics[choice.metric]
  const pick = (preset: 'last7' | 'last30' | 'custom') =>
    preset === 'custom' ? setOpen('range') : chooseSpan(appid, { preset })
  return (
    <>
      <Card
        id={TREND_ANCHOR}
        title={name}
        pick={{ label: `${name} ${reports.pickMetric}`, onPress: () => setOpen('metric') }}
        info={{ label: reports.definitionOf(name), onPress: () => onDefine(choice.metric) }}
        trailing={
          <Segmented
            label={reports.date}
            options={[
              { id: 'last7', text: reports.last7 },
              { id: 'last30', text: reports.last30 },
              { id: 'custom', text: reports.custom },
            ]}
            value={choice.span.preset === 'last7' || choice.span.preset === 'last30' ? choice.span.preset : 'custom'}
            onChange={pick}
          />
        }
      >
        {isLocked || isForbidden(view.error) ? (
          <Empty art="lock" title={states.noRightTitle(reports.trend)} text={states.noRight} />
        ) : (
          <>
            <TrendPlot
              id="overview-trend"
              answer={view.data}
              isReading={view.isFetching}
              choice={choice}
              range={view.range}
              height={height}
              onRetry={onRetry}
            />
            <CardFreshness
              standing={{ ...view, source, freshness: trendFreshness(view), isKnown: hasNumbers }}
              explain={explain}
              onRetry={onRetry}
            />
          </>
        )}
      </Card>
      <RangeSheet
        open={open === 'range'}
        span={choice.span}
        compare={choice.compare}
        yesterday={yesterday}
        granularity="day"
        onChoose={chosen => {
          chooseSpan(appid, chosen.span)
          choose(appid, 'overview', { compare: chosen.compare })
          setOpen(null)
        }}
        onClose={() => setOpen(null)}
      />
      <MetricSheet
        open={open === 'metric'}
        value={choice.metric}
        onChoose={metric => {
          choose(appid, 'overview', { metric })
          setOpen(null)
        }}
        onClose={() => setOpen(null)}
      />
    </>
  )
}

/** The metric picker of the trend. */
function MetricSheet(props: { open: boolean; value: MetricId; onChoose: (id: MetricId) => void; onClose: () => void }) {
  const { metrics, reports, states } = useText()
  return (
    <Sheet
      id="metric-sheet"
      open={props.open}
      title={reports.pickMetric}
      closeLabel={states.close}
      onClose={props.onClose}
    >
      <Card flush>
        {metricIds.map(id => (
          <PickRow key={id} title={metrics[id]} checked={id === props.value} onPress={() => props.onChoose(id)} />
        ))}
      </Card>
    </Sheet>
  )
}
