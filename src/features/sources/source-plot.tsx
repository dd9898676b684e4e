import { useMemo } from 'react'
import { TrendChart } from '@/charts'
import type { SourcesAnswer } from '@/contract/report-sources'
import { useLocale, useText } from '../language/text'
import { sourcePoints, sourceReadOut, sourceSentence } from './model'

export interface SourcePlotProps {
  answer: SourcesAnswer
  source: number
  name: string
  /** px */
  height?: number
}

/** One source over the days of the range. */
export function SourcePlot({ answer, source, name, height }: SourcePlotProps) {
  const { states } = useText()
  const locale = useLocale()
  const { data, range } = answer
  const series = useMemo(() => ({ label: name, points: sourcePoints(data, source) }), [data, source, name])
  return (
    <TrendChart
      id="source"
      series={series}
      unit="count"
      language={locale === 'en' ? 'en' : 'zh'}
      {...(height === undefined ? {} : { height })}
      readOut={at => sourceReadOut(data, source, at, locale)}
      ariaText={sourceSentence(name, series.points, range, locale)}
      legend={{ provisional: states.provisional }}
    />
  )
}
