import { memo, useMemo } from 'react'
import { LinesChart, TrendSkeleton } from '@/charts'
import type { PerformanceModule } from '@/contract/performance'
import type { PerformanceAnswer } from '@/contract/report-performance'
import { rangeText } from '@/lib/dates'
import { performanceText } from '@/lib/text/performance'
import { Card } from '@/ui'
import { useLocale, useText } from '../language/text'
import { Nothing } from '../report/nothing'
import { dayLabels, hasValues, numberText, performanceLines, spokenLines } from './model'

/** px of the plot, and of the four lines that most modules have above it. */
const PLOT = 208
const LEGEND = 112

export interface PerformanceCardProps {
  answer: PerformanceAnswer | null
  module: PerformanceModule
  isReading: boolean
  onDefine: () => void
  onRetry: () => void
}

/** The measures of a module as lines, the plot's shape while they are read, or why there are none. */
export const PerformanceCard = memo(function PerformanceCard(props: PerformanceCardProps) {
  const { answer, module, isReading, onDefine, onRetry } = props
  const { reports, states } = useText()
  const locale = useLocale()
  const performance = performanceText(locale)
  const name = performance.modules[module]
  const lines = useMemo(() => (answer === null ? [] : performanceLines(answer.data, locale)), [answer, locale])
  const labels = useMemo(() => (answer === null ? [] : dayLabels(answer.data)), [answer])
  const isComing = answer === null ? isReading : answer.freshness.state === 'pending'
  return (
    <Card title={name} info={{ label: reports.definitionOf(name), onPress: onDefine }}>
      {answer !== null && hasValues(answer.data) ? (
        <LinesChart
          id="performance"
          lines={lines}
          labels={labels}
          unit="decimal"
          height={PLOT}
          language={locale === 'en' ? 'en' : 'zh'}
          format={(value, at) => numberText(value, lines[at], locale)}
          ariaText={spokenLines(name, rangeText(answer.range.from, answer.range.to), lines, locale)}
        />
      ) : isComing ? (
        <TrendSkeleton label={states.reading} height={PLOT + LEGEND} />
      ) : (
        <Nothing
          freshness={answer?.freshness ?? null}
          days={answer?.data.byDay}
          isReading={isReading}
          title={performance.nothing}
          onRetry={onRetry}
        />
      )}
    </Card>
  )
})
