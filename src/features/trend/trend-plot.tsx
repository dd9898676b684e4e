import { useMemo } from 'react'
import { TrendChart, TrendSkeleton } from '@/charts'
import type { TrendAnswer } from '@/contract/reports'
import { rangeText } from '@/lib/dates'
import type { Range } from '@/lib/periods'
import { Empty } from '@/ui'
import { useLocale, useText } from '../language/text'
import { useSourceOfScreen } from '../source/source-of-screen'
import { useWhyMissing } from '../source/use-why'
import { usualState } from './model'
import type { TrendChoice } from './query-model'
import { chartPoints, comparisonName, describe, readOutOf, seriesOf, unitOf } from './series-model'

export interface TrendPlotProps {
  /** Unique on the page. */
  id: string
  answer: TrendAnswer | null
  isReading: boolean
  choice: TrendChoice
  range: Range
  /** px */
  height?: number
  onRetry: () => void
}

/** One metric over a range, with its comparison: chart, skeleton, or why there is nothing to draw. */
export function TrendPlot({ id, answer, isReading, choice, range, height, onRetry }: TrendPlotProps) {
  const { reports, revisions, states } = useText()
  const locale = useLocale()
  const whyOf = useWhyMissing()
  const source = useSourceOfScreen()
  const { metric, granularity } = choice
  const { from, to } = range
  const model = useMemo(() => (answer === null ? null : seriesOf(answer.data, { from, to })), [answer, from, to])
  const series = useMemo(
    () => model && { label: reports.thisSpan, points: chartPoints(model.points, metric, granularity, answer?.revised) },
    [model, metric, granularity, reports, answer?.revised],
  )
  const against = comparisonName(range, granularity, model?.points.length ?? 0, locale)
  const compare = useMemo(
    () =>
      model?.compare
        ? {
            label: against,
            points: model.compare.map(point => ({ label: '', value: point?.values[metric] ?? null })),
          }
        : undefined,
    [model, metric, against],
  )
  if (answer === null || model === null || series === null) {
    if (isReading) return <TrendSkeleton label={states.reading} height={height} />
    return (
      <Empty title={reports.noPoints} text={states.offlineEmpty} action={{ text: states.retry, onPress: onRetry }} />
    )
  }
  const isKnown = series.points.some(({ value }) => value !== null)
  const state = usualState(model.points)
  if (!isKnown && (state === 'failed' || (state === 'pending' && answer.freshness.state === 'failed'))) {
    const again = { text: states.retry, onPress: onRetry }
    return <Empty title={states.failedTitle} text={whyOf('failed')} action={again} />
  }
  if (!isKnown && state === 'pending') return <TrendSkeleton label={states.pending} height={height} />
  if (!isKnown) return <Empty title={reports.noPoints} text={whyOf(state)} />
  return (
    <TrendChart
      id={id}
      series={series}
      compare={compare}
      unit={unitOf(metric)}
      language={locale === 'en' ? 'en' : 'zh'}
      height={height}
      readOut={at => readOutOf(model, at, metric, granularity, against, locale)}
      ariaText={describe(model.points, metric, rangeText(from, to), granularity, locale)}
      legend={{
        provisional: source === 'collector' ? reports.partial : states.provisional,
        revised: revisions.mark,
      }}
    />
  )
}
