import { trendMetricIds } from '@/contract/metrics'
import { granularities } from '@/contract/periods'
import { Card, Pills, Segmented, useWide } from '@/ui'
import { choose } from '../choices/store'
import { useText } from '../language/text'
import type { TrendView } from './queries'
import type { TrendChoice } from './query-model'
import { TrendPlot } from './trend-plot'

/** The metric tabs of 用户趋势. */
export function MetricPills({ appid, choice }: { appid: string; choice: TrendChoice }) {
  const { metrics, reports } = useText()
  return (
    <Pills
      label={reports.metric}
      options={trendMetricIds.map(id => ({ id, text: metrics[id] }))}
      value={choice.metric}
      onChange={metric => choose(appid, 'trend', { metric })}
    />
  )
}

export interface TrendPanelProps {
  appid: string
  choice: TrendChoice
  view: TrendView
  onDefine: (id: TrendChoice['metric']) => void
}

/** The chart of 用户趋势 by days, weeks or months. */
export function TrendPanel({ appid, choice, view, onDefine }: TrendPanelProps) {
  const { metrics, reports } = useText()
  const isWide = useWide()
  const name = metrics[choice.metric]
  return (
    <Card
      title={name}
      info={{ label: reports.definitionOf(name), onPress: () => onDefine(choice.metric) }}
      trailing={
        <Segmented
          label={reports.granularity}
          options={granularities.map(id => ({ id, text: reports[id] }))}
          value={choice.granularity}
          onChange={granularity => choose(appid, 'trend', { granularity })}
        />
      }
    >
      <TrendPlot
        id="trend"
        answer={view.data}
        isReading={view.isFetching}
        choice={choice}
        range={view.range}
        height={isWide ? 320 : 208}
        onRetry={() => void view.refetch()}
      />
    </Card>
  )
}
